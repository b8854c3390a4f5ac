#pragma once

#include "shared/json/codec.h"

namespace deskbell::server {

/// A setting that is more than a text, as it is stored.
template <class T>
struct Kept
{
    T value{};

    static constexpr auto fields() { return std::tuple{json::field("value", &Kept::value)}; }
    bool operator==(const Kept &) const = default;

    static T read(const QString &text, const T &otherwise)
    {
        const auto kept = json::decode<Kept>(text.toUtf8());
        return kept ? kept->value : otherwise;
    }
    static QString write(const T &value) { return QString::fromUtf8(json::encode(Kept{value})); }
};

} // namespace deskbell::server
