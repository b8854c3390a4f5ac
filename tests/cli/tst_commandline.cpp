#include "server/cli/commandline.h"
#include "server/cli/configcommand.h"

#include <QCommandLineParser>
#include <QProcessEnvironment>
#include <QTest>

using namespace deskbell;
using namespace deskbell::server;

namespace {

/// Records that it ran.
class RecordingCommand final : public Subcommand
{
public:
    explicit RecordingCommand(QStringList &log) : m_log(log) { }
    QString name() const override { return QStringLiteral("serve"); }
    QString summary() const override { return QStringLiteral("Records"); }
    QStringList forms() const override { return {QStringLiteral("[serve] [--loud]")}; }
    void describe(QCommandLineParser &parser) const override
    {
        parser.addOption(QCommandLineOption(QStringLiteral("loud")));
    }
    ExitCode run(const QCommandLineParser &parser, const QStringList &arguments, const SettingsLoader &,
                 const Settings &settings, Terminal &) override
    {
        m_log.append(settings.dataFolder);
        m_log.append(arguments);
        if (parser.isSet(QStringLiteral("loud")))
            m_log.append(QStringLiteral("LOUD"));
        return ExitCode::Success;
    }

private:
    QStringList &m_log;
};

struct Outcome
{
    ExitCode code;
    QString out;
    QString err;
    QStringList log;
};

Outcome run(const QStringList &arguments, const QProcessEnvironment &environment = {})
{
    Outcome outcome;
    QString in;
    QTextStream inStream(&in);
    QTextStream outStream(&outcome.out);
    QTextStream errStream(&outcome.err);
    Terminal terminal{inStream, outStream, errStream};
    std::vector<std::unique_ptr<Subcommand>> subcommands;
    subcommands.push_back(std::make_unique<RecordingCommand>(outcome.log));
    subcommands.push_back(std::make_unique<ConfigCommand>());
    outcome.code = CommandLine(std::move(subcommands))
                       .run(QStringList{QStringLiteral("deskbell-server")} + arguments, environment, terminal);
    return outcome;
}

} // namespace

class TestCommandLine : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void theFirstSubcommandIsTheDefault();
    void exitCodes_data();
    void exitCodes();
    void settingsAreShownWithTheirSource();
};

void TestCommandLine::theFirstSubcommandIsTheDefault()
{
    const QStringList expected{QStringLiteral("/a/b"), QStringLiteral("LOUD")};
    const QStringList options{QStringLiteral("--data"), QStringLiteral("/a/b"), QStringLiteral("--loud")};
    QCOMPARE(run(options).log, expected);
    QCOMPARE(run(QStringList{QStringLiteral("serve")} + options).log, expected);
}

void TestCommandLine::exitCodes_data()
{
    QTest::addColumn<QStringList>("arguments");
    QTest::addColumn<int>("code");
    QTest::addColumn<QString>("said");
    QTest::newRow("version") << QStringList{QStringLiteral("--version")} << 0
                             << QStringLiteral("deskbell-server " DESKBELL_VERSION);
    QTest::newRow("help") << QStringList{QStringLiteral("--help")} << 0 << QStringLiteral("config show");
    QTest::newRow("unknown option") << QStringList{QStringLiteral("--colour")} << 2 << QStringLiteral("colour");
    QTest::newRow("unknown subcommand") << QStringList{QStringLiteral("fly")} << 2 << QStringLiteral("fly");
    QTest::newRow("missing word") << QStringList{QStringLiteral("config")} << 2 << QStringLiteral("config show");
    QTest::newRow("no such file") << QStringList{QStringLiteral("--config"), QStringLiteral("/no/such/file")} << 1
                                  << QStringLiteral("/no/such/file");
}

void TestCommandLine::exitCodes()
{
    QFETCH(QStringList, arguments);
    QFETCH(QString, said);
    const Outcome outcome = run(arguments);
    QTEST(int(outcome.code), "code");
    QVERIFY2((outcome.code == ExitCode::Success ? outcome.out : outcome.err).contains(said), qPrintable(outcome.err));
    QVERIFY(outcome.log.isEmpty());
}

void TestCommandLine::settingsAreShownWithTheirSource()
{
    QProcessEnvironment environment;
    environment.insert(QStringLiteral("DESKBELL_DESK_NAME"), QStringLiteral("Corner Shop"));
    const Outcome outcome =
        run({QStringLiteral("config"), QStringLiteral("show"), QStringLiteral("--json")}, environment);
    QCOMPARE(outcome.code, ExitCode::Success);
    QVERIFY(outcome.out.contains(
        QStringLiteral(R"({"key":"desk.name","value":"Corner Shop","source":"environment DESKBELL_DESK_NAME"})")));
}

QTEST_GUILESS_MAIN(TestCommandLine)
#include "tst_commandline.moc"
