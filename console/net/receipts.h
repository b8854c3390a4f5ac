#pragma once

#include "console/net/link.h"
#include "console/state/workspace.h"

#include <QTimer>

namespace deskbell::console {

/// Tells the server how far the messages of visitors have come here: which have arrived, and which were seen. A burst
/// of them is told of once. What could not be told is told after the next connection.
class Receipts final : public QObject
{
    Q_OBJECT

public:
    /// None of them is owned.
    Receipts(Link &link, Workspace &workspace, QObject *parent = nullptr);

    /// The line is there: what came meanwhile has arrived.
    void start();
    void stop();
    void tellRead(const ChatId &id);

private:
    void noteArrival(const ChatId &id);
    void tell();

    Link &m_link;
    Workspace &m_workspace;
    QTimer m_pause; // runs while something is to be told
    QHash<ChatId, qint64> m_arrived; // to be told
    QHash<ChatId, qint64> m_read; // to be told
    QHash<ChatId, qint64> m_toldRead; // on this connection
};

} // namespace deskbell::console
