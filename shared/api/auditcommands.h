#pragma once

#include "shared/api/entities.h"
#include "shared/api/operation.h"
#include "shared/api/texts.h"

/// What administrators can ask about the past.
namespace deskbell::api {

enum class ActorType { Visitor, Operator, ApiKey, CommandLine, Desk };
constexpr auto enumNames(ActorType)
{
    return std::array{std::pair{ActorType::Visitor, std::string_view("visitor")},
                      std::pair{ActorType::Operator, std::string_view("operator")},
                      std::pair{ActorType::ApiKey, std::string_view("apikey")},
                      std::pair{ActorType::CommandLine, std::string_view("commandline")},
                      std::pair{ActorType::Desk, std::string_view("desk")}};
}

/// Who did what when, and to whom.
struct AuditEntry
{
    qint64 number = 0; ///< Grows with time.
    Timestamp at;
    ActorType actorType = ActorType::Operator;
    std::optional<QString> actorId;
    QString actorName; ///< As it was then.
    QString action; ///< In the past tense, such as `operator.created`.
    std::optional<QString> targetId;
    std::optional<QString> detail; ///< For people to read.

    static constexpr auto fields()
    {
        using json::field;
        return std::tuple{field("number", &AuditEntry::number),       field("at", &AuditEntry::at),
                          field("actorType", &AuditEntry::actorType), field("actorId", &AuditEntry::actorId),
                          field("actorName", &AuditEntry::actorName), field("action", &AuditEntry::action),
                          field("targetId", &AuditEntry::targetId),   field("detail", &AuditEntry::detail)};
    }
    bool operator==(const AuditEntry &) const = default;
};

struct AuditListAnswer
{
    QList<AuditEntry> entries;
    std::optional<qint64> next; ///< `before` of the next page.

    static constexpr auto fields()
    {
        return std::tuple{json::field("entries", &AuditListAnswer::entries, json::list(200)),
                          json::field("next", &AuditListAnswer::next)};
    }
    bool operator==(const AuditListAnswer &) const = default;
};

/// What was done, newest first.
struct AuditList
{
    using Answer = AuditListAnswer;
    static constexpr Operation operation{"audit.list",   Method::Get,  "/audit",
                                         Access::Admins, Effect::Read, "List who did what"};
    std::optional<QString> action; ///< Only this.
    std::optional<qint64> before;
    int limit = 50;

    static constexpr auto fields()
    {
        using namespace json;
        return std::tuple{field("action", &AuditList::action, shortText),
                          field("before", &AuditList::before, range(1, 9'007'199'254'740'991)),
                          field("limit", &AuditList::limit, orDefault(range(1, 200)))};
    }
    bool operator==(const AuditList &) const = default;
};

} // namespace deskbell::api
