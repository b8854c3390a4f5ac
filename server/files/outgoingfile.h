#pragma once

#include "server/files/filelane.h"
#include "server/http/bodystream.h"

#include <QFile>

namespace deskbell::server {

/// A file on its way to a client, read from the disk as the client takes it.
class OutgoingFile final : public BodySource
{
public:
    /// `file` is open, at its beginning, and not used by anybody else from here on. The lane outlives this.
    OutgoingFile(FileLane &disk, std::shared_ptr<QFile> file, qint64 size);

    qint64 size() const override { return m_size; }
    void read(Done done) override;

private:
    FileLane &m_disk;
    const std::shared_ptr<QFile> m_file; // used on the lane alone
    const qint64 m_size;
    const std::shared_ptr<bool> m_alive = std::make_shared<bool>(true);
};

} // namespace deskbell::server
