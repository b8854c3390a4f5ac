#include "server/application/servecommand.h"
#include "server/cli/addressescommand.h"
#include "server/cli/apikeycommand.h"
#include "server/cli/commandline.h"
#include "server/cli/configcommand.h"
#include "server/cli/dbcommand.h"
#include "server/cli/operatorcommand.h"
#include "server/http/eventdispatcher.h"

#include <QCoreApplication>
#include <QProcessEnvironment>

#include <sys/stat.h>

int main(int argc, char *argv[])
{
    using namespace deskbell::server;
    ::umask(S_IRWXG | S_IRWXO); // database, log and lock are for the account that runs the server alone
    installEventDispatcher();
    const QCoreApplication application(argc, argv);
    QCoreApplication::setApplicationName(QStringLiteral("deskbell-server"));
    QCoreApplication::setApplicationVersion(QStringLiteral(DESKBELL_VERSION));

    QTextStream in(stdin);
    QTextStream out(stdout);
    QTextStream err(stderr);
    Terminal terminal{in, out, err};
    std::vector<std::unique_ptr<Subcommand>> subcommands;
    subcommands.push_back(std::make_unique<ServeCommand>());
    subcommands.push_back(std::make_unique<OperatorCommand>());
    subcommands.push_back(std::make_unique<ApiKeyCommand>());
    subcommands.push_back(std::make_unique<DbCommand>());
    subcommands.push_back(std::make_unique<AddressesCommand>());
    subcommands.push_back(std::make_unique<ConfigCommand>());
    CommandLine commandLine(std::move(subcommands));
    return int(commandLine.run(QCoreApplication::arguments(), QProcessEnvironment::systemEnvironment(), terminal));
}
