#include "console/views/messagelayout.h"

#include <QGuiApplication>
#include <QStyle>

#include <cmath>

namespace deskbell::console {

namespace {

constexpr int side = 24;
constexpr int avatarSize = 28;
constexpr int paddingX = 14;
constexpr int paddingY = 8;
constexpr int lineHeight = 22; // 15 px at 1.45
constexpr int systemLineHeight = 18;
constexpr int dayHeight = 44;
constexpr int footHeight = 22;
constexpr int widestBubble = 560;

/// A person who reads from the right finds all of it at the other side.
void mirror(MessageLayout &at, int width)
{
    const QRect row(0, 0, width, at.height);
    const QPoint inBubble = at.textAt - at.bubble.topLeft();
    for (QRect *rect : {&at.bubble, &at.avatar, &at.foot}) {
        if (!rect->isNull())
            *rect = QStyle::visualRect(Qt::RightToLeft, row, *rect);
    }
    at.textAt = at.bubble.topLeft() + inBubble;
}

/// Breaks the text into lines and gives their size.
QSize breakLines(QTextLayout &layout, int width, int height)
{
    double widest = 0;
    double y = 0;
    layout.beginLayout();
    for (QTextLine line = layout.createLine(); line.isValid(); line = layout.createLine()) {
        line.setLineWidth(width);
        line.setPosition(QPointF(0, y + (height - line.height()) / 2));
        widest = std::max(widest, line.naturalTextWidth());
        y += height;
    }
    layout.endLayout();
    return {int(std::ceil(widest)), int(y)};
}

std::shared_ptr<QTextLayout> textLayout(QString text, const QFont &font, Qt::Alignment alignment)
{
    text.replace(QLatin1Char('\n'), QChar(QChar::LineSeparator));
    auto layout = std::make_shared<QTextLayout>(text, font);
    QTextOption option(alignment);
    option.setTextDirection(Qt::LayoutDirectionAuto); // the text's own, whatever way the window runs
    option.setWrapMode(QTextOption::WrapAtWordBoundaryOrAnywhere);
    layout->setTextOption(option);
    layout->setCacheEnabled(true);
    return layout;
}

} // namespace

MessageLayout layOutMessage(const QModelIndex &index, int width, const Theme &theme)
{
    MessageLayout at;
    const auto voice = Voice(index.data(ThreadModel::VoiceRole).toInt());
    const QString text = index.data(Qt::DisplayRole).toString();
    int y = 0;
    if (!index.data(ThreadModel::DayRole).toString().isEmpty()) {
        at.day = QRect(0, 0, width, dayHeight);
        y = dayHeight;
    }
    if (voice == Voice::System) {
        at.text = textLayout(text, theme.font(FontSize::Small), Qt::AlignHCenter);
        const QSize size = breakLines(*at.text, width - 2 * side, systemLineHeight);
        at.textAt = QPoint(side, y + space::s);
        at.bubble = QRect(at.textAt, size);
        at.height = y + size.height() + 2 * space::s;
        return at;
    }
    const bool start = index.data(ThreadModel::GroupStartRole).toBool();
    const bool end = index.data(ThreadModel::GroupEndRole).toBool();
    const bool left = voice == Voice::Visitor;
    const bool unsent = isUnsent(Delivery(index.data(ThreadModel::DeliveryRole).toInt()));
    y += start && at.day.isEmpty() ? space::s : 2;

    const int gutter = left ? avatarSize + space::s : 0;
    const int most = std::min(widestBubble, (width - 2 * side - gutter) * 4 / 5) - 2 * paddingX;
    at.text = textLayout(text, theme.font(FontSize::Reading), Qt::AlignLeft);
    QSize size = breakLines(*at.text, std::max(40, most), lineHeight);
    if (text.isRightToLeft()) { // its lines begin at the right, of a bubble that is no wider than they are
        QTextOption option = at.text->textOption();
        option.setAlignment(Qt::AlignRight);
        at.text->setTextOption(option);
        size = breakLines(*at.text, size.width() + 1, lineHeight);
    }
    const QSize bubble(size.width() + 2 * paddingX, size.height() + 2 * paddingY);
    const int x = left ? side + gutter : width - side - bubble.width();
    at.bubble = QRect(QPoint(x, y), bubble);
    at.textAt = at.bubble.topLeft() + QPoint(paddingX, paddingY);
    y += bubble.height();
    if (end && left)
        at.avatar = QRect(side, y - avatarSize, avatarSize, avatarSize);
    if (end || unsent) {
        at.foot =
            left ? QRect(x + 2, y, width - side - x, footHeight) : QRect(side, y, width - 2 * side - 2, footHeight);
        y += footHeight;
    }
    at.height = y + 1;
    if (QGuiApplication::layoutDirection() == Qt::RightToLeft)
        mirror(at, width);
    return at;
}

} // namespace deskbell::console
