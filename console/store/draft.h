#pragma once

#include "console/store/letterfile.h"

namespace deskbell::console {

/// Another text for a message that was sent, as long as it is not saved.
struct EditDraft
{
    qint64 seq = 0; ///< Of the message.
    QString text;
    qint64 change = 0; ///< The last change of the message that is known to the one who writes this.
    bool operator==(const EditDraft &) const = default;
};

/// What somebody has written for a chat: a reply, which is a letter once it is sent; and beside it a note for
/// colleagues and another text for a message, each with words of its own.
struct Draft
{
    QString text; ///< Of the reply.
    QList<LetterFile> files{}; ///< What goes along with it.
    std::optional<qint64> replyToSeq{}; ///< The message of the chat that it answers.
    QString note{};
    bool noting = false; ///< The note is what was being written last.
    std::optional<EditDraft> edit{};

    bool isEmpty() const
    {
        return text.isEmpty() && files.isEmpty() && !replyToSeq && note.isEmpty() && !noting && !edit;
    }
    /// What is sent of it.
    Draft reply() const { return {text, files, replyToSeq}; }
    /// What stays of it then.
    Draft withoutReply() const { return {{}, {}, {}, note, noting, edit}; }
    bool operator==(const Draft &) const = default;
};

} // namespace deskbell::console
