#include "server/desk/chathandler.h"

#include "server/desk/access.h"
#include "server/desk/answerbudget.h"
#include "server/desk/chatnews.h"
#include "server/desk/messagehandler.h"
#include "server/desk/prechatform.h"
#include "server/desk/queuehandler.h"
#include "server/desk/settinghandler.h"
#include "server/store/chatstore.h"
#include "server/store/departmentstore.h"
#include "server/store/visitorstore.h"

namespace deskbell::server {

Result<api::ChatStartAnswer> ChatHandler::handle(const api::ChatStart &command)
{
    if (m_request.caller.isOperator())
        return Error(ErrorCode::Forbidden, QStringLiteral("Chats are started by visitors."));
    QString answers;
    std::optional<QString> address = command.address;
    if (command.answers) {
        const PreChatForm form(SettingHandler(m_request).settings().form);
        const auto read = form.read(command);
        if (!read)
            return read.error();
        answers = *read;
        address = form.address(command);
    }
    api::ChatStartAnswer answer;
    const auto met = meet({command.name, command.email, command.page, {}, {}, {}, address}, answer.token);
    if (!met)
        return met.error();
    const Caller &author = *met;
    const VisitorId visitor = author.visitorId;
    ChatStore chats(m_request.transaction);
    if (command.departmentId && !DepartmentStore(m_request.transaction).find(*command.departmentId))
        return ErrorCode::DepartmentNotFound;
    std::optional<ChatId> open = chats.openOf(visitor);
    if (!open)
        open = openedBefore(author, command);
    const ChatId id = open.value_or(ChatId::generate());
    if (!open) {
        // Told now or on an earlier page; the visitor was written above, so it is there.
        const std::optional<QString> page = VisitorStore(m_request.transaction).find(visitor)->page;
        chats.create(id, visitor, page, m_request.now, {command.departmentId, command.subject});
    }
    Outbox said; // heard of after the chat itself
    if (!open && !answers.isEmpty())
        MessageHandler(m_request).note(*chats.head(id), answers, said);
    if (command.text) {
        Request asAuthor{m_request.transaction, author, said, m_request.presence, m_request.typing, m_request.now};
        const auto sent = MessageHandler(asAuthor).handle(api::MessageSend{id, *command.text, command.clientId});
        if (!sent)
            return sent.error();
    }
    ChatNews news(m_request);
    if (!open)
        news.publish(api::ChatStarted{{news.find(id)}});
    m_request.outbox.append(said);
    if (!open)
        QueueHandler(m_request).fill();
    answer.chat = Access::forVisitors(news.find(id));
    return answer;
}

Result<Caller> ChatHandler::meet(const VisitorHandler::Introduction &words, std::optional<QString> &token)
{
    VisitorHandler visitors(m_request);
    if (!m_request.caller.isVisitor()) {
        const VisitorHandler::Welcome welcome = visitors.welcome(words);
        token = welcome.token;
        return welcome.caller;
    }
    const auto known = visitors.introduce(m_request.caller.visitorId, words);
    if (!known)
        return known.error();
    if (words.address)
        visitors.tell(*known);
    return m_request.caller;
}

std::optional<ChatId> ChatHandler::openedBefore(const Caller &author, const api::ChatStart &command)
{
    if (!command.text || !command.clientId)
        return std::nullopt;
    ChatStore chats(m_request.transaction);
    const QList<api::Chat> last = chats.endedOf(author.visitorId, {{}, 1});
    if (last.isEmpty())
        return std::nullopt;
    Request asAuthor{m_request.transaction, author,           m_request.outbox,
                     m_request.presence,    m_request.typing, m_request.now};
    const ChatId id = last.first().id;
    const auto sent = MessageHandler(asAuthor).earlier(*chats.head(id), {id, *command.text, command.clientId});
    return sent && *sent ? std::optional(id) : std::nullopt; // another text is another request
}

QList<api::Chat> ChatHandler::list(const api::ChatList &command, int limit)
{
    ChatStore chats(m_request.transaction);
    const Caller &caller = m_request.caller;
    const ChatStore::Page page{command.cursor, limit, command.departmentId};
    if (caller.isVisitor())
        return command.scope == api::ChatScope::Ended ? chats.endedOf(caller.visitorId, page)
                                                      : chats.of(caller.visitorId, page);
    if (command.visitorId) {
        return command.scope == api::ChatScope::Ended ? chats.endedOf(*command.visitorId, page)
                                                      : chats.of(*command.visitorId, page);
    }
    switch (command.scope) {
    case api::ChatScope::Queue:
        return chats.waiting(page);
    case api::ChatScope::Mine:
        return chats.heldBy(caller.operatorId, page);
    case api::ChatScope::All:
        return chats.all(page);
    case api::ChatScope::Ended:
        return chats.ended(page);
    }
    Q_UNREACHABLE();
}

Result<api::ChatListAnswer> ChatHandler::handle(const api::ChatList &command)
{
    if (command.cursor && !ChatId::fromString(*command.cursor))
        return Error::invalid(QStringLiteral("cursor"), QStringLiteral("must be the `next` of the page before"));
    api::ChatListAnswer answer;
    const QList<api::Chat> found = list(command, command.limit + 1); // one more than asked tells whether there are more
    AnswerBudget budget;
    const auto end = std::find_if_not(found.begin(), found.begin() + std::min<qsizetype>(found.size(), command.limit),
                                      [&](const api::Chat &chat) { return budget.take(chat); });
    answer.chats = QList<api::Chat>(found.begin(), end);
    if (answer.chats.size() < found.size())
        answer.next = answer.chats.last().id.toString();
    for (api::Chat &chat : answer.chats) {
        m_request.presence.complete(chat);
        chat = Access::shownTo(m_request.caller, chat);
    }
    return answer;
}

Result<api::Chat> ChatHandler::handle(const api::ChatGet &command)
{
    const auto head = Access::chat(m_request, command.chatId);
    if (!head)
        return head.error();
    return ChatNews(m_request).answer(command.chatId);
}

Result<api::Chat> ChatHandler::handle(const api::ChatClaim &command)
{
    const auto head = Access::chat(m_request, command.chatId);
    if (!head)
        return head.error();
    if (m_request.caller.isApiKey)
        return Error(ErrorCode::Forbidden, QStringLiteral("An API key cannot hold a chat."));
    const ChatHead &seen = **head;
    if (seen.status == api::ChatStatus::Ended)
        return ErrorCode::ChatEnded;
    if (seen.status == api::ChatStatus::Active && seen.operatorId == m_request.caller.operatorId)
        return ChatNews(m_request).answer(command.chatId); // a claim sent twice has been granted
    if (seen.status == api::ChatStatus::Active)
        return Error(ErrorCode::ChatAlreadyClaimed,
                     QStringLiteral("%1 has claimed this chat.").arg(seen.operatorName.value_or(QString())));
    if (m_request.caller.operatorId.isNull())
        return Error(ErrorCode::Forbidden, QStringLiteral("Only an operator can hold a chat."));
    if (!ChatStore(m_request.transaction).claim(seen, m_request.caller.operatorId, m_request.now))
        return ErrorCode::ChatAlreadyClaimed;
    ChatNews news(m_request);
    const api::Chat chat = news.find(command.chatId);
    news.publish(api::ChatClaimed{{chat}});
    return chat;
}

Result<api::Chat> ChatHandler::handle(const api::ChatEnd &command)
{
    const auto head = Access::chat(m_request, command.chatId);
    if (!head)
        return head.error();
    const ChatHead &seen = **head;
    if (!Access::mayEnd(m_request.caller, seen))
        return Error(ErrorCode::Forbidden,
                     seen.status == api::ChatStatus::Waiting ? QStringLiteral("Claim the chat first.")
                                                             : QStringLiteral("Another operator holds this chat."));
    if (seen.status == api::ChatStatus::Ended)
        return ChatNews(m_request).answer(command.chatId);
    ChatStore(m_request.transaction).end(seen, command.reason, m_request.now);
    ChatNews news(m_request);
    const api::Chat chat = news.find(command.chatId);
    news.publish(api::ChatHasEnded{{chat}});
    QueueHandler(m_request).fill();
    return Access::shownTo(m_request.caller, chat);
}

} // namespace deskbell::server
