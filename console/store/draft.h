#pragma once

#include "console/store/letterfile.h"

namespace deskbell::console {

/// What somebody has written for a chat: until it is sent it is the chat's draft, and then it is a letter.
struct Draft
{
    QString text;
    QList<LetterFile> files{}; ///< What goes along.
    std::optional<qint64> replyToSeq{}; ///< The message of the chat that it answers.

    bool isEmpty() const { return text.isEmpty() && files.isEmpty() && !replyToSeq; }
    bool operator==(const Draft &) const = default;
};

} // namespace deskbell::console
