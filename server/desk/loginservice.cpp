#include "server/desk/loginservice.h"

#include "server/desk/dispatcher.h"
#include "server/store/operatorstore.h"

namespace deskbell::server {

LoginService::LoginService(Desk &desk, const PasswordCost &cost)
    : m_desk(desk), m_throttle(desk.loginThrottle()), m_passwords(cost)
{
}

void LoginService::submit(const Caller &caller, const api::OperatorLogin &command, std::function<void(Reply)> done)
{
    auto attempt =
        std::make_shared<Attempt>(Attempt{caller, command, OperatorStore::normalised(command.email), std::move(done)});
    if (const auto room = m_throttle.begin(attempt->account, caller.address); !room) {
        qWarning("Sign-in as %s from %s: held back for %d s.", qPrintable(attempt->account), caller.address.constData(),
                 room.error().retryAfterSeconds);
        attempt->done({room.error()});
        return;
    }
    m_desk.perform<Account>(
        api::Effect::Read, caller,
        [email = command.email](Request &request) -> Result<Account> {
            OperatorStore operators(request.transaction);
            const auto account = operators.findByEmail(email);
            if (!account || account->disabled)
                return Account{};
            return Account{account->id, operators.passwordHash(account->id)};
        },
        [this, attempt](Result<Account> account, const Outbox &) {
            if (account)
                verify(attempt, *account);
            else
                giveUp(*attempt, account.error());
        });
}

void LoginService::verify(const std::shared_ptr<Attempt> &attempt, const Account &account)
{
    m_passwords.verify(attempt->command.password, account.passwordHash,
                       [this, attempt, id = account.id](const Result<Passwords::Verdict> &verdict) {
                           if (!verdict)
                               giveUp(*attempt, verdict.error());
                           else if (!verdict->matches)
                               refuse(*attempt);
                           else
                               conclude(attempt, {id, verdict->betterHash});
                       });
}

void LoginService::conclude(const std::shared_ptr<Attempt> &attempt, const ProvenOperator &proven)
{
    m_desk.perform<QByteArray>(
        api::Effect::Write, attempt->caller,
        [command = attempt->command, proven](Request &request) {
            request.proven = proven;
            return dispatch(request, command);
        },
        [this, attempt](Result<QByteArray> json, const Outbox &outbox) {
            if (json)
                m_throttle.succeeded(attempt->account, attempt->caller.address);
            else if (json.error().code != ErrorCode::InvalidCredentials)
                m_throttle.withdraw(attempt->account, attempt->caller.address);
            attempt->done({std::move(json), outbox.caller()});
        });
}

void LoginService::refuse(const Attempt &attempt)
{
    qWarning("Sign-in as %s from %s: wrong address or password.", qPrintable(attempt.account),
             attempt.caller.address.constData());
    attempt.done({ErrorCode::InvalidCredentials});
}

void LoginService::giveUp(const Attempt &attempt, const Error &error)
{
    m_throttle.withdraw(attempt.account, attempt.caller.address);
    attempt.done({error});
}

} // namespace deskbell::server
