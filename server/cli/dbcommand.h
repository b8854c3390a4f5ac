#pragma once

#include "server/cli/subcommand.h"

namespace deskbell::server {

/// `db init | seed | reset | check | backup | restore`: the database as a whole.
class DbCommand final : public Subcommand
{
public:
    QString name() const override { return QStringLiteral("db"); }
    QString summary() const override { return QStringLiteral("The database"); }
    QStringList forms() const override;
    void describe(QCommandLineParser &parser) const override;
    ExitCode run(const QCommandLineParser &parser, const QStringList &arguments, const SettingsLoader &loader,
                 const Settings &settings, Terminal &terminal) override;

private:
    static ExitCode init(const QCommandLineParser &parser, const Settings &settings, Terminal &terminal);
    static ExitCode seed(const Settings &settings, Terminal &terminal);
    static ExitCode reset(const Settings &settings, Terminal &terminal);
    static ExitCode check(const Settings &settings, Terminal &terminal);
    static ExitCode backup(const QString &file, const Settings &settings, Terminal &terminal);
    static ExitCode restore(const QString &file, const Settings &settings, Terminal &terminal);
};

} // namespace deskbell::server
