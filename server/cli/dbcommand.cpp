#include "server/cli/dbcommand.h"

#include "server/desk/administration.h"
#include "server/desk/demodesk.h"
#include "server/store/backup.h"
#include "server/store/storagefrom.h"

#include <QCommandLineParser>
#include <QDir>
#include <QUrl>

namespace deskbell::server {

namespace {

/// For messages; without the password of a PostgreSQL address.
QString placeOf(const Settings &settings)
{
    return settings.database.isEmpty() ? storageFrom(settings).sqliteFile()
                                       : QUrl(settings.database).toDisplayString(QUrl::RemovePassword);
}

ExitCode make(const Settings &settings, Terminal &terminal)
{
    const SystemClock clock;
    const auto desk = Administration::open(storageFrom(settings), clock);
    if (!desk)
        return fail(terminal, desk.error());
    terminal.out << "The database " << placeOf(settings) << " is ready.\n";
    return ExitCode::Success;
}

} // namespace

QStringList DbCommand::forms() const
{
    return {QStringLiteral("db init [--force]"), QStringLiteral("db seed"),        QStringLiteral("db reset"),
            QStringLiteral("db check"),          QStringLiteral("db backup FILE"), QStringLiteral("db restore FILE")};
}

void DbCommand::describe(QCommandLineParser &parser) const
{
    parser.addOption({QStringLiteral("force"), QStringLiteral("Throw away the data that is there.")});
}

ExitCode DbCommand::run(const QCommandLineParser &parser, const QStringList &arguments, const SettingsLoader &,
                        const Settings &settings, Terminal &terminal)
{
    if (arguments == QStringList{QStringLiteral("init")})
        return init(parser, settings, terminal);
    if (arguments == QStringList{QStringLiteral("seed")})
        return seed(settings, terminal);
    if (arguments == QStringList{QStringLiteral("reset")})
        return reset(settings, terminal);
    if (arguments == QStringList{QStringLiteral("check")})
        return check(settings, terminal);
    if (arguments.size() == 2 && arguments.first() == QLatin1String("backup"))
        return backup(arguments.at(1), settings, terminal);
    if (arguments.size() == 2 && arguments.first() == QLatin1String("restore"))
        return restore(arguments.at(1), settings, terminal);
    return ExitCode::Usage;
}

ExitCode DbCommand::init(const QCommandLineParser &parser, const Settings &settings, Terminal &terminal)
{
    const auto exists = Administration::exists(storageFrom(settings));
    if (!exists)
        return fail(terminal, exists.error());
    if (*exists && !parser.isSet(QStringLiteral("force"))) {
        return fail(terminal,
                    {ErrorCode::Internal,
                     QStringLiteral("There is a database at %1 already. `db init --force` throws it away.")
                         .arg(placeOf(settings))});
    }
    return *exists ? reset(settings, terminal) : make(settings, terminal);
}

ExitCode DbCommand::seed(const Settings &settings, Terminal &terminal)
{
    const SystemClock clock;
    const auto desk = Administration::open(storageFrom(settings), clock);
    if (!desk)
        return fail(terminal, desk.error());
    if (const auto seeded = (*desk)->seed(); !seeded)
        return fail(terminal, seeded.error());
    terminal.out << "The desk has people and conversations to look at. The operators, each with the password "
                    "\"deskbell\":\n";
    for (const QString &email : DemoDesk::emails())
        terminal.out << "  " << email << '\n';
    return ExitCode::Success;
}

ExitCode DbCommand::reset(const Settings &settings, Terminal &terminal)
{
    if (const auto done = Administration::reset(storageFrom(settings)); !done)
        return fail(terminal, done.error());
    return make(settings, terminal);
}

ExitCode DbCommand::check(const Settings &settings, Terminal &terminal)
{
    const auto problems = Administration::check(storageFrom(settings));
    if (!problems)
        return fail(terminal, problems.error());
    for (const QString &problem : *problems)
        terminal.out << problem << '\n';
    if (!problems->isEmpty())
        return ExitCode::Failure;
    terminal.out << "The database " << placeOf(settings) << " is sound.\n";
    return ExitCode::Success;
}

ExitCode DbCommand::backup(const QString &file, const Settings &settings, Terminal &terminal)
{
    if (const auto written = Backup(storageFrom(settings)).write(file); !written)
        return fail(terminal, written.error());
    terminal.out << "The database " << placeOf(settings) << " is copied to " << file << ".\n";
    const QDir attachments(settings.dataFolder + QStringLiteral("/files"));
    if (!attachments.isEmpty())
        terminal.out << "Attachments are files of their own: copy " << attachments.path() << " as well.\n";
    return ExitCode::Success;
}

ExitCode DbCommand::restore(const QString &file, const Settings &settings, Terminal &terminal)
{
    const auto aside = Backup(storageFrom(settings)).restore(file);
    if (!aside)
        return fail(terminal, aside.error());
    if (!aside->isEmpty())
        terminal.out << "What was there is kept as " << *aside << ".\n";
    return make(settings, terminal); // a backup of an older program is brought up to date
}

} // namespace deskbell::server
