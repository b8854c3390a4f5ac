#include "server/store/chatstore.h"

#include "server/store/offercolumns.h"

namespace deskbell::server {

namespace {

// Nobody counts further than that, and a chat that is never marked as read would be counted through each time.
#define UNREAD(READ_SEQ, SENDER)                                                                                       \
    " (SELECT count(*) FROM (SELECT 1 FROM message AS later WHERE later.chat = chat.key AND later.seq > " READ_SEQ     \
    " AND later.senderType = '" SENDER "' AND later.deletedAt IS NULL LIMIT 100) AS unread)"
#define UNREAD_OF_BOTH UNREAD("chat.visitorReadSeq", "operator") "," UNREAD("chat.operatorReadSeq", "visitor")

// In the order of the fields of api::Chat, and inside it of api::Message.
#define SELECT_CHATS                                                                                                   \
    "SELECT chat.id, chat.status, chat.visitorId, visitor.name, visitor.email, 0, chat.operatorId, operator.name,"     \
    " chat.page, chat.version, chat.lastSeq,"                                                                          \
    " message.id, chat.id, message.seq, message.senderId, message.senderType, message.senderName, message.text,"       \
    " message.clientId, message.createdAt, message.attachments, 0, message.editedAt, message.deletedAt, "              \
    "message.change, message.replyToSeq,"                                                                              \
    " chat.createdAt, chat.claimedAt, chat.endedAt, chat.endReason, chat.departmentId, chat.subject,"                  \
    " chat.priority, chat.tags, chat.ratingScore, chat.ratingComment, chat.ratedAt, chat.offerKind,"                   \
    " chat.offerOperatorId, chat.offerDepartmentId, chat.offeredBy, chat.offerNote, chat.offerUntil,"                  \
    " chat.lastChange, chat.visitorReadSeq, chat.visitorDeliveredSeq, chat.operatorReadSeq, "                          \
    "chat.operatorDeliveredSeq," UNREAD_OF_BOTH " FROM chat JOIN visitor ON visitor.id = chat.visitorId"               \
    " LEFT JOIN operator ON operator.id = chat.operatorId"                                                             \
    " LEFT JOIN message ON message.chat = chat.key AND message.seq = chat.lastSeq "

// Of any department when none is given; PostgreSQL has to be told what a lone NULL would be.
#define IN_DEPARTMENT "AND (CAST(? AS TEXT) IS NULL OR chat.departmentId = ?) "

const Sql selectOne{SELECT_CHATS "WHERE chat.id = ?"};
const Sql selectWaiting{SELECT_CHATS "WHERE chat.status = 'waiting' AND chat.id > ? " IN_DEPARTMENT
                                     "ORDER BY chat.id LIMIT ?"};
const Sql selectNotEnded{SELECT_CHATS
                         "WHERE chat.status IN ('waiting', 'active') AND chat.id > ? ORDER BY chat.id LIMIT ?"};
const Sql selectEnded{SELECT_CHATS "WHERE chat.status = 'ended' AND chat.id < ? " IN_DEPARTMENT
                                   "ORDER BY chat.id DESC LIMIT ?"};
const Sql selectAll{SELECT_CHATS "WHERE chat.id < ? " IN_DEPARTMENT "ORDER BY chat.id DESC LIMIT ?"};
const Sql selectHeld{SELECT_CHATS "WHERE chat.operatorId = ? AND chat.status = 'active' AND chat.id < ? " IN_DEPARTMENT
                                  "ORDER BY chat.id DESC LIMIT ?"};
const Sql selectOf{SELECT_CHATS "WHERE chat.visitorId = ? AND chat.id < ? ORDER BY chat.id DESC LIMIT ?"};
const Sql selectEndedOf{SELECT_CHATS "WHERE chat.visitorId = ? AND chat.status = 'ended' AND chat.id < ? "
                                     "ORDER BY chat.id DESC LIMIT ?"};

const Sql insertChat{"INSERT INTO chat (id, status, visitorId, page, createdAt, departmentId, subject)"
                     " VALUES (?, 'waiting', ?, ?, ?, ?, ?)"};
const Sql updateClaimed{"UPDATE chat SET status = 'active', operatorId = ?, claimedAt = ?, heldSince = ?," NO_OFFER
                        " version = version + 1 WHERE key = ? AND version = ? AND status = 'waiting'"};
const Sql updateEnded{"UPDATE chat SET status = 'ended', endedAt = ?, endReason = ?," NO_OFFER
                      " version = version + 1 WHERE key = ? AND version = ? AND status <> 'ended'"};
const Sql updateDetails{"UPDATE chat SET subject = ?, priority = ?, tags = ?, departmentId = ?, version = version + 1"
                        " WHERE key = ? AND version = ?"};
const Sql updateRating{"UPDATE chat SET ratingScore = ?, ratingComment = ?, ratedAt = ?, ratings = ratings + 1,"
                       " version = version + 1 WHERE key = ? AND version = ?"};
const Sql selectRatings{"SELECT ratings FROM chat WHERE key = ?"};
const Sql selectOpenIn{"SELECT id FROM chat WHERE departmentId = ? AND status <> 'ended' ORDER BY id"};
const Sql selectOpen{"SELECT id FROM chat WHERE visitorId = ? AND status <> 'ended'"};
const Sql selectVisitors{"SELECT DISTINCT visitorId FROM chat WHERE operatorId = ? AND status = 'active'"};

/// Sorts behind every id, as an empty text sorts before.
const QString behindAll = QStringLiteral("g");

QString before(const ChatStore::Page &page)
{
    return page.cursor.value_or(behindAll);
}

} // namespace

template <class... Values>
QList<api::Chat> ChatStore::select(const Sql &sql, const Values &...values)
{
    m_transaction.flush();
    QList<api::Chat> chats;
    Query query = m_transaction.query(sql, values...);
    while (query.next())
        chats.append(query.row<api::Chat>());
    return chats;
}

std::optional<api::Chat> ChatStore::find(const ChatId &id)
{
    const QList<api::Chat> found = select(selectOne, id);
    return found.isEmpty() ? std::nullopt : std::optional(found.first());
}

const ChatHead *ChatStore::head(const ChatId &id)
{
    return m_transaction.memory().chats.find(m_transaction, id);
}

void ChatStore::create(const ChatId &id, const VisitorId &visitor, const std::optional<QString> &page, Timestamp now,
                       const ChatTopic &topic)
{
    m_transaction.change(insertChat, id, visitor, page, now, topic.departmentId, topic.subject);
}

bool ChatStore::claim(const ChatHead &seen, const OperatorId &by, Timestamp now)
{
    const ChatHead known = seen; // settle() ends its life
    m_transaction.settle();
    return m_transaction.change(updateClaimed, by, now, now, known.key, known.version) == 1;
}

bool ChatStore::end(const ChatHead &seen, const std::optional<QString> &reason, Timestamp now)
{
    const ChatHead known = seen;
    m_transaction.settle();
    return m_transaction.change(updateEnded, now, reason, known.key, known.version) == 1;
}

bool ChatStore::describe(const ChatHead &seen, const api::Chat &chat)
{
    const ChatHead known = seen;
    m_transaction.settle();
    return m_transaction.change(updateDetails, chat.subject, chat.priority, chat.tags, chat.departmentId, known.key,
                                known.version)
        == 1;
}

bool ChatStore::rate(const ChatHead &seen, const api::ChatRating &rating)
{
    const ChatHead known = seen;
    m_transaction.settle();
    return m_transaction.change(updateRating, rating.score, rating.comment, rating.createdAt, known.key, known.version)
        == 1;
}

int ChatStore::ratings(const ChatHead &chat)
{
    Query query = m_transaction.query(selectRatings, chat.key);
    return query.next() ? query.get<int>(0) : 0;
}

QList<ChatId> ChatStore::openIn(const DepartmentId &department)
{
    QList<ChatId> ids;
    Query query = m_transaction.query(selectOpenIn, department);
    while (query.next())
        ids.append(query.get<ChatId>(0));
    return ids;
}

std::optional<ChatId> ChatStore::openOf(const VisitorId &visitor)
{
    Query query = m_transaction.query(selectOpen, visitor);
    return query.next() ? std::optional(query.get<ChatId>(0)) : std::nullopt;
}

QList<VisitorId> ChatStore::visitorsOf(const OperatorId &holder)
{
    QList<VisitorId> ids;
    Query query = m_transaction.query(selectVisitors, holder);
    while (query.next())
        ids.append(query.get<VisitorId>(0));
    return ids;
}

QList<api::Chat> ChatStore::waiting(const Page &page)
{
    return select(selectWaiting, page.cursor.value_or(QString()), page.departmentId, page.departmentId, page.limit);
}

QList<api::Chat> ChatStore::open(const Page &page)
{
    return select(selectNotEnded, page.cursor.value_or(QString()), page.limit);
}

QList<api::Chat> ChatStore::ended(const Page &page)
{
    return select(selectEnded, before(page), page.departmentId, page.departmentId, page.limit);
}

QList<api::Chat> ChatStore::all(const Page &page)
{
    return select(selectAll, before(page), page.departmentId, page.departmentId, page.limit);
}

QList<api::Chat> ChatStore::heldBy(const OperatorId &holder, const Page &page)
{
    return select(selectHeld, holder, before(page), page.departmentId, page.departmentId, page.limit);
}

QList<api::Chat> ChatStore::of(const VisitorId &visitor, const Page &page)
{
    return select(selectOf, visitor, before(page), page.limit);
}

QList<api::Chat> ChatStore::endedOf(const VisitorId &visitor, const Page &page)
{
    return select(selectEndedOf, visitor, before(page), page.limit);
}

} // namespace deskbell::server
