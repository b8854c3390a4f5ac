#pragma once

#include "console/models/chatscopemodel.h"
#include "console/state/actions.h"
#include "console/state/workspace.h"

#include <QFrame>

#include <memory>

class QLabel;
class QPushButton;

namespace deskbell::console {

class ChatFinder;
class ChatListModel;
class ChatListView;
class EmptyView;
class FilterBar;
class HitsView;
class SearchField;
class Theme;

/// The chats of one scope, with one line about how things stand, a filter, and a search: through all chats, and through
/// all that was said.
class ChatListPane final : public QFrame
{
    Q_OBJECT

public:
    ChatListPane(const Theme &theme, Workspace &workspace, Actions &actions, ChatListModel &chats,
                 QWidget *parent = nullptr);
    ~ChatListPane() override;

    /// Not owned; outlives the pane or is replaced first.
    void setModel(ChatScopeModel *model);
    /// Marks the chat that is open, where it is among these.
    void mark(const ChatId &id);
    /// Opens the row so many below the marked one, as far as there are rows.
    void step(int by);
    void focusSearch();
    void openFilter();
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
    void search();
    void show(ChatScopeModel *model);
    bool isFiltered() const;
    void goDown();
    void openFirst();
    QLabel *caption(const Theme &theme, const QString &text);
    void connectParts();
    void showState();
    QString summary() const;

    const Workspace &m_workspace;
    ChatListModel &m_chats;
    ChatScopeModel *m_ofScope = nullptr;
    std::unique_ptr<ChatScopeModel> m_found; // among all chats, while one searches
    ChatScopeModel *m_model = nullptr; // what is shown, one of the two
    ChatId m_marked;
    QLabel *m_title;
    SearchField *m_search;
    FilterBar *m_filter;
    ChatFinder *m_finder;
    QLabel *m_chatsCaption; // over the two lists, while there are two
    ChatListView *m_list;
    EmptyView *m_empty;
    QLabel *m_hitsCaption;
    HitsView *m_hits;
    QPushButton *m_retry;
    QLabel *m_summary;
};

} // namespace deskbell::console
