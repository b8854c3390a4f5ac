#include "console/views/pictures.h"

#include <QBuffer>
#include <QImageReader>
#include <QPointer>

namespace deskbell::console {

namespace {

constexpr int cacheKiB = 24 * 1024;
constexpr int longestSide = 1'024; // a server's small picture has less than half of it

/// Only what a server of ours makes small pictures of, and only so large: whatever else is no picture.
QImage decode(QByteArray bytes)
{
    QBuffer buffer(&bytes);
    if (!buffer.open(QIODevice::ReadOnly))
        return {};
    const QByteArray format = bytes.startsWith("\x89PNG") ? "png" : bytes.startsWith("\xff\xd8\xff") ? "jpg" : "";
    if (format.isEmpty())
        return {};
    QImageReader reader(&buffer, format);
    const QSize size = reader.size();
    if (!size.isValid() || size.width() > longestSide || size.height() > longestSide)
        return {};
    return reader.read();
}

} // namespace

Pictures::Pictures(QObject *parent) : QObject(parent), m_images(cacheKiB)
{
}

const QImage *Pictures::find(const AttachmentId &id)
{
    if (const QImage *known = m_images.object(id))
        return known;
    if (m_source && !m_asked.contains(id)) {
        m_asked.insert(id);
        m_source->fetchPicture(id, [self = QPointer(this), id](const QByteArray &bytes) {
            if (self)
                self->take(id, bytes);
        });
    }
    return m_images.object(id);
}

void Pictures::take(const AttachmentId &id, const QByteArray &bytes)
{
    QImage image = decode(bytes);
    if (image.isNull())
        return; // a gap in its shape stays, and its name
    m_asked.remove(id);
    const auto cost = int(std::max<qsizetype>(1, image.sizeInBytes() / 1024));
    m_images.insert(id, new QImage(std::move(image)), cost);
    Q_EMIT arrived();
}

void Pictures::retry()
{
    m_asked.clear();
}

} // namespace deskbell::console
