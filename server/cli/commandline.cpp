#include "server/cli/commandline.h"

#include <QCommandLineParser>
#include <QProcessEnvironment>

namespace deskbell::server {

namespace {

void addCommonOptions(QCommandLineParser &parser)
{
    parser.addOption(
        {QStringLiteral("data"), QStringLiteral("The data folder; else a standard place."), QStringLiteral("DIR")});
    parser.addOption({QStringLiteral("config"), QStringLiteral("The settings file (TOML)."), QStringLiteral("FILE")});
    parser.addOption({QStringLiteral("json"), QStringLiteral("Print listings as JSON.")});
    parser.addOption({{QStringLiteral("h"), QStringLiteral("help")}, QStringLiteral("Show this help.")});
    parser.addOption({{QStringLiteral("v"), QStringLiteral("version")}, QStringLiteral("Show the version.")});
}

Result<Nothing> loadSettings(const QCommandLineParser &parser, const QProcessEnvironment &environment,
                             SettingsLoader &loader)
{
    if (parser.isSet(QStringLiteral("config"))) {
        if (auto done = loader.readFile(parser.value(QStringLiteral("config"))); !done)
            return done;
    }
    if (auto done = loader.readEnvironment(environment); !done)
        return done;
    if (parser.isSet(QStringLiteral("data")))
        return loader.set(QStringLiteral("server.data"), parser.value(QStringLiteral("data")),
                          QStringLiteral("command line"));
    return Nothing{};
}

} // namespace

ExitCode fail(Terminal &terminal, const Error &error)
{
    terminal.err << "deskbell-server: " << error.message << '\n';
    for (const FieldError &each : error.errors)
        terminal.err << "  " << each.field << ' ' << each.message << '\n';
    terminal.err.flush();
    return ExitCode::Failure;
}

CommandLine::CommandLine(std::vector<std::unique_ptr<Subcommand>> subcommands) : m_subcommands(std::move(subcommands))
{
    Q_ASSERT(!m_subcommands.empty());
}

Subcommand *CommandLine::find(const QString &name) const
{
    for (const auto &each : m_subcommands) {
        if (each->name() == name)
            return each.get();
    }
    return nullptr;
}

ExitCode CommandLine::run(const QStringList &arguments, const QProcessEnvironment &environment, Terminal &terminal)
{
    QStringList rest = arguments;
    Subcommand *subcommand = m_subcommands.front().get();
    if (rest.size() > 1 && !rest.at(1).startsWith(u'-')) {
        subcommand = find(rest.at(1));
        if (!subcommand)
            return usageError(terminal, QStringLiteral("there is no subcommand \"%1\"").arg(rest.at(1)));
        rest.removeAt(1);
    }

    QCommandLineParser parser;
    addCommonOptions(parser);
    subcommand->describe(parser);
    if (!parser.parse(rest))
        return usageError(terminal, parser.errorText());
    if (parser.isSet(QStringLiteral("version"))) {
        terminal.out << "deskbell-server " << DESKBELL_VERSION << '\n';
        return ExitCode::Success;
    }
    if (parser.isSet(QStringLiteral("help"))) {
        const bool isNamed = rest.size() < arguments.size();
        printHelp(isNamed ? subcommand : nullptr, parser, terminal.out);
        return ExitCode::Success;
    }

    SettingsLoader loader;
    auto loaded = loadSettings(parser, environment, loader);
    if (loaded)
        loaded = subcommand->configure(parser, loader);
    if (!loaded)
        return fail(terminal, loaded.error());
    const auto settings = loader.finish();
    if (!settings)
        return fail(terminal, settings.error());
    const ExitCode code = subcommand->run(parser, parser.positionalArguments(), loader, *settings, terminal);
    if (code == ExitCode::Usage) {
        terminal.err << "Usage:\n";
        for (const QString &form : subcommand->forms())
            terminal.err << "  deskbell-server " << form << '\n';
    }
    return code;
}

void CommandLine::printHelp(const Subcommand *only, const QCommandLineParser &parser, QTextStream &out) const
{
    out << "deskbell-server " << DESKBELL_VERSION << ": live chat for customer support\n";
    for (const auto &each : m_subcommands) {
        if (only && each.get() != only)
            continue;
        out << '\n' << each->summary() << '\n';
        for (const QString &form : each->forms())
            out << "  deskbell-server " << form << '\n';
    }
    // Qt aligns the options; the usage that it puts before them knows of no subcommands.
    const QString options = parser.helpText();
    out << '\n' << options.mid(options.indexOf(QLatin1String("Options:")));
    if (!only)
        out << "\nThese are serve's; SUBCOMMAND --help shows another's.\n"
               "A setting section.key is DESKBELL_SECTION_KEY in the environment; `config show` lists them all.\n"
               "Exit codes: 0 done, 1 failed, 2 wrong usage.\n";
}

ExitCode CommandLine::usageError(Terminal &terminal, const QString &message) const
{
    terminal.err << "deskbell-server: " << message << "\nTry: deskbell-server --help\n";
    terminal.err.flush();
    return ExitCode::Usage;
}

} // namespace deskbell::server
