#include "console/models/threadmodel.h"

#include "console/models/filewords.h"
#include "console/models/wording.h"

#include <QDateTime>

#include <algorithm>

namespace deskbell::console {

namespace {

/// A note among messages.
api::Message asMessage(const api::Note &note)
{
    api::Message message;
    message.id = MessageId::fromTrusted(note.id.toString());
    message.chatId = note.chatId;
    message.senderId = note.operatorId.toString();
    message.senderType = api::SenderType::Operator;
    message.senderName = note.operatorName;
    message.text = note.text;
    message.createdAt = note.createdAt;
    return message;
}

} // namespace

ThreadModel::ThreadModel(Workspace &workspace, QObject *parent) : QAbstractListModel(parent), m_workspace(workspace)
{
    connect(&workspace, &Workspace::chatChanged, this, [this](int row) {
        if (m_thread && m_workspace.chatAt(row).id == m_thread->chatId())
            takeReceipts();
    });
}

void ThreadModel::setThread(Thread *thread)
{
    if (thread == m_thread)
        return;
    beginResetModel();
    if (m_thread)
        m_thread->disconnect(this);
    m_thread = thread;
    m_notes.clear();
    const api::Chat *chat = thread ? m_workspace.chat(thread->chatId()) : nullptr;
    m_deliveredSeq = chat ? chat->visitorDeliveredSeq : 0;
    m_readSeq = chat ? chat->visitorReadSeq : 0;
    endResetModel();
    if (!thread)
        return;
    connectThread();
    placeNotes();
}

void ThreadModel::connectThread()
{
    connect(m_thread, &Thread::insertionBegins, this, [this](int first, int last) {
        m_insertedFirst = first;
        m_insertedLast = last;
        const int row = m_notes.rowOfEntry(first);
        beginInsertRows({}, row, row + last - first);
        m_notes.entriesInserted(first, last - first + 1);
    });
    connect(m_thread, &Thread::insertionEnded, this, [this] {
        endInsertRows();
        touch(m_notes.rowOfEntry(m_insertedFirst) - 1);
        touch(m_notes.rowOfEntry(m_insertedLast) + 1);
        replaceYounger(m_insertedFirst, m_thread->entries().at(m_insertedLast).message.createdAt);
        placeNotes();
        touchAnswers(m_insertedLast + 1, m_thread->entries().at(m_insertedFirst).message.seq,
                     m_thread->entries().at(m_insertedLast).message.seq);
    });
    connect(m_thread, &Thread::removalBegins, this, [this](int entry) {
        m_removedRow = m_notes.rowOfEntry(entry);
        beginRemoveRows({}, m_removedRow, m_removedRow);
        m_notes.entryRemoved(entry);
    });
    connect(m_thread, &Thread::removalEnded, this, [this] {
        endRemoveRows();
        touch(m_removedRow - 1);
        touch(m_removedRow);
    });
    connect(m_thread, &Thread::entryChanged, this, [this](int entry) {
        const int row = m_notes.rowOfEntry(entry);
        touch(row);
        touch(row - 1);
        touch(row + 1);
        const qint64 seq = m_thread->entries().at(entry).message.seq;
        touchAnswers(entry + 1, seq, seq);
    });
    connect(m_thread, &Thread::quotedChanged, this, [this](qint64 seq) { touchAnswers(0, seq, seq); });
    connect(m_thread, &Thread::notesChanged, this, &ThreadModel::placeNotes);
    connect(m_thread, &Thread::loadedChanged, this, &ThreadModel::placeNotes);
    connect(m_thread, &QObject::destroyed, this, [this] {
        beginResetModel();
        m_thread.clear();
        m_notes.clear();
        endResetModel();
    });
}

int ThreadModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() || !m_thread ? 0 : m_thread->entries().size() + m_notes.count();
}

QModelIndex ThreadModel::indexOf(qint64 seq) const
{
    return m_thread ? index(m_notes.rowOfEntry(int(seq - m_thread->firstSeq()))) : QModelIndex();
}

QVariant ThreadModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const int row = index.row();
    const api::Message &message = messageAt(row);
    switch (role) {
    case Qt::DisplayRole:
        return message.deletedAt ? tr("This message was deleted.") : message.text;
    case Qt::AccessibleTextRole:
        return spoken(row);
    case VoiceRole:
        return int(voice(row));
    case SenderRole:
        return oneLine(message.senderName);
    case SenderIdRole:
        return message.senderId;
    case TimeRole:
        return message.createdAt.ms;
    case DayRole:
        return startsDay(row) ? dayText(message.createdAt, m_workspace.clock().now()) : QString();
    case GroupStartRole:
        return row == 0 || !joins(row - 1, row);
    case GroupEndRole: // one that was changed says so at its foot
        return row == rowCount() - 1 || !joins(row, row + 1) || message.editedAt.has_value();
    case DeliveryRole:
        return int(delivery(entryAt(row)));
    case ProblemRole:
        return entryAt(row).problem;
    case ClientIdRole:
        return message.clientId.value_or(QString());
    case SeqRole:
        return message.seq;
    case EditedRole:
        return message.editedAt.has_value() && !message.deletedAt;
    case DeletedRole:
        return message.deletedAt.has_value();
    case FilesRole:
        return message.deletedAt ? QVariant() : QVariant::fromValue(message.attachments);
    case ProgressRole:
        return m_notes.noteAt(row) ? -1 : m_thread->entries().at(m_notes.entryAt(row)).progress;
    case QuoteRole: {
        const auto answered = quote(row);
        return answered ? QVariant::fromValue(*answered) : QVariant();
    }
    case KeyRole:
        return key(row);
    default:
        return {};
    }
}

const api::Message &ThreadModel::messageAt(int row) const
{
    const api::Message *note = m_notes.noteAt(row);
    return note ? *note : m_thread->entries().at(m_notes.entryAt(row)).message;
}

Entry ThreadModel::entryAt(int row) const
{
    const api::Message *note = m_notes.noteAt(row);
    return note ? Entry{*note} : m_thread->entries().at(m_notes.entryAt(row));
}

Voice ThreadModel::voice(int row) const
{
    if (m_notes.noteAt(row))
        return Voice::Note;
    const api::Message &message = messageAt(row);
    if (message.senderType == api::SenderType::System)
        return Voice::System;
    if (message.senderType == api::SenderType::Visitor)
        return Voice::Visitor;
    return message.senderId == m_workspace.self().id.toString() ? Voice::Own : Voice::Colleague;
}

Delivery ThreadModel::delivery(const Entry &entry) const
{
    const qint64 seq = entry.message.seq;
    if (entry.delivery != Delivery::Sent || seq == 0)
        return entry.delivery;
    return seq <= m_readSeq ? Delivery::Read : seq <= m_deliveredSeq ? Delivery::Delivered : Delivery::Sent;
}

/// The sender's own id is there before and after the server has the message.
QString ThreadModel::key(int row) const
{
    const api::Message &message = messageAt(row);
    QString key = message.clientId ? message.senderId + *message.clientId : message.id.toString();
    if (message.change > 0)
        key += QStringLiteral("/%1").arg(message.change);
    if (message.replyToSeq) { // what is quoted makes it wider or narrower
        const api::Message *answered = m_thread->message(*message.replyToSeq);
        key += answered ? QStringLiteral("~%1").arg(answered->change) : QStringLiteral("~");
    }
    return key;
}

std::optional<Quote> ThreadModel::quote(int row) const
{
    const api::Message &message = messageAt(row);
    if (!message.replyToSeq || message.deletedAt)
        return std::nullopt;
    return quoteOf(*m_thread, *message.replyToSeq, m_workspace.self());
}

bool ThreadModel::joins(int earlier, int later) const
{
    const api::Message &a = messageAt(earlier);
    const api::Message &b = messageAt(later);
    constexpr qint64 minute = 60'000;
    return a.senderType == b.senderType && a.senderId == b.senderId && a.senderType != api::SenderType::System
        && a.createdAt.ms / minute == b.createdAt.ms / minute && !m_notes.noteAt(earlier) && !m_notes.noteAt(later);
}

bool ThreadModel::startsDay(int row) const
{
    const auto day = [this](int at) { return QDateTime::fromMSecsSinceEpoch(messageAt(at).createdAt.ms).date(); };
    return row == 0 || day(row - 1) != day(row);
}

QString ThreadModel::spoken(int row) const
{
    const api::Message &message = messageAt(row);
    QStringList parts;
    for (const api::Attachment &each : message.attachments)
        parts.append(spokenFile(each));
    if (!message.text.isEmpty())
        parts.prepend(message.text);
    const QString said = message.deletedAt ? tr("This message was deleted.") : parts.join(QStringLiteral(". "));
    const auto answered = quote(row);
    const QString when =
        clockText(message.createdAt) + (answered ? QStringLiteral(", ") + spokenQuote(*answered) : QString());
    QString text = QStringLiteral("%1, %2: %3").arg(oneLine(message.senderName), when, said);
    if (message.editedAt && !message.deletedAt)
        text = tr("%1, edited").arg(text);
    if (voice(row) == Voice::Note)
        return tr("Note. %1").arg(text);
    if (voice(row) != Voice::Own)
        return text;
    const Entry entry = entryAt(row);
    switch (delivery(entry)) {
    case Delivery::Sent:
        return tr("%1, sent").arg(text);
    case Delivery::Delivered:
        return tr("%1, delivered").arg(text);
    case Delivery::Read:
        return tr("%1, read").arg(text);
    case Delivery::Waiting:
        return tr("%1, waiting to be sent").arg(text);
    case Delivery::Failed:
        return tr("%1, not sent: %2").arg(text, entry.problem);
    }
    return text;
}

/// Each note before the first entry that is younger; one that is older than all that is loaded waits for its time.
void ThreadModel::placeNotes()
{
    if (!m_thread || !m_thread->isLoaded())
        return;
    const Entries &entries = m_thread->entries();
    for (const api::Note &each : m_thread->notes()) {
        if (m_notes.contains(each.id.toString()))
            continue;
        const int before =
            entries.partitionPoint([&](const Entry &entry) { return entry.message.createdAt <= each.createdAt; });
        if (before == 0 && m_thread->hasEarlier())
            continue;
        NotePlaces tried = m_notes;
        const int note = tried.place(asMessage(each), before);
        const int row = tried.rowOfNote(note);
        beginInsertRows({}, row, row);
        m_notes = std::move(tried);
        endInsertRows();
        touch(row - 1);
        touch(row + 1);
    }
}

/// Messages came in behind notes that were written after them: those go further down.
void ThreadModel::replaceYounger(int before, Timestamp time)
{
    for (int note = m_notes.firstYounger(before, time); note >= 0; note = m_notes.firstYounger(before, time)) {
        const int row = m_notes.rowOfNote(note);
        beginRemoveRows({}, row, row);
        m_notes.remove(note);
        endRemoveRows();
    }
}

void ThreadModel::takeReceipts()
{
    const api::Chat &chat = *m_workspace.chat(m_thread->chatId());
    const qint64 from = std::min(m_deliveredSeq, m_readSeq);
    if (chat.visitorDeliveredSeq == m_deliveredSeq && chat.visitorReadSeq == m_readSeq)
        return;
    m_deliveredSeq = chat.visitorDeliveredSeq;
    m_readSeq = chat.visitorReadSeq;
    const Entries &entries = m_thread->entries();
    const qint64 last = std::max(m_deliveredSeq, m_readSeq);
    for (int entry = entries.size() - 1; entry >= 0; --entry) {
        const qint64 seq = entries.at(entry).message.seq;
        if (seq > 0 && seq <= from)
            break;
        if (seq > 0 && seq <= last)
            touch(m_notes.rowOfEntry(entry));
    }
}

/// What is shown of messages from `first` to `last` has changed where messages from this entry on answer them.
void ThreadModel::touchAnswers(int entry, qint64 first, qint64 last)
{
    const Entries &entries = m_thread->entries();
    for (; first > 0 && entry < entries.size(); ++entry) {
        const qint64 answered = entries.brief(entry).replyToSeq;
        if (answered >= first && answered <= last)
            Q_EMIT dataChanged(index(m_notes.rowOfEntry(entry)), index(m_notes.rowOfEntry(entry)), {QuoteRole});
    }
}

void ThreadModel::touch(int row)
{
    if (row >= 0 && row < rowCount())
        Q_EMIT dataChanged(index(row), index(row));
}

} // namespace deskbell::console
