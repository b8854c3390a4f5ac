#include "server/desk/administration.h"

#include "server/desk/apikeyhandler.h"
#include "server/desk/demodesk.h"
#include "server/desk/operatorhandler.h"
#include "server/store/lockfile.h"
#include "server/store/migrations.h"
#include "server/store/operatorstore.h"
#include "server/store/soundness.h"
#include "server/store/storagefailure.h"

#include <QDir>
#include <QFile>

namespace deskbell::server {

namespace {

constexpr int shortestPassword = 8;

Error toError(const StorageFailure &failure)
{
    Error error = failure.toError();
    if (error.code == ErrorCode::Internal)
        error.message = QString::fromUtf8(failure.what());
    return error;
}

Result<std::unique_ptr<Database>> openDatabase(const StorageSettings &storage)
{
    if (!storage.isPostgreSql() && !QDir().mkpath(storage.dataFolder))
        return Error(ErrorCode::Internal, QStringLiteral("The data folder %1 cannot be made.").arg(storage.dataFolder));
    return Database::open(storage, Database::Role::Writer);
}

} // namespace

Administration::Administration(std::unique_ptr<Database> database, const Clock &clock, PasswordCost cost)
    : m_database(std::move(database)), m_clock(clock), m_passwords(cost)
{
}

Result<std::unique_ptr<Administration>> Administration::open(const StorageSettings &storage, const Clock &clock,
                                                             PasswordCost cost)
{
    auto database = openDatabase(storage);
    if (!database)
        return database.error();
    if (const auto current = Migrations().apply(**database); !current)
        return current.error();
    return std::unique_ptr<Administration>(new Administration(std::move(*database), clock, cost));
}

Result<bool> Administration::exists(const StorageSettings &storage)
{
    if (!storage.isPostgreSql() && !QFile::exists(storage.sqliteFile()))
        return false;
    const auto database = openDatabase(storage);
    if (!database)
        return database.error();
    try {
        return Migrations::reached(**database) > 0;
    } catch (const StorageFailure &failure) {
        return toError(failure);
    }
}

Result<Nothing> Administration::reset(const StorageSettings &storage)
{
    const auto database = openDatabase(storage);
    if (!database)
        return database.error();
    std::optional<LockFile> lock;
    if (!storage.isPostgreSql()) {
        auto taken = LockFile::take(storage.sqliteFile() + QLatin1String(".lock"));
        if (!taken)
            return taken.error();
        lock = std::move(*taken);
    }
    try {
        Migrations::removeEverything(**database);
    } catch (const StorageFailure &failure) {
        return toError(failure);
    }
    return Migrations().apply(**database);
}

Result<QStringList> Administration::check(const StorageSettings &storage)
{
    if (!storage.isPostgreSql() && !QFile::exists(storage.sqliteFile()))
        return QStringList{QStringLiteral("There is no database %1.").arg(storage.sqliteFile())};
    const auto database = openDatabase(storage);
    if (!database)
        return QStringList{database.error().message};
    try {
        return findUnsound(**database, Migrations().newest());
    } catch (const StorageFailure &failure) {
        return QStringList{QString::fromUtf8(failure.what())};
    }
}

template <class T>
Result<T> Administration::perform(const std::function<Result<T>(Request &)> &work)
{
    try {
        Transaction transaction(*m_database, Transaction::Mode::Write);
        const Caller nobody;
        Outbox unheard; // a server that runs beside us finds out by itself
        const PresenceService presence;
        TypingService typing(m_clock);
        Request request{transaction, nobody, unheard, presence, typing, m_clock.now()};
        Result<T> result = work(request);
        if (result)
            transaction.commit();
        return result;
    } catch (const StorageFailure &failure) {
        return toError(failure);
    }
}

Result<QString> Administration::hashOf(const QString &password) const
{
    if (password.size() < shortestPassword || password.size() > 1000)
        return Error::invalid(QStringLiteral("password"),
                              QStringLiteral("must have %1 to 1000 characters").arg(shortestPassword));
    if (const auto hash = m_passwords.hash(password))
        return *hash;
    return Error(ErrorCode::Internal, QStringLiteral("There is not enough memory to hash a password."));
}

Result<api::Operator> Administration::addOperator(const Account &account)
{
    const auto hash = hashOf(account.password);
    if (!hash)
        return hash.error();
    return perform<api::Operator>([&](Request &request) {
        return AccountHandler(request).add({account.email, account.name, account.role, account.capacity, *hash});
    });
}

Result<QList<api::Operator>> Administration::operators()
{
    return perform<QList<api::Operator>>([](Request &request) -> Result<QList<api::Operator>> {
        auto answer = OperatorHandler(request).handle(api::OperatorList{});
        if (!answer)
            return answer.error();
        return answer->operators;
    });
}

Result<api::Operator> Administration::setPassword(const QString &email, const QString &password)
{
    const auto hash = hashOf(password);
    if (!hash)
        return hash.error();
    return perform<api::Operator>(
        [&](Request &request) { return AccountHandler(request).changePassword(email, *hash); });
}

Result<api::Operator> Administration::disableOperator(const QString &email)
{
    return perform<api::Operator>([&](Request &request) { return AccountHandler(request).disable(email); });
}

Result<api::ApiKeyCreateAnswer> Administration::addApiKey(const QString &name, api::OperatorRole role)
{
    if (name.trimmed().isEmpty() || name.size() > 200)
        return Error::invalid(QStringLiteral("name"), QStringLiteral("must have 1 to 200 characters"));
    return perform<api::ApiKeyCreateAnswer>([&](Request &request) {
        return ApiKeyHandler(request).handle(api::ApiKeyCreate{name, role});
    });
}

Result<QList<api::ApiKey>> Administration::apiKeys()
{
    return perform<QList<api::ApiKey>>([](Request &request) -> Result<QList<api::ApiKey>> {
        return ApiKeyHandler(request).handle(api::ApiKeyList{})->keys;
    });
}

Result<api::ApiKey> Administration::revokeApiKey(const QString &name)
{
    return perform<api::ApiKey>([&](Request &request) { return ApiKeyHandler(request).revoke(name); });
}

Result<qint64> Administration::importAddresses(QIODevice &file, const AddressImport::Progress &progress)
{
    return perform<qint64>([&](Request &request) { return AddressImport(request.transaction).run(file, progress); });
}

Result<Nothing> Administration::seed()
{
    const auto hash = hashOf(DemoDesk::password());
    if (!hash)
        return hash.error();
    return perform<Nothing>([&](Request &request) { return DemoDesk(request).fill(*hash); });
}

} // namespace deskbell::server
