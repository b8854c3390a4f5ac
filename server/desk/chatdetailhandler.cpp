#include "server/desk/chatdetailhandler.h"

#include "server/desk/chatnews.h"
#include "server/desk/tags.h"
#include "server/store/chatstore.h"

namespace deskbell::server {

namespace {

constexpr qsizetype mostTags = 50;
constexpr int mostRatings = 2; // the first and one change

} // namespace

Result<ChatHead> ChatDetailHandler::toDescribe(const ChatId &id)
{
    const auto head = Access::chat(m_request, id);
    if (!head)
        return head.error();
    if (!Access::mayDescribe(m_request.caller, **head))
        return Error(ErrorCode::Forbidden, QStringLiteral("Another operator holds this chat."));
    return ChatHead(**head);
}

Result<api::Chat> ChatDetailHandler::write(const ChatHead &head, const api::Chat &before, const api::Chat &after)
{
    if (after == before)
        return before;
    if (!ChatStore(m_request.transaction).describe(head, after))
        return ErrorCode::ChatChanged;
    ChatNews news(m_request);
    const api::Chat chat = news.find(head.id);
    if (before.subject != after.subject)
        news.publish(api::ChatUpdated{{chat}});
    else
        news.publishToOperators(api::ChatUpdated{{chat}}); // nothing that the visitor could see
    return chat;
}

Result<api::Chat> ChatDetailHandler::handle(const api::ChatUpdate &command)
{
    const auto head = toDescribe(command.chatId);
    if (!head)
        return head.error();
    const api::Chat before = ChatNews(m_request).find(command.chatId);
    api::Chat after = before;
    if (command.subject)
        after.subject = command.subject->trimmed().isEmpty() ? std::nullopt : command.subject;
    after.priority = command.priority.value_or(before.priority);
    return write(*head, before, after);
}

Result<api::Chat> ChatDetailHandler::handle(const api::ChatTag &command)
{
    const auto head = toDescribe(command.chatId);
    if (!head)
        return head.error();
    const auto add = cleanTags("add", command.add);
    if (!add)
        return add.error();
    const auto remove = cleanTags("remove", command.remove);
    if (!remove)
        return remove.error();
    const api::Chat before = ChatNews(m_request).find(command.chatId);
    api::Chat after = before;
    after.tags.removeIf([&](const QString &tag) { return remove->contains(tag); });
    for (const QString &tag : *add) {
        if (!after.tags.contains(tag))
            after.tags.append(tag);
    }
    if (after.tags.size() > mostTags)
        return Error::invalid(QStringLiteral("add"), QStringLiteral("would give the chat more than %1").arg(mostTags));
    std::sort(after.tags.begin(), after.tags.end());
    return write(*head, before, after);
}

Result<api::Chat> ChatDetailHandler::handle(const api::ChatRate &command)
{
    const auto head = Access::chat(m_request, command.chatId);
    if (!head)
        return head.error();
    const ChatHead seen = **head;
    if (!m_request.caller.isVisitor())
        return Error(ErrorCode::Forbidden, QStringLiteral("Chats are rated by their visitors."));
    if (seen.status == api::ChatStatus::Waiting)
        return ErrorCode::ChatNotActive;
    ChatNews news(m_request);
    const auto known = news.find(command.chatId).rating;
    if (known && known->score == command.score && known->comment == command.comment)
        return news.answer(command.chatId);
    ChatStore chats(m_request.transaction);
    if (chats.ratings(seen) >= mostRatings)
        return ErrorCode::AlreadyRated;
    if (!chats.rate(seen, {command.score, command.comment, m_request.now}))
        return ErrorCode::ChatChanged;
    news.publish(api::ChatRated{{news.find(command.chatId)}});
    return news.answer(command.chatId);
}

} // namespace deskbell::server
