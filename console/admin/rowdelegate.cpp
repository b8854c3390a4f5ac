#include "console/admin/rowdelegate.h"

#include "console/admin/rowsmodel.h"
#include "console/theme/iconengine.h"

#include <QPainter>

namespace deskbell::console {

namespace {

constexpr int rowHeight = 60;
constexpr int markSize = 36;
constexpr int iconSize = 20;

} // namespace

QSize RowDelegate::sizeHint(const QStyleOptionViewItem &, const QModelIndex &) const
{
    return {0, rowHeight};
}

void RowDelegate::paintMark(QPainter &painter, const QRect &at, const QModelIndex &index, const QColor &ground) const
{
    const QString icon = index.data(RowsModel::IconRole).toString();
    if (icon.isEmpty()) {
        paintAvatar(painter, at, m_theme, index.data(RowsModel::IdRole).toString(), index.data().toString());
        paintPresence(painter, at, m_theme, Presence(index.data(RowsModel::PresenceRole).toInt()), ground);
        return;
    }
    painter.setPen(Qt::NoPen);
    painter.setBrush(m_theme.color(Token::Bubble));
    painter.drawEllipse(at);
    const int margin = (markSize - iconSize) / 2;
    paintIcon(painter, at.adjusted(margin, margin, -margin, -margin), icon, m_theme.color(Token::Ink2));
}

void RowDelegate::paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    const bool selected = option.state & QStyle::State_Selected;
    const bool hovered = option.state & QStyle::State_MouseOver;
    const bool faded = index.data(RowsModel::FadedRole).toBool();
    const QRect ground = option.rect.adjusted(space::s, 1, -space::s, -1);
    const auto place = [&](const QRect &rect) { return QStyle::visualRect(option.direction, option.rect, rect); };
    painter->save();
    painter->setRenderHint(QPainter::Antialiasing);
    painter->setPen(Qt::NoPen);
    const Token under = selected ? Token::PrimaryWash : hovered ? Token::Wash : Token::Panel;
    painter->setBrush(m_theme.color(under));
    painter->drawRoundedRect(ground, radius::control, radius::control);
    if ((option.state & QStyle::State_HasFocus) && (option.state & QStyle::State_KeyboardFocusChange)) {
        painter->setPen(QPen(m_theme.color(Token::Primary), 2));
        painter->setBrush(Qt::NoBrush);
        painter->drawRoundedRect(QRectF(ground).adjusted(1, 1, -1, -1), radius::control, radius::control);
    }
    const QRect mark(ground.left() + space::s, ground.center().y() - markSize / 2, markSize, markSize);
    paintMark(*painter, place(mark), index, m_theme.color(under));

    const QFont small = m_theme.font(FontSize::Small);
    const QString note = index.data(RowsModel::NoteRole).toString();
    const int noteWidth = note.isEmpty() ? 0 : QFontMetrics(small).horizontalAdvance(note) + space::s;
    const int left = mark.right() + 1 + space::m;
    const int right = ground.right() - space::m;
    const auto write = [&](const QRect &rect, const QFont &font, Token ink, const QString &text, int side) {
        painter->setFont(font);
        painter->setPen(m_theme.color(ink));
        painter->drawText(place(rect),
                          int(QStyle::visualAlignment(option.direction, Qt::Alignment(side))) | Qt::AlignVCenter
                              | Qt::TextSingleLine,
                          QFontMetrics(font).elidedText(text, Qt::ElideRight, rect.width() + 1));
    };
    const QString line = index.data(RowsModel::LineRole).toString();
    const int middle = ground.center().y();
    const int top = line.isEmpty() ? middle - 10 : middle - 20;
    write(QRect(left, top, right - noteWidth - left, 20), m_theme.font(FontSize::List, Weight::SemiBold),
          faded ? Token::Ink3 : Token::Ink, index.data().toString(), Qt::AlignLeft);
    write(QRect(right - noteWidth, top, noteWidth, 20), small, Token::Ink3, note, Qt::AlignRight);
    if (!line.isEmpty())
        write(QRect(left, middle + 1, right - left, 20), m_theme.font(FontSize::List),
              faded ? Token::Ink3 : Token::Ink2, line, Qt::AlignLeft);
    painter->restore();
}

} // namespace deskbell::console
