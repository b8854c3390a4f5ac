#pragma once

#include "server/cli/subcommand.h"

namespace deskbell::server {

/// `serve`, or no word at all: runs the server until SIGTERM or SIGINT.
class ServeCommand final : public Subcommand
{
public:
    QString name() const override { return QStringLiteral("serve"); }
    QString summary() const override { return QStringLiteral("Run the server"); }
    QStringList forms() const override;
    void describe(QCommandLineParser &parser) const override;
    Result<Nothing> configure(const QCommandLineParser &parser, SettingsLoader &loader) override;
    ExitCode run(const QCommandLineParser &parser, const QStringList &arguments, const SettingsLoader &loader,
                 const Settings &settings, Terminal &terminal) override;
};

} // namespace deskbell::server
