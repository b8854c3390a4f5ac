#pragma once

#include "console/models/chatlistmodel.h"
#include "console/models/chatscopemodel.h"
#include "console/state/actions.h"
#include "console/theme/theme.h"

#include <QTimer>
#include <QWidget>

class QSplitter;
class QStackedWidget;

namespace deskbell::console {

class ActionTable;
class AdminView;
class ChatListPane;
class ConversationPanes;
class ConversationView;
class DetailsView;
class Questions;
class RailView;
struct WritingAids;

/// What a person finds again at the next start.
struct DeskArrangement
{
    ListScope scope = ListScope::Queue;
    bool details = true; ///< Where there is room for them.
    bool split = false; ///< Two conversations.
    QByteArray panes{}; ///< Widths of list, conversation and details.
    QByteArray conversations{}; ///< Widths of the two.
    bool operator==(const DeskArrangement &) const = default;
};

/// The desk: rail, list, conversation and details, side by side as far as there is room. Composes, and knows which
/// scope and which chat are open.
class DeskView final : public QWidget
{
    Q_OBJECT

public:
    DeskView(Theme &theme, Workspace &workspace, Actions &actions, Questions &questions, ActionTable &table,
             QWidget *parent = nullptr);

    /// What helps to write; not owned. Once.
    void setWriting(WritingAids &aids);
    void showScope(ListScope scope);
    /// The administration in the place of list and conversation, for those who may.
    void showAdmin();
    bool isAtAdmin() const;
    /// Null while nobody has been there.
    AdminView *admin() const { return m_admin; }
    void openChat(const ChatId &id);
    const ChatId &chatId() const;
    /// The one at hand.
    ConversationView &conversation();
    ConversationPanes &conversations() { return *m_conversations; }
    /// Opens a chat at one of its messages, however far back it is.
    void openMessage(const ChatId &id, qint64 seq);
    DetailsView &details() { return *m_details; }
    /// Shows the details, and goes to the field for a new tag.
    void tag();
    /// The one that waits longest, of those that are not `gone`; null when nobody waits.
    ChatId nextWaiting(const QSet<ChatId> &gone = {}) const;
    /// Of one's own, the one after the open one that has something unread; null when none has.
    ChatId nextUnread() const;

    /// Opens and claims the chat that waits longest; the one after, where a colleague was quicker.
    void takeNext() { takeNextBut({}); }
    void claim();
    /// Claims the open chat, or accepts it where it is offered.
    void take();
    void end();
    /// To the chat below or above the open one in the list.
    void step(int by);
    void openNextUnread();
    /// Where one begins: the list.
    void focusStart();
    void focusSearch();
    /// The menu of what narrows the list.
    void openFilter();
    void focusThread();
    void focusReply();
    /// Round the parts of the window that are in sight.
    void focusPane(int by);
    /// Where there is no room for them, they take the place of the list, or of the conversation.
    void toggleDetails();
    /// How somebody has arranged it.
    DeskArrangement arrangement() const;
    void setArrangement(const DeskArrangement &arrangement);

Q_SIGNALS:
    /// What arrangement() says is another one.
    void rearranged();
    void appearanceRequested(deskbell::console::Appearance appearance);
    void signOutRequested();
    void menuRequested();
    void chatOpened();
    /// How many chats wait, for the window's title.
    void waitingChanged(int count);

protected:
    void resizeEvent(QResizeEvent *event) override;

private:
    ChatScopeModel *scopeModel(ListScope scope) const;
    void compose();
    void connectParts();
    void showCounts();
    void arrange();
    bool hasRoomForDetails() const;
    void setDetailsShown(bool shown);
    void follow();
    void confirm(const ChatId &id);
    void takeNextBut(const QSet<ChatId> &gone);
    void leaveAdmin();
    void settleAdmin();

    Theme &m_theme;
    Workspace &m_workspace;
    Actions &m_actions;
    Questions &m_questions;
    ChatListModel m_chats;
    ChatScopeModel m_queue, m_mine, m_team, m_ended, m_all;
    ChatScopeModel m_waiting, m_own; // to be counted, whatever is searched for in the lists
    RailView *m_rail;
    QStackedWidget *m_screens;
    QSplitter *m_panes;
    AdminView *m_admin = nullptr; // made when it is first wanted
    OperatorId m_adminOf; // who it was made for
    ChatListPane *m_list;
    ConversationPanes *m_conversations;
    DetailsView *m_details;
    QTimer m_counting; // counts once, however many chats have changed in this turn
    QTimer m_second; // what shows a running time moves on
    ListScope m_scope = ListScope::Queue;
    bool m_detailsWanted = true; // where there is room for them
    bool m_detailsInstead = false; // of what stands there, where there is none
};

} // namespace deskbell::console
