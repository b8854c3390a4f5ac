#pragma once

#include "server/desk/desk.h"

namespace deskbell::server {

/// Signs operators in: throttle → account → Argon2id on a thread of its own → session. An address without an
/// account takes the same way and the same time. Of the I/O thread.
class LoginService
{
public:
    LoginService(Desk &desk, const PasswordCost &cost);

    void submit(const Caller &caller, const api::OperatorLogin &command, std::function<void(Reply)> done);

    /// Shared, since its threads and its memory are many.
    Passwords &passwords() { return m_passwords; }

private:
    struct Account
    {
        OperatorId id;
        std::optional<QString> passwordHash; // nothing: no such account, or disabled
    };
    struct Attempt
    {
        Caller caller;
        api::OperatorLogin command;
        QString account; // what the throttle counts by
        std::function<void(Reply)> done;
    };
    void verify(const std::shared_ptr<Attempt> &attempt, const Account &account);
    void conclude(const std::shared_ptr<Attempt> &attempt, const ProvenOperator &proven);
    static void refuse(const Attempt &attempt);
    void giveUp(const Attempt &attempt, const Error &error);

    Desk &m_desk;
    LoginThrottle &m_throttle;
    Passwords m_passwords;
};

} // namespace deskbell::server
