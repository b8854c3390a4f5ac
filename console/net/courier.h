#pragma once

#include "console/net/parcel.h"
#include "console/state/workspace.h"
#include "console/store/fileshelf.h"

#include <QSet>

namespace deskbell::console {

/// Carries letters from the outbox to the server: each is stored first, a chat's go one after the other in their
/// order, and each stays until the server has confirmed it or the person threw it away.
class Courier final : public QObject
{
    Q_OBJECT

public:
    /// None of them is owned.
    Courier(Link &link, FileLine &line, Workspace &workspace, OutboxStore &outbox, FileShelf &shelf, Backoff backoff,
            QObject *parent = nullptr);

    /// Shows what this account has not sent. Empty: nobody's letters; they stay in the outbox.
    void setAccount(const QString &account);
    /// The line is there, and the workspace up to date.
    void start();
    void stop();

    void post(const ChatId &id, const Draft &written);
    void postAgain(const ChatId &id, const QString &clientId);
    void discard(const ChatId &id, const QString &clientId);
    /// A letter whose files are not all there stays here until it is posted again or discarded.
    void halt(const ChatId &id, const QString &clientId);

Q_SIGNALS:
    /// The server does not know us any more.
    void turnedAway(const deskbell::Error &error);

private:
    enum class Round { Stopped, Running, Pausing };

    void carry(const ChatId &id);
    void carryAll();
    void bring(const Letter &letter);
    void hand(const Letter &letter);
    void takeArrived(const Letter &letter, int at, const AttachmentId &file);
    void takeBrought(const Letter &letter, const Result<Nothing> &result);
    void dropFiles(const Letter &letter);
    void takeRefusal(const Letter &letter, const Error &error);
    void takeAnswer(const Letter &letter, const Result<api::Message> &answer);
    void retryLater(int seconds);
    void fail(const Letter &letter, const QString &problem);
    api::Message messageOf(const Letter &letter) const;
    Letter *find(const ChatId &id, const QString &clientId);
    void remove(const ChatId &id, const QString &clientId);

    Link &m_link;
    FileLine &m_line;
    Workspace &m_workspace;
    OutboxStore &m_outbox;
    FileShelf &m_shelf;
    Backoff m_backoff;
    QString m_account;
    QHash<ChatId, QList<Letter>> m_letters; // as in the outbox, but for those that could not be stored
    QSet<ChatId> m_underway; // chats whose first waiting letter is with the server
    QHash<ChatId, QPointer<Parcel>> m_parcels; // files that are under way
    Round m_round = Round::Stopped;
    QTimer m_pause;
    int m_generation = 0; // rises with each start, stop and account: answers to earlier ones come too late
};

} // namespace deskbell::console
