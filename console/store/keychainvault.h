#pragma once

#include "console/store/tokenvault.h"

#include <QObject>

namespace QKeychain {
class Job;
}

namespace deskbell::console {

/// The desktop's own keychain. Where there is none nothing is kept, and the person signs in at each start: a secret is
/// never written to a plain file. Whoever listens for trouble is told of that.
class KeychainVault final : public TokenVault
{
public:
    void load(const QString &account, std::function<void(const QString &token)> found) override;
    void save(const QString &account, const QString &token) override;
    void forget(const QString &account) override;

private:
    void judge(const QKeychain::Job &job);

    QObject m_context; // what the jobs answer to; they die with it
};

} // namespace deskbell::console
