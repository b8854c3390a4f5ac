#pragma once

#include "server/desk/accounthandler.h"
#include "server/desk/addressimport.h"
#include "server/security/passwords.h"
#include "server/store/storagesettings.h"

#include <functional>

namespace deskbell::server {

/// What the command line does to a desk: the same handlers, called synchronously on this thread, while no server
/// runs or beside one that does.
class Administration
{
public:
    /// Opens the database, and makes it or brings it up to date where that is needed. Errors: Internal.
    static Result<std::unique_ptr<Administration>> open(const StorageSettings &storage, const Clock &clock,
                                                        PasswordCost cost = {});
    /// Whether there is a database with tables of ours in it already. Errors: Internal.
    static Result<bool> exists(const StorageSettings &storage);
    /// Throws all data away and starts with an empty database. Errors: Internal, when a server is using it.
    static Result<Nothing> reset(const StorageSettings &storage);
    /// What is wrong with the database, as sentences; nothing when it is sound. Errors: Internal.
    static Result<QStringList> check(const StorageSettings &storage);

    struct Account
    {
        QString email;
        QString name;
        api::OperatorRole role = api::OperatorRole::Operator;
        int capacity = 2;
        QString password;
    };
    /// Errors: OperatorExists, InvalidRequest.
    Result<api::Operator> addOperator(const Account &account);
    Result<QList<api::Operator>> operators();
    /// Errors: OperatorNotFound, InvalidRequest.
    Result<api::Operator> setPassword(const QString &email, const QString &password);
    /// Errors: OperatorNotFound.
    Result<api::Operator> disableOperator(const QString &email);
    /// Errors: ApiKeyExists, InvalidRequest.
    Result<api::ApiKeyCreateAnswer> addApiKey(const QString &name, api::OperatorRole role);
    Result<QList<api::ApiKey>> apiKeys();
    /// Errors: ApiKeyNotFound.
    Result<api::ApiKey> revokeApiKey(const QString &name);
    /// Puts the addresses of a CSV file in the place of those that are there, or changes nothing. Returns how many.
    /// Errors: InvalidRequest, with the lines that are wrong.
    Result<qint64> importAddresses(QIODevice &file, const AddressImport::Progress &progress);
    /// Fills an empty desk with people and conversations to look at. Errors: OperatorExists.
    Result<Nothing> seed();

private:
    Administration(std::unique_ptr<Database> database, const Clock &clock, PasswordCost cost);
    template <class T>
    Result<T> perform(const std::function<Result<T>(Request &)> &work);
    Result<QString> hashOf(const QString &password) const;

    const std::unique_ptr<Database> m_database;
    const Clock &m_clock;
    const Passwords m_passwords;
};

} // namespace deskbell::server
