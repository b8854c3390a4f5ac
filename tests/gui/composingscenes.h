#pragma once

#include "tests/gui/picturestage.h"

/// What pictures show of writing: files, spelling, emoji. Each begins with an open chat of one's own.
namespace deskbell::console::scenes {

/// By the names of their pictures.
QList<std::pair<QString, std::function<void(PictureStage &)>>> all();

} // namespace deskbell::console::scenes
