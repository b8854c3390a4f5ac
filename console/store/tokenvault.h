#pragma once

#include <QString>

#include <functional>

namespace deskbell::console {

/// Where the secret of a session is kept between two runs of the program.
class TokenVault
{
public:
    TokenVault() = default;
    virtual ~TokenVault() = default;
    Q_DISABLE_COPY_MOVE(TokenVault)

    /// Answers later, in the calling thread; empty when there is none. Not when the vault has gone.
    virtual void load(const QString &account, std::function<void(const QString &token)> found) = 0;
    virtual void save(const QString &account, const QString &token) = 0;
    virtual void forget(const QString &account) = 0;
};

} // namespace deskbell::console
