#include "console/state/thread.h"

#include "console/state/packing.h"

#include <algorithm>

namespace deskbell::console {

QByteArray EntryPacking::pack(const Entry &entry) const
{
    QByteArray bytes;
    packing::write(bytes, entry.message);
    return bytes;
}

Entry EntryPacking::unpack(QByteArrayView bytes) const
{
    Entry entry;
    packing::read(bytes, entry.message);
    return entry;
}

Thread::Thread(ChatId chatId, QObject *parent) : QObject(parent), m_chatId(std::move(chatId))
{
}

Taken Thread::take(const api::Message &message)
{
    const int waiting = outgoingRow(message.clientId);
    const bool fits = m_loaded && message.seq == lastSeq() + 1;
    if (!fits) {
        if (waiting >= 0 && (!m_loaded || message.seq <= lastSeq()))
            removeOutgoing(*message.clientId);
        return m_loaded && message.seq > lastSeq() ? Taken::Gap : Taken::Known;
    }
    if (waiting == m_delivered) { // the usual case: it stays where it stands
        const bool waited = m_entries.at(waiting).delivery == Delivery::Waiting;
        m_entries.edit(waiting) = Entry{message};
        if (++m_delivered == 1)
            m_firstSeq = message.seq;
        if (waited)
            Q_EMIT waitingChanged(-1);
        Q_EMIT entryChanged(waiting);
        return Taken::New;
    }
    if (waiting >= 0)
        removeOutgoing(*message.clientId);
    insert(m_delivered, {Entry{message}}, Delivery::Sent);
    return Taken::New;
}

void Thread::takeLatest(const QList<api::Message> &messages, bool hasEarlier)
{
    const bool wasLoaded = m_loaded;
    m_loaded = true;
    m_failed = false;
    if (!wasLoaded && !messages.isEmpty()) {
        for (const api::Message &each : messages) {
            if (outgoingRow(each.clientId) >= 0)
                removeOutgoing(*each.clientId);
        }
        QList<Entry> entries;
        for (const api::Message &each : messages)
            entries.append(Entry{each});
        m_hasEarlier = hasEarlier;
        insert(0, entries, Delivery::Sent);
    } else {
        for (const api::Message &each : messages) {
            if (take(each) == Taken::Known)
                change(each);
        }
    }
    if (!wasLoaded)
        Q_EMIT loadedChanged();
}

void Thread::setFailed(bool failed)
{
    if (m_loaded || failed == m_failed)
        return;
    m_failed = failed;
    Q_EMIT loadedChanged();
}

void Thread::takeEarlier(const QList<api::Message> &messages, bool hasEarlier)
{
    QList<Entry> entries;
    for (const api::Message &each : messages) {
        if (each.seq < firstSeq())
            entries.append(Entry{each});
    }
    m_hasEarlier = hasEarlier;
    if (entries.isEmpty() || entries.last().message.seq != firstSeq() - 1)
        return;
    insert(0, entries, Delivery::Sent);
}

void Thread::takeNotes(const QList<api::Note> &notes)
{
    const qsizetype before = m_notes.size();
    for (const api::Note &note : notes) {
        if (std::any_of(m_notes.begin(), m_notes.end(), [&](const api::Note &each) { return each.id == note.id; }))
            continue;
        const auto place =
            std::upper_bound(m_notes.begin(), m_notes.end(), note, [](const api::Note &left, const api::Note &right) {
                return left.createdAt < right.createdAt;
            });
        m_notes.insert(place, note);
    }
    if (m_notes.size() != before)
        Q_EMIT notesChanged();
}

void Thread::forgetNotes()
{
    if (m_notes.isEmpty())
        return;
    m_notes.clear();
    Q_EMIT notesChanged();
}

void Thread::change(const api::Message &message)
{
    if (const auto quoted = m_quoted.constFind(message.seq);
        quoted != m_quoted.constEnd() && quoted->change < message.change)
        takeQuoted(message);
    const qint64 row = message.seq - firstSeq();
    if (m_delivered == 0 || row < 0 || row >= m_delivered || m_entries.brief(int(row)).change >= message.change)
        return;
    m_entries.edit(int(row)).message = message;
    Q_EMIT entryChanged(int(row));
}

qint64 Thread::lastChange() const
{
    qint64 last = 0;
    for (int row = 0; row < m_delivered; ++row)
        last = std::max(last, m_entries.brief(row).change);
    return last;
}

const api::Message *Thread::message(qint64 seq) const
{
    if (m_delivered > 0 && seq >= firstSeq() && seq <= lastSeq())
        return &m_entries.at(int(seq - firstSeq())).message;
    const auto quoted = m_quoted.constFind(seq);
    return quoted == m_quoted.constEnd() ? nullptr : &*quoted;
}

void Thread::takeQuoted(const api::Message &message)
{
    m_quoted.insert(message.seq, message);
    Q_EMIT quotedChanged(message.seq);
}

void Thread::addOutgoing(const api::Message &message)
{
    insert(m_entries.size(), {Entry{message, Delivery::Waiting}}, Delivery::Waiting);
    Q_EMIT waitingChanged(1);
}

bool Thread::setDelivery(const QString &clientId, Delivery delivery, const QString &problem)
{
    const int row = outgoingRow(clientId);
    if (row < 0)
        return false;
    const int before = m_entries.at(row).delivery == Delivery::Waiting ? 1 : 0;
    const int after = delivery == Delivery::Waiting ? 1 : 0;
    Entry &entry = m_entries.edit(row);
    entry.delivery = delivery;
    entry.problem = problem;
    entry.progress = -1;
    Q_EMIT entryChanged(row);
    if (before != after)
        Q_EMIT waitingChanged(after - before);
    return true;
}

void Thread::setProgress(const QString &clientId, int percent)
{
    const int row = outgoingRow(clientId);
    if (row < 0 || m_entries.at(row).progress == percent)
        return;
    m_entries.edit(row).progress = percent;
    Q_EMIT entryChanged(row);
}

bool Thread::removeOutgoing(const QString &clientId)
{
    const int row = outgoingRow(clientId);
    if (row < 0)
        return false;
    const bool waited = m_entries.at(row).delivery == Delivery::Waiting;
    Q_EMIT removalBegins(row);
    std::ignore = m_entries.takeAt(row);
    Q_EMIT removalEnded();
    if (waited)
        Q_EMIT waitingChanged(-1);
    return true;
}

const Entry *Thread::outgoing(const QString &clientId) const
{
    const int row = outgoingRow(clientId);
    return row < 0 ? nullptr : &m_entries.at(row);
}

int Thread::outgoingRow(const std::optional<QString> &clientId) const
{
    if (!clientId)
        return -1;
    for (int row = m_delivered; row < m_entries.size(); ++row) {
        if (m_entries.at(row).message.clientId == clientId)
            return row;
    }
    return -1;
}

void Thread::insert(int row, const QList<Entry> &entries, Delivery delivery)
{
    Q_EMIT insertionBegins(row, row + int(entries.size()) - 1);
    m_entries.insert(row, entries);
    if (!isUnsent(delivery)) // before anybody looks
        m_delivered += int(entries.size());
    if (row == 0 && m_delivered > 0)
        m_firstSeq = m_entries.at(0).message.seq;
    m_entries.pack(row, row + int(entries.size()) - 1);
    Q_EMIT insertionEnded();
}

} // namespace deskbell::console
