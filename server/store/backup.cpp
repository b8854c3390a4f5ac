#include "server/store/backup.h"

#include "server/store/lockfile.h"
#include "server/store/migrations.h"
#include "server/store/soundness.h"
#include "server/store/storagefailure.h"

#include <QDateTime>
#include <QDir>
#include <QFile>
#include <QProcess>
#include <QTemporaryDir>
#include <QUrl>

#include <fcntl.h>
#include <unistd.h>

namespace deskbell::server {

namespace {

Error broken(const QString &message)
{
    return {ErrorCode::Internal, message};
}

/// Onto the disk, so that a backup that was reported is there after a power cut.
bool sync(const QString &path)
{
    const int descriptor = ::open(QFile::encodeName(path).constData(), O_RDONLY | O_CLOEXEC); // folders, too
    if (descriptor < 0)
        return false;
    const bool done = ::fsync(descriptor) == 0;
    ::close(descriptor);
    return done;
}

QString quoted(QString text)
{
    return u'\'' + text.replace(u'\'', QLatin1String("''")) + u'\'';
}

/// For what was there before a restore.
QString asideOf(const QString &file)
{
    return file + QLatin1String(".before-restore-")
        + QDateTime::currentDateTimeUtc().toString(QStringLiteral("yyyyMMdd-hhmmss"));
}

/// The highest number among lines that are numbers, as COPY writes the table of the schema's steps.
int schemaIn(const QByteArray &dump)
{
    int highest = 0;
    for (const QByteArray &line : dump.split('\n'))
        highest = std::max(highest, line.trimmed().toInt());
    return highest;
}

} // namespace

Result<Nothing> Backup::write(const QString &file)
{
    if (QFile::exists(file))
        return broken(QStringLiteral("%1 is there already, and no backup is written over another.").arg(file));
    const QString partial = file + QLatin1String(".partial");
    QFile::remove(partial);
    auto written = m_storage.isPostgreSql() ? writePostgreSql(partial) : writeSqlite(partial);
    if (!written)
        return written;
    if (!sync(partial) || !QFile::rename(partial, file))
        return broken(QStringLiteral("The backup cannot be kept as %1.").arg(file));
    return Nothing{};
}

Result<Nothing> Backup::writeSqlite(const QString &file)
{
    if (!QFile::exists(m_storage.sqliteFile()))
        return broken(QStringLiteral("There is no database %1.").arg(m_storage.sqliteFile()));
    const auto database = Database::open(m_storage, Database::Role::Writer);
    if (!database)
        return database.error();
    try {
        (*database)->execute(QLatin1String("VACUUM INTO ") + quoted(file));
    } catch (const StorageFailure &failure) {
        return broken(QString::fromUtf8(failure.what()));
    }
    return Nothing{};
}

Result<QString> Backup::restore(const QString &file)
{
    if (!QFile::exists(file))
        return broken(QStringLiteral("There is no file %1.").arg(file));
    try {
        return m_storage.isPostgreSql() ? restorePostgreSql(file) : restoreSqlite(file);
    } catch (const StorageFailure &failure) {
        return broken(QString::fromUtf8(failure.what()));
    }
}

Result<QString> Backup::restoreSqlite(const QString &file)
{
    const QString place = m_storage.sqliteFile();
    if (!QDir().mkpath(m_storage.dataFolder))
        return broken(QStringLiteral("The data folder %1 cannot be made.").arg(m_storage.dataFolder));
    const auto lock = LockFile::take(place + QLatin1String(".lock"));
    if (!lock)
        return lock.error();
    // Looked through where it will be renamed from, so that a full disk is noticed before anything has moved.
    const QTemporaryDir folder(m_storage.dataFolder + QStringLiteral("/restoring-XXXXXX"));
    StorageSettings copy = m_storage;
    copy.dataFolder = folder.path();
    if (!QFile::copy(file, copy.sqliteFile()))
        return broken(QStringLiteral("%1 cannot be copied into the data folder.").arg(file));
    QFile::setPermissions(copy.sqliteFile(), QFile::ReadOwner | QFile::WriteOwner);
    {
        const auto database = Database::open(copy, Database::Role::Writer);
        if (!database)
            return broken(QStringLiteral("%1 is no backup: %2").arg(file, database.error().message));
        const QStringList problems = findUnsound(**database, Migrations().newest());
        if (!problems.isEmpty())
            return broken(QStringLiteral("%1 cannot be restored. %2").arg(file, problems.join(u' ')));
    }
    const QString aside = asideOf(place);
    // What a crash left in the log belongs to the file.
    for (const QLatin1String part : {QLatin1String(""), QLatin1String("-wal"), QLatin1String("-shm")}) {
        if (QFile::exists(place + part) && !QFile::rename(place + part, aside + part))
            return broken(QStringLiteral("%1 cannot be put aside.").arg(place + part));
    }
    if (!sync(copy.sqliteFile()) || !QFile::rename(copy.sqliteFile(), place) || !sync(m_storage.dataFolder))
        return broken(QStringLiteral("The backup cannot be put in its place; what was there is %1.").arg(aside));
    return QFile::exists(aside) ? aside : QString();
}

Result<QByteArray> Backup::runTool(const QString &program, QStringList arguments) const
{
    const QUrl url(m_storage.url);
    QProcess tool;
    QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
    if (!url.password().isEmpty()) // not on the command line, which everybody on the machine can read
        environment.insert(QStringLiteral("PGPASSWORD"), url.password(QUrl::FullyDecoded));
    tool.setProcessEnvironment(environment);
    tool.start(program, arguments);
    constexpr int forever = -1;
    if (!tool.waitForStarted() || !tool.waitForFinished(forever))
        return broken(
            QStringLiteral("%1 of PostgreSQL's client tools cannot be run: %2").arg(program, tool.errorString()));
    if (tool.exitStatus() != QProcess::NormalExit || tool.exitCode() != 0)
        return broken(program + QLatin1String(": ") + QString::fromLocal8Bit(tool.readAllStandardError()).trimmed());
    return tool.readAllStandardOutput();
}

Result<Nothing> Backup::writePostgreSql(const QString &file)
{
    const QString address = QUrl(m_storage.url).toString(QUrl::FullyEncoded | QUrl::RemovePassword);
    const auto dumped = runTool(QStringLiteral("pg_dump"),
                                {QStringLiteral("--format=custom"), QStringLiteral("--no-owner"),
                                 QStringLiteral("--file=") + file, QStringLiteral("--dbname=") + address});
    if (!dumped)
        return dumped.error();
    return Nothing{};
}

Result<QString> Backup::restorePostgreSql(const QString &file)
{
    const auto steps = runTool(
        QStringLiteral("pg_restore"),
        {QStringLiteral("--data-only"), QStringLiteral("--table=schemaversion"), QStringLiteral("--file=-"), file});
    if (!steps)
        return broken(QStringLiteral("%1 is no backup: %2").arg(file, steps.error().message));
    const int schema = schemaIn(*steps);
    if (schema == 0 || schema > Migrations().newest())
        return broken(
            QStringLiteral("%1 is no backup that this program knows: its schema is %2.").arg(file).arg(schema));
    const auto database = Database::open(m_storage, Database::Role::Writer);
    if (!database)
        return database.error();
    const int others = (*database)
                           ->ask(QStringLiteral("SELECT count(*) FROM pg_stat_activity"
                                                " WHERE datname = current_database() AND pid <> pg_backend_pid()"))
                           .toInt();
    if (others > 0)
        return broken(QStringLiteral("%1 others are connected to the database: stop every server first.").arg(others));
    QString aside;
    if (Migrations::reached(**database) > 0) {
        aside = asideOf(QDir(m_storage.dataFolder).filePath(QStringLiteral("postgresql")));
        if (const auto kept = write(aside); !kept)
            return kept.error();
    }
    Migrations::removeEverything(**database);
    const QString address = QUrl(m_storage.url).toString(QUrl::FullyEncoded | QUrl::RemovePassword);
    const auto restored = runTool(QStringLiteral("pg_restore"),
                                  {QStringLiteral("--no-owner"), QStringLiteral("--single-transaction"),
                                   QStringLiteral("--exit-on-error"), QStringLiteral("--dbname=") + address, file});
    if (!restored)
        return broken(restored.error().message + QStringLiteral(" What was there is in %1.").arg(aside));
    return aside;
}

} // namespace deskbell::server
