#include "server/dialects/chats.h"

#include "server/dialects/placing.h"

namespace deskbell::server::dialects {

namespace {

constexpr int mostListed = 200;
constexpr int recentMessages = 20;

/// Whom a new chat is of, by their token or by the userId that comes with it; what they are told of it too.
void beginWith(const Ask &ask,
               const std::function<void(const Gate::Identified &, const std::optional<QString> &)> &then)
{
    Credentials shown = ask.credentials();
    const Caller &caller = ask.caller();
    // Whoever comes with a token is known by it, and by the userId that it goes with.
    const bool isKnown = shown.token && caller.isVisitor() && ask.words().aliases.of(caller.visitorId) == ask->userId;
    if (ask->userId && !isKnown)
        shown.userId = ask->userId;
    if (ask->userHash)
        shown.userHash = ask->userHash;
    // What a page cannot read of its cookie is not told it in another way.
    const auto known = shown.isOfCookie ? std::nullopt : shown.token;
    Gate::Words words;
    words.name = ask->name;
    words.email = ask->email;
    ask.gate().identify(shown, words, ask.orRefuse<Gate::Identified>([known, then](const Gate::Identified &who) {
        then(who, who.token ? who.token : known);
    }));
}

void listChats(const Ask &ask, api::ChatScope scope)
{
    ask.request(api::ChatList{scope, {}, clampedLimit(ask.query("limit"), mostListed, mostListed)},
                [ask](const api::ChatListAnswer &found) { ask.answerList(ask.words().write(found.chats)); });
}

} // namespace

void startChat(const Ask &ask)
{
    beginWith(ask, [ask](const Gate::Identified &who, const std::optional<QString> &token) {
        api::ChatStart command;
        command.name = ask->name;
        command.email = ask->email;
        command.text = ask->text;
        command.subject = ask->subject ? ask->subject : ask->address; // `addresses` reads it in the chat
        command.address = ask->address;
        ask.gate().ask(who.caller, command,
                       ask.orRefuse<api::ChatStartAnswer>([ask, token](const api::ChatStartAnswer &started) {
                           ask.answer(Conversation{started.chat, {}, token});
                       }));
    });
}

void startRoutedChat(const Ask &ask)
{
    beginWith(ask, [ask](const Gate::Identified &who, const std::optional<QString> &token) {
        startRouted(ask.gate(), who.caller,
                    ask.orRefuse<api::ChatStartAnswer>([ask, token](const api::ChatStartAnswer &started) {
                        ask.answer(Conversation{started.chat, {}, token});
                    }));
    });
}

void startOwnChat(const Ask &ask)
{
    api::ChatStart command;
    command.name = ask->name;
    command.text = ask->text;
    // Whoever has an open chat gets that one; since nothing began then, no event tells of it.
    ask.gate().ask(ask.caller(), api::ChatList{api::ChatScope::Mine, {}, 1},
                   [ask, command](const Result<api::ChatListAnswer> &own) {
                       const bool isOpen =
                           own && !own->chats.isEmpty() && own->chats.first().status != api::ChatStatus::Ended;
                       ask.request(command, [ask, isOpen](const api::ChatStartAnswer &started) {
                           Conversation begun{started.chat, {}};
                           if (started.chat.lastMessage)
                               begun.messages.append(*started.chat.lastMessage);
                           isOpen ? ask.answer(begun) : ask.acknowledge(ask.words().write(begun));
                       });
                   });
}

void getChat(const Ask &ask)
{
    ask.request(api::ChatGet{*ask->chat}, ask.answering());
}

void endChat(const Ask &ask)
{
    ask.request(api::ChatEnd{*ask->chat, ask->reason}, ask.answering());
}

void listOpenChats(const Ask &ask)
{
    ask.perform<QList<api::Chat>>(api::Effect::Read, openChats,
                                  [ask](const QList<api::Chat> &chats) { ask.answerList(ask.words().write(chats)); });
}

void listAllChats(const Ask &ask)
{
    listChats(ask, api::ChatScope::All);
}

void listHeldChats(const Ask &ask)
{
    ask.caller().isVisitor() ? ask.refuse(ErrorCode::Forbidden) : listChats(ask, api::ChatScope::Mine);
}

void listHistory(const Ask &ask)
{
    constexpr int usual = 50;
    api::ChatList command{api::ChatScope::All, {}, clampedLimit(ask.query("limit"), usual, mostListed)};
    if (const QString cursor = ask.query("cursor"); !cursor.isEmpty())
        command.cursor = cursor;
    if (ask.caller().isVisitor())
        return ask.refuse(ErrorCode::Forbidden);
    ask.request(command,
                [ask](const api::ChatListAnswer &list) { ask.answerPage(ask.words().write(list.chats), list.next); });
}

void listQueue(const Ask &ask)
{
    ask.perform<QList<Conversation>>(
        api::Effect::Read, [](Request &request) { return queue(request, recentMessages); },
        [ask](const QList<Conversation> &waiting) { ask.answerList(ask.words().write(waiting)); });
}

void countUnread(const Ask &ask)
{
    ask.request(api::ChatList{api::ChatScope::Mine, {}, mostListed}, [ask](const api::ChatListAnswer &own) {
        qint64 total = 0;
        Shape counts;
        for (const api::Chat &each : own.chats) {
            const qint64 unread = ask.caller().isOperator() ? each.operatorUnread : each.visitorUnread;
            counts.with(each.id.toString().toLatin1(), unread);
            total += unread;
        }
        ask.answer(Shape().with("total", total).json("rooms", counts.done()).done());
    });
}

void claimChat(const Ask &ask)
{
    ask.request(api::ChatClaim{*ask->chat}, ask.answering());
}

void assignChat(const Ask &ask)
{
    ask.perform<api::Chat>(
        api::Effect::Write,
        [chat = *ask->chat, agent = *ask->agent](Request &request) { return assign(request, chat, agent); },
        ask.answering());
}

void transferChat(const Ask &ask)
{
    ask.perform<api::Chat>(
        api::Effect::Write,
        [chat = *ask->chat, agent = *ask->agent, note = ask->note](Request &request) {
            return transfer(request, chat, agent, note);
        },
        ask.answering());
}

Vocabulary::Operation placeChat(const QByteArray &chatName, const QByteArray &holderName)
{
    struct Placed
    {
        api::Chat chat;
        Workload holder;
    };
    return [chatName, holderName](const Ask &ask) {
        std::optional<api::RoutingStrategy> strategy;
        if (ask->strategy)
            strategy = *ask->strategy == Strategy::RoundRobin ? api::RoutingStrategy::RoundRobin
                                                              : api::RoutingStrategy::LeastBusy;
        const auto work = [id = *ask->chat, strategy](Request &request) -> Result<Placed> {
            const auto chat = place(request, id, strategy);
            if (!chat)
                return chat.error();
            return Placed{*chat, workloadOf(request, chat->operatorId.value())};
        };
        ask.perform<Placed>(api::Effect::Write, work, [ask, chatName, holderName](const Placed &placed) {
            const Words &words = ask.words();
            ask.answer(
                Shape().json(chatName, words.write(placed.chat)).json(holderName, words.write(placed.holder)).done());
        });
    };
}

} // namespace deskbell::server::dialects
