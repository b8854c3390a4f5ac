#pragma once

#include "server/files/filefolder.h"
#include "server/files/filekind.h"
#include "server/files/filelane.h"
#include "shared/result.h"

namespace deskbell::server {

/// The bytes of one upload on their way to the disk. Lives on the I/O thread and waits for nothing there; its callbacks
/// are not called once it is gone. What was not kept by then is removed.
class IncomingFile final
{
public:
    /// The lane and the folder outlive this.
    IncomingFile(FileLane &disk, const FileFolder &folder, const AttachmentId &id);
    ~IncomingFile();
    Q_DISABLE_COPY_MOVE(IncomingFile)

    using Done = std::function<void(Result<Nothing>)>;
    /// Errors: StorageFull when less than `reserve` bytes would be left; AttachmentComplete when somebody else is at
    /// it.
    void open(qint64 size, qint64 reserve, Done done);
    /// Errors: StorageFull.
    void write(const QByteArray &bytes, Done done);
    /// All is there: has the disk confirm it, and tells what it is. Errors: StorageFull, UnsupportedMediaType.
    void close(std::function<void(Result<const FileKind *>)> done);
    /// From here on it stays where it is.
    void keep() { m_kept = true; }

private:
    struct Part; // used on the lane alone

    FileLane &m_disk;
    const FileFolder m_folder;
    const AttachmentId m_id;
    const std::shared_ptr<Part> m_part;
    const std::shared_ptr<bool> m_alive = std::make_shared<bool>(true);
    bool m_kept = false;
};

} // namespace deskbell::server
