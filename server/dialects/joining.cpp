#include "server/dialects/joining.h"

namespace deskbell::server::dialects {

void joinChat(Gate &gate, const Vocabulary &vocabulary, const EventCall &call, const ChatId &chat, int messages,
              std::function<void(const Conversation &)> joined)
{
    gate.perform<Conversation>(
        api::Effect::Read, call.caller(),
        [chat, messages](Request &request) { return conversation(request, chat, messages); },
        [&vocabulary, call, joined = std::move(joined)](const Result<Conversation> &found, const Outbox &) {
            if (!found)
                return call.refuse(found.error());
            if (!call.socket())
                return;
            const QByteArray id = found->chat.id.toString().toLatin1();
            call.socket()->leave(vocabulary.leftRoom(id));
            call.socket()->join(vocabulary.chatRoom(id));
            joined(*found);
        });
}

Error unbound()
{
    return {ErrorCode::UnknownOperation, QStringLiteral("This server does not offer that.")};
}

void refuseUnbound(const EventCall &call)
{
    call.refuse(unbound());
}

QString nameOf(const Gate &gate, const Caller &caller)
{
    return caller.isOperator() ? gate.aliases().of(caller.operatorId) : gate.aliases().of(caller.visitorId);
}

} // namespace deskbell::server::dialects
