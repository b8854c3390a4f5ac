#pragma once

#include <QString>

#include <functional>
#include <utility>

namespace deskbell::console {

/// Where secrets are kept between two runs of the program: those of sessions, and a proxy's password.
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

    /// Hears once, in the calling thread, that secrets cannot be kept here, and why.
    void onTrouble(std::function<void(const QString &why)> listener) { m_listener = std::move(listener); }

protected:
    void tellTrouble(const QString &why)
    {
        if (const auto listener = std::exchange(m_listener, nullptr))
            listener(why);
    }

private:
    std::function<void(const QString &why)> m_listener;
};

} // namespace deskbell::console
