#pragma once

#include "console/theme/theme.h"

class QPainter;

namespace deskbell::console {

enum class Presence { None, Online, Busy, Offline };

/// A round avatar: initials on a muted ground that the id chooses.
void paintAvatar(QPainter &painter, const QRectF &rect, const Theme &theme, const QString &id, const QString &name);
/// A dot at the avatar's lower right, with a ring in the colour of what is below it.
void paintPresence(QPainter &painter, const QRectF &avatar, const Theme &theme, Presence presence,
                   const QColor &ground);
/// A brass pill with a number that ends at `rightCenter`, with a ring in the colour of what is below it. Its width is
/// the result.
int paintBadge(QPainter &painter, const QPointF &rightCenter, const Theme &theme, int count, const QColor &ground);
/// Rows of nothing in the shape of rows, for what is still on its way.
void paintSkeletonRow(QPainter &painter, const QRect &rect, const Theme &theme, int row);

} // namespace deskbell::console
