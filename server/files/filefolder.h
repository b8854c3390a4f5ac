#pragma once

#include "shared/ids.h"

#include <QString>

namespace deskbell::server {

/// Where the bytes of attachments lie: each file under its id, and never under a name that somebody gave. Knows nothing
/// of what the desk knows. May be used on every thread; waits for the disk.
class FileFolder
{
public:
    /// In the data folder; nothing is made yet.
    explicit FileFolder(const QString &dataFolder);

    /// Makes the folders, for nobody but the server. False when they cannot be made.
    bool make() const;

    QString pathOf(const AttachmentId &id) const;
    QString thumbnailOf(const AttachmentId &id) const;
    /// Where the bytes go while they come in.
    QString partOf(const AttachmentId &id) const;

    /// Takes the part, which is whole, to where it stays, and lets the disk confirm it.
    bool settle(const AttachmentId &id) const;
    void removePart(const AttachmentId &id) const;
    void remove(const AttachmentId &id) const;

    QList<AttachmentId> files() const;
    QList<AttachmentId> parts() const;
    /// Bytes that the disk has left for us.
    qint64 room() const;

private:
    QString m_root;
};

} // namespace deskbell::server
