#include "console/store/keychainvault.h"

#include <qt6keychain/keychain.h>

namespace deskbell::console {

namespace {

QString service()
{
    return QStringLiteral("Deskbell console");
}

} // namespace

void KeychainVault::load(const QString &account, std::function<void(const QString &token)> found)
{
    auto *job = new QKeychain::ReadPasswordJob(service()); // deletes itself
    job->setKey(account);
    QObject::connect(job, &QKeychain::Job::finished, &m_context, [job, found = std::move(found)] {
        found(job->error() == QKeychain::NoError ? job->textData() : QString());
    });
    job->start();
}

void KeychainVault::save(const QString &account, const QString &token)
{
    auto *job = new QKeychain::WritePasswordJob(service());
    job->setKey(account);
    job->setTextData(token);
    QObject::connect(job, &QKeychain::Job::finished, &m_context, [this, job] { judge(*job); });
    job->start();
}

void KeychainVault::forget(const QString &account)
{
    auto *job = new QKeychain::DeletePasswordJob(service());
    job->setKey(account);
    QObject::connect(job, &QKeychain::Job::finished, &m_context, [this, job] { judge(*job); });
    job->start();
}

void KeychainVault::judge(const QKeychain::Job &job)
{
    if (job.error() != QKeychain::NoError && job.error() != QKeychain::EntryNotFound)
        tellTrouble(job.errorString());
}

} // namespace deskbell::console
