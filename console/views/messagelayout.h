#pragma once

#include "console/models/messagelinks.h"
#include "console/models/threadmodel.h"
#include "console/theme/theme.h"

#include <QModelIndex>
#include <QTextLayout>

#include <memory>

namespace deskbell::console {

/// Where the parts of one line of a conversation are, at a given width. Made once for measuring and painting alike.
struct MessageLayout
{
    int height = 0;
    QRect day; ///< empty: no new day here
    QRect avatar; ///< empty: not the end of a visitor's group
    QRect bubble;
    QPoint textAt;
    QRect quote; ///< In the bubble, over all else; empty: it answers no message.
    QList<QRect> files; ///< In the bubble: pictures in their shape, and a line for each other file.
    QRect foot; ///< empty: the time stands further down in the group
    std::shared_ptr<QTextLayout> text; ///< Null: only files.
    QRect words; ///< In the bubble: where the text can be taken hold of; empty: there is none.
    QList<MessageLink> links; ///< In the text.
};

/// Plain text only: whatever markup a message has is shown as it was typed.
MessageLayout layOutMessage(const QModelIndex &index, int width, const Theme &theme);

/// The place in the text at a point of the row, or beside it: the next one between two characters, or the character
/// that is there.
int textPositionAt(const MessageLayout &at, const QPoint &point, QTextLine::CursorPosition which);
/// The link at a point of the row; null where there is none.
const MessageLink *linkAt(const MessageLayout &at, const QPoint &point);
/// What is between two places in the text, as rectangles that leave no gap between its lines; in the row's coordinates.
QList<QRectF> textRects(const MessageLayout &at, int start, int length);
/// Of a link that may go on in the next line, the part at a point.
QRect linkRect(const MessageLayout &at, const MessageLink &link, const QPoint &point);

} // namespace deskbell::console
