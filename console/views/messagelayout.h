#pragma once

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
};

/// Plain text only: whatever markup a message has is shown as it was typed.
MessageLayout layOutMessage(const QModelIndex &index, int width, const Theme &theme);

} // namespace deskbell::console
