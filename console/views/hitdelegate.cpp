#include "console/views/hitdelegate.h"

#include "console/models/messagehitmodel.h"
#include "console/models/wording.h"
#include "console/theme/painting.h"

#include <QGuiApplication>
#include <QPainter>
#include <QStyle>
#include <QTextLayout>

namespace deskbell::console {

namespace {

constexpr int rowHeight = 60;
constexpr int avatarSize = 28;

/// An excerpt without its marks, and where they stood.
struct Excerpt
{
    QString text;
    QList<QTextLayout::FormatRange> found;
};

Excerpt excerptOf(const QString &sender, const QString &marked, const QTextCharFormat &format)
{
    Excerpt excerpt;
    if (!sender.isEmpty())
        excerpt.text = QStringLiteral("%1: ").arg(sender);
    qsizetype begin = -1;
    for (const QChar each : marked) {
        if (each == QChar(2)) {
            begin = excerpt.text.size();
        } else if (each == QChar(3)) {
            if (begin >= 0)
                excerpt.found.append({int(begin), int(excerpt.text.size() - begin), format});
            begin = -1;
        } else {
            excerpt.text.append(each);
        }
    }
    return excerpt;
}

/// What was found has to be in sight: words before it give way, and then those behind it.
void fit(Excerpt &excerpt, const QFontMetrics &metrics, int room)
{
    const QString more(QChar(0x2026));
    const int first = excerpt.found.isEmpty() ? 0 : excerpt.found.constFirst().start;
    int cut = 0;
    while (cut < first && metrics.horizontalAdvance(excerpt.text.mid(cut, first - cut)) > room / 2) {
        const auto space = excerpt.text.indexOf(QLatin1Char(' '), cut + 1);
        cut = space < 0 || space >= first ? first : int(space) + 1;
    }
    if (cut > 0) {
        excerpt.text = more + excerpt.text.mid(cut);
        for (auto &each : excerpt.found)
            each.start -= cut - int(more.size());
    }
    const QString whole = excerpt.text;
    excerpt.text = metrics.elidedText(whole, Qt::ElideRight, room - 8); // what is marked is a little wider
    const int left = int(excerpt.text.size()) - (excerpt.text == whole ? 0 : int(more.size()));
    for (auto &each : excerpt.found)
        each.length = std::max(0, std::min(each.length, left - each.start));
}

} // namespace

HitDelegate::HitDelegate(const Theme &theme, const Clock &clock, QObject *parent)
    : QAbstractItemDelegate(parent), m_theme(theme), m_clock(clock)
{
}

QSize HitDelegate::sizeHint(const QStyleOptionViewItem &, const QModelIndex &) const
{
    return {200, rowHeight};
}

void HitDelegate::paintGround(QPainter &painter, const QStyleOptionViewItem &option) const
{
    const QRect ground = option.rect.adjusted(space::s, 1, -space::s, -1);
    const bool selected = option.state & QStyle::State_Selected;
    painter.setPen(Qt::NoPen);
    if (selected || (option.state & QStyle::State_MouseOver)) {
        painter.setBrush(m_theme.color(selected ? Token::PrimaryWash : Token::Wash));
        painter.drawRoundedRect(ground, radius::control, radius::control);
    }
    if ((option.state & QStyle::State_HasFocus) && (option.state & QStyle::State_KeyboardFocusChange)) {
        painter.setPen(QPen(m_theme.color(Token::Primary), 2));
        painter.setBrush(Qt::NoBrush);
        painter.drawRoundedRect(QRectF(ground).adjusted(1, 1, -1, -1), radius::control, radius::control);
    }
}

void HitDelegate::paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    painter->save();
    painter->setRenderHint(QPainter::Antialiasing);
    paintGround(*painter, option);
    const auto place = [&](const QRect &rect) {
        return QStyle::visualRect(QGuiApplication::layoutDirection(), option.rect, rect);
    };
    const QRect row = option.rect;
    const QString name = index.data(Qt::DisplayRole).toString();
    const QRect avatar(row.left() + 2 * space::s + 4, row.center().y() - avatarSize / 2, avatarSize, avatarSize);
    paintAvatar(*painter, place(avatar), m_theme, index.data(MessageHitModel::VisitorRole).toString(), name);
    const int left = row.left() + 2 * space::s + 36 + space::m; // in line with the chats above
    const int right = row.right() - 2 * space::s;
    const QString time = listTimeText({index.data(MessageHitModel::TimeRole).toLongLong()}, m_clock.now());
    const QFont small = m_theme.font(FontSize::Small);
    const int timeWidth = QFontMetrics(small).horizontalAdvance(time) + 2;
    const int top = row.center().y() - 20;
    const auto line = [&](const QRect &rect, const QFont &font, Token token, const QString &text, Qt::Alignment side) {
        painter->setFont(font);
        painter->setPen(m_theme.color(token));
        painter->drawText(place(rect),
                          int(QStyle::visualAlignment(QGuiApplication::layoutDirection(), side) | Qt::AlignVCenter)
                              | Qt::TextSingleLine,
                          QFontMetrics(font).elidedText(text, Qt::ElideRight, rect.width() + 1));
    };
    line({right - timeWidth, top, timeWidth + 1, 20}, small, Token::Ink3, time, Qt::AlignRight);
    line({left, top, right - timeWidth - space::s - left, 20}, m_theme.font(FontSize::List, Weight::SemiBold),
         Token::Ink, name, Qt::AlignLeft);
    paintExcerpt(*painter, place({left, top + 20, right - left, 20}), index);
    painter->restore();
}

void HitDelegate::paintExcerpt(QPainter &painter, const QRect &rect, const QModelIndex &index) const
{
    QTextCharFormat format;
    format.setFontWeight(int(m_theme.font(FontSize::List, Weight::SemiBold).weight()));
    format.setForeground(m_theme.color(Token::Ink));
    format.setBackground(m_theme.color(Token::BrassWash));
    Excerpt excerpt = excerptOf(index.data(MessageHitModel::SenderRole).toString(),
                                index.data(MessageHitModel::ExcerptRole).toString(), format);
    fit(excerpt, QFontMetrics(m_theme.font(FontSize::List)), rect.width());
    QTextLayout layout(excerpt.text, m_theme.font(FontSize::List));
    layout.setFormats(excerpt.found);
    QTextOption option;
    option.setWrapMode(QTextOption::NoWrap);
    option.setTextDirection(Qt::LayoutDirectionAuto); // the text's own
    option.setAlignment(QStyle::visualAlignment(QGuiApplication::layoutDirection(), Qt::AlignLeft) | Qt::AlignAbsolute);
    layout.setTextOption(option);
    layout.beginLayout();
    QTextLine line = layout.createLine();
    line.setLineWidth(rect.width());
    layout.endLayout();
    painter.setClipRect(rect);
    painter.setPen(m_theme.color(Token::Ink2));
    layout.draw(&painter, QPointF(rect.left(), rect.top() + (rect.height() - line.height()) / 2));
}

} // namespace deskbell::console
