#include "console/dialogs/keycaps.h"

#include "console/theme/theme.h"

#include <QFontMetrics>
#include <QGuiApplication>
#include <QPainter>
#include <QStyle>

namespace deskbell::console {

namespace {

constexpr int capHeight = 22;
constexpr int gap = 4;

/// "Ctrl++" is two keys.
QStringList capsOf(const QString &keys)
{
    QStringList caps = keys.split(QLatin1Char('+'), Qt::SkipEmptyParts);
    if (keys.endsWith(QLatin1Char('+')))
        caps.append(QStringLiteral("+"));
    return caps;
}

int widthOf(const QString &cap, const QFontMetrics &metrics)
{
    return std::max(capHeight, metrics.horizontalAdvance(cap) + 12);
}

int widthOf(const QStringList &caps, const QFontMetrics &metrics)
{
    int width = 0;
    for (const QString &cap : caps)
        width += widthOf(cap, metrics) + (width > 0 ? gap : 0);
    return width;
}

} // namespace

int paintKeys(QPainter &painter, const QRect &rect, const Theme &theme, const QString &keys)
{
    const QStringList caps = capsOf(keys);
    const QFont font = theme.font(FontSize::Small);
    const QFontMetrics metrics(font);
    const int whole = widthOf(caps, metrics);
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setFont(font);
    int x = rect.right() + 1 - whole;
    for (const QString &cap : caps) { // Ctrl comes before its letter whichever way one reads
        const QRect plain(x, rect.center().y() - capHeight / 2, widthOf(cap, metrics), capHeight);
        QRect at = plain;
        if (QGuiApplication::layoutDirection() == Qt::RightToLeft)
            at.moveLeft(rect.left() + plain.left() - (rect.right() + 1 - whole));
        painter.setPen(QPen(theme.color(Token::Line), 1));
        painter.setBrush(theme.color(Token::Wash));
        painter.drawRoundedRect(QRectF(at).adjusted(0.5, 0.5, -0.5, -0.5), 4, 4);
        painter.setPen(theme.color(Token::Ink2));
        painter.drawText(at, Qt::AlignCenter, cap);
        x += plain.width() + gap;
    }
    painter.restore();
    return whole;
}

KeyCaps::KeyCaps(const Theme &theme, QString keys, QWidget *parent)
    : QWidget(parent), m_theme(theme), m_keys(std::move(keys))
{
    setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
}

QSize KeyCaps::sizeHint() const
{
    return {widthOf(capsOf(m_keys), QFontMetrics(m_theme.font(FontSize::Small))), capHeight + 2};
}

void KeyCaps::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    paintKeys(painter, rect(), m_theme, m_keys);
}

} // namespace deskbell::console
