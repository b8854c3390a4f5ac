#pragma once

#include "console/state/listscope.h"
#include "console/state/office.h"
#include "console/state/seenchats.h"
#include "console/state/thread.h"
#include "console/state/typing.h"
#include "console/state/visitors.h"
#include "shared/api/catalogue.h"
#include "shared/clock.h"

#include <QHash>
#include <QSet>
#include <QUuid>

namespace deskbell::console {

/// How we stand with the server.
struct ConnectionState
{
    enum class Phase { SignedOut, Connecting, Online, Offline };
    Phase phase = Phase::SignedOut;
    Timestamp since; ///< When the phase began; Offline keeps it through its attempts.
    bool attempting = false; ///< Offline, and trying at this moment.
    bool operator==(const ConnectionState &) const = default;
};

/// How far the list of a scope has come.
enum class ListState { Unasked, Loading, Loaded, Failed };

/// The local truth: what the server said last, its events since then, and what we have not been able to tell it yet.
/// Knows no network and no widgets. Every change is announced by one exact signal, after it is made unless the name
/// says otherwise. Lives in the GUI thread.
class Workspace final : public QObject
{
    Q_OBJECT

public:
    explicit Workspace(const Clock &clock, QObject *parent = nullptr);

    const Clock &clock() const { return m_clock; }
    const api::Operator &self() const { return m_self; }
    const ConnectionState &connection() const { return m_connection; }
    ListState listState(ListScope scope) const { return m_listStates.value(int(scope), ListState::Unasked); }

    int chatCount() const { return int(m_chats.size()); }
    /// Valid until the next change; of a chat that has ended, until some fifty others of them were looked at.
    const api::Chat &chatAt(int row) const { return m_chats.at(row).chat; }
    /// What is known of each of very many chats without reading them.
    ChatBrief briefAt(int row) const { return m_chats.brief(row); }
    bool isEnded(int row) const { return briefAt(row).status == api::ChatStatus::Ended; }
    QString nameAt(int row) const { return m_chats.nameAt(row); }
    /// See SeenChats.
    std::optional<bool> hasLetters(int row, const QList<QByteArray> &runs) const
    {
        return m_chats.hasLetters(row, runs);
    }
    /// All chats of a visitor that are known.
    QList<ChatId> chatsOf(const VisitorId &id) const;
    /// The tags of all chats that are known, or were.
    const QSet<QString> &tags() const { return m_tags; }
    int rowOf(const ChatId &id) const { return m_rows.value(keyOf(id), -1); }
    /// Null when the chat is not known; as long valid as chatAt().
    const api::Chat *chat(const ChatId &id) const;
    bool isMine(const api::Chat &chat) const;
    /// Whether the chat waits for us to accept it: it was offered to us, or to a department of ours.
    bool isOfferedToMe(const api::Chat &chat) const;
    Office &office() { return m_office; }
    const Office &office() const { return m_office; }
    Visitors &visitors() { return m_visitors; }
    const Visitors &visitors() const { return m_visitors; }
    int unread(const ChatId &id) const;
    bool visitorTypes(const ChatId &id) const { return m_typing.contains(id); }
    /// What the visitor has written and not sent, where the desk lets operators see it.
    QString visitorWrites(const ChatId &id) const { return m_typing.text(id); }
    int outgoingCount() const { return m_outgoingCount; }
    /// The thread of a chat, made on the first call. Owned by the workspace, gone with the chat.
    Thread *thread(const ChatId &id);
    Thread *existingThread(const ChatId &id) const { return m_threads.value(id); }
    QList<Thread *> threads() const { return m_threads.values(); }
    /// What to tell `session.resume`: the last message that we have of each live chat.
    QList<api::ChatPosition> positions() const;
    /// Live chats whose last messages were not all counted: the server's answer had no room for them.
    QList<api::ChatPosition> uncounted() const;
    /// What is to be remembered of a chat that is known.
    SeenChat seenChat(const ChatId &id) const { return m_chats.at(rowOf(id)); }
    /// What was written for a chat and not sent.
    Draft draft(const ChatId &id) const { return m_drafts.value(id); }

    void setSelf(const api::Operator &self);
    void setConnection(ConnectionState connection);
    void setListState(ListScope scope, ListState state);
    /// All waiting chats and our own: what was one of them and is not there has gone.
    void takeSnapshot(const QList<api::Chat> &chats);
    /// What an earlier run saw, before the server has said anything: nobody is alerted.
    void restore(const QList<SeenChat> &chats, const QHash<ChatId, Draft> &drafts);
    /// Adds or updates; a state older than the one known is ignored.
    void takeChat(const api::Chat &chat);
    /// Many at once, which the models hear of once.
    void takeChats(const QList<api::Chat> &chats);
    void takeMessage(const api::Message &message);
    /// A message that was edited or deleted.
    void takeChange(const api::Message &message);
    /// Who a visitor is now. Of one who was erased everything goes that was said in their chats.
    void takeVisitor(const api::Visitor &visitor);
    void takeEvent(const api::Event &event);
    /// The person looks at this chat and no longer at that one; either may be null. What is looked at has nothing
    /// unread.
    void setOpenChat(const ChatId &id, const ChatId &noLonger = {});
    /// Whether the person looks at our window. What comes into an open chat while they do not is unread.
    void setWatched(bool watched);
    const QSet<ChatId> &openChats() const { return m_openChats; }
    void addOutgoing(const api::Message &message, Delivery delivery = Delivery::Waiting, const QString &problem = {});
    void setDelivery(const ChatId &id, const QString &clientId, Delivery delivery, const QString &problem = {});
    /// How much of the files of a message is at the server, in percent.
    void setProgress(const ChatId &id, const QString &clientId, int percent);
    void removeOutgoing(const ChatId &id, const QString &clientId);
    void setDraft(const ChatId &id, const Draft &written);
    /// Forgets everything: another operator signs in.
    void clear();

Q_SIGNALS:
    void selfChanged();
    void connectionChanged();
    void listStateChanged(deskbell::console::ListScope scope);
    /// Rows from `first` to `last` follow the last one.
    void chatInsertionBegins(int first, int last);
    void chatsInserted(int first, int last);
    void chatRemovalBegins(int row);
    void chatRemoved(const deskbell::ChatId &id);
    void chatChanged(int row);
    void typingChanged(const deskbell::ChatId &id);
    void outgoingCountChanged(int count);
    /// Messages were added to the thread of a chat.
    void threadGrew(const deskbell::ChatId &id);
    /// A message that others answer, from before what is loaded of its chat, is known now or has changed.
    void quotedChanged(const deskbell::ChatId &id);
    void messageTaken(const deskbell::api::Message &message);
    /// One that was taken before is edited or deleted.
    void messageChanged(const deskbell::api::Message &message);
    void draftChanged(const deskbell::ChatId &id);
    /// What was said in a chat is gone, by the wish of its visitor; what is known here of its messages follows.
    void chatErased(const deskbell::ChatId &id);
    /// A message came whose predecessors after `seq` are missing: they have to be fetched.
    void gapFound(const deskbell::ChatId &id, qint64 seq);
    /// A colleague or the desk offers us a chat.
    void chatOffered(const deskbell::ChatId &id);
    /// A visitor wrote, or a chat began to wait: worth telling the person.
    void visitorWrote(const deskbell::ChatId &id);
    /// A message of ours cannot be sent, as the person is to know.
    void sendingFailed(const deskbell::ChatId &id, const QString &problem);

private:
    using Item = SeenChat;

    /// A text of an id takes six times as much.
    template <class Tag>
    static QUuid keyOf(const Id<Tag> &id)
    {
        return QUuid::fromString(id.toString());
    }

    void insertChats(const QList<SeenChat> &chats);
    void removeChat(const ChatId &id);
    Item seenFirst(const api::Chat &chat) const;
    void setUnread(int row, int unread);
    void letThreadsGo(const ChatId &opened);
    bool count(Item &item, const api::Message &message); // whether a visitor wrote something new
    void takePresence(const api::PresenceChanged &presence);
    void takeReceipt(const api::ReceiptEvent &receipt, bool read);
    void setVisitorOnline(const VisitorId &id, bool online);
    void empty(const ChatId &id, Timestamp erasedAt);
    void changeOutgoingCount(int by);

    const Clock &m_clock;
    api::Operator m_self;
    ConnectionState m_connection;
    QHash<int, ListState> m_listStates;
    SeenChats m_chats; // sorting is the models' business
    QSet<QString> m_tags;
    Office m_office;
    Visitors m_visitors;
    QHash<QUuid, int> m_rows; // where each chat stands in m_chats
    QHash<ChatId, Thread *> m_threads;
    QHash<ChatId, Draft> m_drafts; // none is empty
    Typing m_typing;
    QSet<ChatId> m_openChats; // that the person looks at
    QList<ChatId> m_opened; // whose threads are kept, the last opened last
    bool m_watched = true;
    bool m_restoring = false; // what comes in was seen before
    int m_outgoingCount = 0; // those of all threads that are Waiting
};

} // namespace deskbell::console
