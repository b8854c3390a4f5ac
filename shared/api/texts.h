#pragma once

#include "shared/json/fields.h"

/// How long the texts of requests may be, in code points.
namespace deskbell::api {

/// Texts of a visitor about themselves are short.
inline constexpr json::Rule shortText = json::text(1, 200);
/// A postal address, all of it.
inline constexpr json::Rule addressText = json::text(1, 500);
inline constexpr json::Rule clientIdText = json::text(1, 64);
inline constexpr json::Rule messageText = json::text(1, 4000);
/// What operators write to each other.
inline constexpr json::Rule noteText = json::text(1, 4000);

/// Numbers of messages; beyond, JavaScript no longer counts exactly.
inline constexpr json::Rule seqRange = json::range(1, 9'007'199'254'740'991);

} // namespace deskbell::api
