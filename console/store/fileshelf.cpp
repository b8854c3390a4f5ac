#include "console/store/fileshelf.h"

#include <QDateTime>
#include <QDir>
#include <QSaveFile>

namespace deskbell::console {

namespace {

const QString copies = QStringLiteral("copies");
const QString pictures = QStringLiteral("pictures");
const QString shown = QStringLiteral("shown");

bool make(const QString &folder)
{
    if (QDir(folder).exists())
        return true;
    return QDir().mkpath(folder)
        && QFile::setPermissions(folder, QFile::ReadOwner | QFile::WriteOwner | QFile::ExeOwner);
}

bool write(const QString &path, const QByteArray &bytes)
{
    QSaveFile file(path);
    return file.open(QIODevice::WriteOnly) && file.write(bytes) == bytes.size() && file.commit();
}

} // namespace

FileShelf::FileShelf(QString folder, qint64 pictureBound) : m_folder(std::move(folder)), m_bound(pictureBound)
{
}

Result<LetterFile> FileShelf::keep(const QByteArray &bytes, const QString &name)
{
    const QString path = folder(copies) + QLatin1Char('/') + generateUuid();
    if (!make(folder(copies)) || !write(path, bytes))
        return Error(ErrorCode::StorageFull, tr("It could not be kept on this computer."));
    QFile::setPermissions(path, QFile::ReadOwner | QFile::WriteOwner);
    return LetterFile{path, name, bytes.size()};
}

void FileShelf::drop(const LetterFile &file)
{
    if (QFileInfo(file.path).absolutePath() == QFileInfo(folder(copies)).absoluteFilePath())
        QFile::remove(file.path);
}

void FileShelf::sweep(const QList<LetterFile> &needed)
{
    QDir(folder(shown)).removeRecursively();
    const QFileInfoList there = QDir(folder(copies)).entryInfoList(QDir::Files);
    for (const QFileInfo &each : there) {
        const bool isNeeded = std::any_of(needed.begin(), needed.end(), [&each](const LetterFile &file) {
            return QFileInfo(file.path).fileName() == each.fileName();
        });
        if (!isNeeded)
            QFile::remove(each.filePath());
    }
}

QString FileShelf::picturePath(const AttachmentId &id) const
{
    // An id comes from the server; on a disk it is a name only when it is one.
    const auto known = AttachmentId::fromString(id.toString());
    return known ? folder(pictures) + QLatin1Char('/') + known->toString() : QString();
}

QByteArray FileShelf::picture(const AttachmentId &id)
{
    QFile file(picturePath(id));
    if (!file.open(QIODevice::ReadWrite | QIODevice::ExistingOnly))
        return {};
    file.setFileTime(QDateTime::currentDateTimeUtc(), QFileDevice::FileModificationTime); // looked at last
    return file.readAll();
}

void FileShelf::putPicture(const AttachmentId &id, const QByteArray &bytes)
{
    const QString path = picturePath(id);
    if (path.isEmpty() || !make(folder(pictures)) || !write(path, bytes))
        return; // it is fetched again
    if (m_pictureBytes >= 0)
        m_pictureBytes += bytes.size();
    if (m_pictureBytes < 0 || m_pictureBytes > m_bound)
        trim();
}

void FileShelf::trim()
{
    QFileInfoList there = QDir(folder(pictures)).entryInfoList(QDir::Files, QDir::Time); // newest first
    m_pictureBytes = 0;
    for (const QFileInfo &each : std::as_const(there))
        m_pictureBytes += each.size();
    if (m_pictureBytes <= m_bound)
        return;
    while (m_pictureBytes > m_bound / 4 * 3 && !there.isEmpty()) {
        const QFileInfo oldest = there.takeLast();
        m_pictureBytes -= oldest.size();
        QFile::remove(oldest.filePath());
    }
}

void FileShelf::clearPictures()
{
    QDir(folder(pictures)).removeRecursively();
    QDir(folder(shown)).removeRecursively();
    m_pictureBytes = -1;
}

QString FileShelf::showcase(const QString &name)
{
    const QString own = folder(shown) + QLatin1Char('/') + generateUuid();
    return make(own) ? own + QLatin1Char('/') + name : QString();
}

} // namespace deskbell::console
