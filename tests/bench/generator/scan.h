#pragma once

#include <charconv>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

/// Takes single values out of JSON that a desk under test has written, without parsing the rest: on the hot path the
/// generator must cost less than the server. It relies on what the wire promises: no blanks, and ASCII keys.
namespace deskbell::bench {

/// The text between the quotes after `"key":"`, escapes left as they are; empty when there is none.
inline std::string_view textAfter(std::string_view json, std::string_view quotedKey)
{
    const std::size_t key = json.find(quotedKey);
    if (key == std::string_view::npos)
        return {};
    const std::size_t start = key + quotedKey.size();
    if (start >= json.size() || json[start] != '"')
        return {};
    const std::size_t end = json.find('"', start + 1);
    return end == std::string_view::npos ? std::string_view{} : json.substr(start + 1, end - start - 1);
}

/// The whole number after `"key":`.
inline std::optional<std::int64_t> numberAfter(std::string_view json, std::string_view quotedKey)
{
    const std::size_t key = json.find(quotedKey);
    if (key == std::string_view::npos)
        return std::nullopt;
    std::int64_t value = 0;
    const char *start = json.data() + key + quotedKey.size();
    if (std::from_chars(start, json.data() + json.size(), value).ec != std::errc{})
        return std::nullopt;
    return value;
}

} // namespace deskbell::bench
