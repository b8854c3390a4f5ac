#include "server/dialects/sessions/sessionsdialect.h"

#include "server/dialects/chats.h"
#include "server/dialects/messages.h"
#include "server/dialects/people.h"

namespace deskbell::server::dialects {

namespace {

Words wordsWith(const Aliases &aliases)
{
    return {.aliases = aliases,
            .chatStatuses = {QLatin1String("waiting"), QLatin1String("active"), QLatin1String("closed")},
            .senderTypes = {QLatin1String("user"), QLatin1String("agent"), QLatin1String("system")},
            .chat = {{"id", chat::id},
                     {"sessionId", chat::id},
                     {"userId", chat::visitor},
                     {"userName", chat::visitorName},
                     {"operatorId", chat::holder},
                     {"operatorName", chat::holderName},
                     {"status", chat::status},
                     {"createdAt", chat::createdAt},
                     {"closedAt", chat::endedAt},
                     {"subject", chat::subject},
                     {"closeReason", chat::endReason},
                     {"token", chat::token}},
            // Those of `support` too, which shares the path.
            .message = {{"id", message::id},
                        {"sessionId", message::chat},
                        {"seq", message::seq},
                        {"senderId", message::sender},
                        {"senderType", message::senderType},
                        {"senderName", message::senderName},
                        {"message", message::text},
                        {"content", message::text},
                        {"timestamp", message::createdAt},
                        {"createdAt", message::createdAt}},
            .agent = {{"id", agent::id},
                      {"name", agent::name},
                      {"status", agent::status},
                      {"activeChats", agent::activeChats},
                      {"capacity", agent::capacity}}};
}

} // namespace

SessionsDialect::SessionsDialect(Gate &gate, RestEndpoint &rest)
    : Vocabulary("sessions", gate, wordsWith(gate.aliases()))
{
    const Fields beginning{
        optional("userId", &Asked::userId, api::shortText), optional("userHash", &Asked::userHash, api::shortText),
        optional("name", &Asked::name, api::shortText), optional("subject", &Asked::subject, api::shortText)};
    const Fields closing{optional("reason", &Asked::reason, api::shortText)};
    const Fields assigning{needed("sessionId", &Asked::chat), optional("strategy", &Asked::strategy)};
    const Fields status{needed("status", &Asked::status)};
    serve(rest,
          {{"GET", "/api/chat/sessions/active", {}, listOpenChats, 200, "sessions"},
           {"GET", "/api/chat/sessions/history", {}, listHistory, 200, "sessions"},
           {"POST", "/api/chat/sessions", beginning, startChat, 201},
           {"PUT", "/api/chat/sessions/{chat}/close", closing, endChat},
           {"GET", "/api/chat/messages/{chat}", {}, listMessages, 200, "messages"},
           {"GET", "/api/operators", {}, listOperators, 200, "operators"},
           {"GET", "/api/operators/online", {}, listOnlineOperators, 200, "operators"},
           {"GET", "/api/operators/available", {}, listAvailableOperators, 200, "operators"},
           {"POST", "/api/operators/assign", assigning, placeChat("session", "operator")},
           {"PUT", "/api/operators/{operator}/status", status, changeStatus}});
}

} // namespace deskbell::server::dialects
