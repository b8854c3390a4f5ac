#include "console/theme/painting.h"

#include <QFontMetrics>
#include <QPainter>
#include <QPainterPath>

namespace deskbell::console {

void paintAvatar(QPainter &painter, const QRectF &rect, const Theme &theme, const QString &id, const QString &name)
{
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(Qt::NoPen);
    painter.setBrush(theme.avatarGround(id));
    painter.drawEllipse(rect);
    QFont font = theme.font(FontSize::Small, Weight::SemiBold);
    font.setPixelSize(std::max(10, int(rect.height() * 0.36)));
    painter.setFont(font);
    painter.setPen(theme.color(theme.scheme() == Scheme::Light ? Token::Ink2 : Token::Ink));
    painter.drawText(rect, Qt::AlignCenter, initials(name));
    painter.restore();
}

void paintPresence(QPainter &painter, const QRectF &avatar, const Theme &theme, Presence presence, const QColor &ground)
{
    if (presence == Presence::None)
        return;
    const double size = std::max(8.0, avatar.width() * 0.26);
    const QPointF center(avatar.right() - size * 0.4, avatar.bottom() - size * 0.4);
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(Qt::NoPen);
    painter.setBrush(ground);
    painter.drawEllipse(center, size / 2 + 2, size / 2 + 2);
    if (presence == Presence::Offline) {
        // Hollow, so that it differs by more than its colour.
        painter.setBrush(Qt::NoBrush);
        painter.setPen(QPen(theme.color(Token::Ink3), 1.5));
        painter.drawEllipse(center, size / 2 - 0.75, size / 2 - 0.75);
    } else {
        painter.setBrush(theme.color(presence == Presence::Online ? Token::Success : Token::Brass));
        painter.drawEllipse(center, size / 2, size / 2);
    }
    painter.restore();
}

int paintBadge(QPainter &painter, const QPointF &rightCenter, const Theme &theme, int count, const QColor &ground)
{
    const QString text = count > 99 ? QStringLiteral("99+") : QString::number(count);
    const QFont font = theme.font(FontSize::Small, Weight::SemiBold);
    constexpr double height = 18;
    const double width = std::max(height, QFontMetricsF(font).horizontalAdvance(text) + 10);
    const QRectF rect(rightCenter.x() - width, rightCenter.y() - height / 2, width, height);
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(Qt::NoPen);
    painter.setBrush(ground);
    painter.drawRoundedRect(rect.adjusted(-2, -2, 2, 2), height / 2 + 2, height / 2 + 2);
    painter.setBrush(theme.color(Token::Brass));
    painter.drawRoundedRect(rect, height / 2, height / 2);
    painter.setPen(theme.color(Token::OnBrass));
    painter.setFont(font);
    painter.drawText(rect, Qt::AlignCenter, text);
    painter.restore();
    return int(width);
}

void paintSkeletonRow(QPainter &painter, const QRect &rect, const Theme &theme, int row)
{
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(Qt::NoPen);
    painter.setBrush(theme.color(Token::Bubble));
    const int middle = rect.center().y();
    painter.drawEllipse(QRect(rect.left() + space::l, middle - 18, 36, 36));
    const int left = rect.left() + space::l + 36 + space::m;
    const int room = rect.right() - space::l - left;
    // Uneven on purpose: names are.
    painter.drawRoundedRect(QRect(left, middle - 15, room * (40 + (row * 23) % 25) / 100, 10), 5, 5);
    painter.drawRoundedRect(QRect(left, middle + 5, room * (70 + (row * 31) % 28) / 100, 10), 5, 5);
    painter.restore();
}

} // namespace deskbell::console
