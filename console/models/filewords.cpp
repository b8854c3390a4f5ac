#include "console/models/filewords.h"

#include "console/models/wording.h"

#include <QCoreApplication>
#include <QLocale>

#include <array>

namespace deskbell::console {

namespace {

struct FileWords
{
    Q_DECLARE_TR_FUNCTIONS(FileWords)
};

} // namespace

QString fileSizeText(qint64 bytes)
{
    constexpr qint64 ten = 10 * 1024;
    const bool small = bytes < 1024 || (bytes >= ten && bytes < 1024 * 1024) || bytes >= ten * 1024;
    const QLocale locale(QCoreApplication::translate("Wording", "en", "the code of this language"));
    return locale.formattedDataSize(bytes, small ? 0 : 1, QLocale::DataSizeTraditionalFormat);
}

bool isPicture(const api::Attachment &file)
{
    const bool ours = file.id.isNull(); // on its way: it has no small picture yet
    return (file.thumbnail || ours) && file.width.value_or(0) > 0 && file.height.value_or(0) > 0;
}

QString spokenFile(const api::Attachment &file)
{
    const QString name = oneLine(file.name);
    const QString size = fileSizeText(file.size);
    return isPicture(file) ? FileWords::tr("Picture %1, %2").arg(name, size)
                           : FileWords::tr("File %1, %2").arg(name, size);
}

QString safeFileName(const QString &name)
{
    constexpr qsizetype most = 120;
    QString safe;
    for (const QChar each : oneLine(name)) {
        const bool isForbidden = QStringLiteral("/\\:*?\"<>|").contains(each) || !each.isPrint();
        safe.append(isForbidden ? QLatin1Char('_') : each);
    }
    while (safe.startsWith(QLatin1Char('.')) || safe.startsWith(QLatin1Char('-')) || safe.startsWith(QLatin1Char(' ')))
        safe.remove(0, 1);
    if (safe.size() > most) {
        const QString ending = safe.section(QLatin1Char('.'), -1).left(16);
        safe = safe.left(most - ending.size() - 1) + QLatin1Char('.') + ending;
    }
    return safe.trimmed().isEmpty() ? FileWords::tr("file") : safe.trimmed();
}

QString showableEnding(const QString &type)
{
    struct Showable
    {
        const char *type;
        const char *ending;
    };
    static constexpr std::array showable{
        Showable{"image/png", "png"},   Showable{"image/jpeg", "jpg"},      Showable{"image/gif", "gif"},
        Showable{"image/webp", "webp"}, Showable{"application/pdf", "pdf"}, Showable{"text/plain", "txt"},
        Showable{"audio/mpeg", "mp3"},  Showable{"audio/wav", "wav"},       Showable{"audio/ogg", "ogg"},
        Showable{"video/mp4", "mp4"},   Showable{"video/webm", "webm"}};
    const auto *found = std::find_if(showable.begin(), showable.end(),
                                     [&type](const Showable &each) { return type == QLatin1String(each.type); });
    return found == showable.end() ? QString() : QString::fromLatin1(found->ending);
}

} // namespace deskbell::console
