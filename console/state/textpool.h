#pragma once

#include "shared/api/entities.h"

#include <QSet>

namespace deskbell::console {

/// Texts that many chats have in common, and that one chat has twice, are kept in memory once: off the wire each of
/// them comes by itself.
class TextPool
{
public:
    void share(api::Chat &chat);
    void clear() { m_texts.clear(); }

private:
    void share(QString &text) { text = *m_texts.insert(text); }

    QSet<QString> m_texts; // of operators and reasons, of which there are few
};

} // namespace deskbell::console
