#include "console/views/messagedelegate.h"

#include "console/models/filewords.h"
#include "console/models/wording.h"
#include "console/theme/direction.h"
#include "console/theme/painting.h"
#include "console/views/filepainting.h"
#include "console/views/quotepainting.h"
#include "console/views/textpainting.h"

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
constexpr int markSize = 14;
constexpr int mostTipped = 160; // characters of where a link leads

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

/// The host stands at the beginning, and that is what matters.
QString shortened(const QString &target)
{
    return target.size() > mostTipped ? target.left(mostTipped) + QStringLiteral("…") : target;
}

Delivery deliveryOf(const QModelIndex &index)
{
    return Delivery(index.data(ThreadModel::DeliveryRole).toInt());
}

} // namespace

MessageDelegate::MessageDelegate(const Theme &theme, const TextSelection &selection, QObject *parent)
    : QAbstractItemDelegate(parent), m_theme(theme), m_selection(selection), m_layouts(cachedLayouts)
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
                            .arg(int(isUnsent(deliveryOf(index))));
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
        paintText(painter, at, {m_theme, Token::Ink3, false, m_selection.in(index)});
        return;
    }
    Token ground = Token::Bubble;
    Token ink = Token::Ink;
    const bool deleted = index.data(ThreadModel::DeletedRole).toBool();
    if (deleted) {
        ground = Token::Wash;
        ink = Token::Ink2;
    } else if (voice == Voice::Note) {
        ground = Token::BrassWash;
    } else if (voice == Voice::Own) {
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
        painter.setPen(
            QPen(m_theme.color(voice == Voice::Own && !deleted ? Token::Ink : Token::Primary), focused ? 2 : 1));
        painter.setBrush(Qt::NoBrush);
        painter.drawPath(path);
    }
    if (!at.quote.isNull())
        paintQuote(painter, at.quote, m_theme, index.data(ThreadModel::QuoteRole).value<Quote>(),
                   ground == Token::Primary);
    if (!at.files.isEmpty())
        paintFiles(painter, at, index, ground == Token::Primary);
    if (at.text)
        paintText(painter, at, {m_theme, ink, ground == Token::Primary, m_selection.in(index)});
}

void MessageDelegate::paintFiles(QPainter &painter, const MessageLayout &at, const QModelIndex &index,
                                 bool onPrimary) const
{
    const auto files = index.data(ThreadModel::FilesRole).value<QList<api::Attachment>>();
    for (int i = 0; i < std::min(files.size(), at.files.size()); ++i)
        paintFile(painter, at.files.at(i), files.at(i),
                  {m_theme, m_pictures, onPrimary, m_downloads.value(files.at(i).id, -1)});
    const int progress = index.data(ThreadModel::ProgressRole).toInt();
    if (progress >= 0)
        paintProgress(painter, at.files.last().adjusted(space::s, 0, -space::s, -2), progress,
                      m_theme.color(onPrimary ? Token::OnPrimary : Token::Primary));
}

void MessageDelegate::paintFoot(QPainter &painter, const QRect &rect, const QModelIndex &index) const
{
    const auto voice = Voice(index.data(ThreadModel::VoiceRole).toInt());
    QString text = clockText({index.data(ThreadModel::TimeRole).toLongLong()});
    if (index.data(ThreadModel::EditedRole).toBool())
        text = tr("edited · %1").arg(text);
    painter.setFont(m_theme.font(FontSize::Small));
    painter.setPen(m_theme.color(Token::Ink3));
    const QString sender = index.data(ThreadModel::SenderRole).toString();
    switch (voice) {
    case Voice::Own:
        paintOwnFoot(painter, rect, index, text);
        break;
    case Voice::Note:
        painter.setPen(m_theme.color(Token::BrassText));
        paintMarked(painter, rect, QStringLiteral("lock"), Token::BrassText, tr("Note · %1 · %2").arg(sender, text));
        break;
    case Voice::Colleague:
        painter.drawText(rect, Qt::AlignRight | Qt::AlignVCenter, sender + QStringLiteral(" · ") + text);
        break;
    case Voice::Visitor:
    case Voice::System:
        painter.drawText(rect, Qt::AlignLeft | Qt::AlignVCenter, text);
        break;
    }
}

void MessageDelegate::paintOwnFoot(QPainter &painter, const QRect &rect, const QModelIndex &index,
                                   const QString &time) const
{
    switch (deliveryOf(index)) {
    case Delivery::Sent:
        paintMarked(painter, rect, QStringLiteral("tick"), Token::Ink3, time);
        break;
    case Delivery::Delivered:
        paintMarked(painter, rect, QStringLiteral("ticks"), Token::Ink3, time);
        break;
    case Delivery::Read:
        paintMarked(painter, rect, QStringLiteral("ticks"), Token::Primary, time);
        break;
    case Delivery::Waiting:
        painter.setPen(m_theme.color(Token::BrassText));
        paintMarked(painter, rect, QStringLiteral("clock"), Token::BrassText, waitingText(index));
        break;
    case Delivery::Failed:
        painter.setFont(m_theme.font(FontSize::Small, Weight::SemiBold));
        painter.setPen(m_theme.color(Token::Danger));
        paintMarked(painter, rect, QStringLiteral("danger"), Token::Danger,
                    problemText(index, rect.width() - markSize - space::s));
        break;
    }
}

QString MessageDelegate::waitingText(const QModelIndex &index) const
{
    const int progress = index.data(ThreadModel::ProgressRole).toInt();
    return progress < 0 ? tr("Waiting") : tr("Uploading, %1 % · Stop").arg(progress);
}

/// What went wrong, as far as there is room beside the offer to try again.
QString MessageDelegate::problemText(const QModelIndex &index, int room) const
{
    const QFontMetrics metrics(m_theme.font(FontSize::Small, Weight::SemiBold));
    QString problem = oneLine(index.data(ThreadModel::ProblemRole).toString());
    if (problem.endsWith(QLatin1Char('.')))
        problem.chop(1);
    const QString offer = QStringLiteral(" · ") + tr("Send again");
    return directed(metrics.elidedText(problem.isEmpty() ? tr("Not sent") : problem, Qt::ElideRight,
                                       room - metrics.horizontalAdvance(offer))
                    + offer);
}

/// A text with its mark at the end of the line, where a person who reads from the right finds it at the left.
void MessageDelegate::paintMarked(QPainter &painter, const QRect &rect, const QString &icon, Token token,
                                  const QString &text) const
{
    const Qt::LayoutDirection direction = QGuiApplication::layoutDirection();
    const QRect mark(rect.right() - markSize + 1, rect.center().y() - markSize / 2 + 1, markSize, markSize);
    paintIcon(painter, QStyle::visualRect(direction, rect, mark), icon, m_theme.color(token));
    painter.drawText(QStyle::visualRect(direction, rect, rect.adjusted(0, 0, -markSize - 4, 0)),
                     Qt::AlignRight | Qt::AlignVCenter, text);
}

/// When it was said, and what has become of it.
QString MessageDelegate::tipText(const QModelIndex &index) const
{
    QString text = fullTimeText({index.data(ThreadModel::TimeRole).toLongLong()});
    const auto voice = Voice(index.data(ThreadModel::VoiceRole).toInt());
    if (voice == Voice::Note)
        return tr("Only colleagues see this. Written %1").arg(text);
    if (voice != Voice::Own)
        return text;
    switch (deliveryOf(index)) {
    case Delivery::Sent:
        return tr("Sent %1").arg(text);
    case Delivery::Delivered:
        return tr("Delivered. Sent %1").arg(text);
    case Delivery::Read:
        return tr("Read. Sent %1").arg(text);
    case Delivery::Waiting:
        return tr("Waits here and will be sent as soon as there is a connection");
    case Delivery::Failed:
        break;
    }
    return tr("Not sent. %1").arg(index.data(ThreadModel::ProblemRole).toString());
}

bool MessageDelegate::helpEvent(QHelpEvent *event, QAbstractItemView *view, const QStyleOptionViewItem &option,
                                const QModelIndex &index)
{
    if (event->type() != QEvent::ToolTip || !index.isValid())
        return false;
    QString text = tipText(index);
    QRect where = option.rect;
    if (quotedAt(index, option.rect, event->pos()) > 0) {
        const auto quote = index.data(ThreadModel::QuoteRole).value<Quote>();
        text = QStringLiteral("%1: %2").arg(quote.name, quote.text);
    } else if (const auto file = fileAt(index, option.rect, event->pos())) {
        text = QStringLiteral("%1 · %2").arg(spokenFile(*file), text);
    } else {
        const MessageLayout &at = layout(index, option.rect.width());
        const QPoint inRow = event->pos() - option.rect.topLeft();
        if (const MessageLink *link = linkAt(at, inRow)) {
            text = directed(shortened(targetText(link->target)));
            where = linkRect(at, *link, inRow).translated(option.rect.topLeft());
        }
    }
    QToolTip::showText(event->globalPos(), QStringLiteral("<p>%1</p>").arg(text.toHtmlEscaped()), view->viewport(),
                       where);
    return true;
}

bool MessageDelegate::isSendAgainAt(const QModelIndex &index, const QRect &row, const QPoint &position) const
{
    if (deliveryOf(index) != Delivery::Failed)
        return false;
    return layout(index, row.width()).foot.translated(row.topLeft()).contains(position);
}

bool MessageDelegate::isStopAt(const QModelIndex &index, const QRect &row, const QPoint &position) const
{
    if (deliveryOf(index) != Delivery::Waiting || index.data(ThreadModel::ProgressRole).toInt() < 0)
        return false;
    return layout(index, row.width()).foot.translated(row.topLeft()).contains(position);
}

std::optional<api::Attachment> MessageDelegate::fileAt(const QModelIndex &index, const QRect &row,
                                                       const QPoint &position) const
{
    const auto files = index.data(ThreadModel::FilesRole).value<QList<api::Attachment>>();
    const QList<QRect> &places = layout(index, row.width()).files;
    for (int i = 0; i < std::min(files.size(), places.size()); ++i) {
        if (places.at(i).translated(row.topLeft()).contains(position) && !files.at(i).id.isNull())
            return files.at(i);
    }
    return std::nullopt;
}

qint64 MessageDelegate::quotedAt(const QModelIndex &index, const QRect &row, const QPoint &position) const
{
    const QRect quote = layout(index, row.width()).quote;
    return !quote.isNull() && quote.translated(row.topLeft()).contains(position)
        ? index.data(ThreadModel::QuoteRole).value<Quote>().seq
        : 0;
}

void MessageDelegate::setDownload(const AttachmentId &id, int percent)
{
    if (percent < 0)
        m_downloads.remove(id);
    else
        m_downloads.insert(id, percent);
}

} // namespace deskbell::console
