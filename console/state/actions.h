#pragma once

#include "console/state/administration.h"
#include "console/state/fileactions.h"
#include "console/state/listscope.h"
#include "console/store/draft.h"
#include "shared/api/commands.h"

#include <QUrl>

#include <functional>
#include <variant>

namespace deskbell::console {

/// Told once how an action went; an empty one is not interested.
using Done = std::function<void(const Result<Nothing> &)>;

/// Told what a search has found; never before the call returns.
using Found = std::function<void(const Result<api::MessageSearchAnswer> &)>;
using FoundChats = std::function<void(const Result<api::ChatListAnswer> &)>;

/// A request that changes a chat, or what stands in it.
using ChatChange = std::variant<api::ChatRelease, api::ChatAssign, api::ChatTransfer, api::ChatAccept, api::ChatDecline,
                                api::ChatTag, api::ChatUpdate, api::NoteAdd, api::MessageEdit, api::MessageDelete>;

/// What an operator can ask for. The views speak to this alone; whether a server, a script or a test carries it out
/// is not theirs to know. Results show up in the Workspace; `done` comes in the GUI thread, and not for an action
/// whose object has gone.
class Actions
{
public:
    Actions() = default;
    virtual ~Actions() = default;
    Q_DISABLE_COPY_MOVE(Actions)

    virtual void signIn(const QUrl &server, const QString &email, const QString &password, Done done) = 0;
    virtual void signOut() = 0;
    /// Connects at once, whatever the back-off says.
    virtual void tryNow() = 0;
    virtual void setStatus(api::OperatorStatus status) = 0;

    virtual void claim(const ChatId &id, Done done) = 0;
    virtual void endChat(const ChatId &id, const std::optional<QString> &reason, Done done) = 0;

    virtual void change(const ChatChange &change, Done done) = 0;
    /// What is asked of the desk as a whole, by an admin.
    virtual void administer(const AdminAsk &ask) = 0;
    /// The person has seen all of a chat of theirs.
    virtual void markRead(const ChatId &id) = 0;

    /// Into the outbox and off as soon as the line allows, its files first. Never fails at once.
    virtual void send(const ChatId &id, const Draft &written) = 0;
    void send(const ChatId &id, const QString &text) { send(id, Draft{text}); }
    virtual void sendAgain(const ChatId &id, const QString &clientId) = 0;
    virtual void discard(const ChatId &id, const QString &clientId) = 0;
    virtual FileActions &files() = 0;
    virtual void setTyping(const ChatId &id, bool typing) = 0;

    /// Brings the latest messages of a chat, if they are not there.
    virtual void openThread(const ChatId &id) = 0;
    virtual void loadEarlier(const ChatId &id) = 0;
    /// Brings who a visitor is.
    virtual void openVisitor(const VisitorId &id) = 0;
    /// The first page of a list that is not always there as a whole (Team, Ended, All), or the next one.
    virtual void loadMore(ListScope scope) = 0;

    /// Looks for words in what was said, everywhere; `cursor` is that of the page before.
    virtual void search(const QString &query, const std::optional<QString> &cursor, Found found) = 0;
    /// Looks for chats on the server. What is found is in the Workspace before it is told.
    virtual void searchChats(const api::ChatSearch &search, FoundChats found) = 0;
    /// Brings what else a visitor has asked, the newest of it.
    virtual void loadChatsOf(const VisitorId &visitor) = 0;
    /// Looks one message up that another of the chat answers, for what is shown of it there.
    virtual void fetchQuoted(const ChatId &id, qint64 seq) = 0;
    /// Brings a chat, if it is not known, and its messages back to this one.
    virtual void bringMessage(const ChatId &id, qint64 seq, Done done) = 0;
};

} // namespace deskbell::console
