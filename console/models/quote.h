#pragma once

#include "console/state/thread.h"

#include <QMetaType>

namespace deskbell::console {

/// What is shown of a message where another one answers it.
struct Quote
{
    qint64 seq = 0;
    bool known = false; ///< Whether the message is here; it may be older than what is loaded.
    bool own = false;
    QString name{}; ///< Who wrote it.
    QString text{}; ///< A line of it, or what there is to say instead.
    bool operator==(const Quote &) const = default;
};

/// What `self` has written is by "You".
Quote quoteOf(const Thread &thread, qint64 seq, const api::Operator &self);
/// For who hears it: "in answer to Maria Keller, “Where is it?”".
QString spokenQuote(const Quote &quote);
/// For the strip over the composer: "Replying to Maria Keller: Where is it?".
QString replyingText(const Quote &quote);

} // namespace deskbell::console

Q_DECLARE_METATYPE(deskbell::console::Quote)
