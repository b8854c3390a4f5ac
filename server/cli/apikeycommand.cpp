#include "server/cli/apikeycommand.h"

#include "server/store/storagefrom.h"

#include <QCommandLineParser>

namespace deskbell::server {

namespace {

/// What `apikey add --json` prints.
struct NewKey
{
    QString name;
    QString apiKey;

    static constexpr auto fields()
    {
        return std::tuple{json::field("name", &NewKey::name), json::field("apiKey", &NewKey::apiKey)};
    }
};

} // namespace

QStringList ApiKeyCommand::forms() const
{
    return {QStringLiteral("apikey add NAME"), QStringLiteral("apikey list"), QStringLiteral("apikey revoke NAME")};
}

void ApiKeyCommand::describe(QCommandLineParser &) const
{
}

ExitCode ApiKeyCommand::run(const QCommandLineParser &parser, const QStringList &arguments, const SettingsLoader &,
                            const Settings &settings, Terminal &terminal)
{
    const QString verb = arguments.value(0);
    const bool listing = verb == QLatin1String("list");
    const bool adding = verb == QLatin1String("add");
    if (arguments.size() != (listing ? 1 : 2) || (!listing && !adding && verb != QLatin1String("revoke")))
        return ExitCode::Usage;

    const SystemClock clock;
    auto desk = Administration::open(storageFrom(settings), clock);
    if (!desk)
        return fail(terminal, desk.error());
    if (listing)
        return list(**desk, parser, terminal);
    return adding ? add(**desk, parser, arguments.at(1), terminal) : revoke(**desk, arguments.at(1), terminal);
}

ExitCode ApiKeyCommand::add(Administration &desk, const QCommandLineParser &parser, const QString &name,
                            Terminal &terminal)
{
    const auto made = desk.addApiKey(name, api::OperatorRole::Admin);
    if (!made)
        return fail(terminal, made.error());
    if (parser.isSet(QStringLiteral("json")))
        terminal.out << json::encode(NewKey{made->key.name, made->apiKey}) << '\n';
    else
        terminal.out << "The key " << made->key.name << ", shown this once: " << made->apiKey << '\n';
    return ExitCode::Success;
}

ExitCode ApiKeyCommand::list(Administration &desk, const QCommandLineParser &parser, Terminal &terminal)
{
    const auto keys = desk.apiKeys();
    if (!keys)
        return fail(terminal, keys.error());
    if (parser.isSet(QStringLiteral("json"))) {
        terminal.out << json::encode(*keys) << '\n';
        return ExitCode::Success;
    }
    for (const api::ApiKey &each : *keys) {
        terminal.out << each.name.leftJustified(34) << "made " << each.createdAt.toString()
                     << (each.revokedAt ? QStringLiteral("  revoked ") + each.revokedAt->toString() : QString())
                     << '\n';
    }
    return ExitCode::Success;
}

ExitCode ApiKeyCommand::revoke(Administration &desk, const QString &name, Terminal &terminal)
{
    const auto revoked = desk.revokeApiKey(name);
    if (!revoked)
        return fail(terminal, revoked.error());
    terminal.out << "The key " << revoked->name << " opens nothing any more.\n";
    return ExitCode::Success;
}

} // namespace deskbell::server
