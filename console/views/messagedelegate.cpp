#include "console/views/messagedelegate.h"

#include "console/models/wording.h"
#include "console/views/painting.h"

#include <QAbstractItemView>
#include <QGuiApplication>
#include <QHelpEvent>
#include <QPainter>
#include <QPainterPath>
#include <QToolTip>

#include "console/theme/iconengine.h"

namespace deskbell::console {

namespace {

constexpr int cachedLayouts = 400; // some screens of conversation

/// A rounded rectangle whose inner corners are tight where a group of bubbles goes on.
QPainterPath bubblePath(const QRectF &rect, bool onRight, bool first)
{
    const double full = radius::bubble;
    const double tight = 4;
    const double topLeft = onRight || first ? full : tight;
    const double topRight = !onRight || first ? full : tight;
    const double bottomLeft = onRight ? full : tight;
    const double bottomRight = onRight ? tight : full;
    QPainterPath path;
    path.moveTo(rect.left() + topLeft, rect.top());
    path.lineTo(rect.right() - topRight, rect.top());
    path.quadTo(rect.topRight(), QPointF(rect.right(), rect.top() + topRight));
    path.lineTo(rect.right(), rect.bottom() - bottomRight);
    path.quadTo(rect.bottomRight(), QPointF(rect.right() - bottomRight, rect.bottom()));
    path.lineTo(rect.left() + bottomLeft, rect.bottom());
    path.quadTo(rect.bottomLeft(), QPointF(rect.left(), rect.bottom() - bottomLeft));
    path.lineTo(rect.left(), rect.top() + topLeft);
    path.quadTo(rect.topLeft(), QPointF(rect.left() + topLeft, rect.top()));
    return path;
}

Delivery deliveryOf(const QModelIndex &index)
{
    return Delivery(index.data(ThreadModel::DeliveryRole).toInt());
}

} // namespace

MessageDelegate::MessageDelegate(const Theme &theme, QObject *parent)
    : QAbstractItemDelegate(parent), m_theme(theme), m_layouts(cachedLayouts)
{
}

const MessageLayout &MessageDelegate::layout(const QModelIndex &index, int width) const
{
    const QString key = QStringLiteral("%1 %2 %3%4%5%6")
                            .arg(index.data(ThreadModel::KeyRole).toString())
                            .arg(width)
                            .arg(int(index.data(ThreadModel::GroupStartRole).toBool()))
                            .arg(int(index.data(ThreadModel::GroupEndRole).toBool()))
                            .arg(int(index.data(ThreadModel::DayRole).toString().isEmpty()))
                            .arg(int(deliveryOf(index) == Delivery::Sent));
    if (const MessageLayout *known = m_layouts.object(key))
        return *known;
    auto *made = new MessageLayout(layOutMessage(index, width, m_theme));
    m_layouts.insert(key, made);
    return *made;
}

QSize MessageDelegate::sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    return {option.rect.width(), layout(index, option.rect.width()).height};
}

void MessageDelegate::paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    const MessageLayout &at = layout(index, option.rect.width());
    painter->save();
    painter->translate(option.rect.topLeft());
    painter->setRenderHint(QPainter::Antialiasing);
    if (!at.day.isEmpty())
        paintDay(*painter, at.day, index.data(ThreadModel::DayRole).toString());
    paintBubble(*painter, at, option, index);
    if (!at.avatar.isEmpty())
        paintAvatar(*painter, at.avatar, m_theme, index.data(ThreadModel::SenderIdRole).toString(),
                    index.data(ThreadModel::SenderRole).toString());
    if (!at.foot.isEmpty())
        paintFoot(*painter, at.foot, index);
    painter->restore();
}

void MessageDelegate::paintDay(QPainter &painter, const QRect &rect, const QString &text) const
{
    painter.setFont(m_theme.font(FontSize::Small, Weight::SemiBold));
    painter.setPen(m_theme.color(Token::Ink3));
    painter.drawText(rect, Qt::AlignCenter, text);
}

void MessageDelegate::paintBubble(QPainter &painter, const MessageLayout &at, const QStyleOptionViewItem &option,
                                  const QModelIndex &index) const
{
    const auto voice = Voice(index.data(ThreadModel::VoiceRole).toInt());
    if (voice == Voice::System) {
        painter.setPen(m_theme.color(Token::Ink3));
        at.text->draw(&painter, at.textAt);
        return;
    }
    Token ground = Token::Bubble;
    Token ink = Token::Ink;
    if (voice == Voice::Own) {
        ground = deliveryOf(index) == Delivery::Failed ? Token::DangerWash : Token::Primary;
        ink = deliveryOf(index) == Delivery::Failed ? Token::Ink : Token::OnPrimary;
    } else if (voice == Voice::Colleague) {
        ground = Token::PrimaryWash;
    }
    const QPainterPath path =
        bubblePath(at.bubble, voice != Voice::Visitor, index.data(ThreadModel::GroupStartRole).toBool());
    painter.fillPath(path, m_theme.color(ground));
    const bool focused = (option.state & QStyle::State_HasFocus) && (option.state & QStyle::State_KeyboardFocusChange);
    if (focused || (option.state & QStyle::State_Selected)) {
        painter.setPen(QPen(m_theme.color(voice == Voice::Own ? Token::Ink : Token::Primary), focused ? 2 : 1));
        painter.setBrush(Qt::NoBrush);
        painter.drawPath(path);
    }
    painter.setPen(m_theme.color(ink));
    at.text->draw(&painter, at.textAt);
}

void MessageDelegate::paintFoot(QPainter &painter, const QRect &rect, const QModelIndex &index) const
{
    const auto voice = Voice(index.data(ThreadModel::VoiceRole).toInt());
    const QString time = clockText({index.data(ThreadModel::TimeRole).toLongLong()});
    const QFont font = m_theme.font(FontSize::Small);
    painter.setFont(font);
    painter.setPen(m_theme.color(Token::Ink3));
    if (voice == Voice::Visitor) {
        painter.drawText(rect, Qt::AlignLeft | Qt::AlignVCenter, time);
        return;
    }
    if (voice == Voice::Colleague) {
        painter.drawText(rect, Qt::AlignRight | Qt::AlignVCenter,
                         index.data(ThreadModel::SenderRole).toString() + QStringLiteral(" · ") + time);
        return;
    }
    constexpr int mark = 14;
    const Delivery delivery = deliveryOf(index);
    const Qt::LayoutDirection direction = QGuiApplication::layoutDirection();
    const QRectF icon = QStyle::visualRect(
        direction, rect, QRect(rect.right() - mark + 1, rect.center().y() - mark / 2 + 1, mark, mark));
    QString text = time;
    if (delivery == Delivery::Sent) {
        paintIcon(painter, icon, QStringLiteral("tick"), m_theme.color(Token::Ink3));
    } else if (delivery == Delivery::Waiting) {
        text = tr("Waiting");
        paintIcon(painter, icon, QStringLiteral("clock"), m_theme.color(Token::BrassText));
        painter.setPen(m_theme.color(Token::BrassText));
    } else {
        const QFont bold = m_theme.font(FontSize::Small, Weight::SemiBold);
        painter.setFont(bold);
        QString problem = oneLine(index.data(ThreadModel::ProblemRole).toString());
        if (problem.endsWith(QLatin1Char('.')))
            problem.chop(1);
        const QString offer = QStringLiteral(" · ") + tr("Send again");
        const int room = rect.width() - mark - space::s - QFontMetrics(bold).horizontalAdvance(offer);
        text =
            QFontMetrics(bold).elidedText(problem.isEmpty() ? tr("Not sent") : problem, Qt::ElideRight, room) + offer;
        paintIcon(painter, icon, QStringLiteral("danger"), m_theme.color(Token::Danger));
        painter.setPen(m_theme.color(Token::Danger));
    }
    painter.drawText(QStyle::visualRect(direction, rect, rect.adjusted(0, 0, -mark - 4, 0)),
                     Qt::AlignRight | Qt::AlignVCenter, text);
}

bool MessageDelegate::helpEvent(QHelpEvent *event, QAbstractItemView *view, const QStyleOptionViewItem &option,
                                const QModelIndex &index)
{
    if (event->type() != QEvent::ToolTip || !index.isValid())
        return false;
    QString text = fullTimeText({index.data(ThreadModel::TimeRole).toLongLong()});
    if (Voice(index.data(ThreadModel::VoiceRole).toInt()) == Voice::Own) {
        switch (deliveryOf(index)) {
        case Delivery::Sent:
            text = tr("Sent %1").arg(text);
            break;
        case Delivery::Waiting:
            text = tr("Waits here and will be sent as soon as there is a connection");
            break;
        case Delivery::Failed:
            text = tr("Not sent. %1").arg(index.data(ThreadModel::ProblemRole).toString());
            break;
        }
    }
    QToolTip::showText(event->globalPos(), text.toHtmlEscaped(), view->viewport(), option.rect);
    return true;
}

bool MessageDelegate::isSendAgainAt(const QModelIndex &index, const QRect &row, const QPoint &position) const
{
    if (deliveryOf(index) != Delivery::Failed)
        return false;
    return layout(index, row.width()).foot.translated(row.topLeft()).contains(position);
}

} // namespace deskbell::console
