#pragma once

#include "shared/ids.h"
#include "shared/json/fields.h"

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

} // namespace deskbell::console
