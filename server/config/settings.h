#pragma once

#include "shared/api/chatdetails.h"

#include <QString>
#include <QStringList>

namespace deskbell::server {

/// How much of a crash an acknowledged write survives.
enum class Durability {
    Full, ///< `kill -9` and the power: each commit is synced to the disk.
    Process, ///< `kill -9` alone; the last commits may go with the power.
};

/// Everything that can be set, with what holds when nothing is. Filled and checked by SettingsLoader;
/// the rest of the server reads it and never changes it.
struct Settings
{
    QString listen = QStringLiteral("127.0.0.1:8080");
    QString dataFolder; ///< Absolute path; the loader puts in the platform's place for it.
    QString logLevel = QStringLiteral("info");

    QString deskName = QStringLiteral("Deskbell");

    QString database; ///< Empty: SQLite in the data folder; else `postgresql://…`.
    Durability durability = Durability::Full;

    QStringList allowedOrigins; ///< Origins that may talk to the server from a browser; `*` means any.
    bool rateLimits = true;
    bool trustClientIds = false;
    QString identitySecret; ///< Sites vouch for their users with it (userHash); empty: no site can.
    QString jwtSecret; ///< Signs web tokens; empty: one is made, and kept in the data folder.
    QString apiKey; ///< One key that is good without being in the database; empty: none.

    api::RoutingStrategy routingStrategy = api::RoutingStrategy::Manual;
    int escalateAfterS = 0; ///< Until a chat that nobody takes is offered to one after the other; 0: never.
    int offerTimeoutS = 30; ///< To accept what routing offers; 0: chats are given without asking.
    int transferTimeoutS = 60; ///< To accept what a colleague offers.
    int vanishTimeoutS = 60; ///< Until the chats of an operator who is gone return to the queue.
    int abandonTimeoutS = 86'400; ///< Until a silent chat ends whose visitor is gone; 0: never.

    int operatorPingIntervalMs = 5'000;
    int operatorPingTimeoutMs = 4'000;
    int visitorPingIntervalMs = 25'000;
    int visitorPingTimeoutMs = 20'000;

    int headBytes = 16 * 1024;
    int bodyBytes = 256 * 1024;
    int messageBytes = 64 * 1024; ///< One WebSocket message or polling body.
    int headDeadlineMs = 5'000;
    int idleDeadlineMs = 30'000;
    int connectionsPerAddress = 100;
    int connections = 20'000; ///< The process's descriptor limit may bring it down further.
    int attachmentBytes = 25 * 1024 * 1024; ///< Of one file.
    int attachmentReserveBytes = 256 * 1024 * 1024; ///< So much of the disk no file may take.
    int attachmentLifetimeMs = 86'400'000; ///< How long a file may wait to be sent.
    bool webhooksAllowPrivate = false; ///< Webhooks may be told at addresses of this machine and its network.
    int webhookTimeoutMs = 10'000;
    int webhookFirstRetryMs = 5'000; ///< Doubles with each further attempt, up to an hour.
    int webhookAttempts = 20; ///< Then an event is given up.
    int queuedBytes = 1024 * 1024; ///< Output waiting for one slow connection.
    int stopDeadlineMs = 10'000;
};

} // namespace deskbell::server
