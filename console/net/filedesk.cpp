#include "console/net/filedesk.h"

namespace deskbell::console {

FileDesk::FileDesk(FileLine &line, Courier &courier, FileShelf &shelf, QObject *parent)
    : QObject(parent), m_line(line), m_courier(courier), m_shelf(shelf)
{
}

Result<LetterFile> FileDesk::keep(const QByteArray &bytes, const QString &name)
{
    return m_shelf.keep(bytes, name);
}

void FileDesk::fetchPicture(const AttachmentId &id, std::function<void(QByteArray bytes)> done)
{
    const QByteArray known = m_shelf.picture(id);
    if (!known.isEmpty()) {
        done(known);
        return;
    }
    m_line.fetchThumbnail(id, this, [this, id, done = std::move(done)](const QByteArray &bytes) {
        if (!bytes.isEmpty())
            m_shelf.putPicture(id, bytes);
        done(bytes);
    });
}

void FileDesk::save(const AttachmentId &id, const QString &path, std::function<void(int percent)> progress, Done done)
{
    m_line.download(id, path, this, std::move(progress), std::move(done));
}

} // namespace deskbell::console
