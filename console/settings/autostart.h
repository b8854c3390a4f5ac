#pragma once

#include "shared/result.h"

#include <QCoreApplication>

namespace deskbell::console {

/// Whether the desktop starts the console when somebody signs in to it: a file in its folder for that, as XDG has it.
/// The file is the truth, since desktops let people switch it off themselves.
class Autostart
{
    Q_DECLARE_TR_FUNCTIONS(Autostart)

public:
    /// `command` is the program with its words. `folder` is the desktop's own if it is empty.
    explicit Autostart(QStringList command, const QString &folder = {});

    bool isOn() const;
    /// Errors: a sentence for the person.
    Result<Nothing> set(bool on);
    QString path() const { return m_path; }

private:
    QStringList m_command;
    QString m_path;
};

/// One line of a desktop file that starts exactly these words.
QString execLine(const QStringList &command);

} // namespace deskbell::console
