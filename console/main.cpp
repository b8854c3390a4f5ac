#include "console/application.h"
#include "console/settings/networkaccess.h"
#include "console/singleinstance.h"
#include "console/starttrouble.h"
#include "console/stopsignals.h"
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
    QGuiApplication::setDesktopFileName(QStringLiteral("deskbell-console"));
    const StopSignals stopSignals;
    const auto profile = Profile::open(commandLine.options.profile);
    if (!profile) {
        if (SingleInstance::raiseOther(commandLine.options.profile,
                                       {commandLine.options.server, commandLine.options.login})) {
            if (!password.isEmpty())
                err << "A console runs already with this profile and has come forward. It was not told the password.\n";
            return 0;
        }
        tellStartTrouble(profile.error().message);
        return failure;
    }
    KeychainVault vault;
    if (const QString &caFile = commandLine.options.caFile; !caFile.isEmpty()) {
        if (const auto trusted = NetworkAccess::trust({caFile}); !trusted) {
            tellStartTrouble(trusted.error().message);
            return failure;
        }
    }
    const SingleInstance instance(commandLine.options.profile);
    Application console(application, **profile, vault);
    QObject::connect(&instance, &SingleInstance::raiseRequested, &console.window(),
                     [&console](const Wish &wish) { console.takeWish(wish); });
    console.start(commandLine.options, password);
    return QApplication::exec();
}
