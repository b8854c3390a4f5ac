#include "server/dialects/addresses/addressesdialect.h"

#include "server/dialects/addresssearch.h"
#include "server/dialects/chats.h"
#include "server/dialects/messages.h"

namespace deskbell::server::dialects {

namespace {

Words wordsWith(const Aliases &aliases)
{
    return {.aliases = aliases,
            .chat = {{"id", chat::id},
                     {"status", chat::status},
                     {"visitorId", chat::visitorId},
                     {"name", chat::visitorName},
                     {"email", chat::visitorEmail},
                     {"operatorId", chat::holder},
                     {"createdAt", chat::createdAt},
                     {"endedAt", chat::endedAt},
                     {"token", chat::token},
                     {"address", chat::subject}},
            .message = {{"id", message::id},
                        {"chatId", message::chat},
                        {"seq", message::seq},
                        {"senderId", message::sender},
                        {"senderType", message::senderType},
                        {"senderName", message::senderName},
                        {"content", message::text},
                        {"createdAt", message::createdAt}}};
}

} // namespace

AddressesDialect::AddressesDialect(Gate &gate, RestEndpoint &rest)
    : Vocabulary("addresses", gate, wordsWith(gate.aliases()))
{
    const Fields beginning{
        needed("name", &Asked::name, api::shortText),           optional("userId", &Asked::userId, api::shortText),
        optional("userHash", &Asked::userHash, api::shortText), optional("address", &Asked::address, api::addressText),
        optional("email", &Asked::email, api::shortText),       optional("message", &Asked::text, api::messageText)};
    const Fields saying{needed("chatId", &Asked::chat), needed("content", &Asked::text, api::messageText)};
    serve(rest,
          {{"GET", "/api/addresses", {}, searchAddresses},
           {"POST", "/api/chats", beginning, startChat, 201},
           {"DELETE", "/api/chats/{chat}", {}, endChat},
           {"POST", "/api/messages", saying, sendMessage, 201}});
    hear({{"chat message", saying, sendMessage}});
    tells("chat message", said<api::MessageSent>, words().message, To::Others);
}

} // namespace deskbell::server::dialects
