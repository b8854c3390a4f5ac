#include "console/views/quotepainting.h"

#include "console/theme/direction.h"

#include <QFontMetrics>
#include <QGuiApplication>
#include <QPainter>
#include <QPainterPath>
#include <QStyle>

namespace deskbell::console {

namespace {

constexpr int barWidth = 3;
constexpr int paddingY = 5;

} // namespace

int quoteWidth(const Theme &theme, const Quote &quote)
{
    const int name = QFontMetrics(theme.font(FontSize::Small, Weight::SemiBold)).horizontalAdvance(quote.name);
    const int text = QFontMetrics(theme.font(FontSize::List)).horizontalAdvance(quote.text);
    return std::max(name, text) + barWidth + 2 * space::s + 2; // what turns the writing round takes a little
}

void paintQuote(QPainter &painter, const QRect &rect, const Theme &theme, const Quote &quote, bool onPrimary)
{
    const Qt::LayoutDirection direction = QGuiApplication::layoutDirection();
    QPainterPath path;
    path.addRoundedRect(rect, radius::control, radius::control);
    QColor ground = theme.color(onPrimary ? Token::OnPrimary : Token::Ink);
    ground.setAlpha(20);
    painter.fillPath(path, ground);
    const QColor accent = theme.color(onPrimary ? Token::OnPrimary : Token::Primary);
    painter.save();
    painter.setClipPath(path);
    painter.fillRect(QStyle::visualRect(direction, rect, QRect(rect.topLeft(), QSize(barWidth, rect.height()))),
                     accent);
    painter.restore();
    const QRect words = rect.adjusted(barWidth + space::s, paddingY, -space::s, -paddingY);
    const QRect at = QStyle::visualRect(direction, rect, words);
    const auto side = direction == Qt::RightToLeft ? Qt::AlignRight : Qt::AlignLeft;
    const auto line = [&](const QFont &font, const QColor &ink, Qt::Alignment edge, const QString &text) {
        painter.setFont(font);
        painter.setPen(ink);
        painter.drawText(at, int(side | edge | Qt::AlignAbsolute | Qt::TextSingleLine),
                         directed(text, QFontMetrics(font), at.width()));
    };
    line(theme.font(FontSize::Small, Weight::SemiBold), accent, Qt::AlignTop, quote.name);
    line(theme.font(FontSize::List), theme.color(onPrimary ? Token::OnPrimary : Token::Ink2), Qt::AlignBottom,
         quote.text);
}

} // namespace deskbell::console
