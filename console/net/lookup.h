#pragma once

#include "console/net/link.h"
#include "console/state/actions.h"
#include "console/state/workspace.h"

#include <QSet>

namespace deskbell::console {

/// Looks up chats and what was said on the server, and brings what it takes to show one message in its place: its chat,
/// and the thread back to it without a gap.
class Lookup final : public QObject
{
    Q_OBJECT

public:
    Lookup(Link &link, Workspace &workspace, QObject *parent = nullptr);

    void search(const QString &query, const std::optional<QString> &cursor, Found found);
    void searchChats(const api::ChatSearch &search, FoundChats found);
    void loadChatsOf(const VisitorId &visitor);
    /// Errors: ChatNotFound, MessageNotFound, Disconnected and what else the server says.
    void bring(const ChatId &id, qint64 seq, const Done &done);
    /// One message from before what is loaded of its chat, for those who answer it. Without a line nothing happens.
    void fetch(const ChatId &id, qint64 seq);
    /// Another operator: nobody waits for answers any more.
    void reset();

private:
    void bringThread(const ChatId &id, qint64 seq, const Done &done);
    void bringEarlier(const ChatId &id, qint64 seq, const Done &done);

    Link &m_link;
    Workspace &m_workspace;
    QSet<std::pair<ChatId, qint64>> m_fetching; // what is on its way
    int m_generation = 0;
};

} // namespace deskbell::console
