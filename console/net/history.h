#pragma once

#include "console/net/link.h"
#include "console/state/workspace.h"

#include <QSet>

namespace deskbell::console {

/// Fetches what the workspace lacks of the past: pages of messages, gaps in them, notes, and the lists that nobody has
/// as a whole.
class History final : public QObject
{
    Q_OBJECT

public:
    History(Link &link, Workspace &workspace, QObject *parent = nullptr);

    /// The latest messages of a chat; while there is no connection it is remembered.
    void open(const ChatId &id);
    void loadEarlier(const ChatId &id);
    /// The messages after this one.
    void fill(const ChatId &id, qint64 after);
    /// The next page of a list, if there is one.
    void loadMore(ListScope scope);
    /// The connection is there again, and the workspace has caught up: asks for what is still missing.
    void resume();
    /// Another operator.
    void reset();

private:
    void askNotes(const ChatId &id, const std::optional<QString> &cursor);
    struct Paging
    {
        std::optional<QString> cursor{}; ///< Of the next page.
        bool complete = false; ///< There is no further page.
        int pages = 0; ///< That came since the person asked.
    };
    Paging &pagingOf(ListScope scope);
    void ask(ListScope scope);
    void takePage(ListScope scope, const Result<api::ChatListAnswer> &page);

    Link &m_link;
    Workspace &m_workspace;
    QSet<ChatId> m_wanted; // threads that are to be loaded and have not come
    QSet<ChatId> m_filling; // chats whose gap is being filled
    QSet<ChatId> m_earlier; // chats whose earlier page is on its way
    Paging m_ended;
    Paging m_all;
    int m_generation = 0; // answers to the questions of another operator are dropped
};

} // namespace deskbell::console
