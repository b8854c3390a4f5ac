#pragma once

#include "console/state/workspace.h"

#include <QAbstractListModel>
#include <QPointer>

namespace deskbell::console {

/// Whose line a message is.
enum class Voice { Own, Visitor, Colleague, System };

/// The messages of the chat that is open, as rows, with what the neighbours mean for each: where a group of one
/// sender and minute begins and ends, and where a new day does.
class ThreadModel final : public QAbstractListModel
{
    Q_OBJECT

public:
    enum Role {
        VoiceRole = Qt::UserRole, ///< int of Voice
        SenderRole,
        SenderIdRole,
        TimeRole, ///< qint64 milliseconds
        DayRole, ///< heading text where a day begins, else empty
        GroupStartRole,
        GroupEndRole,
        DeliveryRole, ///< int of Delivery
        ProblemRole,
        ClientIdRole,
        KeyRole, ///< what stays the same as long as the line looks the same height: for caches
    };

    explicit ThreadModel(Workspace &workspace, QObject *parent = nullptr);

    /// Null shows nothing. The one reset there is: another conversation.
    void setThread(Thread *thread);
    Thread *thread() const { return m_thread; }

    int rowCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role) const override;

private:
    Voice voice(const api::Message &message) const;
    bool joins(int earlier, int later) const;
    bool startsDay(int row) const;
    QString spoken(const Entry &entry) const;
    void touch(int row);

    Workspace &m_workspace;
    QPointer<Thread> m_thread;
    int m_insertedFirst = 0;
    int m_insertedLast = 0;
    int m_removedRow = 0;
};

} // namespace deskbell::console
