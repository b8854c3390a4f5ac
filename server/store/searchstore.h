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
    /// What is not given is not asked for. Newest first; `before` is the id of the last chat of the page before.
    struct ChatFilter
    {
        std::optional<DepartmentId> departmentId;
        std::optional<OperatorId> operatorId;
        std::optional<QString> tag;
        std::optional<api::ChatPriority> priority;
        std::optional<api::ChatStatus> status;
        std::optional<QString> before;
        int limit = 50;
    };
    /// By the visitor's name and address, subject and tags. A query without words is none.
    QList<ChatId> chats(const SearchQuery &query, const ChatFilter &filter);
    QList<Hit> inChat(const SearchQuery &query, const ChatId &chat, const Page &page);

private:
    static QList<Hit> read(Query &&query);
    QString wording(const SearchQuery &query) const;
    const Sql &pick(const Sql &fullTextTable, const Sql &vector) const;

    Transaction &m_transaction;
};

} // namespace deskbell::server
