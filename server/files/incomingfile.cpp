#include "server/files/incomingfile.h"

#include <QFile>

#include <unistd.h>

namespace deskbell::server {

struct IncomingFile::Part
{
    QFile file;
    bool ours = false; // made by us, so ours to remove
};

namespace {

/// Passes a result on while the file is there to hear it.
template <class T>
std::function<void(T)> whileAlive(const std::shared_ptr<bool> &alive, std::function<void(T)> done)
{
    return [alive = std::weak_ptr<bool>(alive), done = std::move(done)](T result) {
        if (alive.lock())
            done(std::move(result));
    };
}

} // namespace

IncomingFile::IncomingFile(FileLane &disk, const FileFolder &folder, const AttachmentId &id)
    : m_disk(disk), m_folder(folder), m_id(id), m_part(std::make_shared<Part>())
{
}

IncomingFile::~IncomingFile()
{
    m_disk.run([part = m_part, folder = m_folder, id = m_id, kept = m_kept] {
        part->file.close();
        if (part->ours && !kept)
            folder.removePart(id);
    });
}

void IncomingFile::open(qint64 size, qint64 reserve, Done done)
{
    const auto work = [=, part = m_part, folder = m_folder, id = m_id]() -> Result<Nothing> {
        if (folder.room() - size < reserve)
            return ErrorCode::StorageFull;
        part->file.setFileName(folder.partOf(id));
        // No buffer of its own: the pieces are large enough. A name that is taken is being written by another request.
        if (!part->file.open(QIODevice::WriteOnly | QIODevice::NewOnly | QIODevice::Unbuffered)) {
            if (part->file.exists())
                return Error(ErrorCode::AttachmentComplete,
                             QStringLiteral("The bytes of this attachment are on their way already."));
            return ErrorCode::StorageFull;
        }
        part->ours = true;
        part->file.setPermissions(QFile::ReadOwner | QFile::WriteOwner);
        return Nothing{};
    };
    m_disk.run<Result<Nothing>>(work, whileAlive(m_alive, std::move(done)));
}

void IncomingFile::write(const QByteArray &bytes, Done done)
{
    const auto work = [part = m_part, bytes]() -> Result<Nothing> {
        if (part->file.write(bytes) != bytes.size())
            return ErrorCode::StorageFull;
        return Nothing{};
    };
    m_disk.run<Result<Nothing>>(work, whileAlive(m_alive, std::move(done)));
}

void IncomingFile::close(std::function<void(Result<const FileKind *>)> done)
{
    const auto work = [part = m_part]() -> Result<const FileKind *> {
        const bool synced = ::fsync(part->file.handle()) == 0;
        part->file.close();
        if (!synced || !part->file.open(QIODevice::ReadOnly))
            return ErrorCode::StorageFull;
        const QByteArray head = part->file.read(FileKind::headBytes);
        part->file.close();
        if (const FileKind *kind = FileKind::of(head))
            return kind;
        return Error(ErrorCode::UnsupportedMediaType, QStringLiteral("Files of this kind are not taken."));
    };
    m_disk.run<Result<const FileKind *>>(work, whileAlive(m_alive, std::move(done)));
}

} // namespace deskbell::server
