#include "server/desk/accountservice.h"

#include "server/desk/access.h"
#include "server/desk/dispatcher.h"

namespace deskbell::server {

AccountService::AccountService(Desk &desk, Passwords &passwords)
    : m_desk(desk), m_passwords(passwords), m_throttle(desk.loginThrottle())
{
}

bool AccountService::takes(const api::Command &command)
{
    return std::holds_alternative<api::OperatorCreate>(command)
        || std::holds_alternative<api::OperatorSetPassword>(command);
}

void AccountService::submit(const Caller &caller, api::Command command, std::function<void(Reply)> done)
{
    auto attempt = std::make_shared<Attempt>(Attempt{caller, std::move(command), std::move(done)});
    if (const auto room = m_throttle.begin(caller.id(), caller.address); !room) {
        attempt->done({room.error()});
        return;
    }
    // Whoever may not do it costs no hash.
    m_desk.perform<AccountHandler::PasswordChange>(
        api::Effect::Read, caller,
        [attempt](Request &request) -> Result<AccountHandler::PasswordChange> {
            if (const auto allowed = Access::check(request, operationOf(attempt->command)); !allowed)
                return allowed.error();
            const auto *change = std::get_if<api::OperatorSetPassword>(&attempt->command);
            return change ? AccountHandler(request).prepare(*change) : AccountHandler::PasswordChange{};
        },
        [this, attempt](const Result<AccountHandler::PasswordChange> &prepared, const Outbox &) {
            if (prepared)
                hash(attempt, prepared->oldHash);
            else
                fail(*attempt, prepared.error());
        });
}

void AccountService::hash(const std::shared_ptr<Attempt> &attempt, const std::optional<QString> &oldHash)
{
    Passwords::Change change;
    if (const auto *set = std::get_if<api::OperatorSetPassword>(&attempt->command)) {
        change.password = set->password;
        if (oldHash)
            change.proof = {{set->oldPassword.value_or(QString()), *oldHash}};
    } else {
        change.password = std::get<api::OperatorCreate>(attempt->command).password;
    }
    m_passwords.change(change, [this, attempt](const Result<QString> &hash) {
        if (hash)
            conclude(attempt, *hash);
        else
            fail(*attempt, hash.error());
    });
}

void AccountService::conclude(const std::shared_ptr<Attempt> &attempt, const QString &hash)
{
    m_throttle.succeeded(attempt->caller.id(), attempt->caller.address);
    m_desk.perform<QByteArray>(
        api::Effect::Write, attempt->caller,
        [attempt, hash](Request &request) {
            request.passwordHash = hash;
            return dispatch(request, attempt->command);
        },
        [attempt](Result<QByteArray> json, const Outbox &) { attempt->done({std::move(json)}); });
}

void AccountService::fail(const Attempt &attempt, const Error &error)
{
    if (error.code != ErrorCode::InvalidCredentials)
        m_throttle.withdraw(attempt.caller.id(), attempt.caller.address);
    attempt.done({error});
}

} // namespace deskbell::server
