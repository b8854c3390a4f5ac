#include "server/store/queuestore.h"

namespace deskbell::server {

namespace {

#define SELECT_WAITING "SELECT id, visitorId, departmentId, strategy, createdAt FROM chat WHERE status = 'waiting' "

const Sql selectUnoffered{SELECT_WAITING "AND offerUntil IS NULL ORDER BY id LIMIT ?"};
const Sql selectOverdueUnoffered{SELECT_WAITING "AND offerUntil IS NULL"
                                                " AND (strategy IS NOT NULL OR createdAt <= ?) ORDER BY id LIMIT ?"};
const Sql selectLine{SELECT_WAITING "ORDER BY id LIMIT ?"};
// Bounded from within: however few found an operator, no more than the newest are looked at.
const Sql selectWaits{
    "SELECT departmentId, createdAt, claimedAt"
    " FROM (SELECT id, departmentId, createdAt, claimedAt FROM chat ORDER BY id DESC LIMIT ?) AS newest"
    " WHERE claimedAt IS NOT NULL AND createdAt >= ? ORDER BY id DESC"};
const Sql updateStrategy{"UPDATE chat SET strategy = ? WHERE id = ?"};
const Sql selectCandidates{"SELECT id, capacity,"
                           " (SELECT count(*) FROM chat WHERE chat.operatorId = operator.id AND chat.status = 'active')"
                           " + (SELECT count(*) FROM chat WHERE chat.offerOperatorId = operator.id), turn"
                           " FROM operator WHERE disabled = 0 AND status = 'online' ORDER BY turn, id"};
const Sql updateTurn{"UPDATE operator SET turn = (SELECT max(turn) + 1 FROM operator) WHERE id = ?"};
const Sql selectHeldCount{"SELECT count(*) FROM chat WHERE operatorId = ? AND status = 'active'"};
const Sql selectOverdue{"SELECT id FROM chat WHERE offerUntil <= ? ORDER BY id"};
const Sql selectOffersTo{"SELECT id FROM chat WHERE offerOperatorId = ? ORDER BY id"};
const Sql selectLeftBehind{"SELECT chat.id FROM operator JOIN chat ON chat.operatorId = operator.id"
                           " WHERE operator.connected = 0 AND operator.vanishedAt <= ? AND chat.status = 'active'"
                           " AND chat.heldSince <= operator.vanishedAt ORDER BY chat.id"};
const Sql selectSilent{"SELECT chat.id, chat.visitorId FROM chat"
                       " LEFT JOIN message ON message.chat = chat.key AND message.seq = chat.lastSeq"
                       " WHERE chat.status IN ('waiting', 'active') AND chat.createdAt <= ?"
                       " AND coalesce(message.createdAt, chat.createdAt) <= ?"
                       " AND coalesce(chat.heldSince, chat.createdAt) <= ? ORDER BY chat.id"};

const Sql updateCame{"UPDATE operator SET connected = 1, vanishedAt = NULL WHERE id = ?"};
const Sql updateLeft{"UPDATE operator SET connected = 0, vanishedAt = ? WHERE id = ?"};
const Sql updateEverybodyLeft{"UPDATE operator SET connected = 0, vanishedAt = ? WHERE connected = 1"};

} // namespace

template <class T, class... Values>
QList<T> QueueStore::select(const Sql &sql, const Values &...values)
{
    m_transaction.flush();
    QList<T> rows;
    Query query = m_transaction.query(sql, values...);
    while (query.next()) {
        if constexpr (json::Described<T>)
            rows.append(query.row<T>());
        else
            rows.append(query.get<T>(0));
    }
    return rows;
}

QList<WaitingChat> QueueStore::unoffered(int limit)
{
    return select<WaitingChat>(selectUnoffered, limit);
}

QList<WaitingChat> QueueStore::unofferedOverdue(Timestamp begunBy, int limit)
{
    return select<WaitingChat>(selectOverdueUnoffered, begunBy, limit);
}

QList<WaitingChat> QueueStore::line(int limit)
{
    return select<WaitingChat>(selectLine, limit);
}

QList<PastWait> QueueStore::waitsSince(Timestamp since, int limit)
{
    return select<PastWait>(selectWaits, limit, since);
}

void QueueStore::setStrategy(const ChatId &chat, api::RoutingStrategy strategy)
{
    m_transaction.change(updateStrategy, strategy, chat);
}

QList<Candidate> QueueStore::candidates()
{
    return select<Candidate>(selectCandidates);
}

void QueueStore::takeTurn(const OperatorId &who)
{
    m_transaction.change(updateTurn, who);
}

int QueueStore::heldBy(const OperatorId &who)
{
    Query query = m_transaction.query(selectHeldCount, who);
    return query.next() ? query.get<int>(0) : 0;
}

QList<ChatId> QueueStore::overdueOffers(Timestamp now)
{
    return select<ChatId>(selectOverdue, now);
}

QList<ChatId> QueueStore::offersTo(const OperatorId &who)
{
    return select<ChatId>(selectOffersTo, who);
}

QList<ChatId> QueueStore::leftBehind(Timestamp awaySince)
{
    return select<ChatId>(selectLeftBehind, awaySince);
}

QList<SilentChat> QueueStore::silentSince(Timestamp since)
{
    return select<SilentChat>(selectSilent, since, since, since);
}

void AttendanceStore::came(const OperatorId &who)
{
    m_transaction.change(updateCame, who);
}

void AttendanceStore::left(const OperatorId &who, Timestamp now)
{
    m_transaction.change(updateLeft, now, who);
}

void AttendanceStore::everybodyLeft(Timestamp now)
{
    m_transaction.change(updateEverybodyLeft, now);
}

} // namespace deskbell::server
