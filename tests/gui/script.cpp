#include "tests/gui/script.h"

namespace deskbell::console {

void ScriptedActions::signIn(const QUrl &server, const QString &email, const QString &, Done done)
{
    calls << QStringLiteral("signIn %1 %2").arg(server.toString(), email);
    if (refusal)
        done(*refusal);
    else
        held = [done] { done(Nothing{}); };
}

void ScriptedActions::claim(const ChatId &id, Done done)
{
    calls << QStringLiteral("claim");
    if (slow) {
        slow = false;
        held = [this, id, done] { claim(id, done); };
        return;
    }
    if (refusal) {
        done(*refusal);
        return;
    }
    api::Chat chat = *m_workspace.chat(id);
    chat.status = api::ChatStatus::Active;
    chat.operatorId = m_workspace.self().id;
    chat.operatorName = m_workspace.self().name;
    chat.claimedAt = m_workspace.clock().now();
    ++chat.version;
    m_workspace.takeChat(chat);
    done(Nothing{});
}

void ScriptedActions::endChat(const ChatId &id, const std::optional<QString> &reason, Done done)
{
    calls << QStringLiteral("endChat %1").arg(reason.value_or(QStringLiteral("-")));
    if (refusal) {
        done(*refusal);
        return;
    }
    api::Chat chat = *m_workspace.chat(id);
    chat.status = api::ChatStatus::Ended;
    chat.endedAt = m_workspace.clock().now();
    chat.endReason = reason;
    ++chat.version;
    m_workspace.takeChat(chat);
    done(Nothing{});
}

void ScriptedActions::send(const ChatId &id, const Draft &written)
{
    QStringList names;
    api::Message message;
    for (const LetterFile &each : written.files) {
        message.attachments.append({{}, each.name, each.size, {}, each.width, each.height});
        names.append(each.name);
    }
    QString call = QStringLiteral("send %1").arg(written.text);
    if (written.replyToSeq)
        call += QStringLiteral(" to %1").arg(*written.replyToSeq);
    if (!names.isEmpty())
        call += QStringLiteral(" [%1]").arg(names.join(QLatin1Char(',')));
    calls << call;
    message.chatId = id;
    message.senderType = api::SenderType::Operator;
    message.senderId = m_workspace.self().id.toString();
    message.senderName = m_workspace.self().name;
    message.text = written.text;
    message.clientId = QStringLiteral("c-%1").arg(calls.size());
    message.createdAt = m_workspace.clock().now();
    message.replyToSeq = written.replyToSeq;
    m_workspace.addOutgoing(message);
}

void ScriptedActions::sendAgain(const ChatId &id, const QString &clientId)
{
    calls << QStringLiteral("sendAgain");
    m_workspace.setDelivery(id, clientId, Delivery::Waiting);
}

void ScriptedActions::discard(const ChatId &id, const QString &clientId)
{
    calls << QStringLiteral("discard");
    m_workspace.removeOutgoing(id, clientId);
}

void ScriptedActions::setTyping(const ChatId &, bool typing)
{
    calls << (typing ? QStringLiteral("typing") : QStringLiteral("notTyping"));
}

void ScriptedActions::openThread(const ChatId &id)
{
    if (threads.contains(id) && !m_workspace.thread(id)->isLoaded())
        m_workspace.thread(id)->takeLatest(threads.value(id), false);
}

void ScriptedActions::openVisitor(const VisitorId &id)
{
    if (visitors.contains(id))
        m_workspace.visitors().take(visitors.value(id));
    else
        m_workspace.visitors().setState(id, VisitorState::Loading);
}

void ScriptedActions::loadMore(ListScope scope)
{
    calls << QStringLiteral("loadMore");
    m_workspace.setListState(scope, ListState::Loaded);
}

void ScriptedActions::search(const QString &query, const std::optional<QString> &cursor, Found found)
{
    calls << QStringLiteral("search %1%2").arg(query, cursor ? QStringLiteral(" from ") + *cursor : QString());
    searches.append(std::move(found));
}

void ScriptedActions::searchChats(const api::ChatSearch &search, FoundChats found)
{
    chatSearches.append({search, std::move(found)});
}

void ScriptedActions::fetchQuoted(const ChatId &id, qint64 seq)
{
    calls << QStringLiteral("fetch %1").arg(seq);
    for (const api::Message &each : threads.value(id)) {
        if (each.seq == seq)
            m_workspace.thread(id)->takeQuoted(each);
    }
}

void ScriptedActions::bringMessage(const ChatId &id, qint64 seq, Done done)
{
    calls << QStringLiteral("bring %1").arg(seq);
    if (refusal) {
        done(*refusal);
        return;
    }
    if (elsewhere.contains(id))
        m_workspace.takeChat(elsewhere.take(id));
    openThread(id);
    m_workspace.thread(id)->takeEarlier(threads.value(id), false);
    done(Nothing{});
}

Script::Script(Workspace &workspace, ScriptedActions &actions, Timestamp now)
    : m_workspace(workspace), m_actions(actions), m_now(now)
{
    m_self.id = OperatorId::fromTrusted(QStringLiteral("0190f1d2-0000-7000-8000-0000000000f1"));
    m_self.name = QStringLiteral("Anna Lindqvist");
    m_self.email = QStringLiteral("anna@brightroom.example");
    m_self.status = api::OperatorStatus::Online;
}

void Script::goOnline()
{
    m_workspace.setSelf(m_self);
    for (const auto scope : {ListScope::Queue, ListScope::Mine, ListScope::Team, ListScope::Ended, ListScope::All})
        m_workspace.setListState(scope, ListState::Loaded);
    m_workspace.setConnection({ConnectionState::Phase::Online, m_now, false});
}

void Script::goOffline()
{
    m_workspace.setConnection({ConnectionState::Phase::Offline, {m_now.ms - 95'000}, false});
}

api::Chat Script::chat(const QString &visitor, const QString &email, const QString &page, qint64 secondsAgo)
{
    const auto id = [this](QLatin1Char kind) {
        return QStringLiteral("0190f1d2-0000-7000-8000-%1%2").arg(kind).arg(m_next, 11, 10, QLatin1Char('0'));
    };
    api::Chat made;
    ++m_next;
    made.id = ChatId::fromTrusted(id(QLatin1Char('c')));
    made.visitorId = VisitorId::fromTrusted(id(QLatin1Char('a')));
    made.visitorName = visitor;
    if (!email.isEmpty())
        made.visitorEmail = email;
    made.visitorOnline = true;
    made.page = page;
    made.version = 1;
    made.createdAt.ms = m_now.ms - secondsAgo * 1'000;
    return made;
}

void Script::say(api::Chat &chat, api::SenderType who, const QString &text, qint64 secondsAgo)
{
    api::Message message;
    message.id =
        MessageId::fromTrusted(QStringLiteral("0190f1d2-0000-7000-8000-b%1").arg(++m_next, 11, 10, QLatin1Char('0')));
    message.chatId = chat.id;
    message.seq = ++chat.lastSeq;
    message.senderType = who;
    const bool visitor = who == api::SenderType::Visitor;
    message.senderId = visitor ? chat.visitorId.toString() : m_self.id.toString();
    message.senderName = visitor ? chat.visitorName : m_self.name;
    message.text = text;
    message.createdAt.ms = m_now.ms - secondsAgo * 1'000;
    chat.lastMessage = message;
    m_actions.threads[chat.id].append(message);
}

void Script::own(api::Chat &chat, qint64 secondsAgo)
{
    chat.status = api::ChatStatus::Active;
    chat.operatorId = m_self.id;
    chat.operatorName = m_self.name;
    chat.claimedAt = Timestamp{m_now.ms - secondsAgo * 1'000};
    ++chat.version;
}

void Script::playQueue()
{
    const auto visitor = api::SenderType::Visitor;
    auto one = chat(QStringLiteral("Maria Keller"), QStringLiteral("maria.keller@mail.example"),
                    QStringLiteral("https://brightroom.example/orders/48213"), 221);
    say(one, visitor,
        QStringLiteral("Hello! My desk lamp should have come on Friday, order 48213. The tracking page "
                       "has said “in transit” for four days now."),
        221);
    say(one, visitor, QStringLiteral("Could you have a look where it is?"), 198);
    auto two = chat(QStringLiteral("Jonas Weber"), QStringLiteral("j.weber@mail.example"),
                    QStringLiteral("https://brightroom.example/returns"), 134);
    say(two, visitor, QStringLiteral("Can I return a chair that I already put together?"), 134);
    auto three = chat(QStringLiteral("Visitor 4F2A"), {}, QStringLiteral("https://brightroom.example/lamps/arc"), 41);
    say(three, visitor, QStringLiteral("Is the arc lamp dimmable?"), 41);
    for (const auto &each : {three, one, two})
        m_workspace.takeChat(each);
    order = one.id;
}

void Script::playMine()
{
    const auto visitor = api::SenderType::Visitor;
    const auto desk = api::SenderType::Operator;
    auto table = chat(QStringLiteral("Priya Raman"), QStringLiteral("priya.raman@mail.example"),
                      QStringLiteral("https://brightroom.example/showroom/bookings"), 1'260);
    say(table, visitor,
        QStringLiteral("Hi, I booked a showroom visit for Thursday at 10, and now I have a dentist's "
                       "appointment right then 🙈"),
        1'260);
    say(table, visitor, QStringLiteral("Is there anything later that day?"), 1'242);
    say(table, api::SenderType::System, QStringLiteral("Anna Lindqvist took the chat"), 1'200);
    own(table, 1'200);
    say(table, desk, QStringLiteral("Hello Priya, no problem at all. Let me look at Thursday."), 1'180);
    say(table, desk, QStringLiteral("I have 14:30 and 16:00 free, both with Tomasz, who knows the oak range best."),
        1'110);
    say(table, visitor,
        QStringLiteral("16:00 would be perfect. Could my partner join? We want to decide on the "
                       "dining table together."),
        620);
    say(table, desk,
        QStringLiteral("Of course, bring them along. I have moved you to Thursday 16:00, for two.\n\n"
                       "You will find us at 12 Mill Lane; the bell is at the side door."),
        540);
    say(table, visitor, QStringLiteral("Wonderful, thank you!"), 130);
    say(table, visitor, QStringLiteral("One more thing: do you have the table in walnut there too?"), 118);
    auto bill = chat(QStringLiteral("Tom Okafor"), QStringLiteral("accounts@okafor-studio.example"),
                     QStringLiteral("https://brightroom.example/invoices/2026-0317"), 2'900);
    own(bill, 2'760);
    say(bill, visitor, QStringLiteral("Invoice 2026-0317 charges delivery twice, 39.00 each."), 2'900);
    say(bill, desk, QStringLiteral("You are right, that should be once. I am sending a corrected one."), 2'700);
    say(bill, visitor, QStringLiteral("Great. Same number, or a new one?"), 75);
    m_next += 3; // a colour that the others do not have
    auto lamp = chat(QStringLiteral("Elif Yıldız"), {}, QStringLiteral("https://brightroom.example/lamps"), 5'400);
    own(lamp, 5'300);
    say(lamp, visitor, QStringLiteral("Which bulb fits the reading lamp?"), 5'400);
    say(lamp, desk, QStringLiteral("E14, up to 6 watts. We put one into the box."), 5'100);
    lamp.visitorOnline = false;
    m_workspace.takeChat(lamp);
    m_workspace.takeChat(table);
    // The last question came while another chat was open: it is unread.
    auto last = bill.lastMessage;
    m_actions.threads[bill.id].removeLast();
    --bill.lastSeq;
    bill.lastMessage = m_actions.threads[bill.id].last();
    m_workspace.takeChat(bill);
    m_workspace.takeMessage(*last);
    m_actions.threads[bill.id].append(*last);
    booking = table.id;
    invoice = bill.id;
}

void Script::answerOrder()
{
    api::Chat one = *m_workspace.chat(order);
    own(one, 150);
    const auto desk = api::SenderType::Operator;
    say(one, desk, QStringLiteral("Hello Maria! Four days is too long, I am sorry. Let me ask the carrier."), 140);
    say(one, desk,
        QStringLiteral("Your lamp was left at the wrong depot on Friday. It is on a van now and comes "
                       "tomorrow between 9:00 and 12:00. I have taken the delivery cost off your bill."),
        96);
    say(one, api::SenderType::Visitor, QStringLiteral("Oh, that is kind of you! Tomorrow morning is perfect."), 42);
    const QList<api::Message> said = m_actions.threads.value(order).mid(2);
    for (const api::Message &each : said)
        m_workspace.takeMessage(each);
    m_workspace.takeChat(one);
}

void Script::loseOrder()
{
    api::Chat one = *m_workspace.chat(order);
    own(one, 2);
    one.operatorId = OperatorId::fromTrusted(QStringLiteral("0190f1d2-0000-7000-8000-0000000000f2"));
    one.operatorName = QStringLiteral("Bruno Costa");
    m_workspace.takeChat(one);
}

void Script::playEnded()
{
    const auto visitor = api::SenderType::Visitor;
    auto done = chat(QStringLiteral("Ines Duarte"), QStringLiteral("ines@duarte.example"),
                     QStringLiteral("https://brightroom.example/delivery"), 90'000);
    own(done, 89'900);
    say(done, visitor, QStringLiteral("Good morning! Do you deliver to Madeira?"), 90'000);
    say(done, api::SenderType::Operator,
        QStringLiteral("Good morning Ines! Yes, by ship, in about nine days. The lamp would cost 14.50 to send."),
        89'800);
    say(done, visitor, QStringLiteral("Perfect, thank you. I will order today."), 89'640);
    done.status = api::ChatStatus::Ended;
    done.endedAt = Timestamp{m_now.ms - 89'500'000};
    done.endReason = QStringLiteral("resolved");
    done.visitorOnline = false;
    m_workspace.takeChat(done);
    ended = done.id;
}

} // namespace deskbell::console
