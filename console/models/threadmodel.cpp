#include "console/models/threadmodel.h"

#include "console/models/wording.h"

#include <QDateTime>

namespace deskbell::console {

ThreadModel::ThreadModel(Workspace &workspace, QObject *parent) : QAbstractListModel(parent), m_workspace(workspace)
{
}

void ThreadModel::setThread(Thread *thread)
{
    if (thread == m_thread)
        return;
    beginResetModel();
    if (m_thread)
        m_thread->disconnect(this);
    m_thread = thread;
    endResetModel();
    if (!thread)
        return;
    connect(thread, &Thread::insertionBegins, this, [this](int first, int last) {
        m_insertedFirst = first;
        m_insertedLast = last;
        beginInsertRows({}, first, last);
    });
    connect(thread, &Thread::insertionEnded, this, [this] {
        endInsertRows();
        touch(m_insertedFirst - 1);
        touch(m_insertedLast + 1);
    });
    connect(thread, &Thread::removalBegins, this, [this](int row) {
        m_removedRow = row;
        beginRemoveRows({}, row, row);
    });
    connect(thread, &Thread::removalEnded, this, [this] {
        endRemoveRows();
        touch(m_removedRow - 1);
        touch(m_removedRow);
    });
    connect(thread, &Thread::entryChanged, this, [this](int row) {
        touch(row);
        touch(row - 1);
        touch(row + 1);
    });
    connect(thread, &QObject::destroyed, this, [this] {
        beginResetModel();
        m_thread.clear();
        endResetModel();
    });
}

int ThreadModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() || !m_thread ? 0 : int(m_thread->entries().size());
}

QVariant ThreadModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const int row = index.row();
    const Entry &entry = m_thread->entries().at(row);
    const api::Message &message = entry.message;
    switch (role) {
    case Qt::DisplayRole:
        return message.text;
    case Qt::AccessibleTextRole:
        return spoken(entry);
    case VoiceRole:
        return int(voice(message));
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
    case GroupEndRole:
        return row == rowCount() - 1 || !joins(row, row + 1);
    case DeliveryRole:
        return int(entry.delivery);
    case ProblemRole:
        return entry.problem;
    case ClientIdRole:
        return message.clientId.value_or(QString());
    case KeyRole:
        // The sender's own id is there before and after the server has the message.
        return message.clientId ? message.senderId + *message.clientId : message.id.toString();
    default:
        return {};
    }
}

Voice ThreadModel::voice(const api::Message &message) const
{
    if (message.senderType == api::SenderType::System)
        return Voice::System;
    if (message.senderType == api::SenderType::Visitor)
        return Voice::Visitor;
    return message.senderId == m_workspace.self().id.toString() ? Voice::Own : Voice::Colleague;
}

bool ThreadModel::joins(int earlier, int later) const
{
    const api::Message &a = m_thread->entries().at(earlier).message;
    const api::Message &b = m_thread->entries().at(later).message;
    constexpr qint64 minute = 60'000;
    return a.senderType == b.senderType && a.senderId == b.senderId && a.senderType != api::SenderType::System
        && a.createdAt.ms / minute == b.createdAt.ms / minute;
}

bool ThreadModel::startsDay(int row) const
{
    const auto day = [this](int at) {
        return QDateTime::fromMSecsSinceEpoch(m_thread->entries().at(at).message.createdAt.ms).date();
    };
    return row == 0 || day(row - 1) != day(row);
}

QString ThreadModel::spoken(const Entry &entry) const
{
    const api::Message &message = entry.message;
    QString text =
        QStringLiteral("%1, %2: %3").arg(oneLine(message.senderName), clockText(message.createdAt), message.text);
    if (voice(message) != Voice::Own)
        return text;
    switch (entry.delivery) {
    case Delivery::Sent:
        return tr("%1, sent").arg(text);
    case Delivery::Waiting:
        return tr("%1, waiting to be sent").arg(text);
    case Delivery::Failed:
        return tr("%1, not sent: %2").arg(text, entry.problem);
    }
    return text;
}

void ThreadModel::touch(int row)
{
    if (row >= 0 && row < rowCount())
        Q_EMIT dataChanged(index(row), index(row));
}

} // namespace deskbell::console
