#pragma once

#include "console/net/link.h"
#include "console/state/workspace.h"

#include <QSet>

namespace deskbell::console {

/// Fetches what the workspace lacks of the past: pages of messages, gaps in them, ended chats.
class History final : public QObject
{
    Q_OBJECT

public:
    History(Link &link, Workspace &workspace, QObject *parent = nullptr);

    /// The latest messages of a chat; while there is no connection it is remembered.
    void open(const ChatId &id);
    void loadEarlier(const ChatId &id);
    void loadEnded();
    /// The connection is there again, and the workspace has caught up: asks for what is still missing.
    void resume();
    /// Another operator.
    void reset();

private:
    void askNotes(const ChatId &id, const std::optional<QString> &cursor);
    void fill(const ChatId &id, qint64 after);
    void askEnded();

    Link &m_link;
    Workspace &m_workspace;
    QSet<ChatId> m_wanted; // threads that are to be loaded and have not come
    QSet<ChatId> m_filling; // chats whose gap is being filled
    QSet<ChatId> m_earlier; // chats whose earlier page is on its way
    std::optional<QString> m_endedCursor; // of the next page
    int m_generation = 0; // answers to the questions of another operator are dropped
};

} // namespace deskbell::console
