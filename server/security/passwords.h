#pragma once

#include "shared/result.h"

#include <QObject>
#include <QThreadPool>

#include <atomic>
#include <functional>
#include <optional>

namespace deskbell::server {

/// What one Argon2id computation costs. The tests take the cheapest.
struct PasswordCost
{
    quint64 passes = 2;
    size_t memoryBytes = size_t(64) * 1024 * 1024;
};

/// Argon2id hashes of passwords. The slow functions belong on any thread but that of I/O and the database;
/// verify() sees to it.
class Passwords : public QObject
{
    Q_OBJECT

public:
    explicit Passwords(PasswordCost cost = {});
    ~Passwords() override;

    /// Slow. Nothing when there is not enough memory.
    std::optional<QString> hash(const QString &password) const;

    struct Verdict
    {
        bool matches = false;
        /// Set when the password is right and its hash was made at another cost.
        std::optional<QString> betterHash;
    };
    /// Slow. Without a hash (no such account) it takes the same time and never matches.
    Verdict check(const QString &password, const std::optional<QString> &hash) const;

    /// check() on one of two threads; `done` is called on this object's thread. Errors: Busy, at once, when 64 wait.
    void verify(const QString &password, const std::optional<QString> &hash, std::function<void(Result<Verdict>)> done);

    struct Proof
    {
        QString password;
        QString hash;
    };
    struct Change
    {
        QString password; ///< The new one.
        std::optional<Proof> proof{}; ///< The old one, where it has to be shown.
    };
    /// The hash of a new password, made on one of two threads. Errors: InvalidCredentials when the proof is none, Busy,
    /// Internal.
    void change(const Change &wanted, std::function<void(Result<QString>)> done);

private:
    template <class T>
    void onPool(std::function<T()> work, std::function<void(T)> done);

    const PasswordCost m_cost;
    QString m_nobodysHash; // of a password that nobody has, at our cost
    QThreadPool m_pool;
    int m_waiting = 0; // asked for and not yet answered
};

} // namespace deskbell::server
