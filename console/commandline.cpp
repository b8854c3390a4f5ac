#include "console/commandline.h"

#include <QCommandLineParser>
#include <QCoreApplication>
#include <QStandardPaths>

namespace deskbell::console {

namespace {

CommandLine refuse(const QString &why)
{
    const QString text = CommandLine::tr("%1\nTry --help.\n").arg(why);
    return {CommandLine::Outcome::Refuse, {}, text};
}

} // namespace

CommandLine CommandLine::read(const QStringList &arguments)
{
    const QCommandLineOption server(QStringLiteral("server"), tr("The desk's server."), QStringLiteral("URL"));
    const QCommandLineOption login(QStringLiteral("login"), tr("Sign in with this address."), QStringLiteral("EMAIL"));
    const QCommandLineOption password(QStringLiteral("password-stdin"),
                                      tr("Read the password from standard input and sign in at once."));
    const QCommandLineOption profile(
        QStringLiteral("profile"),
        tr("Keep settings and unsent messages in this folder; one console at a time can use it."),
        QStringLiteral("DIR"), QStandardPaths::writableLocation(QStandardPaths::AppDataLocation));
    const QCommandLineOption caFile(QStringLiteral("ca-file"),
                                    tr("Trust the certificate authorities in this file too."), QStringLiteral("FILE"));
    QCommandLineParser parser;
    parser.setApplicationDescription(tr("The operators' desk of Deskbell."));
    const QCommandLineOption help({QStringLiteral("h"), QStringLiteral("help")}, tr("Say this."));
    parser.addOptions({server, login, password, profile, caFile, help});
    const QCommandLineOption version = parser.addVersionOption();
    if (!parser.parse(arguments))
        return refuse(parser.errorText());
    if (parser.isSet(help))
        return {Outcome::Explain, {}, parser.helpText()};
    if (parser.isSet(version)) {
        const QString text =
            QStringLiteral("%1 %2\n").arg(QCoreApplication::applicationName(), QCoreApplication::applicationVersion());
        return {Outcome::Explain, {}, text};
    }
    if (!parser.positionalArguments().isEmpty())
        return refuse(tr("\"%1\" is one word too many.").arg(parser.positionalArguments().first()));

    Options options{.login = parser.value(login),
                    .passwordFromStdin = parser.isSet(password),
                    .profile = parser.value(profile),
                    .caFile = parser.value(caFile)};
    if (parser.isSet(server)) {
        options.server = QUrl(parser.value(server), QUrl::StrictMode);
        const QString scheme = options.server.scheme();
        const bool web = scheme == QStringLiteral("http") || scheme == QStringLiteral("https");
        if (!options.server.isValid() || !web || options.server.host().isEmpty())
            return refuse(tr("--server \"%1\" should look like https://desk.example.com").arg(parser.value(server)));
    }
    if (options.passwordFromStdin && options.login.isEmpty())
        return refuse(tr("--password-stdin needs --login EMAIL."));
    if (options.profile.isEmpty())
        return refuse(tr("--profile needs a folder."));
    return {Outcome::Run, options};
}

} // namespace deskbell::console
