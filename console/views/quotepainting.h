#pragma once

#include "console/models/quote.h"
#include "console/theme/theme.h"

#include <QRect>

class QPainter;

namespace deskbell::console {

/// The block over an answer: a bar, who wrote what it answers, and one line of that. Its height is the same for all.
inline constexpr int quoteHeight = 44;
/// As wide as its words.
int quoteWidth(const Theme &theme, const Quote &quote);
void paintQuote(QPainter &painter, const QRect &rect, const Theme &theme, const Quote &quote, bool onPrimary);

} // namespace deskbell::console
