#pragma once

#include <QtGlobal>

namespace deskbell::server {

/// Bounds of what people bring, from the settings.
struct DeskLimits
{
    qint64 attachmentBytes = 25 * 1024 * 1024; ///< Of one file.
};

} // namespace deskbell::server
