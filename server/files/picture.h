#pragma once

#include <QSize>
#include <QString>

#include <optional>

namespace deskbell::server {

/// The only place that decodes pictures. What a picture says of itself is judged before any of it is unpacked, since a
/// few bytes can claim to be gigabytes.
namespace picture {

constexpr int longestSide = 8'192; ///< Pixels; larger ones are taken as files, without a small picture.
constexpr qint64 mostPixels = 25'000'000;
constexpr int thumbnailSide = 480;

struct Seen
{
    QSize size; ///< As it is shown, turned round by its own wish.
    bool thumbnail = false; ///< A small one was written.
};

/// Looks at the picture in a file and writes a small one of it. Nothing when it is none, or too large to be looked at.
/// Takes up to a second or so: for a thread that has the time.
std::optional<Seen> look(const QString &path, const QByteArray &format, const QString &thumbnailPath);

} // namespace picture

} // namespace deskbell::server
