#pragma once

#include "console/models/chatscopemodel.h"
#include "console/state/actions.h"
#include "console/state/workspace.h"

#include <QFrame>

class QLabel;
class QLineEdit;
class QPushButton;

namespace deskbell::console {

class ChatListView;
class EmptyView;
class HitsView;
class Theme;

/// The chats of one scope, with one line about how things stand, and a search: in them, and in all that was said.
class ChatListPane final : public QFrame
{
    Q_OBJECT

public:
    ChatListPane(const Theme &theme, Workspace &workspace, Actions &actions, QWidget *parent = nullptr);

    /// Not owned; outlives the pane or is replaced first.
    void setModel(ChatScopeModel *model);
    /// Marks the chat that is open, where it is among these.
    void mark(const ChatId &id);
    /// Opens the row so many below the marked one, as far as there are rows.
    void step(int by);
    void focusSearch();
    void focusList();
    void tick();

Q_SIGNALS:
    void chosen(const deskbell::ChatId &id);
    void confirmed(const deskbell::ChatId &id);
    void messageChosen(const deskbell::ChatId &id, qint64 seq);
    void moreRequested();

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    bool isSearching() const;
    void search(const QString &text);
    void goDown();
    void openFirst();
    QLabel *caption(const Theme &theme, const QString &text);
    void buildSearch(const Theme &theme);
    void connectParts();
    void showState();
    QString summary() const;

    const Workspace &m_workspace;
    ChatScopeModel *m_model = nullptr;
    ChatId m_marked;
    QLabel *m_title;
    QLineEdit *m_search;
    QLabel *m_chatsCaption; // over the two lists, while there are two
    ChatListView *m_list;
    EmptyView *m_empty;
    QLabel *m_hitsCaption;
    HitsView *m_hits;
    QPushButton *m_retry;
    QLabel *m_summary;
};

} // namespace deskbell::console
