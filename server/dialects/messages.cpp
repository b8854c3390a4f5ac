#include "server/dialects/messages.h"

namespace deskbell::server::dialects {

namespace {

constexpr int usualPage = 50;
constexpr int longestPage = 200;
constexpr int historyOnJoining = 50;

/// Ids are checked against who asks, and never believed.
bool isSomebodyElse(const Ask &ask)
{
    if (!ask->senderId)
        return false;
    const Caller &caller = ask.caller();
    const QString own = caller.isOperator() ? caller.operatorId.toString() : caller.visitorId.toString();
    return *ask->senderId != own && *ask->senderId != nameOf(ask.words().aliases, caller);
}

/// After which seq the page begins that the query asks for.
Result<qint64> positionOf(const Ask &ask, int limit)
{
    bool ok = true;
    const QString cursor = ask.query("cursor");
    if (!cursor.isEmpty()) {
        const qint64 seq = cursor.toLongLong(&ok);
        if (!ok || seq < 0)
            return Error::invalid(QStringLiteral("cursor"), QStringLiteral("must be the `next` of the page before"));
        return seq;
    }
    const QString page = ask.query("page");
    if (page.isEmpty())
        return 0;
    const int number = page.toInt(&ok);
    if (!ok || number < 1)
        return Error::invalid(QStringLiteral("page"), QStringLiteral("must be a number from 1"));
    return qint64(number - 1) * limit;
}

QByteArray sayings(const Ask &ask, const QList<api::Message> &messages, const api::Chat &chat)
{
    return listOf(messages, [&](const api::Message &each) { return ask.words().write(sayingOf(each, chat)); });
}

/// An excerpt as a page may show it: what was found stands in <mark>, all else is text.
QString marked(const QString &highlight)
{
    return highlight.toHtmlEscaped()
        .replace(QChar(2), QLatin1String("<mark>"))
        .replace(QChar(3), QLatin1String("</mark>"));
}

template <class Change>
void change(const Ask &ask, Change make)
{
    QList<ChatId> chats;
    if (ask->chat)
        chats.append(*ask->chat);
    else if (ask.socket())
        chats = ask.vocabulary().chatsOf(*ask.socket());
    const auto work = [chats, id = *ask->message, make](Request &request) -> Result<Saying> {
        for (const ChatId &each : chats) {
            const auto found = messageOf(request, each, id);
            if (!found)
                return found.error();
            if (!*found)
                continue;
            const Result<api::Message> changed = make(request, **found);
            if (!changed)
                return changed.error();
            const auto chat = within(request, api::ChatGet{each});
            return chat ? Result<Saying>(sayingOf(*changed, *chat)) : chat.error();
        }
        return ErrorCode::MessageNotFound;
    };
    ask.perform<Saying>(api::Effect::Write, work, ask.answering());
}

template <class Receipt>
void acknowledge(const Ask &ask)
{
    change(ask, [](Request &request, const api::Message &message) -> Result<api::Message> {
        const auto done = within(request, Receipt{message.chatId, message.seq});
        return done ? Result<api::Message>(message) : done.error();
    });
}

void setTyping(const Ask &ask, bool isTyping)
{
    ask.request(api::TypingSet{*ask->chat, isTyping}, [ask](const Nothing &) { ask.answer(QByteArray("{}")); });
}

} // namespace

void sendMessage(const Ask &ask)
{
    if (isSomebodyElse(ask))
        return ask.refuse({ErrorCode::Forbidden, QStringLiteral("The senderId is not yours.")});
    ask.gate().sendMessage(ask.caller(), {*ask->chat, ask->text.value_or(QString()), ask->clientId, ask->attachments},
                           ask.orRefuse<api::Message>(ask.answering()));
}

void listMessages(const Ask &ask)
{
    const int limit = clampedLimit(ask.query("limit"), usualPage, longestPage);
    const auto after = positionOf(ask, limit);
    if (!after)
        return ask.refuse(after.error());
    ask.perform<MessagePage>(
        api::Effect::Read,
        [id = *ask->chat, after = *after, limit](Request &request) { return messagesAfter(request, id, after, limit); },
        [ask](const MessagePage &page) {
            std::optional<QString> next;
            if (page.more)
                next = QString::number(page.messages.last().seq);
            ask.answerPage(sayings(ask, page.messages, page.chat), next, page.chat.lastSeq);
        });
}

void listMessagesBefore(const Ask &ask)
{
    const int limit = clampedLimit(ask.query("limit"), usualPage, longestPage);
    std::optional<MessageId> before;
    if (const QString text = ask.query("before"); !text.isEmpty()) {
        before = MessageId::fromString(text);
        if (!before)
            return ask.refuse(Error::invalid(QStringLiteral("before"), QStringLiteral("must be a message's id")));
    }
    ask.perform<MessagePage>(
        api::Effect::Read,
        [id = *ask->chat, before, limit](Request &request) { return messagesBefore(request, id, before, limit); },
        [ask](const MessagePage &page) { ask.answerList(sayings(ask, page.messages, page.chat)); });
}

void searchMessages(const Ask &ask)
{
    constexpr int usual = 20;
    constexpr int most = 100;
    api::MessageSearch command;
    command.query = ask.query("q").trimmed();
    command.chatId = ask->chat;
    command.limit = clampedLimit(ask.query("limit"), usual, most);
    if (command.query.isEmpty() || command.query.size() > 200)
        return ask.refuse(Error::invalid(QStringLiteral("q"), QStringLiteral("must have 1 to 200 characters")));
    struct Found
    {
        api::Chat chat;
        QList<api::SearchHit> hits;
    };
    const auto work = [command](Request &request) -> Result<Found> {
        const auto chat = within(request, api::ChatGet{*command.chatId});
        if (!chat)
            return chat.error();
        const auto found = within(request, command);
        return found ? Result<Found>({*chat, found->hits}) : found.error();
    };
    ask.perform<Found>(api::Effect::Read, work, [ask](const Found &found) {
        ask.answerList(listOf(found.hits, [&](const api::SearchHit &hit) {
            Saying saying = sayingOf(hit.message, found.chat);
            saying.highlight = marked(hit.highlight);
            return ask.words().write(saying);
        }));
    });
}

void editMessage(const Ask &ask)
{
    change(ask, [text = *ask->text](Request &request, const api::Message &message) {
        return within(request, api::MessageEdit{message.chatId, message.seq, text});
    });
}

void deleteMessage(const Ask &ask)
{
    change(ask, [](Request &request, const api::Message &message) {
        return within(request, api::MessageDelete{message.chatId, message.seq});
    });
}

void setDelivered(const Ask &ask)
{
    acknowledge<api::MessageSetDelivered>(ask);
}

void setRead(const Ask &ask)
{
    acknowledge<api::MessageSetRead>(ask);
}

Vocabulary::Operation joinChat(Renaming<Conversation> answer)
{
    return [answer = std::move(answer)](const Ask &ask) {
        ask.perform<Conversation>(
            api::Effect::Read,
            [chat = *ask->chat](Request &request) { return conversation(request, chat, historyOnJoining); },
            [ask, answer](const Conversation &found) {
                if (!ask.socket())
                    return;
                const Vocabulary &vocabulary = ask.vocabulary();
                ask.socket()->leave(vocabulary.leftRoom(found.chat.id));
                ask.socket()->join(vocabulary.chatRoom(found.chat.id));
                ask.answer(ask.words().write(answer, found));
                vocabulary.joined(*ask.socket(), ask.caller(), found.chat.id);
            });
    };
}

void leaveChat(const Ask &ask)
{
    const Vocabulary &vocabulary = ask.vocabulary();
    const ChatId chat = *ask->chat;
    if (ask.socket() && ask.socket()->rooms().contains(vocabulary.chatRoom(chat))) {
        vocabulary.left(*ask.socket(), ask.caller(), chat);
        ask.socket()->leave(vocabulary.chatRoom(chat));
        ask.socket()->join(vocabulary.leftRoom(chat));
    }
    ask.answer(QByteArray("{}"));
}

void setTyping(const Ask &ask)
{
    setTyping(ask, ask->isTyping.value_or(true));
}

void startTyping(const Ask &ask)
{
    setTyping(ask, true);
}

void stopTyping(const Ask &ask)
{
    setTyping(ask, false);
}

} // namespace deskbell::server::dialects
