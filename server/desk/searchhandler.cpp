#include "server/desk/searchhandler.h"

#include "server/desk/access.h"
#include "server/desk/answerbudget.h"
#include "server/desk/chatnews.h"

namespace deskbell::server {

namespace {

constexpr int furthest = 10'000; // nobody turns that many pages, and each costs as much as all before it

} // namespace

Result<QList<SearchStore::Hit>> SearchHandler::find(const api::MessageSearch &command, const SearchQuery &query,
                                                    const SearchStore::Page &page)
{
    SearchStore store(m_request.transaction);
    const Caller &caller = m_request.caller;
    if (command.chatId) {
        if (const auto head = Access::chat(m_request, *command.chatId); !head)
            return head.error();
        return store.inChat(query, *command.chatId, page);
    }
    if (caller.isVisitor())
        return store.ofVisitor(query, caller.visitorId, page);
    if (command.scope == api::SearchScope::Mine)
        return store.ofOperator(query, caller.operatorId, page);
    return store.everywhere(query, page);
}

Result<api::MessageSearchAnswer> SearchHandler::handle(const api::MessageSearch &command)
{
    bool isNumber = true;
    const int offset = command.cursor ? command.cursor->toInt(&isNumber) : 0;
    if (!isNumber || offset < 0 || offset > furthest)
        return Error::invalid(QStringLiteral("cursor"), QStringLiteral("must be the `next` of the page before"));
    const SearchQuery query(command.query);
    api::MessageSearchAnswer answer;
    if (query.isEmpty()) // nothing but punctuation, as one types
        return answer;
    auto hits = find(command, query, {offset, command.limit + 1}); // one more tells whether there are more
    if (!hits)
        return hits.error();
    AnswerBudget budget;
    for (SearchStore::Hit &hit : *hits) {
        const auto given = int(answer.hits.size());
        if (given == command.limit || !budget.take(hit.message)) {
            if (offset + given <= furthest)
                answer.next = QString::number(offset + given);
            break;
        }
        const QString excerpt = query.highlighted(hit.message.text);
        answer.hits.append({std::move(hit.message), excerpt, hit.visitorName});
    }
    return answer;
}

Result<api::ChatListAnswer> SearchHandler::handle(const api::ChatSearch &command)
{
    if (command.cursor && !ChatId::fromString(*command.cursor))
        return Error::invalid(QStringLiteral("cursor"), QStringLiteral("must be the `next` of the page before"));
    api::ChatListAnswer answer;
    const SearchQuery query(command.query.value_or(QString()));
    if (command.query && query.isEmpty()) // nothing but punctuation, as one types
        return answer;
    const QList<ChatId> found = SearchStore(m_request.transaction)
                                    .chats(query,
                                           {command.departmentId, command.operatorId, command.tag, command.priority,
                                            command.status, command.cursor, command.limit + 1});
    ChatNews news(m_request);
    AnswerBudget budget;
    for (const ChatId &id : found) {
        const api::Chat chat = news.find(id);
        if (answer.chats.size() == command.limit || !budget.take(chat)) {
            answer.next = answer.chats.last().id.toString();
            break;
        }
        answer.chats.append(chat);
    }
    return answer;
}

} // namespace deskbell::server
