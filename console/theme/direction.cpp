#include "console/theme/direction.h"

namespace deskbell::console {

QString directed(const QString &text)
{
    if (text.isEmpty())
        return text;
    constexpr char16_t leftToRight = 0x200E;
    constexpr char16_t rightToLeft = 0x200F;
    const QChar mark(text.isRightToLeft() ? rightToLeft : leftToRight);
    return mark + text + mark;
}

QString directed(const QString &text, const QFontMetrics &metrics, int room)
{
    return directed(metrics.elidedText(text, Qt::ElideRight, room));
}

} // namespace deskbell::console
