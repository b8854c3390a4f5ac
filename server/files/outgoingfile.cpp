#include "server/files/outgoingfile.h"

namespace deskbell::server {

namespace {

constexpr qint64 pieceBytes = 64 * 1024;

} // namespace

OutgoingFile::OutgoingFile(FileLane &disk, std::shared_ptr<QFile> file, qint64 size)
    : m_disk(disk), m_file(std::move(file)), m_size(size)
{
}

void OutgoingFile::read(Done done)
{
    const auto work = [file = m_file]() -> std::optional<QByteArray> {
        QByteArray piece = file->read(pieceBytes);
        return piece.isEmpty() ? std::nullopt : std::optional(std::move(piece));
    };
    m_disk.run<std::optional<QByteArray>>(
        work, [alive = std::weak_ptr<bool>(m_alive), done = std::move(done)](std::optional<QByteArray> piece) {
            if (alive.lock())
                done(std::move(piece));
        });
}

} // namespace deskbell::server
