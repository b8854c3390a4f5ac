#pragma once

#include "console/net/catchup.h"
#include "console/net/farewell.h"
#include "console/net/filedesk.h"
#include "console/net/history.h"
#include "console/net/lookup.h"
#include "console/net/receipts.h"
#include "console/net/visitorlookup.h"
#include "console/net/watch.h"
#include "console/state/actions.h"
#include "console/state/archive.h"
#include "console/store/account.h"
#include "console/store/tokenvault.h"

namespace deskbell::console {

/// Carries out what the views ask for on a desk's server, and keeps the workspace true. Lives in the GUI thread, like
/// the workspace; nothing in it blocks but the outbox's writes.
class DeskClient final : public QObject, public Actions
{
    Q_OBJECT

public:
    /// None of them is owned. `backoff` paces reconnects and resends.
    DeskClient(Workspace &workspace, OutboxStore &outbox, DeskStore &store, FileShelf &shelf, TokenVault &vault,
               const Backoff &backoff = Backoff(), QObject *parent = nullptr);

    /// Goes on with the session of an earlier run, if the vault has one for this account; says nothing if not.
    void comeBack(const Account &account);

    /// Leaves the desk without signing out: comeBack() finds the session again.
    void stepOut();
    /// Takes the way of the moment to the server, where the one that was taken is no longer wanted.
    void reconnect();
    Farewell &farewell() { return m_farewell; }

    void signIn(const QUrl &server, const QString &email, const QString &password, Done done) override;
    void signOut() override;
    void tryNow() override;
    void setStatus(api::OperatorStatus status) override;
    void claim(const ChatId &id, Done done) override;
    void endChat(const ChatId &id, const std::optional<QString> &reason, Done done) override;
    void change(const ChatChange &change, Done done) override;
    void administer(const AdminAsk &ask) override;
    void markRead(const ChatId &id) override { m_receipts.tellRead(id); }
    using Actions::send;
    void send(const ChatId &id, const Draft &written) override;
    void sendAgain(const ChatId &id, const QString &clientId) override { m_courier.postAgain(id, clientId); }
    void discard(const ChatId &id, const QString &clientId) override { m_courier.discard(id, clientId); }
    FileActions &files() override { return m_files; }
    void setTyping(const ChatId &id, bool typing) override;
    void openThread(const ChatId &id) override;
    void loadEarlier(const ChatId &id) override { m_history.loadEarlier(id); }
    void openVisitor(const VisitorId &id) override
    {
        m_archive.restoreVisitor(id);
        m_visitors.open(id);
    }
    void loadMore(ListScope scope) override { m_history.loadMore(scope); }
    void search(const QString &query, const std::optional<QString> &cursor, Found found) override
    {
        m_lookup.search(query, cursor, std::move(found));
    }
    void searchChats(const api::ChatSearch &search, FoundChats found) override
    {
        m_lookup.searchChats(search, std::move(found));
    }
    void loadChatsOf(const VisitorId &visitor) override { m_lookup.loadChatsOf(visitor); }
    void fetchQuoted(const ChatId &id, qint64 seq) override { m_lookup.fetch(id, seq); }
    void bringMessage(const ChatId &id, qint64 seq, Done done) override { m_lookup.bring(id, seq, done); }

Q_SIGNALS:
    void signedIn(const deskbell::console::Account &account);
    /// The server ended the session; `notice` says so to the person.
    void sessionEnded(const QString &notice);

private:
    struct Login
    {
        QString password;
        Done done;
    };

    void takeOpened();
    void logIn();
    void welcome(const api::OperatorLoginAnswer &answer);
    void catchUp();
    void takeCaughtUp();
    void takeLost(const QString &reason);
    void takeRefused(const Error &error);
    void finishLogin(const Result<Nothing> &result);
    void giveUpLogin(const Error &error);
    void leave();
    void endSession();
    void setPhase(ConnectionState::Phase phase, bool attempting = false);
    void askOffice();
    void askCannedReplies(const QList<api::CannedReply> &before);
    void take(const api::Chat &chat) { m_workspace.takeChat(chat); }
    void take(const api::Message &message) { m_workspace.takeChange(message); }
    void take(const api::Note &note) { m_workspace.thread(note.chatId)->takeNotes({note}); }
    template <class Command>
    void request(const Command &command, Done done);

    Workspace &m_workspace;
    FileShelf &m_shelf;
    TokenVault &m_vault;
    Link m_link;
    FileLine m_fileLine;
    History m_history;
    Watch m_watch;
    Lookup m_lookup;
    VisitorLookup m_visitors;
    Courier m_courier;
    FileDesk m_files;
    Receipts m_receipts;
    Archive m_archive;
    Farewell m_farewell;
    Account m_account;
    std::optional<Login> m_login; // from signIn() until the desk is there or it went wrong
    bool m_entered = false; // the server has accepted who we are, so losing it means Offline
    QPointer<CatchUp> m_catchUp; // while it runs
    QHash<ChatId, qint64> m_typingTold; // when we last said that we type, in monotonic milliseconds
};

} // namespace deskbell::console
