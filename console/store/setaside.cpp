#include "console/store/setaside.h"

#include <QDateTime>
#include <QFile>

namespace deskbell::console {

Result<QString> setAside(const QString &path)
{
    const QString time = QDateTime::currentDateTime().toString(QStringLiteral("yyyy-MM-dd-HHmmss-zzz"));
    const QString aside = path + QStringLiteral(".damaged-") + time;
    if (!QFile::rename(path, aside))
        return Error(ErrorCode::Internal, path);
    for (const char *beside : {"-wal", "-shm"}) {
        const QString name = QLatin1String(beside);
        QFile::rename(path + name, aside + name); // a log of another file would be taken for ours
    }
    return aside;
}

bool isDamage(const Error &error)
{
    // The words of SQLITE_NOTADB and SQLITE_CORRUPT, which no language changes.
    return error.message.contains(QStringLiteral("not a database"))
        || error.message.contains(QStringLiteral("malformed"));
}

} // namespace deskbell::console
