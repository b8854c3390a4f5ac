#pragma once

#include "tests/gui/picturestage.h"

#include <functional>

namespace deskbell::console {

/// What is to be seen in a picture of the administration.
struct AdminPicture
{
    QString name;
    std::function<void(PictureStage &)> play;
    QSize size{1280, 800};
    Qt::LayoutDirection direction = Qt::LeftToRight;
};

/// Each page, and the states that pages share.
QList<AdminPicture> adminPictures();

} // namespace deskbell::console
