#include "console/net/courier.h"

#include <QLoggingCategory>

namespace deskbell::console {

namespace {

Q_LOGGING_CATEGORY(log, "deskbell.outbox")

/// Whether the same letter may be taken later on.
bool passes(ErrorCode code)
{
    switch (code) {
    case ErrorCode::Busy:
    case ErrorCode::StorageFull:
    case ErrorCode::ShuttingDown:
    case ErrorCode::TooManyRequests:
    case ErrorCode::Disconnected:
        return true;
    default:
        return false;
    }
}

void report(const Result<Nothing> &stored)
{
    if (!stored)
        qCWarning(log).noquote() << "The outbox was not written:" << stored.error().message;
}

} // namespace

Courier::Courier(Link &link, FileLine &line, Workspace &workspace, OutboxStore &outbox, FileShelf &shelf,
                 Backoff backoff, QObject *parent)
    : QObject(parent), m_link(link), m_line(line), m_workspace(workspace), m_outbox(outbox), m_shelf(shelf),
      m_backoff(std::move(backoff))
{
    m_pause.setSingleShot(true);
    connect(&m_pause, &QTimer::timeout, this, [this] {
        m_round = Round::Running;
        carryAll();
    });
}

void Courier::setAccount(const QString &account)
{
    stop();
    m_account = account;
    m_letters.clear();
    if (account.isEmpty())
        return;
    const auto letters = m_outbox.letters(account);
    if (!letters) {
        report(letters.error());
        return;
    }
    for (const Letter &each : *letters) {
        m_letters[each.chatId].append(each);
        m_workspace.addOutgoing(messageOf(each), each.problem ? Delivery::Failed : Delivery::Waiting,
                                each.problem.value_or(QString()));
    }
}

void Courier::start()
{
    stop();
    m_round = Round::Running;
    carryAll();
}

void Courier::stop()
{
    ++m_generation;
    m_underway.clear();
    for (const QPointer<Parcel> &each : std::exchange(m_parcels, {})) {
        if (!each)
            continue;
        each->disconnect(this);
        each->deleteLater(); // it may be the one that tells
    }
    m_pause.stop();
    m_round = Round::Stopped;
}

void Courier::post(const ChatId &id, const Draft &written)
{
    Letter letter{id, generateUuid(), written.text, m_workspace.clock().now(), {}, written.files, written.replyToSeq};
    const auto stored = m_outbox.add(m_account, letter);
    if (!stored) // shown as failed it is still in front of the person, who can try again or copy it
        letter.problem = tr("It could not be kept on this computer: %1").arg(stored.error().message);
    m_letters[id].append(letter);
    m_workspace.addOutgoing(messageOf(letter), letter.problem ? Delivery::Failed : Delivery::Waiting,
                            letter.problem.value_or(QString()));
    carry(id);
}

void Courier::postAgain(const ChatId &id, const QString &clientId)
{
    const Letter *failed = find(id, clientId);
    if (!failed || !failed->problem)
        return;
    Letter letter = *failed;
    letter.problem.reset();
    for (LetterFile &each : letter.files) // the server keeps what was not sent for a while only
        each.attachmentId.reset();
    // Afresh into the outbox: it may never have been there.
    report(m_outbox.remove(m_account, id, clientId));
    if (const auto stored = m_outbox.add(m_account, letter); !stored) {
        fail(letter, tr("It could not be kept on this computer: %1").arg(stored.error().message));
        return;
    }
    remove(id, clientId);
    m_workspace.removeOutgoing(id, clientId);
    m_letters[id].append(letter);
    m_workspace.addOutgoing(messageOf(letter));
    carry(id);
}

void Courier::discard(const ChatId &id, const QString &clientId)
{
    const Letter *letter = find(id, clientId);
    if (!letter || !letter->problem)
        return; // one that waits may be at the server already
    report(m_outbox.remove(m_account, id, clientId));
    dropFiles(*letter);
    remove(id, clientId);
    m_workspace.removeOutgoing(id, clientId);
}

void Courier::carryAll()
{
    const QList<ChatId> chats = m_letters.keys();
    for (const ChatId &id : chats)
        carry(id);
}

void Courier::carry(const ChatId &id)
{
    if (m_round != Round::Running || m_underway.contains(id))
        return;
    const QList<Letter> letters = m_letters.value(id);
    const auto next = std::find_if(letters.begin(), letters.end(), [](const Letter &each) { return !each.problem; });
    if (next == letters.end())
        return;
    m_underway.insert(id);
    const auto isHere = [](const LetterFile &file) { return !file.attachmentId; };
    if (std::any_of(next->files.begin(), next->files.end(), isHere))
        bring(*next);
    else
        hand(*next);
}

void Courier::hand(const Letter &letter)
{
    api::MessageSend message{letter.chatId, letter.text, letter.clientId};
    for (const LetterFile &each : letter.files)
        message.attachments.append(*each.attachmentId);
    message.replyToSeq = letter.replyToSeq;
    m_link.request(message, this, [this, letter, generation = m_generation](const Result<api::Message> &answer) {
        takeAnswer(letter, answer);
        if (generation != m_generation)
            return;
        m_underway.remove(letter.chatId);
        carry(letter.chatId);
    });
}

void Courier::takeAnswer(const Letter &letter, const Result<api::Message> &answer)
{
    if (!find(letter.chatId, letter.clientId))
        return;
    if (answer) {
        m_backoff.reset();
        report(m_outbox.remove(m_account, letter.chatId, letter.clientId));
        dropFiles(letter);
        remove(letter.chatId, letter.clientId);
        api::Message message = *answer;
        message.duplicate = false; // that concerned the answer alone
        m_workspace.takeMessage(message);
        return;
    }
    takeRefusal(letter, answer.error());
}

void Courier::takeRefusal(const Letter &letter, const Error &error)
{
    if (passes(error.code))
        retryLater(error.retryAfterSeconds);
    else if (error.code == ErrorCode::Unauthenticated || error.code == ErrorCode::InvalidToken)
        Q_EMIT turnedAway(error);
    else
        fail(letter, error.message);
}

void Courier::retryLater(int seconds)
{
    if (m_round != Round::Running)
        return;
    m_round = Round::Pausing;
    m_pause.start(int(std::max(m_backoff.next(), seconds * qint64(1'000))));
}

void Courier::fail(const Letter &letter, const QString &problem)
{
    Letter *known = find(letter.chatId, letter.clientId);
    if (!known)
        return;
    known->problem = problem;
    report(m_outbox.setProblem(m_account, *known));
    m_workspace.setDelivery(letter.chatId, letter.clientId, Delivery::Failed, problem);
}

/// As it looks in the thread until the server has given it its number.
api::Message Courier::messageOf(const Letter &letter) const
{
    const api::Operator &self = m_workspace.self();
    api::Message message;
    message.chatId = letter.chatId;
    message.senderId = self.id.toString();
    message.senderType = api::SenderType::Operator;
    message.senderName = self.name;
    message.text = letter.text;
    message.clientId = letter.clientId;
    message.createdAt = letter.createdAt;
    message.replyToSeq = letter.replyToSeq;
    for (const LetterFile &each : letter.files)
        message.attachments.append({{}, each.name, each.size, {}, each.width, each.height});
    return message;
}

Letter *Courier::find(const ChatId &id, const QString &clientId)
{
    const auto letters = m_letters.find(id);
    if (letters == m_letters.end())
        return nullptr;
    const auto found =
        std::find_if(letters->begin(), letters->end(), [&](const Letter &each) { return each.clientId == clientId; });
    return found == letters->end() ? nullptr : &*found;
}

void Courier::remove(const ChatId &id, const QString &clientId)
{
    const auto letters = m_letters.find(id);
    if (letters == m_letters.end())
        return;
    letters->removeIf([&](const Letter &each) { return each.clientId == clientId; });
    if (letters->isEmpty())
        m_letters.erase(letters);
}

} // namespace deskbell::console
