#pragma once

#include "server/cli/subcommand.h"

#include <memory>
#include <vector>

class QProcessEnvironment;

namespace deskbell::server {

/// Finds the subcommand, loads the settings (file, environment, command line) and runs it.
/// Without a subcommand's name the first one runs.
class CommandLine
{
public:
    explicit CommandLine(std::vector<std::unique_ptr<Subcommand>> subcommands);

    /// `arguments` begin with the program's name.
    ExitCode run(const QStringList &arguments, const QProcessEnvironment &environment, Terminal &terminal);

private:
    Subcommand *find(const QString &name) const;
    /// Of one subcommand, or of all with the options of the parser's.
    void printHelp(const Subcommand *only, const QCommandLineParser &parser, QTextStream &out) const;
    ExitCode usageError(Terminal &terminal, const QString &message) const;

    std::vector<std::unique_ptr<Subcommand>> m_subcommands; // the first is the default
};

} // namespace deskbell::server
