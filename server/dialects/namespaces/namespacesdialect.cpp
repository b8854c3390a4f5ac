#include "server/dialects/namespaces/namespacesdialect.h"

#include "server/dialects/chats.h"
#include "server/dialects/messages.h"

namespace deskbell::server::dialects {

namespace {

Words wordsWith(const Aliases &aliases)
{
    return {.aliases = aliases,
            .chat = {{"id", chat::id},
                     {"chatId", chat::id},
                     {"userId", chat::visitor},
                     {"userName", chat::visitorName},
                     {"adminId", chat::holder},
                     {"status", chat::status},
                     {"createdAt", chat::createdAt},
                     {"endedAt", chat::endedAt},
                     {"messages", chat::messages}},
            .message = {{"id", message::id},
                        {"chatId", message::chat},
                        {"seq", message::seq},
                        {"senderId", message::sender},
                        {"senderType", message::senderType},
                        {"receiverId", message::receiver},
                        {"content", message::text},
                        {"timestamp", message::createdAt}},
            .errorCodes = {{ErrorCode::ChatAlreadyClaimed, "chat_already_assigned"}}};
}

} // namespace

NamespacesDialect::NamespacesDialect(Gate &gate, Side side)
    : Vocabulary(side == Side::Admin ? "admin" : "user", gate, wordsWith(gate.aliases()))
{
    const Fields beginning{optional("name", &Asked::name, api::shortText),
                           optional("message", &Asked::text, api::messageText),
                           optional("content", &Asked::text, api::messageText)};
    const Fields saying{needed("chatId", &Asked::chat), optional("senderId", &Asked::senderId),
                        needed("content", &Asked::text, api::messageText)};
    const Fields naming{needed("chatId", &Asked::chat)};
    const Fields ending{needed("chatId", &Asked::chat), optional("reason", &Asked::reason, api::shortText)};
    const Renaming<Conversation> assigned{
        {"chatId", chat::id}, {"adminId", chat::holder}, {"adminName", chat::holderName}, {"userId", chat::visitor}};
    const Renaming<Conversation> ended{{"chatId", chat::id},
                                       {"adminId", chat::holder},
                                       {"userId", chat::visitor},
                                       {"reason", chat::endReason},
                                       {"endedAt", chat::endedAt}};
    if (side == Side::Admin) {
        hear({{"get_unassigned_chats", {}, listQueue, "unassigned_chats"},
              {"assign_chat", naming, claimChat},
              {"admin_message", saying, sendMessage}});
        tells("new_chat_request", begun, words().chat);
        tells("new_chat_request", changed<api::ChatReleased>, words().chat);
    } else {
        hear({{"start_chat", beginning, startOwnChat, "chat_started"}, {"user_message", saying, sendMessage}});
        tells("chat_started", begun, words().chat);
    }
    hear({{"end_chat", ending, endChat}});
    tells("chat_assigned", changed<api::ChatClaimed>, assigned);
    tells("chat_assigned", changed<api::ChatTransferred>, assigned);
    tells("chat_ended", changed<api::ChatHasEnded>, ended);
    tells("new_message", said<api::MessageSent>, words().message);
}

} // namespace deskbell::server::dialects
