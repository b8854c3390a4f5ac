#include "server/files/picture.h"

#include <QFile>
#include <QImage>
#include <QImageReader>
#include <QImageWriter>
#include <QSaveFile>

namespace deskbell::server::picture {

namespace {

constexpr int jpegQuality = 80;

bool isModest(QSize size)
{
    return !size.isEmpty() && size.width() <= longestSide && size.height() <= longestSide
        && qint64(size.width()) * size.height() <= mostPixels;
}

bool write(const QImage &image, const QString &path)
{
    QSaveFile file(path);
    if (!file.open(QIODevice::WriteOnly))
        return false;
    QImageWriter writer(&file, image.hasAlphaChannel() ? "png" : "jpg");
    writer.setQuality(image.hasAlphaChannel() ? -1 : jpegQuality);
    file.setPermissions(QFile::ReadOwner | QFile::WriteOwner);
    return writer.write(image) && file.commit();
}

} // namespace

std::optional<Seen> look(const QString &path, const QByteArray &format, const QString &thumbnailPath)
{
    // The format is the one that was seen in the bytes; the reader is not to try others.
    QImageReader reader(path, format);
    reader.setAutoDetectImageFormat(false);
    reader.setAutoTransform(true);
    const QSize size = reader.size();
    if (!isModest(size))
        return std::nullopt;
    const bool turned = reader.transformation() & QImageIOHandler::TransformationRotate90;
    Seen seen{turned ? size.transposed() : size, false};
    const QSize small = size.scaled(thumbnailSide, thumbnailSide, Qt::KeepAspectRatio).expandedTo({1, 1});
    if (small.width() < size.width())
        reader.setScaledSize(small);
    const QImage image = reader.read(); // of an animation the first picture
    if (!image.isNull())
        seen.thumbnail = write(image, thumbnailPath);
    return seen;
}

} // namespace deskbell::server::picture
