#pragma once

#include "console/theme/theme.h"
#include "console/views/messagelayout.h"
#include "console/views/textselection.h"

class QPainter;

namespace deskbell::console {

/// What the words of a message are painted with.
struct TextPaint
{
    const Theme &theme;
    Token ink = Token::Ink;
    bool onPrimary = false; ///< The bubble is in our own colour.
    TextSelection::Range selected;
};

/// The words of a message: its links are underlined, and what is selected is on a ground of its own.
void paintText(QPainter &painter, const MessageLayout &at, const TextPaint &with);

} // namespace deskbell::console
