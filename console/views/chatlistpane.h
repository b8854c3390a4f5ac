#pragma once

#include "console/models/chatscopemodel.h"
#include "console/state/workspace.h"

#include <QFrame>

class QLabel;
class QLineEdit;
class QPushButton;

namespace deskbell::console {

class ChatListView;
class EmptyView;
class Theme;

/// The chats of one scope, with a search over them and one line about how things stand.
class ChatListPane final : public QFrame
{
    Q_OBJECT

public:
    ChatListPane(const Theme &theme, const Workspace &workspace, QWidget *parent = nullptr);

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
    void moreRequested();

private:
    void buildSearch(const Theme &theme);
    void connectParts();
    void showState();
    QString summary() const;

    const Workspace &m_workspace;
    ChatScopeModel *m_model = nullptr;
    ChatId m_marked;
    QLabel *m_title;
    QLineEdit *m_search;
    ChatListView *m_list;
    EmptyView *m_empty;
    QPushButton *m_retry;
    QLabel *m_summary;
};

} // namespace deskbell::console
