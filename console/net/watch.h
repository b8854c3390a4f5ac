#pragma once

#include "console/net/history.h"

#include <QTimer>

namespace deskbell::console {

/// Keeps true what one looks at of colleagues' chats. What is said and changed there is told to them alone, so it is
/// asked for now and then: first whether there is anything, which costs little, and then for that.
class Watch final : public QObject
{
    Q_OBJECT

public:
    /// None of them is owned.
    Watch(Link &link, Workspace &workspace, History &history, QObject *parent = nullptr);

    /// Another operator: answers to the questions of this one are dropped.
    void reset();

private:
    void look();
    void lookAt(const ChatId &id);
    void takeState(const api::Chat &now);
    /// What is looked for in the pages of a chat: changes after one, up to another.
    struct Search
    {
        ChatId id;
        qint64 known = 0;
        qint64 last = 0;
        QList<api::Message> found{};
    };
    void askChanged(const Search &search, qint64 before);
    void takeChanged(const Search &search);

    Link &m_link;
    Workspace &m_workspace;
    History &m_history;
    QTimer m_pause;
    QSet<ChatId> m_asking; // chats whose answers are on their way
    QHash<ChatId, qint64> m_seen; // up to which change all that is loaded of a chat is true
    int m_generation = 0;
};

} // namespace deskbell::console
