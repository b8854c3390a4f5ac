#pragma once

#include "shared/result.h"

#include <QCoreApplication>
#include <QStringList>
#include <QUrl>

namespace deskbell::console {

/// How the program was started.
struct Options
{
    QUrl server{}; ///< Empty: the one of last time.
    QString login{}; ///< Email; empty: the one of last time.
    bool passwordFromStdin = false;
    QString profile; ///< The folder that holds what this operator has on this computer.
    QString caFile{}; ///< Certificate authorities to trust beside the system's, as PEM.
    bool operator==(const Options &) const = default;
};

/// What the words of the command line come to.
struct CommandLine
{
    enum class Outcome { Run, Explain, Refuse };

    Outcome outcome = Outcome::Run;
    Options options;
    QString text{}; ///< To be explained, or why it is refused.

    /// Needs an application object for the program's name and version.
    static CommandLine read(const QStringList &arguments);

    Q_DECLARE_TR_FUNCTIONS(CommandLine)
};

} // namespace deskbell::console
