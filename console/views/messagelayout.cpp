#include "console/views/messagelayout.h"

#include "console/models/filewords.h"
#include "console/views/quotepainting.h"

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
constexpr int longestSide = 240; // of a picture: at twice the scale as many pixels as the server's small one has
constexpr int leastSide = 32;
constexpr int fileWidth = 280;
constexpr int fileHeight = 52;
constexpr int filePadding = 6;

/// A person who reads from the right finds all of it at the other side.
void mirror(MessageLayout &at, int width)
{
    const QRect row(0, 0, width, at.height);
    const QPoint inBubble = at.textAt - at.bubble.topLeft();
    for (QRect *rect : {&at.bubble, &at.avatar, &at.foot, &at.quote, &at.words}) {
        if (!rect->isNull())
            *rect = QStyle::visualRect(Qt::RightToLeft, row, *rect);
    }
    for (QRect &rect : at.files)
        rect = QStyle::visualRect(Qt::RightToLeft, row, rect);
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

/// Underlined where it is a link. The colour depends on what is around it, and comes when it is painted.
void underline(QTextLayout &layout, const QList<MessageLink> &links)
{
    QList<QTextLayout::FormatRange> formats = layout.formats();
    for (const MessageLink &each : links) {
        QTextCharFormat format;
        format.setFontUnderline(true);
        formats.append({int(each.start), int(each.length), format});
    }
    layout.setFormats(formats);
}

/// What is meant as a picture is drawn as one, though the font of the text may have a sign of its own for it.
QList<QTextLayout::FormatRange> pictureSigns(const QString &text)
{
    constexpr QChar asPicture(0xFE0F);
    QList<QTextLayout::FormatRange> ranges;
    for (qsizetype at = text.indexOf(asPicture); at > 0; at = text.indexOf(asPicture, at + 1)) {
        const int before = text.at(at - 1).isLowSurrogate() && at > 1 ? 2 : 1;
        QTextCharFormat format;
        format.setFontFamilies({QStringLiteral("Noto Color Emoji")});
        ranges.append({int(at) - before, before + 1, format});
    }
    return ranges;
}

std::shared_ptr<QTextLayout> textLayout(QString text, const QFont &font, Qt::Alignment alignment)
{
    text.replace(QLatin1Char('\n'), QChar(QChar::LineSeparator));
    auto layout = std::make_shared<QTextLayout>(text, font);
    QTextOption option(alignment);
    option.setTextDirection(Qt::LayoutDirectionAuto); // the text's own, whatever way the window runs
    option.setWrapMode(QTextOption::WrapAtWordBoundaryOrAnywhere);
    layout->setTextOption(option);
    layout->setFormats(pictureSigns(text));
    layout->setCacheEnabled(true);
    return layout;
}

/// As large as it is, and no larger than there is room for. Known before any of the picture is here, so that nothing
/// moves when it comes.
QSize pictureSize(const api::Attachment &file, int most)
{
    const QSize natural(*file.width, *file.height);
    const QSize bound(std::min(most, longestSide), longestSide);
    const QSize fitting = natural.width() > bound.width() || natural.height() > bound.height()
        ? natural.scaled(bound, Qt::KeepAspectRatio)
        : natural;
    return fitting.expandedTo(QSize(leastSide, leastSide));
}

/// The sizes of files that stand one under the other.
QList<QSize> fileSizes(const QList<api::Attachment> &files, int most)
{
    QList<QSize> sizes;
    for (const api::Attachment &each : files)
        sizes.append(isPicture(each) ? pictureSize(each, most) : QSize(std::min(most, fileWidth), fileHeight));
    return sizes;
}

/// What stands in the bubble, and how large that is; the places are in the bubble's own coordinates.
QSize layOutContent(MessageLayout &at, const QModelIndex &index, int most, const Theme &theme)
{
    const QString text = index.data(Qt::DisplayRole).toString();
    const auto files = index.data(ThreadModel::FilesRole).value<QList<api::Attachment>>();
    const QVariant answered = index.data(ThreadModel::QuoteRole);
    const int mostInside = most + 2 * (paddingX - filePadding);
    QSize size(0, filePadding);
    if (answered.isValid()) {
        const int wide = std::min(mostInside, quoteWidth(theme, answered.value<Quote>()));
        at.quote = QRect(filePadding, filePadding, wide, quoteHeight);
        size = QSize(wide + 2 * filePadding, 2 * filePadding + quoteHeight);
    }
    for (const QSize &each : fileSizes(files, mostInside)) {
        at.files.append(QRect(QPoint(filePadding, size.height()), each));
        size =
            QSize(std::max(size.width(), each.width() + 2 * filePadding), size.height() + each.height() + filePadding);
    }
    if (text.isEmpty() && !files.isEmpty())
        return size;
    at.text = textLayout(text, theme.font(FontSize::Reading), Qt::AlignLeft);
    at.links = linksIn(text);
    underline(*at.text, at.links);
    QSize written = breakLines(*at.text, std::max(40, most), lineHeight);
    if (text.isRightToLeft()) { // its lines begin at the right, of a bubble that is no wider than they are
        QTextOption option = at.text->textOption();
        option.setAlignment(Qt::AlignRight);
        at.text->setTextOption(option);
        written = breakLines(*at.text, written.width() + 1, lineHeight);
    }
    at.textAt = QPoint(paddingX, files.isEmpty() && at.quote.isNull() ? paddingY : size.height());
    return {std::max(size.width(), written.width() + 2 * paddingX), at.textAt.y() + written.height() + paddingY};
}

} // namespace

MessageLayout layOutMessage(const QModelIndex &index, int width, const Theme &theme)
{
    MessageLayout at;
    const auto voice = Voice(index.data(ThreadModel::VoiceRole).toInt());
    int y = 0;
    if (!index.data(ThreadModel::DayRole).toString().isEmpty()) {
        at.day = QRect(0, 0, width, dayHeight);
        y = dayHeight;
    }
    if (voice == Voice::System) {
        const QString text = index.data(Qt::DisplayRole).toString();
        at.text = textLayout(text, theme.font(FontSize::Small), Qt::AlignHCenter);
        at.links = linksIn(text);
        underline(*at.text, at.links);
        const QSize size = breakLines(*at.text, width - 2 * side, systemLineHeight);
        at.textAt = QPoint(side, y + space::s);
        at.bubble = QRect(at.textAt, size);
        at.words = QRect(side, at.textAt.y(), width - 2 * side, size.height());
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
    const QSize bubble = layOutContent(at, index, most, theme);
    const int x = left ? side + gutter : width - side - bubble.width();
    at.bubble = QRect(QPoint(x, y), bubble);
    at.textAt += at.bubble.topLeft();
    for (QRect &each : at.files)
        each.translate(at.bubble.topLeft());
    if (!at.quote.isNull()) {
        at.quote.setWidth(bubble.width() - 2 * filePadding);
        at.quote.translate(at.bubble.topLeft());
    }
    if (at.text) {
        const bool alone = at.files.isEmpty() && at.quote.isNull();
        at.words = at.bubble;
        at.words.setTop(alone ? at.bubble.top() : at.textAt.y());
    }
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

namespace {

/// Half of the room between two lines belongs to each.
std::pair<double, double> heightOf(const QTextLayout &text, int line)
{
    const QTextLine it = text.lineAt(line);
    const double top = it.y();
    const double bottom = top + it.height();
    const double above = line > 0 ? top - text.lineAt(line - 1).y() - text.lineAt(line - 1).height() : 0;
    const double below = line + 1 < text.lineCount() ? text.lineAt(line + 1).y() - bottom : 0;
    return {top - above / 2, bottom + below / 2};
}

QTextLine lineAt(const QTextLayout &text, double y)
{
    int line = 0;
    while (line + 1 < text.lineCount() && y >= heightOf(text, line).second)
        ++line;
    return text.lineAt(line);
}

} // namespace

int textPositionAt(const MessageLayout &at, const QPoint &point, QTextLine::CursorPosition which)
{
    const QPoint inText = point - at.textAt;
    return lineAt(*at.text, inText.y()).xToCursor(inText.x(), which);
}

const MessageLink *linkAt(const MessageLayout &at, const QPoint &point)
{
    if (at.links.isEmpty() || !at.words.contains(point))
        return nullptr;
    const QPoint inText = point - at.textAt;
    const QRectF drawn = lineAt(*at.text, inText.y()).naturalTextRect();
    if (inText.x() < drawn.left() || inText.x() >= drawn.right())
        return nullptr;
    const int position = textPositionAt(at, point, QTextLine::CursorOnCharacter);
    const auto found = std::find_if(at.links.begin(), at.links.end(), [position](const MessageLink &each) {
        return position >= each.start && position < each.start + each.length;
    });
    return found == at.links.end() ? nullptr : &*found;
}

QList<QRectF> textRects(const MessageLayout &at, int start, int length)
{
    QList<QRectF> rects;
    for (int i = 0; i < at.text->lineCount(); ++i) {
        const QTextLine line = at.text->lineAt(i);
        const auto [top, bottom] = heightOf(*at.text, i);
        const int last = std::min(line.textStart() + line.textLength(), start + length);
        // Where both directions are on a line, what follows in the text need not stand beside it.
        for (int position = std::max(line.textStart(), start); position < last; ++position) {
            const double from = line.cursorToX(position, QTextLine::Leading);
            const double to = line.cursorToX(position, QTextLine::Trailing);
            const QRectF one = QRectF(std::min(from, to), top, std::abs(to - from), bottom - top).translated(at.textAt);
            if (one.width() <= 0)
                continue;
            const bool joins = !rects.isEmpty() && rects.last().top() == one.top()
                && one.left() <= rects.last().right() + 0.5 && one.right() >= rects.last().left() - 0.5;
            joins ? void(rects.last() |= one) : rects.append(one);
        }
    }
    return rects;
}

QRect linkRect(const MessageLayout &at, const MessageLink &link, const QPoint &point)
{
    const QList<QRectF> rects = textRects(at, int(link.start), int(link.length));
    const auto found =
        std::find_if(rects.begin(), rects.end(), [&point](const QRectF &each) { return each.contains(point); });
    return found == rects.end() ? QRect(point, QSize(1, 1)) : found->toAlignedRect();
}

} // namespace deskbell::console
