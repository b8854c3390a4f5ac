#include "console/settings/autostart.h"

#include <QDir>
#include <QSaveFile>
#include <QStandardPaths>

namespace deskbell::console {

Autostart::Autostart(QStringList command, const QString &folder) : m_command(std::move(command))
{
    const QString settings = QStandardPaths::writableLocation(QStandardPaths::GenericConfigLocation);
    const QDir place(folder.isEmpty() ? settings + QStringLiteral("/autostart") : folder);
    m_path = place.filePath(QStringLiteral("deskbell-console.desktop"));
}

bool Autostart::isOn() const
{
    QFile file(m_path);
    if (!file.open(QFile::ReadOnly))
        return false;
    const QByteArrayList lines = file.readAll().split('\n');
    for (const QByteArray &line : lines) {
        const QByteArray said = line.simplified().replace(" ", "").toLower();
        if (said == "hidden=true" || said == "x-gnome-autostart-enabled=false")
            return false;
    }
    return true;
}

Result<Nothing> Autostart::set(bool on)
{
    if (on == isOn())
        return Nothing{};
    if (!on) {
        if (QFile::remove(m_path))
            return Nothing{};
        return Error(ErrorCode::Internal, tr("%1 cannot be removed.").arg(m_path));
    }
    QSaveFile file(m_path);
    const QString text = QStringLiteral("[Desktop Entry]\nType=Application\nName=Deskbell Console\n"
                                        "Icon=deskbell-console\nTerminal=false\nExec=%1\n")
                             .arg(execLine(m_command));
    QDir().mkpath(QFileInfo(m_path).path());
    if (file.open(QSaveFile::WriteOnly) && file.write(text.toUtf8()) > 0 && file.commit())
        return Nothing{};
    return Error(ErrorCode::Internal, tr("%1 cannot be written.").arg(m_path));
}

QString execLine(const QStringList &command)
{
    QStringList quoted;
    for (QString word : command) {
        // The Desktop Entry Specification, "The Exec key": first the word's own quoting, then that of any string.
        for (const char special : {'\\', '"', '`', '$'})
            word.replace(QLatin1Char(special), QStringLiteral("\\") + QLatin1Char(special));
        word.replace(QLatin1Char('%'), QStringLiteral("%%"));
        quoted.append(QLatin1Char('"') + word.replace(QLatin1Char('\\'), QStringLiteral("\\\\")) + QLatin1Char('"'));
    }
    return quoted.join(QLatin1Char(' '));
}

} // namespace deskbell::console
