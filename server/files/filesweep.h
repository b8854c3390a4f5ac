#pragma once

#include "server/files/upload.h"

#include <QTimer>

namespace deskbell::server {

/// Keeps the folder of files and the desk of one mind: takes out what was announced and never sent, the bytes of what
/// is gone with its chat, and what a crash has left. Lives on the I/O thread; works at the start and every so often.
class FileSweep final
{
public:
    /// `tools` outlives this. `lifetimeMs`: how long a file may wait to be sent.
    FileSweep(FileTools &tools, const Clock &clock, qint64 lifetimeMs);

    /// Before any upload begins: what was cut short by a crash is finished or taken out.
    void recover();
    void sweep();

private:
    using Known = QHash<AttachmentId, bool>;
    void ask(const QList<AttachmentId> &ids, std::function<void(const Known &)> answer);
    void removeUnknown(QList<AttachmentId> ids);

    FileTools &m_tools;
    const Clock &m_clock;
    const qint64 m_lifetimeMs;
    QTimer m_timer;
};

} // namespace deskbell::server
