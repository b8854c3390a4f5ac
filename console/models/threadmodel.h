#pragma once

#include "console/models/noteplaces.h"
#include "console/models/quote.h"
#include "console/state/workspace.h"

#include <QAbstractListModel>
#include <QPointer>

namespace deskbell::console {

/// Whose line a message is.
enum class Voice { Own, Visitor, Colleague, System, Note };

/// The messages of the chat that is open and the operators' notes between them, as rows, with what the neighbours mean
/// for each: where a group of one sender and minute begins and ends, and where a new day does.
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
        SeqRole, ///< qint64; 0 while it waits, and for a note.
        EditedRole, ///< bool: its text is another than it was.
        DeletedRole, ///< bool: its text is gone.
        FilesRole, ///< QList<api::Attachment>
        ProgressRole, ///< int: how much of its files is at the server, in percent; -1 while nothing is under way.
        QuoteRole, ///< Quote: what is shown of the message that it answers; invalid: it answers none.
        KeyRole, ///< what stays the same as long as the line looks the same height: for caches
    };

    explicit ThreadModel(Workspace &workspace, QObject *parent = nullptr);

    /// Null shows nothing. The one reset there is: another conversation.
    void setThread(Thread *thread);
    Thread *thread() const { return m_thread; }
    /// The row of a message that is there.
    QModelIndex indexOf(qint64 seq) const;

    int rowCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role) const override;

private:
    void connectThread();
    const api::Message &messageAt(int row) const;
    Entry entryAt(int row) const;
    Voice voice(int row) const;
    Delivery delivery(const Entry &entry) const;
    bool joins(int earlier, int later) const;
    bool startsDay(int row) const;
    std::optional<Quote> quote(int row) const;
    QString spoken(int row) const;
    QString key(int row) const;
    void placeNotes();
    void replaceYounger(int before, Timestamp time);
    void takeReceipts();
    void touch(int row);
    void touchAnswers(int entry, qint64 first, qint64 last);

    Workspace &m_workspace;
    QPointer<Thread> m_thread;
    NotePlaces m_notes; // of the thread's notes those that belong between what is loaded
    int m_insertedFirst = 0; // entries, not rows
    int m_insertedLast = 0;
    int m_removedRow = 0;
    qint64 m_deliveredSeq = 0; // how far the visitor was when it was last told
    qint64 m_readSeq = 0;
};

} // namespace deskbell::console
