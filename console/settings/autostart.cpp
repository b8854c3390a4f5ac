#include "console/settings/autostart.h"

#include <QCryptographicHash>
#include <QDir>
#include <QSaveFile>
#include <QStandardPaths>

namespace deskbell::console {

namespace {

/// Tells the files of several profiles apart; the one that people have without asking for another needs none.
QString tagOf(const QString &profile)
{
    const QString plain = QDir(QStandardPaths::writableLocation(QStandardPaths::AppDataLocation)).absolutePath();
    if (QDir(profile).absolutePath() == plain)
        return {};
    const QByteArray hash = QCryptographicHash::hash(QDir(profile).absolutePath().toUtf8(), QCryptographicHash::Sha256);
    return QLatin1Char('-') + QString::fromLatin1(hash.toHex().left(12));
}

} // namespace

Autostart::Autostart(const QString &program, const QString &profile, const QString &folder)
    : m_exec("Exec=" + execLine({program, QStringLiteral("--profile"), profile}).toUtf8())
{
    const QString settings = QStandardPaths::writableLocation(QStandardPaths::GenericConfigLocation);
    const QDir place(folder.isEmpty() ? settings + QStringLiteral("/autostart") : folder);
    m_path = place.filePath(QStringLiteral("deskbell-console%1.desktop").arg(tagOf(profile)));
}

bool Autostart::isOn() const
{
    QFile file(m_path);
    if (!file.open(QFile::ReadOnly))
        return false;
    const QByteArrayList lines = file.readAll().split('\n');
    if (!lines.contains(m_exec))
        return false;
    for (const QByteArray &line : lines) {
        const QByteArray said = line.simplified().replace(" ", "").toLower();
        if (said == "hidden=true" || said == "x-gnome-autostart-enabled=false")
            return false;
    }
    return true;
}

Result<Nothing> Autostart::set(bool on)
{
    if (on && isOn())
        return Nothing{};
    if (!on) { // whatever it starts: it has our name
        if (!QFile::exists(m_path) || QFile::remove(m_path))
            return Nothing{};
        return Error(ErrorCode::Internal, tr("%1 cannot be removed.").arg(m_path));
    }
    QSaveFile file(m_path);
    const QByteArray text = "[Desktop Entry]\nType=Application\nName=Deskbell Console\nIcon=deskbell-console\n"
                            "Terminal=false\n"
        + m_exec + '\n';
    QDir().mkpath(QFileInfo(m_path).path());
    if (file.open(QSaveFile::WriteOnly) && file.write(text) == text.size() && file.commit())
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
