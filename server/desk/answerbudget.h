#pragma once

#include "shared/api/chatdetailcommands.h"

#include <QStringList>

namespace deskbell::server {

/// How much one answer carries. Whatever people write, an answer stays below what may wait for one client
/// (limits.queued_bytes); what has no room comes with the next page. Half a budget each where two lists share an
/// answer.
class AnswerBudget
{
public:
    static constexpr qint64 whole = 384 * 1024; ///< Bytes of JSON.

    explicit AnswerBudget(qint64 bytes = whole) : m_left(bytes) { }

    /// Whether there is room for one more. Once there was none, there is none.
    bool take(const api::Message &message);
    bool take(const api::Chat &chat);
    /// Of anything else: one object with these texts.
    bool take(const QStringList &texts);
    bool take(const api::Note &note);

private:
    bool take(qint64 bytes);

    qint64 m_left;
};

} // namespace deskbell::server
