#pragma once

#include "console/net/link.h"
#include "console/state/workspace.h"

#include <QSet>

namespace deskbell::console {

/// Brings the workspace from what it knew to what the desk is like now, once after each connect. Events that come
/// meanwhile may be older or newer than the answers, so they wait and are applied at the end.
class CatchUp final : public QObject
{
    Q_OBJECT

public:
    CatchUp(Link &link, Workspace &workspace, QObject *parent = nullptr);

    void start();
    void hold(const api::Event &event) { m_held.append(event); }

Q_SIGNALS:
    void finished();
    void failed(const deskbell::Error &error);

private:
    void resume();
    void takeResumed(const api::SessionResumeAnswer &answer);
    void list(api::ChatScope scope, const std::optional<QString> &cursor);
    void takeListed();
    void countNext();
    void finish();

    Link &m_link;
    Workspace &m_workspace;
    QList<api::Chat> m_snapshot; // the queue and our own chats
    QSet<ChatId> m_uncountable; // the server does not show us their messages
    QList<api::Event> m_held; // in their order
};

} // namespace deskbell::console
