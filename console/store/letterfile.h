#pragma once

#include "shared/ids.h"
#include "shared/json/codec.h"

#include <QList>

#include <optional>

namespace deskbell::console {

/// A file that is to go with a message.
struct LetterFile
{
    QString path; ///< Where its bytes are on this computer.
    QString name; ///< As others will see it.
    qint64 size = 0; ///< Bytes, when it was chosen.
    std::optional<int> width{}; ///< Of pictures, as they are shown.
    std::optional<int> height{};
    std::optional<AttachmentId> attachmentId{}; ///< Once the server has all of it.

    static constexpr auto fields()
    {
        using namespace json;
        return std::tuple{field("path", &LetterFile::path),     field("name", &LetterFile::name),
                          field("size", &LetterFile::size),     field("width", &LetterFile::width),
                          field("height", &LetterFile::height), field("attachmentId", &LetterFile::attachmentId)};
    }
    bool operator==(const LetterFile &) const = default;
};

/// Files as a column of a table; a list of them has no name of its own there.
struct LetterFiles
{
    QList<LetterFile> files;

    static constexpr auto fields() { return std::tuple{json::field("files", &LetterFiles::files)}; }
    bool operator==(const LetterFiles &) const = default;

    static QList<LetterFile> read(const QString &text)
    {
        const auto read = json::decode<LetterFiles>(text.toUtf8());
        return read ? read->files : QList<LetterFile>();
    }
    static QString write(const QList<LetterFile> &files)
    {
        return files.isEmpty() ? QStringLiteral("") : QString::fromUtf8(json::encode(LetterFiles{files}));
    }
};

} // namespace deskbell::console
