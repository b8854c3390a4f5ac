#include "server/application/servecommand.h"

#include "server/application/application.h"
#include "server/application/stopsignals.h"
#include "server/observe/log.h"

#include <QCommandLineParser>
#include <QCoreApplication>

namespace deskbell::server {

QStringList ServeCommand::forms() const
{
    return {QStringLiteral("[serve] [--listen HOST:PORT] [--log-level LEVEL] [--trust-client-ids] [--no-rate-limits]")};
}

void ServeCommand::describe(QCommandLineParser &parser) const
{
    parser.addOption({QStringLiteral("listen"),
                      QStringLiteral("Where to listen, 127.0.0.1:8080 if not given; port 0 takes a free one."),
                      QStringLiteral("HOST:PORT")});
    parser.addOption({QStringLiteral("log-level"), QStringLiteral("What is logged: debug, info, warning or error."),
                      QStringLiteral("LEVEL")});
    parser.addOption({QStringLiteral("trust-client-ids"),
                      QStringLiteral("Believe the adminId and userId that old clients give. On loopback only.")});
    parser.addOption(
        {QStringLiteral("no-rate-limits"),
         QStringLiteral("No request rates, lock-out or cap per address, for benchmarks. On loopback only.")});
}

Result<Nothing> ServeCommand::configure(const QCommandLineParser &parser, SettingsLoader &loader)
{
    struct Option
    {
        const char *name;
        const char *key;
        const char *value; // null: the option's own
    };
    constexpr Option options[] = {{"listen", "server.listen", nullptr},
                                  {"log-level", "server.log_level", nullptr},
                                  {"trust-client-ids", "security.trust_client_ids", "true"},
                                  {"no-rate-limits", "security.rate_limits", "false"}};
    for (const Option &option : options) {
        const QString name = QString::fromLatin1(option.name);
        if (!parser.isSet(name))
            continue;
        const QString value = option.value ? QString::fromLatin1(option.value) : parser.value(name);
        if (auto done = loader.set(QString::fromLatin1(option.key), value, QStringLiteral("command line")); !done)
            return done;
    }
    return Nothing{};
}

ExitCode ServeCommand::run(const QCommandLineParser &, const QStringList &arguments, const SettingsLoader &,
                           const Settings &settings, Terminal &terminal)
{
    if (!arguments.isEmpty())
        return ExitCode::Usage;
    const Log log(settings.dataFolder, settings.logLevel);
    StopSignals signalsFromOutside;
    auto application = Application::start(settings);
    if (!application)
        return fail(terminal, application.error());
    QObject::connect(&signalsFromOutside, &StopSignals::received, application->get(), &Application::stop);
    QObject::connect(application->get(), &Application::stopped, qApp, &QCoreApplication::quit);
    qInfo("deskbell-server %s listens on %s. Data: %s. Database: %s.", DESKBELL_VERSION,
          qPrintable((*application)->url()), qPrintable(settings.dataFolder),
          settings.database.isEmpty() ? "SQLite" : "PostgreSQL");
    // Tests and packages wait for exactly this line, and for nothing else on standard output.
    terminal.out << "deskbell-server " << DESKBELL_VERSION << " listening on " << (*application)->url() << Qt::endl;
    QCoreApplication::exec();
    return ExitCode::Success;
}

} // namespace deskbell::server
