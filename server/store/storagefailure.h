#pragma once

#include "shared/error.h"

#include <QByteArray>

#include <exception>

QT_BEGIN_NAMESPACE
class QSqlError;
QT_END_NAMESPACE

namespace deskbell::server {

/// The database did not do what it was asked. Thrown by this folder alone, caught by Worker, Readers and
/// Administration; handlers let it pass.
class StorageFailure : public std::exception
{
public:
    enum class Kind {
        Full, ///< No space; nothing was stored.
        Busy, ///< Somebody else holds a lock, or won a race; trying again may work.
        Lost, ///< The connection is gone and has to be opened anew.
        Conflict, ///< A constraint refused the row: our own mistake, or a race that a handler has not foreseen.
        Broken, ///< Damaged or read-only file, and all else.
    };

    StorageFailure(Kind kind, const QString &message) : m_kind(kind), m_message(message.toUtf8()) { }
    static StorageFailure from(const QSqlError &error, const QString &sql);

    Kind kind() const { return m_kind; }
    const char *what() const noexcept override { return m_message.constData(); }
    /// What the asker is told. Details are for the log alone.
    Error toError() const;

private:
    Kind m_kind;
    QByteArray m_message;
};

} // namespace deskbell::server
