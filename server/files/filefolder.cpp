#include "server/files/filefolder.h"

#include <QDir>
#include <QDirIterator>
#include <QFile>
#include <QStorageInfo>

#include <fcntl.h>
#include <unistd.h>

namespace deskbell::server {

namespace {

const QString incoming = QStringLiteral("incoming");
const QString thumbnailEnding = QStringLiteral(".thumbnail");

/// A new name of a file is there after a power cut only when its folder was synced.
bool syncFolder(const QString &path)
{
    const int folder = ::open(QFile::encodeName(path).constData(), O_RDONLY | O_DIRECTORY | O_CLOEXEC);
    if (folder < 0)
        return false;
    const bool synced = ::fsync(folder) == 0;
    ::close(folder);
    return synced;
}

QList<AttachmentId> idsIn(const QString &folder)
{
    QList<AttachmentId> ids;
    QDirIterator files(folder, QDir::Files);
    while (files.hasNext()) {
        files.next();
        if (const auto id = AttachmentId::fromString(files.fileName()))
            ids.append(*id);
    }
    return ids;
}

} // namespace

FileFolder::FileFolder(const QString &dataFolder) : m_root(dataFolder + QStringLiteral("/files/"))
{
}

bool FileFolder::make() const
{
    const QDir folder(m_root + incoming);
    if (!folder.mkpath(QStringLiteral(".")))
        return false;
    const auto own = QFile::ReadOwner | QFile::WriteOwner | QFile::ExeOwner;
    return QFile::setPermissions(m_root, own) && QFile::setPermissions(folder.path(), own);
}

QString FileFolder::pathOf(const AttachmentId &id) const
{
    return m_root + id.toString();
}

QString FileFolder::thumbnailOf(const AttachmentId &id) const
{
    return pathOf(id) + thumbnailEnding;
}

QString FileFolder::partOf(const AttachmentId &id) const
{
    return m_root + incoming + u'/' + id.toString();
}

bool FileFolder::settle(const AttachmentId &id) const
{
    return QFile::rename(partOf(id), pathOf(id)) && syncFolder(m_root);
}

void FileFolder::removePart(const AttachmentId &id) const
{
    QFile::remove(partOf(id));
    QFile::remove(thumbnailOf(id));
}

void FileFolder::remove(const AttachmentId &id) const
{
    QFile::remove(thumbnailOf(id));
    QFile::remove(pathOf(id));
}

QList<AttachmentId> FileFolder::files() const
{
    return idsIn(m_root);
}

QList<AttachmentId> FileFolder::parts() const
{
    return idsIn(m_root + incoming);
}

qint64 FileFolder::room() const
{
    return QStorageInfo(m_root).bytesAvailable();
}

} // namespace deskbell::server
