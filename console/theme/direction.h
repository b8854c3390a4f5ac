#pragma once

#include <QFontMetrics>
#include <QString>

namespace deskbell::console {

/// A text that keeps its own direction in a window that runs the other way: without it the dots at its end would stand
/// at its beginning.
QString directed(const QString &text);
/// As much of a text as there is room for, in its own direction.
QString directed(const QString &text, const QFontMetrics &metrics, int room);

} // namespace deskbell::console
