#pragma once

#include "shared/error.h"

#include <tuple>
#include <utility>
#include <variant>

namespace deskbell {

/// The value of an operation that has nothing to say but that it worked; `{}` on the wire.
struct Nothing
{
    static constexpr auto fields() { return std::tuple<>(); }
    bool operator==(const Nothing &) const = default;
};

/// Either a value or the Error that came instead of it. Looking at the wrong one is our own mistake and asserts.
template <class T>
class [[nodiscard]] Result
{
public:
    Result(T value) : m_content(std::in_place_index<0>, std::move(value)) { } // NOLINT(google-explicit-constructor)
    Result(Error error) : m_content(std::in_place_index<1>, std::move(error)) { } // NOLINT(google-explicit-constructor)
    Result(ErrorCode code) : m_content(std::in_place_index<1>, Error(code)) { } // NOLINT(google-explicit-constructor)

    bool ok() const { return m_content.index() == 0; }
    explicit operator bool() const { return ok(); }

    const T &value() const &
    {
        Q_ASSERT(ok());
        return *std::get_if<0>(&m_content);
    }
    T &value() &
    {
        Q_ASSERT(ok());
        return *std::get_if<0>(&m_content);
    }
    T &&value() &&
    {
        Q_ASSERT(ok());
        return std::move(*std::get_if<0>(&m_content));
    }
    const Error &error() const
    {
        Q_ASSERT(!ok());
        return *std::get_if<1>(&m_content);
    }

    const T &operator*() const & { return value(); }
    T &operator*() & { return value(); }
    T &&operator*() && { return std::move(*this).value(); }
    const T *operator->() const { return &value(); }
    T *operator->() { return &value(); }

private:
    std::variant<T, Error> m_content;
};

} // namespace deskbell
