#pragma once

#include "shared/result.h"

#include <QCoreApplication>

namespace deskbell::console {

/// Whether the desktop starts the console when somebody signs in to it: a file in its folder for that, as XDG has it,
/// one for each profile. The file is the truth, since desktops let people switch it off themselves; one that starts
/// something else, such as a console that has moved since, does not count.
class Autostart
{
    Q_DECLARE_TR_FUNCTIONS(Autostart)

public:
    /// Starts this program with the profile. `folder` is the desktop's own if it is empty.
    Autostart(const QString &program, const QString &profile, const QString &folder = {});

    bool isOn() const;
    /// Errors: a sentence for the person.
    Result<Nothing> set(bool on);
    QString path() const { return m_path; }

private:
    QByteArray m_exec; // the line that starts ours
    QString m_path;
};

/// One line of a desktop file that starts exactly these words.
QString execLine(const QStringList &command);

} // namespace deskbell::console
