#pragma once

#include <QByteArrayView>
#include <QStringList>

namespace deskbell::server {

/// What a file is, seen in its first bytes. Only kinds that are listed here are taken.
struct FileKind
{
    QString type; ///< Media type.
    QStringList endings; ///< Of names that fit, in lower case; the first is the usual one.
    bool isPicture = false; ///< One that we can make a small one of.

    static constexpr qsizetype headBytes = 4096; ///< How much of the beginning tells.
    /// Null when it is of no kind that is taken. What is written in letters is plain text, whatever it means to others.
    static const FileKind *of(QByteArrayView head);
};

} // namespace deskbell::server
