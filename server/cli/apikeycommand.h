#pragma once

#include "server/cli/subcommand.h"
#include "server/desk/administration.h"

namespace deskbell::server {

/// `apikey add | list | revoke`: other programs' way in.
class ApiKeyCommand final : public Subcommand
{
public:
    QString name() const override { return QStringLiteral("apikey"); }
    QString summary() const override { return QStringLiteral("Keys with which other programs act as an admin"); }
    QStringList forms() const override;
    void describe(QCommandLineParser &parser) const override;
    ExitCode run(const QCommandLineParser &parser, const QStringList &arguments, const SettingsLoader &loader,
                 const Settings &settings, Terminal &terminal) override;

private:
    static ExitCode add(Administration &desk, const QCommandLineParser &parser, const QString &name,
                        Terminal &terminal);
    static ExitCode list(Administration &desk, const QCommandLineParser &parser, Terminal &terminal);
    static ExitCode revoke(Administration &desk, const QString &name, Terminal &terminal);
};

} // namespace deskbell::server
