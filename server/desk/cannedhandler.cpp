#include "server/desk/cannedhandler.h"

#include "server/desk/access.h"
#include "server/desk/answerbudget.h"
#include "server/desk/audithandler.h"
#include "server/desk/cannedtext.h"
#include "server/desk/settinghandler.h"
#include "server/store/cannedstore.h"
#include "server/store/chatstore.h"

namespace deskbell::server {

namespace {

constexpr int mostReplies = 1000;

} // namespace

Result<api::CannedReply> CannedHandler::put(const api::CannedReply &reply, const char *action)
{
    const QStringList unknown = CannedText(reply.text).unknownVariables();
    if (!unknown.isEmpty())
        return Error::invalid(QStringLiteral("text"),
                              QStringLiteral("must have no variables but %1; {{%2}} is none")
                                  .arg(CannedText::knownVariables().join(QLatin1String(", ")), unknown.first()));
    if (!CannedStore(m_request.transaction).put(reply))
        return ErrorCode::CannedExists;
    AuditHandler(m_request).record(action, reply.id.toString(), reply.shortcut);
    Audience audience;
    m_request.outbox.publish(audience.operators(), api::CannedUpdated{reply});
    return reply;
}

Result<api::CannedReply> CannedHandler::handle(const api::CannedCreate &command)
{
    if (CannedStore(m_request.transaction).count() >= mostReplies)
        return Error(ErrorCode::InvalidRequest,
                     QStringLiteral("There are %1 canned replies already.").arg(mostReplies));
    return put(
        {CannedId::generate(), command.shortcut.trimmed(), command.title, command.text, m_request.now, m_request.now},
        "canned.created");
}

Result<api::CannedReply> CannedHandler::handle(const api::CannedUpdate &command)
{
    auto reply = CannedStore(m_request.transaction).find(command.cannedId);
    if (!reply)
        return ErrorCode::CannedNotFound;
    reply->shortcut = command.shortcut ? command.shortcut->trimmed() : reply->shortcut;
    reply->title = command.title.value_or(reply->title);
    reply->text = command.text.value_or(reply->text);
    reply->updatedAt = m_request.now;
    return put(*reply, "canned.updated");
}

Result<Nothing> CannedHandler::handle(const api::CannedDelete &command)
{
    if (!CannedStore(m_request.transaction).remove(command.cannedId))
        return ErrorCode::CannedNotFound;
    AuditHandler(m_request).record("canned.deleted", command.cannedId.toString());
    Audience audience;
    m_request.outbox.publish(audience.operators(), api::CannedDeleted{command.cannedId});
    return Nothing{};
}

Result<api::CannedListAnswer> CannedHandler::handle(const api::CannedList &command)
{
    api::CannedListAnswer answer;
    AnswerBudget budget;
    const auto replies = CannedStore(m_request.transaction).after(command.after.value_or(QString()));
    for (const api::CannedReply &reply : replies) {
        if (!budget.take({reply.shortcut, reply.title, reply.text})) {
            answer.next = answer.replies.last().shortcut;
            break;
        }
        answer.replies.append(reply);
    }
    return answer;
}

Result<api::CannedRenderAnswer> CannedHandler::handle(const api::CannedRender &command)
{
    if (const auto head = Access::chat(m_request, command.chatId); !head)
        return head.error();
    const auto reply = CannedStore(m_request.transaction).find(command.cannedId);
    if (!reply)
        return ErrorCode::CannedNotFound;
    const api::Chat chat = ChatStore(m_request.transaction).find(command.chatId).value();
    const QHash<QString, QString> values{
        {QStringLiteral("visitor.name"), chat.visitorName},
        {QStringLiteral("visitor.email"), chat.visitorEmail.value_or(QString())},
        {QStringLiteral("operator.name"), m_request.caller.name},
        {QStringLiteral("desk.name"), SettingHandler(m_request).settings().deskName},
        {QStringLiteral("chat.page"), chat.page.value_or(QString())},
    };
    return api::CannedRenderAnswer{CannedText(reply->text).filled(values)};
}

} // namespace deskbell::server
