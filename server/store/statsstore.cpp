#include "server/store/statsstore.h"

namespace deskbell::server {

namespace {

// In the order of the fields of ChatTimes.
const Sql selectTimes{
    "SELECT chat.createdAt, chat.claimedAt, chat.endedAt,"
    " (SELECT message.createdAt FROM message WHERE message.chat = chat.key AND message.senderType = 'operator'"
    " ORDER BY message.seq LIMIT 1), chat.operatorId, operator.name, chat.departmentId, department.name, chat.lastSeq"
    " FROM chat LEFT JOIN operator ON operator.id = chat.operatorId"
    " LEFT JOIN department ON department.id = chat.departmentId"
    " WHERE chat.createdAt >= ? AND chat.createdAt < ? ORDER BY chat.createdAt"};

} // namespace

void StatsStore::forEachChat(Timestamp from, Timestamp to, const std::function<void(const ChatTimes &)> &visit)
{
    m_transaction.flush();
    Query query = m_transaction.query(selectTimes, from, to);
    while (query.next())
        visit(query.row<ChatTimes>());
}

} // namespace deskbell::server
