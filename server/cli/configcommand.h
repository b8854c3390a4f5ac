#pragma once

#include "server/cli/subcommand.h"

namespace deskbell::server {

/// `config show`: every setting with its value and where it came from.
class ConfigCommand final : public Subcommand
{
public:
    QString name() const override { return QStringLiteral("config"); }
    QString summary() const override { return QStringLiteral("Settings"); }
    QStringList forms() const override { return {QStringLiteral("config show")}; }
    void describe(QCommandLineParser &) const override { }
    ExitCode run(const QCommandLineParser &parser, const QStringList &arguments, const SettingsLoader &loader,
                 const Settings &settings, Terminal &terminal) override;
};

} // namespace deskbell::server
