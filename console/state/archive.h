#pragma once

#include "console/state/workspace.h"
#include "console/store/deskstore.h"

#include <QSet>
#include <QTimer>
#include <QUuid>

namespace deskbell::console {

/// Keeps on disk what the workspace learns of one account's desk, and brings it back before the server has answered.
/// Drafts are written with each key; the rest soon after, a few rows at a time, so that no burst of events waits for a
/// disk. Lives in the GUI thread.
class Archive final : public QObject
{
    Q_OBJECT

public:
    /// None of them is owned.
    Archive(Workspace &workspace, DeskStore &store, QObject *parent = nullptr);
    ~Archive() override;

    /// From now on what is learnt belongs to this account, and nothing does to an empty one.
    void setAccount(const QString &account);
    /// Fills the workspace with what was seen of the account.
    void restore();
    /// Fills a thread that is not loaded, if its last messages were seen.
    void restoreThread(const ChatId &id);
    /// Who a visitor is that is not known now, if that was seen.
    void restoreVisitor(const VisitorId &id);
    /// Forgets all but the drafts: somebody signs out.
    void forget();

private:
    void noteChat(const ChatId &id);
    void noteMessage(const api::Message &message);
    void noteThread(const ChatId &id);
    void noteVisitor(const VisitorId &id);
    void forgetMessages(const ChatId &id);
    void writeSome();
    void writeAll();
    void writeStep(int rows);

    Workspace &m_workspace;
    DeskStore &m_store;
    QString m_account;
    QTimer m_pause; // runs while something is to be written
    QSet<QUuid> m_chats; // whose rows are to be written; very many at once, so that they are not kept as texts
    QHash<ChatId, QHash<qint64, api::Message>> m_messages; // to be written, by seq
    QSet<VisitorId> m_visitors; // whose rows are to be written
    struct Span
    {
        qint64 first = 0;
        qint64 last = 0;
    };
    QHash<ChatId, Span> m_written; // what is on disk of the threads that are open
    bool m_quiet = false; // what comes into the workspace came from here
};

} // namespace deskbell::console
