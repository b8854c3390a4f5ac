#pragma once

#include "tests/gui/picturestage.h"

#include <QSize>
#include <QString>

#include <functional>

namespace deskbell::console {

/// One picture of the console: how the desk comes to look like that.
struct Picture
{
    QString name;
    std::function<void(PictureStage &)> play;
    QSize size{1280, 800};
    Qt::LayoutDirection direction = Qt::LeftToRight;
};

/// All of them.
QList<Picture> pictures();

/// The main screens in the room that a display of 1920 × 1080 leaves at such a scale.
QList<Picture> picturesAt(int percent);

/// An operator's work: what they search, several chats at hand, chats that are given away.
void addWork(QList<Picture> &all);

} // namespace deskbell::console
