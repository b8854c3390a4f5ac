#include "server/store/searchstore.h"

namespace deskbell::server {

namespace {

// In the order of the fields of api::Message, and the visitor's name.
#define HIT_COLUMNS                                                                                                    \
    "SELECT message.id, chat.id, message.seq, message.senderId, message.senderType, message.senderName, message.text," \
    " message.clientId, message.createdAt, message.attachments, 0, message.editedAt, message.deletedAt,"               \
    " message.change, message.replyToSeq, visitor.name "

// Sorted before anything is joined to it. What half of all messages begin a word with is looked for in the newest of
// them: ranking takes a third of a second at half a million, and who has typed a single letter types on.
#define NEWEST " LIMIT 5000"

const Sql fts5Everywhere{HIT_COLUMNS
                         "FROM (SELECT place, score FROM (SELECT rowid AS place, rank AS score FROM messageSearch"
                         " WHERE messageSearch MATCH ? ORDER BY rowid DESC" NEWEST ") AS newest"
                         " ORDER BY score, place DESC LIMIT ? OFFSET ?) AS hit"
                         " JOIN message ON message.chat = hit.place / 16777216 AND message.seq = hit.place % 16777216"
                         " JOIN chat ON chat.key = message.chat JOIN visitor ON visitor.id = chat.visitorId"
                         " ORDER BY hit.score, hit.place DESC"};
const Sql vectorEverywhere{HIT_COLUMNS
                           "FROM (SELECT newest.chat, newest.seq, ts_rank(newest.words, wanted) AS score"
                           " FROM to_tsquery('simple', ?) AS wanted CROSS JOIN LATERAL"
                           " (SELECT said.chat, said.seq, said.words FROM message AS said WHERE said.words @@ wanted"
                           " ORDER BY said.chat DESC, said.seq DESC" NEWEST ") AS newest"
                           " ORDER BY score DESC, newest.chat DESC, newest.seq DESC LIMIT ? OFFSET ?) AS hit"
                           " JOIN message ON message.chat = hit.chat AND message.seq = hit.seq"
                           " JOIN chat ON chat.key = message.chat JOIN visitor ON visitor.id = chat.visitorId"
                           " ORDER BY hit.score DESC, hit.chat DESC, hit.seq DESC"};

// A few chats are looked through one by one (CROSS JOIN fixes SQLite's order), however much others have said.
#define FTS5_IN_CHATS(CONDITION)                                                                                       \
    HIT_COLUMNS "FROM chat CROSS JOIN messageSearch CROSS JOIN message CROSS JOIN visitor"                             \
                " WHERE messageSearch MATCH ? AND " CONDITION " = ?"                                                   \
                " AND messageSearch.rowid BETWEEN chat.key * 16777216 AND chat.key * 16777216 + 16777215"              \
                " AND message.chat = chat.key AND message.seq = messageSearch.rowid % 16777216"                        \
                " AND visitor.id = chat.visitorId"                                                                     \
                " ORDER BY messageSearch.rank, messageSearch.rowid DESC LIMIT ? OFFSET ?"

#define VECTOR_SEARCH(CONDITION)                                                                                       \
    HIT_COLUMNS "FROM to_tsquery('simple', ?) AS wanted, message JOIN chat ON chat.key = message.chat"                 \
                " JOIN visitor ON visitor.id = chat.visitorId WHERE message.words @@ wanted" CONDITION                 \
                " ORDER BY ts_rank(message.words, wanted) DESC, message.createdAt DESC, message.chat DESC,"            \
                " message.seq DESC LIMIT ? OFFSET ?"

const Sql fts5OfVisitor{FTS5_IN_CHATS("chat.visitorId")};
const Sql fts5OfOperator{FTS5_IN_CHATS("chat.operatorId")};
const Sql fts5InChat{FTS5_IN_CHATS("chat.id")};
const Sql vectorOfVisitor{VECTOR_SEARCH(" AND chat.visitorId = ?")};
const Sql vectorOfOperator{VECTOR_SEARCH(" AND chat.operatorId = ?")};
const Sql vectorInChat{VECTOR_SEARCH(" AND chat.id = ?")};

// PostgreSQL has to be told what a lone NULL would be. Tags stand one a line.
#define IS(COLUMN) " AND (CAST(? AS TEXT) IS NULL OR chat." COLUMN " = ?)"
#define CHATS_WITH(WORDS, NEWLINE)                                                                                     \
    "SELECT chat.id FROM chat WHERE chat.id < ?" WORDS IS("departmentId") IS("operatorId") IS("priority")              \
        IS("status") " AND (CAST(? AS TEXT) IS NULL OR replace(" NEWLINE " || chat.tags || " NEWLINE ", " NEWLINE      \
                     " || ? || " NEWLINE ", '') <> " NEWLINE " || chat.tags || " NEWLINE                               \
                     ") ORDER BY chat.id DESC LIMIT ?"

const Sql fts5Chats{CHATS_WITH(" AND chat.key IN (SELECT rowid FROM chatSearch WHERE chatSearch MATCH ?)", "char(10)")};
const Sql vectorChats{CHATS_WITH(" AND chat.words @@ to_tsquery('simple', ?)", "chr(10)")};
const Sql sqliteAnyChats{CHATS_WITH("", "char(10)")};
const Sql postgresqlAnyChats{CHATS_WITH("", "chr(10)")};

/// Sorts behind every id.
const QString behindAll = QStringLiteral("g");

} // namespace

const Sql &SearchStore::pick(const Sql &fullTextTable, const Sql &vector) const
{
    return m_transaction.database().dialect().fullTextTable ? fullTextTable : vector;
}

QString SearchStore::wording(const SearchQuery &query) const
{
    return m_transaction.database().dialect().fullTextTable ? query.forFts5() : query.forTsQuery();
}

QList<SearchStore::Hit> SearchStore::read(Query &&query)
{
    QList<Hit> hits;
    while (query.next()) {
        int at = 0;
        auto message = query.row<api::Message>(at);
        hits.append({std::move(message), query.get<QString>(at)});
    }
    return hits;
}

QList<ChatId> SearchStore::chats(const SearchQuery &query, const ChatFilter &filter)
{
    m_transaction.flush();
    const QString before = filter.before.value_or(behindAll);
    const auto read = [&](const Sql &sql, const auto &...words) {
        QList<ChatId> ids;
        Query found = m_transaction.query(sql, before, words..., filter.departmentId, filter.departmentId,
                                          filter.operatorId, filter.operatorId, filter.priority, filter.priority,
                                          filter.status, filter.status, filter.tag, filter.tag, filter.limit);
        while (found.next())
            ids.append(found.get<ChatId>(0));
        return ids;
    };
    if (query.isEmpty())
        return read(pick(sqliteAnyChats, postgresqlAnyChats));
    return read(pick(fts5Chats, vectorChats), wording(query));
}

QList<SearchStore::Hit> SearchStore::everywhere(const SearchQuery &query, const Page &page)
{
    return read(m_transaction.query(pick(fts5Everywhere, vectorEverywhere), wording(query), page.limit, page.offset));
}

QList<SearchStore::Hit> SearchStore::ofVisitor(const SearchQuery &query, const VisitorId &visitor, const Page &page)
{
    return read(
        m_transaction.query(pick(fts5OfVisitor, vectorOfVisitor), wording(query), visitor, page.limit, page.offset));
}

QList<SearchStore::Hit> SearchStore::ofOperator(const SearchQuery &query, const OperatorId &holder, const Page &page)
{
    return read(
        m_transaction.query(pick(fts5OfOperator, vectorOfOperator), wording(query), holder, page.limit, page.offset));
}

QList<SearchStore::Hit> SearchStore::inChat(const SearchQuery &query, const ChatId &chat, const Page &page)
{
    return read(m_transaction.query(pick(fts5InChat, vectorInChat), wording(query), chat, page.limit, page.offset));
}

} // namespace deskbell::server
