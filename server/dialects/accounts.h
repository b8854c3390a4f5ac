#pragma once

#include "server/desk/visitoraccountservice.h"
#include "server/dialects/ask.h"

namespace deskbell::server::dialects {

/// Signing up, in and out with an address and a password, for customers and operators alike. Lives on the I/O thread.
class Accounts
{
public:
    /// All outlive this.
    Accounts(Desk &desk, const Clock &clock, RateLimits::Switch rateLimits)
        : m_service(desk, clock, {.rateLimits = rateLimits})
    {
    }
    Q_DISABLE_COPY_MOVE(Accounts)

    /// Both give a cookie, and answer in these words.
    Vocabulary::Operation signUp(Renaming<Person> answer);
    Vocabulary::Operation signIn(Renaming<Person> answer);

private:
    VisitorAccountService m_service;
};

/// Ends the session of whoever asks, and takes the cookie back.
void signOut(const Ask &ask);

} // namespace deskbell::server::dialects
