#pragma once

#include "console/state/actions.h"
#include "console/state/openchats.h"
#include "console/state/workspace.h"

#include <QWidget>

#include <array>

class QSplitter;

namespace deskbell::console {

class ChatTabBar;
class ConversationView;
class Questions;
class Theme;
struct WritingAids;

/// The open chats as tabs, and below them one conversation, or two side by side. One of the two is at hand: it has the
/// keyboard or had it last, and what a person chooses comes there.
class ConversationPanes final : public QWidget
{
    Q_OBJECT

public:
    ConversationPanes(const Theme &theme, Workspace &workspace, Actions &actions, Questions &questions,
                      QWidget *parent = nullptr);

    /// What helps to write; not owned. Once.
    void setWriting(WritingAids &aids);
    ConversationView &atHand() const { return *m_views.at(m_atHand); }
    const ChatId &chatId() const;
    OpenChats &openChats() { return m_open; }
    bool isSplit() const;
    /// In the conversation at hand, unless the other one shows it already. Null: nothing is open there.
    void open(const ChatId &id);
    /// In the conversation that is not at hand, which is at hand from now on. Null: what was open before, or nothing.
    void openBeside(const ChatId &id);
    void closeBeside();
    /// The tab, and the conversation with it.
    void close(const ChatId &id);
    /// To the tab so many places to the right.
    void step(int by);
    void focusOther();
    /// How the two share the width, to be restored in a later run.
    QByteArray saveSizes() const;
    void restoreSizes(const QByteArray &sizes);
    void tick();
    void setWaiting(int count);
    void setBackVisible(bool visible);
    void setDetailsToggle(bool available, bool shown);

Q_SIGNALS:
    /// Another chat is at hand.
    void chatOpened();
    /// What can be edited has changed.
    void writingChanged();
    void claimed(const deskbell::ChatId &id);
    void backRequested();
    void detailsToggled(bool shown);
    void splitChanged();
    void sizesChanged();

protected:
    void resizeEvent(QResizeEvent *event) override;

private:
    ConversationView *makeView();
    void setAtHand(int view);
    int viewOf(const ChatId &id) const; // -1: not in sight
    void settle(const ChatId &id);
    void arrange();

    const Theme &m_theme;
    Workspace &m_workspace;
    Actions &m_actions;
    Questions &m_questions;
    WritingAids *m_writing = nullptr;
    OpenChats m_open;
    ChatTabBar *m_tabs;
    QSplitter *m_splitter;
    std::array<ConversationView *, 2> m_views{}; // the second one is made when it is first wanted
    int m_atHand = 0;
    bool m_split = false;
};

} // namespace deskbell::console
