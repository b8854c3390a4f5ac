#pragma once

#include "server/desk/aliases.h"
#include "server/dialects/reads.h"
#include "server/dialects/restcall.h"
#include "server/dialects/shape.h"

/// What the things of the desk are called in `rooms`.
namespace deskbell::server::dialects::rooms {

QByteArray room(const api::Chat &chat, const Aliases &aliases, const std::optional<QString> &token = {});
/// How far the message has come with the other side: `sent`, `delivered` or `read`.
QLatin1String statusOf(const api::Message &message, const api::Chat &chat);
/// One that was just sent.
QByteArray message(const api::Message &message, const Aliases &aliases);
QByteArray message(const api::Message &message, const Aliases &aliases, QLatin1String status,
                   const std::optional<QString> &highlight = {});
QByteArray messages(const QList<api::Message> &list, const Aliases &aliases, const api::Chat &chat);
QByteArray agent(const Workload &workload, const Aliases &aliases);
QByteArray agents(const QList<Workload> &all, const Aliases &aliases);

/// `user`: somebody with an account.
struct Person
{
    QString id;
    QString name;
    std::optional<QString> email;
    QLatin1String role; ///< `user`, `agent` or `admin`.
};
QByteArray user(const Person &person);
QLatin1String roleOf(const Caller &caller);

/// A success, wrapped as this dialect has it.
void succeed(const Call &call, int status, const QByteArray &data, const HttpHeaders &headers = {});

} // namespace deskbell::server::dialects::rooms
