#include "server/store/storagefailure.h"

#include <QSqlError>

namespace deskbell::server {

namespace {

using Kind = StorageFailure::Kind;

Kind kindOfSqliteCode(int code)
{
    constexpr int shmSize = 4874; // SQLITE_IOERR_SHMSIZE: the wal-index could not grow, which a full disk causes
    if (code == shmSize)
        return Kind::Full;
    switch (code & 0xff) {
    case 5: // SQLITE_BUSY
    case 6: // SQLITE_LOCKED
        return Kind::Busy;
    case 13: // SQLITE_FULL
        return Kind::Full;
    case 19: // SQLITE_CONSTRAINT
        return Kind::Conflict;
    default:
        return Kind::Broken;
    }
}

Kind kindOfSqlState(const QString &state)
{
    // https://www.postgresql.org/docs/15/errcodes-appendix.html
    if (state == QLatin1String("53100"))
        return Kind::Full;
    if (state.startsWith(QLatin1String("08")) || state.startsWith(QLatin1String("57P")))
        return Kind::Lost;
    if (state.startsWith(QLatin1String("23")))
        return Kind::Conflict;
    const bool race = state.startsWith(QLatin1String("40")) || state == QLatin1String("55P03");
    return race || state == QLatin1String("57014") ? Kind::Busy : Kind::Broken;
}

} // namespace

StorageFailure StorageFailure::from(const QSqlError &error, const QString &sql)
{
    const QString code = error.nativeErrorCode();
    Kind kind = Kind::Broken;
    bool isNumber = false;
    const int number = code.toInt(&isNumber);
    if (code.isEmpty())
        kind = Kind::Lost; // libpq has no SQLSTATE when there is no server to give one
    else if (code.size() == 5)
        kind = kindOfSqlState(code);
    else if (isNumber)
        kind = kindOfSqliteCode(number);
    return {kind, error.text() + QLatin1String(" [") + code + QLatin1String("] in: ") + sql.simplified().left(200)};
}

Error StorageFailure::toError() const
{
    Error error(m_kind == Kind::Full                               ? ErrorCode::StorageFull
                    : m_kind == Kind::Busy || m_kind == Kind::Lost ? ErrorCode::Busy
                                                                   : ErrorCode::Internal);
    if (error.code != ErrorCode::Internal)
        error.retryAfterSeconds = 1;
    return error;
}

} // namespace deskbell::server
