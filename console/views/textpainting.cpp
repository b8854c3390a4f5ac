#include "console/views/textpainting.h"

#include <QPainter>

namespace deskbell::console {

void paintText(QPainter &painter, const MessageLayout &at, const TextPaint &with)
{
    QList<QTextLayout::FormatRange> over;
    if (!with.onPrimary) { // there a link has the colour of all words
        for (const MessageLink &each : at.links) {
            QTextCharFormat format;
            format.setForeground(with.theme.color(Token::Primary));
            over.append({int(each.start), int(each.length), format});
        }
    }
    if (with.selected.length > 0) {
        const QColor ground = with.theme.color(with.onPrimary ? Token::OnPrimary : Token::Primary);
        // Qt leaves the room between the lines as it is, which would make stripes of a paragraph.
        for (const QRectF &each : textRects(at, with.selected.start, with.selected.length))
            painter.fillRect(each, ground);
        QTextCharFormat format;
        format.setBackground(ground);
        format.setForeground(with.theme.color(with.onPrimary ? Token::Primary : Token::OnPrimary));
        over.append({with.selected.start, with.selected.length, format}); // the last one is over the others
    }
    painter.setPen(with.theme.color(with.ink));
    at.text->draw(&painter, at.textAt, over);
}

} // namespace deskbell::console
