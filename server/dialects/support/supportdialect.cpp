#include "server/dialects/support/supportdialect.h"

#include "server/dialects/chats.h"
#include "server/dialects/figures.h"
#include "server/dialects/messages.h"
#include "server/dialects/people.h"

namespace deskbell::server::dialects {

namespace {

constexpr json::Rule supportText = json::text(1, 1000);

Words wordsWith(const Aliases &aliases)
{
    return {.aliases = aliases,
            .senderTypes = {QLatin1String("user"), QLatin1String("agent"), QLatin1String("system")},
            .chat = {{"sessionId", chat::id},
                     {"userId", chat::visitor},
                     {"userType", user},
                     {"agentId", chat::holder},
                     {"status", chat::status},
                     {"createdAt", chat::createdAt},
                     {"endedAt", chat::endedAt},
                     {"endReason", chat::endReason},
                     {"token", chat::token}},
            .message = {{"id", message::id},
                        {"sessionId", message::chat},
                        {"seq", message::seq},
                        {"senderId", message::sender},
                        {"senderType", message::senderType},
                        {"message", message::text},
                        {"timestamp", message::createdAt}},
            .participant = {
                {"sessionId", participant::chat}, {"userId", participant::id}, {"userType", participant::type}}};
}

QByteArray figures(const Standing &now)
{
    return Shape()
        .with("waitingSessions", now.waiting)
        .with("activeSessions", now.active)
        .with("onlineAgents", now.online)
        .with("availableAgents", now.available)
        .done();
}

} // namespace

SupportDialect::SupportDialect(Gate &gate, RestEndpoint &rest) : Vocabulary("support", gate, wordsWith(gate.aliases()))
{
    const Fields person{needed("userId", &Asked::userId, api::shortText), optional("userType", &Asked::userType),
                        optional("userHash", &Asked::userHash, api::shortText),
                        optional("name", &Asked::name, api::shortText)};
    const Fields ending{optional("reason", &Asked::reason, api::shortText)};
    const Fields text{needed("message", &Asked::text, supportText)};
    serve(rest,
          {{"POST", "/api/auth/token", person, issueToken},
           {"POST", "/api/chat/start-session", person, startRoutedChat, 201},
           {"GET", "/api/chat/session/{chat}", {}, getChat},
           {"POST", "/api/chat/end-session/{chat}", ending, endChat},
           {"POST", "/api/chat/send-message/{chat}", text, sendMessage, 201},
           {"GET", "/api/chat/stats", {}, reportStanding(figures)}});

    const Fields naming{needed("sessionId", &Asked::chat)};
    const Fields saying{needed("sessionId", &Asked::chat), needed("message", &Asked::text, supportText)};
    const Renaming<Conversation> joined{
        {"sessionId", chat::id}, {"status", chat::status}, {"session", chat::itself}, {"messages", chat::messages}};
    const Renaming<Participant> typing{
        {"sessionId", participant::chat}, {"userId", participant::id}, {"isTyping", participant::isTyping}};
    hear({{"join_session", naming, joinChat(joined), "session_joined"},
          {"send_message", saying, sendMessage},
          {"typing_start", naming, startTyping},
          {"typing_stop", naming, stopTyping}});
    tells("new_message", said<api::MessageSent>, words().message);
    tells("user_joined", arrived<api::ChatClaimed>, words().participant);
    tells("user_left", departed, words().participant);
    tells("user_joined", arrived<api::ChatTransferred>, words().participant);
    tells("session_ended", changed<api::ChatHasEnded>, words().chat);
    tells("user_typing", typed, typing, To::Others);
    tellsJoining("user_joined", "user_left");
}

} // namespace deskbell::server::dialects
