#pragma once

#include "shared/json/codec.h"

#include <array>

/// What site owners set of the widget: the form before a chat, when somebody is there, and how it looks.
namespace deskbell::api {

enum class FieldKind { Name, Email, Department, Question, Consent, Text, Choice, Address };
constexpr auto enumNames(FieldKind)
{
    return std::array{std::pair{FieldKind::Name, std::string_view("name")},
                      std::pair{FieldKind::Email, std::string_view("email")},
                      std::pair{FieldKind::Department, std::string_view("department")},
                      std::pair{FieldKind::Question, std::string_view("question")},
                      std::pair{FieldKind::Consent, std::string_view("consent")},
                      std::pair{FieldKind::Text, std::string_view("text")},
                      std::pair{FieldKind::Choice, std::string_view("choice")},
                      std::pair{FieldKind::Address, std::string_view("address")}};
}

/// One field of the form before a chat. Name, e-mail, department and question go with chat.start under their own names,
/// the others among its `answers`.
struct FormField
{
    QString id;
    FieldKind kind = FieldKind::Text;
    std::optional<QString> label; ///< Where the widget has no words of its own, it needs one.
    bool required = false;
    QList<QString> choices{}; ///< Of a choice.

    static constexpr auto fields()
    {
        using namespace json;
        return std::tuple{field("id", &FormField::id, json::text(1, 40)), field("kind", &FormField::kind),
                          field("label", &FormField::label, json::text(1, 500)),
                          field("required", &FormField::required, onlyWhenSet()),
                          field("choices", &FormField::choices, onlyWhenSet())};
    }
    bool operator==(const FormField &) const = default;
};

/// What a visitor has put into a field of the form; a consent is given as "yes".
struct FormAnswer
{
    QString field;
    QString value;

    static constexpr auto fields()
    {
        using json::field;
        return std::tuple{field("field", &FormAnswer::field, json::text(1, 40)),
                          field("value", &FormAnswer::value, json::text(1, 500))};
    }
    bool operator==(const FormAnswer &) const = default;
};

/// A stretch of a weekday in which the desk is open.
struct OpeningHours
{
    int day = 1; ///< 1 is Monday.
    QString from; ///< "09:00", in the desk's time zone.
    QString to; ///< After `from`; at most "24:00".

    static constexpr auto fields()
    {
        using json::field;
        return std::tuple{field("day", &OpeningHours::day, json::range(1, 7)),
                          field("from", &OpeningHours::from, json::text(5, 5)),
                          field("to", &OpeningHours::to, json::text(5, 5))};
    }
    bool operator==(const OpeningHours &) const = default;
};

/// A day on which the week's hours do not hold: nobody is there, or only from one time to another.
struct Holiday
{
    QString date; ///< "2026-12-25", in the desk's time zone.
    std::optional<QString> name; ///< For those who keep the list.
    std::optional<QString> from; ///< Both or neither, as those of OpeningHours.
    std::optional<QString> to;

    static constexpr auto fields()
    {
        using json::field;
        return std::tuple{field("date", &Holiday::date, json::text(10, 10)),
                          field("name", &Holiday::name, json::text(1, 80)),
                          field("from", &Holiday::from, json::text(5, 5)), field("to", &Holiday::to, json::text(5, 5))};
    }
    bool operator==(const Holiday &) const = default;
};

enum class Corner { Right, Left };
constexpr auto enumNames(Corner)
{
    return std::array{std::pair{Corner::Right, std::string_view("right")},
                      std::pair{Corner::Left, std::string_view("left")}};
}

enum class Theme { Auto, Light, Dark };
constexpr auto enumNames(Theme)
{
    return std::array{std::pair{Theme::Auto, std::string_view("auto")},
                      std::pair{Theme::Light, std::string_view("light")},
                      std::pair{Theme::Dark, std::string_view("dark")}};
}

/// How the widget looks where a page does not say otherwise.
struct DeskLook
{
    std::optional<QString> primary; ///< A CSS colour.
    std::optional<Corner> position;
    std::optional<Theme> theme;
    std::optional<QString> title;
    std::optional<QString> subtitle;
    std::optional<bool> brand; ///< "Deskbell" at the foot.

    static constexpr auto fields()
    {
        using json::field;
        return std::tuple{field("primary", &DeskLook::primary, json::text(1, 64)),
                          field("position", &DeskLook::position),
                          field("theme", &DeskLook::theme),
                          field("title", &DeskLook::title, json::text(1, 80)),
                          field("subtitle", &DeskLook::subtitle, json::text(1, 160)),
                          field("brand", &DeskLook::brand)};
    }
    bool operator==(const DeskLook &) const = default;
};

} // namespace deskbell::api
