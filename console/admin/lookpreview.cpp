#include "console/admin/lookpreview.h"

#include "console/theme/iconengine.h"
#include "console/theme/theme.h"

#include <QPainter>
#include <QPainterPath>

namespace deskbell::console {

namespace {

constexpr int buttonSize = 44;
constexpr double panelWidth = 218;
constexpr double panelHeight = 206;
constexpr double headHeight = 58;

QColor tokenOf(Token token, bool dark)
{
    return TokenTable::bundled().color(token, dark ? Scheme::Dark : Scheme::Light);
}

/// As the widget chooses it: whichever reads better on the site owner's colour.
QColor inkOn(const QColor &ground)
{
    return contrast(Qt::white, ground) >= contrast(QColor(0x08, 0x21, 0x1f), ground) ? QColor(Qt::white)
                                                                                     : QColor(0x08, 0x21, 0x1f);
}

} // namespace

LookPreview::LookPreview(const Theme &theme, QWidget *parent) : QWidget(parent), m_theme(theme)
{
    setObjectName(QStringLiteral("lookPreview"));
    setAccessibleName(tr("How the widget will look"));
    setFixedHeight(300);
}

void LookPreview::show(const Look &look)
{
    if (look == m_look)
        return;
    m_look = look;
    update();
}

void LookPreview::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    QPainterPath frame;
    frame.addRoundedRect(QRectF(rect()).adjusted(0.5, 0.5, -0.5, -0.5), radius::bubble, radius::bubble);
    painter.setClipPath(frame);
    paintPage(painter);
    const bool right = m_look.corner == api::Corner::Right;
    const double x = right ? width() - space::l - buttonSize : space::l;
    const QRectF button(x, height() - space::l - buttonSize, buttonSize, buttonSize);
    painter.setPen(Qt::NoPen);
    painter.setBrush(m_look.primary);
    painter.drawEllipse(button);
    paintIcon(painter, button.adjusted(12, 12, -12, -12), QStringLiteral("bell"), inkOn(m_look.primary));
    const double left = right ? button.right() - panelWidth : button.left();
    paintPanel(painter, QRectF(left, button.top() - space::s - panelHeight, panelWidth, panelHeight));
    painter.setClipping(false);
    painter.setBrush(Qt::NoBrush);
    painter.setPen(QPen(m_theme.color(Token::Line), 1));
    painter.drawPath(frame);
}

/// A page of somebody's site, as far as it matters.
void LookPreview::paintPage(QPainter &painter) const
{
    painter.fillRect(rect(), tokenOf(Token::Paper, m_look.dark));
    painter.setPen(Qt::NoPen);
    painter.setBrush(tokenOf(Token::Bubble, m_look.dark));
    const bool right = m_look.corner == api::Corner::Right;
    const double from = right ? space::xl : space::l + panelWidth + space::xl;
    const double room = std::max(60.0, width() - panelWidth - 3 * space::xl);
    painter.drawRoundedRect(QRectF(from, space::xl, room * 0.6, 16), 5, 5);
    for (int line = 0; line < 7; ++line)
        painter.drawRoundedRect(QRectF(from, space::xl + 34 + line * 20, room * (line % 3 == 2 ? 0.7 : 0.95), 8), 4, 4);
}

void LookPreview::paintPanel(QPainter &painter, const QRectF &panel) const
{
    QPainterPath path;
    path.addRoundedRect(panel, radius::bubble, radius::bubble);
    painter.save();
    painter.setClipPath(path, Qt::IntersectClip);
    painter.fillRect(panel, tokenOf(Token::Panel, m_look.dark));
    const QRectF head(panel.left(), panel.top(), panel.width(), headHeight);
    painter.fillRect(head, m_look.primary);
    painter.setPen(inkOn(m_look.primary));
    const auto write = [&](const QRectF &at, FontSize size, Weight weight, const QString &text) {
        painter.setFont(m_theme.font(size, weight));
        painter.drawText(at, Qt::AlignVCenter | Qt::AlignLeft,
                         painter.fontMetrics().elidedText(text, Qt::ElideRight, int(at.width())));
    };
    const QRectF words = head.adjusted(space::l, space::s, -space::l, -space::s);
    const bool two = !m_look.subtitle.isEmpty();
    write(two ? QRectF(words.left(), words.top(), words.width(), 21) : words, FontSize::List, Weight::SemiBold,
          m_look.title);
    if (two)
        write(QRectF(words.left(), words.top() + 21, words.width(), 19), FontSize::Small, Weight::Regular,
              m_look.subtitle);
    const QString greeting = m_look.greeting.isEmpty() ? tr("Hello! How can we help?") : m_look.greeting;
    painter.setFont(m_theme.font(FontSize::Small));
    const QRectF room(panel.left() + space::m, head.bottom() + space::m, panel.width() - 3 * space::l, 66);
    const QRectF inside = room.adjusted(space::m, space::s, -space::s, -space::s);
    const QRectF text = painter.boundingRect(inside, Qt::TextWordWrap, greeting).intersected(inside);
    const QRectF bubble = text.adjusted(-space::m, -space::s, space::m, space::s).intersected(room);
    painter.setPen(Qt::NoPen);
    painter.setBrush(tokenOf(Token::Bubble, m_look.dark));
    painter.drawRoundedRect(bubble, radius::bubble, radius::bubble);
    painter.setPen(tokenOf(Token::Ink, m_look.dark));
    painter.drawText(text, Qt::TextWordWrap, greeting);
    const double foot = panel.bottom() - (m_look.brand ? 26 : 8);
    painter.setBrush(Qt::NoBrush);
    painter.setPen(QPen(tokenOf(Token::Line, m_look.dark), 1));
    painter.drawRoundedRect(QRectF(panel.left() + space::m, foot - 34, panel.width() - 2 * space::m, 32), 6, 6);
    if (m_look.brand) {
        painter.setPen(tokenOf(Token::Ink2, m_look.dark));
        painter.drawText(QRectF(panel.left(), foot, panel.width(), 22), Qt::AlignCenter, QStringLiteral("Deskbell"));
    }
    painter.restore();
    painter.setBrush(Qt::NoBrush);
    painter.setPen(QPen(tokenOf(Token::Line, m_look.dark), 1));
    painter.drawPath(path);
}

} // namespace deskbell::console
