#pragma once

#include "server/config/loader.h"

#include <QStringList>
#include <QTextStream>

class QCommandLineParser;

namespace deskbell::server {

/// How the program ends.
enum class ExitCode { Success = 0, Failure = 1, Usage = 2 };

/// Where a subcommand reads and writes; tests give it strings.
struct Terminal
{
    QTextStream &in;
    QTextStream &out;
    QTextStream &err;
};

/// One word of the command line after the program's name, such as `operator`. It describes its options, and runs.
class Subcommand
{
public:
    Subcommand() = default;
    virtual ~Subcommand() = default;
    Q_DISABLE_COPY_MOVE(Subcommand)

    virtual QString name() const = 0;
    virtual QString summary() const = 0;
    /// The forms that it takes, each a line of the help.
    virtual QStringList forms() const = 0;
    /// Adds its own options and positional arguments; `--data`, `--config` and `--json` are there already.
    virtual void describe(QCommandLineParser &parser) const = 0;
    /// Settings of the command line go here before the loader is finished.
    virtual Result<Nothing> configure(const QCommandLineParser &, SettingsLoader &) { return Nothing{}; }
    /// `arguments` are the words after the subcommand's name.
    virtual ExitCode run(const QCommandLineParser &parser, const QStringList &arguments, const SettingsLoader &loader,
                         const Settings &settings, Terminal &terminal) = 0;
};

/// Says `error` the way all subcommands do, with the fields that are wrong.
ExitCode fail(Terminal &terminal, const Error &error);

} // namespace deskbell::server
