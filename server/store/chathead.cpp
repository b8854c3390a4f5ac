#include "server/store/chathead.h"

#include "server/store/transaction.h"

namespace deskbell::server {

namespace {

constexpr size_t mostKnown = 20'000;

#define HEAD_COLUMNS                                                                                                   \
    "SELECT chat.key, chat.id, chat.status, chat.visitorId, visitor.name, visitor.blocked,"                            \
    " chat.operatorId, operator.name, chat.version, chat.lastSeq FROM chat JOIN visitor ON visitor.id = "              \
    "chat.visitorId"                                                                                                   \
    " LEFT JOIN operator ON operator.id = chat.operatorId WHERE chat.id = ? "

const Sql selectHead{HEAD_COLUMNS};
const Sql selectHeadLocked{HEAD_COLUMNS "{lock}"};
const Sql updateSeq{"UPDATE chat SET lastSeq = ? WHERE key = ?"};

} // namespace

const ChatHead *ChatHeads::find(Transaction &transaction, const ChatId &id)
{
    const auto found = m_known.find(id.toString());
    if (found != m_known.end())
        return &found->second.head;
    const bool writes = transaction.mode() == Transaction::Mode::Write;
    Query query = transaction.query(writes ? selectHeadLocked : selectHead, id);
    if (!query.next())
        return nullptr;
    auto head = query.row<ChatHead>();
    if (head.operatorId && !head.operatorName) {
        // Who waits for PostgreSQL's lock is given the row as it is afterwards, joined as it was before.
        Query again = transaction.query(selectHead, id);
        if (again.next())
            head = again.row<ChatHead>();
    }
    if (m_known.size() >= mostKnown && m_changed.empty())
        m_known.clear();
    return &m_known.insert_or_assign(id.toString(), Known{std::move(head)}).first->second.head;
}

qint64 ChatHeads::takeSeq(const ChatHead &head)
{
    Known &known = m_known.at(head.id.toString());
    if (!known.changed)
        m_changed.push_back(&known);
    known.changed = true;
    return ++known.head.lastSeq;
}

void ChatHeads::flush(Transaction &transaction)
{
    for (Known *each : m_changed) {
        // Not as a change of the request that happens to be running: it belongs to those before it.
        transaction.query(updateSeq, each->head.lastSeq, each->head.key);
        each->changed = false;
    }
    m_changed.clear();
}

void ChatHeads::forget()
{
    m_changed.clear();
    m_known.clear();
}

} // namespace deskbell::server
