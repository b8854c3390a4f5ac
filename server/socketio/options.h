#pragma once

#include <QByteArray>
#include <QString>

#include <optional>

namespace deskbell::server::socketio {

/// Connection state recovery: how long and how much is kept for clients that lost their connection.
struct RecoveryOptions
{
    qint64 maxDisconnectionMs = 120'000;
    qsizetype maxPackets = 2'000; ///< Kept for each namespace.
    qsizetype maxSessions = 10'000; ///< Kept for each namespace.
    qsizetype maxMissed = 200; ///< Who missed more connects afresh; more would not fit the client's outbox.
};

/// What can be set about Socket.IO.
struct Options
{
    qint64 connectTimeoutMs = 45'000; ///< A connection that has joined no namespace by then is closed.
    std::optional<RecoveryOptions> recovery{}; ///< Nothing: off.
};

/// Why a client may not join a namespace.
struct ConnectError
{
    QString message;
    QByteArray data{}; ///< JSON; empty: none.
};

/// What happens to an event that its client cannot take right now.
enum class Delivery {
    Reliable, ///< It waits.
    Volatile, ///< It is dropped.
};

/// How much of a client's connection is closed.
enum class Reach {
    Namespace, ///< The client stays in other namespaces.
    Connection,
};

} // namespace deskbell::server::socketio
