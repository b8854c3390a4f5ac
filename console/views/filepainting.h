#pragma once

#include "console/theme/theme.h"
#include "shared/api/entities.h"

class QPainter;

namespace deskbell::console {

class Pictures;

/// What a file in a bubble is painted with.
struct FilePaint
{
    const Theme &theme;
    Pictures &pictures;
    bool onPrimary = false; ///< The bubble is in our own colour.
    int download = -1; ///< How much of it has come, in percent; negative: it is not under way.
};

/// A picture in its shape, which stays while the picture is not here, or a line with the file's name and size.
void paintFile(QPainter &painter, const QRect &rect, const api::Attachment &file, const FilePaint &with);
/// How far something is, along the lower edge of a rectangle.
void paintProgress(QPainter &painter, const QRect &rect, int percent, const QColor &color);

} // namespace deskbell::console
