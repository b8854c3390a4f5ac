#pragma once

#include <QString>

#include <concepts>
#include <limits>
#include <string_view>
#include <tuple>

namespace deskbell::json {

/// What a field's value has to keep to, beyond its type. Checked by decode(), shown by the OpenAPI document.
struct Rule
{
    int minLength = 0; ///< Code points of a text; elements of a list.
    int maxLength = 4000;
    qint64 minimum = std::numeric_limits<qint64>::min();
    qint64 maximum = std::numeric_limits<qint64>::max();
    bool mayBeAbsent = false; ///< The struct's default stands when the field is not there.
    bool mustNotBeBlank = false; ///< A text of white space alone is refused.
    bool onlyWhenSet = false; ///< Left out of the JSON while it has its default value.
};

constexpr Rule text(int minLength, int maxLength)
{
    return {.minLength = minLength, .maxLength = maxLength, .mustNotBeBlank = minLength > 0};
}
constexpr Rule range(qint64 minimum, qint64 maximum)
{
    return {.minimum = minimum, .maximum = maximum};
}
constexpr Rule list(int maxLength)
{
    return {.maxLength = maxLength};
}
/// The same rule for a field that has a default.
constexpr Rule orDefault(Rule rule = {})
{
    rule.mayBeAbsent = true;
    return rule;
}
constexpr Rule onlyWhenSet(Rule rule = {})
{
    rule.mayBeAbsent = true;
    rule.onlyWhenSet = true;
    return rule;
}

/// One field of a described struct: its name on the wire (and in the database), where it is, and its rule.
template <class Struct, class T>
struct Field
{
    using Type = T;
    std::string_view name;
    T Struct::*member;
    Rule rule;
};

template <class Struct, class T>
constexpr Field<Struct, T> field(std::string_view name, T Struct::*member, Rule rule = {})
{
    return {name, member, rule};
}

/// A struct is described by `static constexpr auto fields()`, a tuple of Field. JSON both ways, database rows
/// and the OpenAPI schema follow from it.
template <class T>
concept Described = requires
{
    T::fields();
};

/// An enum is described by `constexpr auto enumNames(E)`, found by argument-dependent look-up:
/// an array of pairs of value and name.
template <class T>
concept NamedEnum = std::is_enum_v<T> && requires(T value)
{
    enumNames(value);
};

/// Calls `visit(field)` for each field of T, in the order of its description.
template <Described T, class Visit>
constexpr void forEachField(Visit &&visit)
{
    std::apply([&](const auto &...each) { (visit(each), ...); }, T::fields());
}

template <NamedEnum E>
constexpr std::string_view nameOf(E value)
{
    for (const auto &[each, name] : enumNames(E{})) {
        if (each == value)
            return name;
    }
    return {};
}

template <NamedEnum E>
constexpr bool fromName(std::string_view wanted, E &value)
{
    for (const auto &[each, name] : enumNames(E{})) {
        if (name == wanted) {
            value = each;
            return true;
        }
    }
    return false;
}

} // namespace deskbell::json
