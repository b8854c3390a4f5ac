#include "server/dialects/rooms/roomsdialect.h"

#include "server/dialects/chats.h"
#include "server/dialects/figures.h"
#include "server/dialects/messages.h"
#include "server/dialects/people.h"

namespace deskbell::server::dialects {

namespace {

Words wordsWith(const Aliases &aliases)
{
    return {.aliases = aliases,
            .chatStatuses = {QLatin1String("waiting"), QLatin1String("active"), QLatin1String("closed")},
            .chat = {{"roomId", chat::id},
                     {"userId", chat::visitor},
                     {"userName", chat::visitorName},
                     {"agentId", chat::holder},
                     {"agentName", chat::holderName},
                     {"status", chat::status},
                     {"createdAt", chat::createdAt},
                     {"closedAt", chat::endedAt},
                     {"token", chat::token}},
            .message = {{"messageId", message::id},
                        {"roomId", message::chat},
                        {"seq", message::seq},
                        {"senderId", message::sender},
                        {"senderName", message::senderName},
                        {"content", message::text},
                        {"status", message::status},
                        {"createdAt", message::createdAt},
                        {"editedAt", message::editedAt},
                        {"deletedAt", message::deletedAt},
                        {"attachments", message::attachments},
                        {"highlight", message::highlight}},
            .agent = {{"id", agent::alias},
                      {"name", agent::name},
                      {"email", agent::email},
                      {"role", agent::role},
                      {"status", agent::status},
                      {"activeChats", agent::activeChats},
                      {"capacity", agent::capacity}},
            .person = {{"id", person::id}, {"name", person::name}, {"email", person::email}, {"role", person::role}},
            .participant = {{"roomId", participant::chat}, {"userId", participant::id}},
            .isWrapped = true};
}

QByteArray span(const api::StatsSpan &times)
{
    return Shape().with("medianMs", times.medianMs).with("p95Ms", times.p95Ms).done();
}

QByteArray rows(const QList<api::StatsRow> &all, QByteArrayView key)
{
    return listOf(all, [key](const api::StatsRow &row) {
        return Shape()
            .with(key, row.key)
            .with("name", row.name)
            .with("total", row.started)
            .with("claimed", row.claimed)
            .with("closed", row.ended)
            .with("messages", row.messages)
            .json("waitingTime", span(row.waiting))
            .json("firstResponseTime", span(row.firstResponse))
            .json("duration", span(row.duration))
            .done();
    });
}

QByteArray statistics(const Figures &found)
{
    const api::StatsRow &total = found.byDay.total;
    const QByteArray byStatus =
        Shape().with("waiting", found.now.waiting).with("active", found.now.active).with("closed", total.ended).done();
    return Shape()
        .with("total", total.started)
        .json("byStatus", byStatus)
        .json("waitingTime", span(total.waiting))
        .json("firstResponseTime", span(total.firstResponse))
        .json("duration", span(total.duration))
        .json("byAgent", rows(found.byAgent.rows, "agentId"))
        .json("byDay", rows(found.byDay.rows, "day"))
        .done();
}

} // namespace

RoomsDialect::RoomsDialect(Gate &gate, RestEndpoint &rest, Accounts &accounts)
    : Vocabulary("rooms", gate, wordsWith(gate.aliases()))
{
    serveAccounts(rest, accounts);
    serveRooms(rest);
    hearAll();
    tellAll();
}

void RoomsDialect::serveAccounts(RestEndpoint &rest, Accounts &accounts)
{
    const json::Rule emailText = json::text(3, 254);
    const Fields registering{needed("name", &Asked::name, api::shortText), needed("email", &Asked::email, emailText),
                             needed("password", &Asked::password, json::text(8, 1000))};
    const Fields entering{needed("email", &Asked::email, emailText),
                          needed("password", &Asked::password, json::text(1, 1000))};
    const Fields status{needed("status", &Asked::status)};
    const Renaming<Person> welcome{{"user", person::itself}, {"sessionId", person::token}};
    const Renaming<Person> valid{{"user", person::itself}, {"valid", yes}};
    serve(rest,
          {{"POST", "/api/auth/register", registering, accounts.signUp(welcome), 201},
           {"POST", "/api/auth/login", entering, accounts.signIn(welcome)},
           {"POST", "/api/auth/logout", {}, signOut},
           {"POST", "/api/auth/validate-session", {}, describeSelf(valid)},
           {"GET", "/api/auth/validate-session", {}, describeSelf(valid)},
           {"GET", "/api/auth/profile", {}, describeSelf(words().person)},
           {"PUT", "/api/auth/status", status, changeStatus},
           {"GET", "/api/auth/agents/online", {}, listOnlineOperators},
           {"GET", "/api/auth/agents/all", {}, listOperatorsForAdmins}});
}

void RoomsDialect::serveRooms(RestEndpoint &rest)
{
    const Fields assigning{needed("roomId", &Asked::chat), needed("agentId", &Asked::agent)};
    const Fields transferring = assigning + Fields{optional("note", &Asked::note, api::noteText)};
    serve(rest,
          {{"POST", "/api/chat/rooms", {}, startRoutedChat, 201},
           {"GET", "/api/chat/rooms", {}, listAllChats},
           {"GET", "/api/chat/rooms/agent", {}, listHeldChats},
           {"GET", "/api/chat/rooms/{chat}", {}, getChat},
           {"DELETE", "/api/chat/rooms/{chat}", {}, endChat},
           {"GET", "/api/chat/rooms/{chat}/messages", {}, listMessagesBefore},
           {"GET", "/api/chat/rooms/{chat}/search", {}, searchMessages},
           {"POST", "/api/chat/assign-agent", assigning, assignChat},
           {"POST", "/api/chat/transfer", transferring, transferChat},
           {"GET", "/api/chat/unread-count", {}, countUnread},
           {"GET", "/api/admin/chat-stats", {}, reportFigures(statistics)}});
}

void RoomsDialect::hearAll()
{
    const Fields room{needed("roomId", &Asked::chat)};
    const Fields saying = room + textAndFiles("content", "attachments")
        + Fields{optional("clientId", &Asked::clientId, api::clientIdText)};
    const Fields naming{needed("messageId", &Asked::message), optional("roomId", &Asked::chat)};
    const Fields editing = naming + Fields{needed("content", &Asked::text, api::messageText)};
    const Renaming<Conversation> history{{"roomId", chat::id}, {"messages", chat::messages}};
    hear({{"join-room", room, joinChat(history), "chat-history"},
          {"leave-room", room, leaveChat},
          {"send-message", saying, sendMessage},
          {"edit-message", editing, editMessage},
          {"delete-message", naming, deleteMessage},
          {"message-delivered", naming, setDelivered},
          {"message-read", naming, setRead},
          {"typing", room + Fields{optional("isTyping", &Asked::isTyping)}, setTyping},
          {"agent-status-update", {needed("status", &Asked::status)}, changeStatus},
          {"get-online-users", {}, listOnlineCustomers, "online-users"},
          {"get-online-agents", {}, listOnlineOperators, "online-agents"}});
}

void RoomsDialect::tellAll()
{
    const Renaming<Participant> typing{
        {"roomId", participant::chat}, {"userId", participant::id}, {"isTyping", participant::isTyping}};
    const Renaming<Person> presence{{"userId", person::id}, {"name", person::name}, {"status", person::status}};
    tells("new-message", said<api::MessageSent>, words().message);
    // How far a message has come is told by message-status-updated, and does not change with its text.
    const Renaming<Saying> changed = without(words().message, "status");
    tells("message-edited", said<api::MessageEdited>, changed);
    tells("message-deleted", said<api::MessageDeleted>, changed);
    tells("user-joined-room", arrived<api::ChatClaimed>, words().participant);
    tells("user-left-room", departed, words().participant);
    tells("user-joined-room", arrived<api::ChatTransferred>, words().participant);
    tells("user-typing", typed, typing, To::Others);
    tells("user-status-changed", seen, presence);
    tellsReceipts("message-status-updated",
                  {{"messageId", message::id}, {"roomId", message::chat}, {"status", message::status}});
    tellsJoining("user-joined-room", "user-left-room");
}

} // namespace deskbell::server::dialects
