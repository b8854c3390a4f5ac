#include "server/cli/operatorcommand.h"

#include "server/cli/passwordprompt.h"
#include "server/store/storagefrom.h"

#include <QCommandLineParser>

namespace deskbell::server {

namespace {

QString nameOf(api::OperatorRole role)
{
    const std::string_view name = json::nameOf(role);
    return QString::fromLatin1(name.data(), qsizetype(name.size()));
}

} // namespace

QStringList OperatorCommand::forms() const
{
    return {QStringLiteral("operator add EMAIL --name NAME [--role operator|admin] [--capacity N] [--password-stdin]"),
            QStringLiteral("operator list"), QStringLiteral("operator password EMAIL [--password-stdin]"),
            QStringLiteral("operator disable EMAIL")};
}

void OperatorCommand::describe(QCommandLineParser &parser) const
{
    parser.addOption({QStringLiteral("name"), QStringLiteral("What customers see."), QStringLiteral("NAME")});
    parser.addOption({QStringLiteral("role"), QStringLiteral("operator or admin."), QStringLiteral("ROLE"),
                      QStringLiteral("operator")});
    parser.addOption({QStringLiteral("capacity"), QStringLiteral("Chats that routing gives them at once."),
                      QStringLiteral("N"), QStringLiteral("2")});
    parser.addOption({QStringLiteral("password-stdin"), QStringLiteral("Read the password from standard input.")});
}

ExitCode OperatorCommand::run(const QCommandLineParser &parser, const QStringList &arguments, const SettingsLoader &,
                              const Settings &settings, Terminal &terminal)
{
    const QString verb = arguments.value(0);
    const bool listing = verb == QLatin1String("list");
    const QStringList withEmail{QStringLiteral("add"), QStringLiteral("password"), QStringLiteral("disable")};
    if (arguments.size() != (listing ? 1 : 2) || (!listing && !withEmail.contains(verb)))
        return ExitCode::Usage;
    if (verb == QLatin1String("add") && !parser.isSet(QStringLiteral("name")))
        return ExitCode::Usage;

    const SystemClock clock;
    auto desk = Administration::open(storageFrom(settings), clock);
    if (!desk)
        return fail(terminal, desk.error());
    if (listing)
        return list(**desk, parser, terminal);
    const QString &email = arguments.at(1);
    if (verb == QLatin1String("add"))
        return add(**desk, parser, email, terminal);
    if (verb == QLatin1String("password"))
        return password(**desk, email, terminal);
    return disable(**desk, email, terminal);
}

ExitCode OperatorCommand::add(Administration &desk, const QCommandLineParser &parser, const QString &email,
                              Terminal &terminal)
{
    Administration::Account account;
    account.email = email;
    account.name = parser.value(QStringLiteral("name"));
    const QByteArray role = parser.value(QStringLiteral("role")).toLatin1();
    bool isNumber = false;
    account.capacity = parser.value(QStringLiteral("capacity")).toInt(&isNumber);
    if (!json::fromName(std::string_view(role.data(), size_t(role.size())), account.role) || !isNumber)
        return ExitCode::Usage;
    account.password = readPassword(terminal);
    const auto added = desk.addOperator(account);
    if (!added)
        return fail(terminal, added.error());
    if (parser.isSet(QStringLiteral("json")))
        terminal.out << json::encode(*added) << '\n';
    else
        terminal.out << "Added " << added->name << " <" << added->email << "> as " << nameOf(added->role) << ".\n";
    return ExitCode::Success;
}

ExitCode OperatorCommand::list(Administration &desk, const QCommandLineParser &parser, Terminal &terminal)
{
    const auto operators = desk.operators();
    if (!operators)
        return fail(terminal, operators.error());
    if (parser.isSet(QStringLiteral("json"))) {
        terminal.out << json::encode(*operators) << '\n';
        return ExitCode::Success;
    }
    for (const api::Operator &each : *operators) {
        terminal.out << each.email.leftJustified(34) << each.name.leftJustified(24)
                     << nameOf(each.role).leftJustified(10) << "capacity " << each.capacity
                     << (each.disabled ? "  disabled" : "") << '\n';
    }
    return ExitCode::Success;
}

ExitCode OperatorCommand::password(Administration &desk, const QString &email, Terminal &terminal)
{
    const auto changed = desk.setPassword(email, readPassword(terminal));
    if (!changed)
        return fail(terminal, changed.error());
    terminal.out << "The password of " << changed->email << " is changed, and every session of theirs has ended.\n";
    return ExitCode::Success;
}

ExitCode OperatorCommand::disable(Administration &desk, const QString &email, Terminal &terminal)
{
    const auto disabled = desk.disableOperator(email);
    if (!disabled)
        return fail(terminal, disabled.error());
    terminal.out << disabled->email << " can no longer sign in, and every session of theirs has ended.\n";
    return ExitCode::Success;
}

} // namespace deskbell::server
