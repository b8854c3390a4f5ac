#pragma once

#include "server/cli/subcommand.h"
#include "server/desk/administration.h"

namespace deskbell::server {

/// `operator add | list | password | disable`: the accounts of the support people.
class OperatorCommand final : public Subcommand
{
public:
    QString name() const override { return QStringLiteral("operator"); }
    QString summary() const override { return QStringLiteral("Operators' accounts"); }
    QStringList forms() const override;
    void describe(QCommandLineParser &parser) const override;
    ExitCode run(const QCommandLineParser &parser, const QStringList &arguments, const SettingsLoader &loader,
                 const Settings &settings, Terminal &terminal) override;

private:
    static ExitCode add(Administration &desk, const QCommandLineParser &parser, const QString &email,
                        Terminal &terminal);
    static ExitCode list(Administration &desk, const QCommandLineParser &parser, Terminal &terminal);
    static ExitCode password(Administration &desk, const QString &email, Terminal &terminal);
    static ExitCode disable(Administration &desk, const QString &email, Terminal &terminal);
};

} // namespace deskbell::server
