#include "console/views/chatdelegate.h"

#include "console/models/chatlistmodel.h"
#include "console/models/wording.h"
#include "console/theme/direction.h"
#include "console/theme/iconengine.h"
#include "console/theme/painting.h"

#include <QGuiApplication>
#include <QPainter>
#include <QStyle>

namespace deskbell::console {

namespace {

constexpr int rowHeight = 68;
constexpr int avatarSize = 36;
constexpr int flagSize = 14;

} // namespace

ChatDelegate::ChatDelegate(const Theme &theme, const Clock &clock, QObject *parent)
    : QAbstractItemDelegate(parent), m_theme(theme), m_clock(clock)
{
}

QSize ChatDelegate::sizeHint(const QStyleOptionViewItem &, const QModelIndex &) const
{
    return {200, rowHeight};
}

ChatDelegate::Layout ChatDelegate::layout(const QRect &row, int timeWidth, int unread) const
{
    Layout at;
    at.ground = row.adjusted(space::s, 1, -space::s, -1);
    at.avatar = QRect(at.ground.left() + space::s, row.center().y() - avatarSize / 2, avatarSize, avatarSize);
    const int left = at.avatar.right() + 1 + space::m;
    const int right = at.ground.right() - space::s;
    const int nameTop = row.center().y() - 20;
    at.time = QRect(right - timeWidth + 1, nameTop, timeWidth, 20);
    at.name = QRect(left, nameTop, at.time.left() - space::s - left, 20);
    at.badge = QPointF(right + 1, nameTop + 31);
    at.preview = QRect(left, nameTop + 21, right - left - (unread > 0 ? 30 : 0), 20);
    if (QGuiApplication::layoutDirection() == Qt::RightToLeft) {
        for (QRect *rect : {&at.avatar, &at.time, &at.name, &at.preview})
            *rect = QStyle::visualRect(Qt::RightToLeft, row, *rect);
        at.badge.setX(at.preview.left() - 4); // where the preview leaves room for it
    }
    return at;
}

void ChatDelegate::paintGround(QPainter &painter, const QStyleOptionViewItem &option, const QRect &ground) const
{
    const bool selected = option.state & QStyle::State_Selected;
    const bool hovered = option.state & QStyle::State_MouseOver;
    painter.setPen(Qt::NoPen);
    if (selected || hovered) {
        painter.setBrush(m_theme.color(selected ? Token::PrimaryWash : Token::Wash));
        painter.drawRoundedRect(ground, radius::control, radius::control);
    }
    // Focus that came by keyboard is ringed; a click says enough by itself.
    if ((option.state & QStyle::State_HasFocus) && (option.state & QStyle::State_KeyboardFocusChange)) {
        painter.setPen(QPen(m_theme.color(Token::Primary), 2));
        painter.setBrush(Qt::NoBrush);
        painter.drawRoundedRect(QRectF(ground).adjusted(1, 1, -1, -1), radius::control, radius::control);
    }
}

void ChatDelegate::paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    const auto status = api::ChatStatus(index.data(ChatListModel::StatusRole).toInt());
    const Timestamp since{index.data(ChatListModel::SinceRole).toLongLong()};
    const int unread = status == api::ChatStatus::Waiting ? 0 : index.data(ChatListModel::UnreadRole).toInt();
    const Timestamp now = m_clock.now();
    const bool waiting = status == api::ChatStatus::Waiting;
    const QString time = waiting ? waitText(now.ms - since.ms) : listTimeText(since, now);
    const Token timeToken = waiting ? waitToken(now.ms - since.ms) : Token::Ink3;
    const QFont timeFont = m_theme.font(FontSize::Small, waiting ? Weight::SemiBold : Weight::Regular);
    const Layout at = layout(option.rect, QFontMetrics(timeFont).horizontalAdvance(time) + 2, unread);

    painter->save();
    painter->setRenderHint(QPainter::Antialiasing);
    paintGround(*painter, option, at.ground);

    const QString name = index.data(Qt::DisplayRole).toString();
    paintAvatar(*painter, at.avatar, m_theme, index.data(ChatListModel::VisitorRole).toString(), name);
    const bool selected = option.state & QStyle::State_Selected;
    const bool hovered = option.state & QStyle::State_MouseOver;
    const QColor ground = m_theme.color(selected ? Token::PrimaryWash : hovered ? Token::Wash : Token::Paper);
    const QVariant online = index.data(ChatListModel::OnlineRole);
    if (status != api::ChatStatus::Ended && online.isValid())
        paintPresence(*painter, at.avatar, m_theme, online.toBool() ? Presence::Online : Presence::Offline, ground);

    const auto line = [&](const QRect &rect, const QFont &font, Token token, const QString &text, int flags) {
        painter->setFont(font);
        painter->setPen(m_theme.color(token));
        painter->drawText(rect, flags | Qt::AlignVCenter | Qt::TextSingleLine,
                          directed(text, QFontMetrics(font), rect.width() + 1));
    };
    const auto priority = api::ChatPriority(index.data(ChatListModel::PriorityRole).toInt());
    const bool flagged = priority == api::ChatPriority::High || priority == api::ChatPriority::Urgent;
    QRect nameAt = at.name;
    if (flagged) {
        const bool mirrored = QGuiApplication::layoutDirection() == Qt::RightToLeft;
        const QRect flag(mirrored ? nameAt.right() - flagSize + 1 : nameAt.left(),
                         nameAt.center().y() - flagSize / 2 + 1, flagSize, flagSize);
        paintIcon(*painter, flag, QStringLiteral("flag"),
                  m_theme.color(priority == api::ChatPriority::Urgent ? Token::Danger : Token::BrassText));
        nameAt.adjust(mirrored ? 0 : flagSize + 4, 0, mirrored ? -flagSize - 4 : 0, 0);
    }
    line(nameAt, m_theme.font(FontSize::List, Weight::SemiBold), Token::Ink, name, Qt::AlignLeft);
    line(at.time, timeFont, timeToken, time, Qt::AlignRight);
    if (index.data(ChatListModel::OfferedRole).toBool())
        line(at.preview, m_theme.font(FontSize::List, Weight::SemiBold), Token::BrassText, tr("Offered to you"),
             Qt::AlignLeft);
    else if (index.data(ChatListModel::TypingRole).toBool())
        line(at.preview, m_theme.font(FontSize::List), Token::Primary, tr("typing …"), Qt::AlignLeft);
    else
        line(at.preview, m_theme.font(FontSize::List, unread > 0 ? Weight::SemiBold : Weight::Regular),
             unread > 0 ? Token::Ink : Token::Ink2, index.data(ChatListModel::PreviewRole).toString(), Qt::AlignLeft);
    if (unread > 0)
        paintBadge(*painter, at.badge, m_theme, unread, ground);
    painter->restore();
}

} // namespace deskbell::console
