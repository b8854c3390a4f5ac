#pragma once

#include "server/store/searchquery.h"
#include "server/store/transaction.h"

namespace deskbell::server {

/// Full-text search over messages, best first and of equals the newest: FTS5 or tsvector, by the dialect. The index
/// follows the messages by itself (0003_people.sql).
class SearchStore
{
public:
    explicit SearchStore(Transaction &transaction) : m_transaction(transaction) { }

    struct Hit
    {
        api::Message message;
        QString visitorName;
    };
    struct Page
    {
        int offset = 0;
        int limit = 20;
    };
    QList<Hit> everywhere(const SearchQuery &query, const Page &page);
    QList<Hit> ofVisitor(const SearchQuery &query, const VisitorId &visitor, const Page &page);
    QList<Hit> ofOperator(const SearchQuery &query, const OperatorId &holder, const Page &page);
    QList<Hit> inChat(const SearchQuery &query, const ChatId &chat, const Page &page);

private:
    static QList<Hit> read(Query &&query);
    QString wording(const SearchQuery &query) const;
    const Sql &pick(const Sql &fullTextTable, const Sql &vector) const;

    Transaction &m_transaction;
};

} // namespace deskbell::server
