#include "console/application.h"
#include "console/store/keychainvault.h"

#include <QApplication>
#include <QTextStream>

namespace {

constexpr int failure = 1;
constexpr int wrongUse = 2;

} // namespace

int main(int argc, char *argv[])
{
    using namespace deskbell::console;
    QCoreApplication::setApplicationName(QStringLiteral("deskbell-console"));
    QCoreApplication::setApplicationVersion(QStringLiteral(DESKBELL_VERSION));
    QTextStream out(stdout);
    QTextStream err(stderr);
    CommandLine commandLine;
    {
        const QCoreApplication words(argc, argv); // --help and --version work without a display
        const Translation translation;
        commandLine = CommandLine::read(QCoreApplication::arguments());
    }
    if (commandLine.outcome != CommandLine::Outcome::Run) {
        const bool explains = commandLine.outcome == CommandLine::Outcome::Explain;
        (explains ? out : err) << commandLine.text;
        return explains ? 0 : wrongUse;
    }
    QString password;
    if (commandLine.options.passwordFromStdin) {
        password = QTextStream(stdin).readLine();
        if (password.isEmpty()) {
            err << "There is no password on standard input.\n";
            return failure;
        }
    }
    QApplication application(argc, argv);
    const auto profile = Profile::open(commandLine.options.profile);
    if (!profile) {
        err << profile.error().message << '\n';
        err.flush();
        return failure;
    }
    KeychainVault vault;
    Application console(application, **profile, vault);
    console.start(commandLine.options, password);
    return QApplication::exec();
}
