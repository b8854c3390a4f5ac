#pragma once

#include "server/cli/subcommand.h"

namespace deskbell::server {

/// `addresses import`: the list of addresses that forms complete from.
class AddressesCommand final : public Subcommand
{
public:
    QString name() const override { return QStringLiteral("addresses"); }
    QString summary() const override { return QStringLiteral("Addresses that forms complete"); }
    QStringList forms() const override;
    void describe(QCommandLineParser &) const override { }
    ExitCode run(const QCommandLineParser &parser, const QStringList &arguments, const SettingsLoader &loader,
                 const Settings &settings, Terminal &terminal) override;
};

} // namespace deskbell::server
