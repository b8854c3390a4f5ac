#pragma once

#include "console/writing/emojibook.h"
#include "console/writing/spelling.h"
#include "console/writing/vocabulary.h"

#include <QCoreApplication>

namespace deskbell::console {

/// What helps a person to write, one for all fields of a window.
struct WritingAids
{
    Vocabulary vocabulary;
    Spelling spelling{vocabulary};
    EmojiBook emoji{QCoreApplication::translate("Wording", "en", "the code of this language")};
};

} // namespace deskbell::console
