#pragma once

#include "shared/api/departmentcommands.h"
#include "shared/api/frontdesk.h"

/// What a page asks before anybody is a visitor.
namespace deskbell::api {

/// One who is there to answer, as everybody may know them.
struct DeskPerson
{
    OperatorId id;
    QString name;

    static constexpr auto fields()
    {
        return std::tuple{json::field("id", &DeskPerson::id), json::field("name", &DeskPerson::name)};
    }
    bool operator==(const DeskPerson &) const = default;
};

struct DeskGetAnswer
{
    std::optional<QString> name; ///< Absent while nobody has given the desk one.
    std::optional<QString> greeting;
    std::optional<QString> awayMessage;
    bool open = true; ///< By its opening hours.
    std::optional<Timestamp> opensAt; ///< While it is closed and will open within a week.
    QList<DeskPerson> team; ///< Who is online, at most three.
    QList<FormField> form; ///< What is asked before a chat, in this order.
    QList<Department> departments; ///< Where the form asks for one.
    DeskLook look;
    bool typingPreview = false; ///< typing.set may bring the text: operators see it before it is sent.

    static constexpr auto fields()
    {
        using json::field;
        return std::tuple{field("name", &DeskGetAnswer::name),
                          field("greeting", &DeskGetAnswer::greeting),
                          field("awayMessage", &DeskGetAnswer::awayMessage),
                          field("open", &DeskGetAnswer::open),
                          field("opensAt", &DeskGetAnswer::opensAt),
                          field("team", &DeskGetAnswer::team, json::list(3)),
                          field("form", &DeskGetAnswer::form, json::list(20)),
                          field("departments", &DeskGetAnswer::departments, json::list(10'000)),
                          field("look", &DeskGetAnswer::look),
                          field("typingPreview", &DeskGetAnswer::typingPreview, json::onlyWhenSet())};
    }
    bool operator==(const DeskGetAnswer &) const = default;
};

struct DeskGet
{
    using Answer = DeskGetAnswer;
    static constexpr Operation operation{"desk.get",     Method::Get,  "/desk",
                                         Access::Anyone, Effect::Read, "Get what a visitor sees before they ask"};
    static constexpr auto fields() { return std::tuple<>{}; }
    bool operator==(const DeskGet &) const = default;
};

} // namespace deskbell::api
