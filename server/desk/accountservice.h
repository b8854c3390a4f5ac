#pragma once

#include "server/desk/accounthandler.h"
#include "server/desk/desk.h"

namespace deskbell::server {

/// Takes the commands that set a password: may they? → Argon2id on a thread of its own → what the handler does.
/// Of the I/O thread.
class AccountService
{
public:
    /// `passwords` outlives the service.
    AccountService(Desk &desk, Passwords &passwords);

    static bool takes(const api::Command &command);
    void submit(const Caller &caller, api::Command command, std::function<void(Reply)> done);

private:
    struct Attempt
    {
        Caller caller;
        api::Command command;
        std::function<void(Reply)> done;
    };
    void hash(const std::shared_ptr<Attempt> &attempt, const std::optional<QString> &oldHash);
    void conclude(const std::shared_ptr<Attempt> &attempt, const QString &hash);
    void fail(const Attempt &attempt, const Error &error);

    Desk &m_desk;
    Passwords &m_passwords;
    LoginThrottle &m_throttle; // of guesses at old passwords, by a session that was stolen
};

} // namespace deskbell::server
