#pragma once

#include "shared/api/entities.h"
#include "shared/api/texts.h"
#include "shared/json/codec.h"

#include <functional>

namespace deskbell::server::dialects {

/// Of those whom a dialect gives tokens to.
enum class UserType { User, Agent };
constexpr auto enumNames(UserType)
{
    return std::array{std::pair{UserType::User, std::string_view("user")},
                      std::pair{UserType::Agent, std::string_view("agent")}};
}

/// The desk's strategies that find somebody, as the dialects spell them.
enum class Strategy { RoundRobin, LeastBusy };
constexpr auto enumNames(Strategy)
{
    return std::array{std::pair{Strategy::RoundRobin, std::string_view("round-robin")},
                      std::pair{Strategy::LeastBusy, std::string_view("least-busy")}};
}

/// What a request says, whatever its dialect calls it. What a dialect needs is there when the request is handed on.
struct Asked
{
    std::optional<ChatId> chat;
    std::optional<MessageId> message;
    std::optional<QString> text;
    std::optional<QString> clientId;
    std::optional<QString> senderId; ///< Never believed; refused when it is somebody else's.
    QList<AttachmentId> attachments; ///< Announced and sent over our own API, for the same chat.
    std::optional<bool> isTyping;

    std::optional<QString> userId;
    std::optional<QString> userHash;
    std::optional<UserType> userType;
    std::optional<QString> name;
    std::optional<QString> email;
    std::optional<QString> password;
    std::optional<QString> subject;
    std::optional<QString> address; ///< The postal one.

    std::optional<OperatorId> agent;
    std::optional<QString> operatorId; ///< Of the path, and perhaps of nobody.
    std::optional<api::OperatorStatus> status;
    std::optional<Strategy> strategy;
    std::optional<QString> note;
    std::optional<QString> reason;
};

/// What a dialect calls a part of a request.
struct Field
{
    QByteArray name;
    std::function<bool(const Asked &)> isNeeded; ///< Beside what was read before it.
    std::function<void(json::Value, Asked &, json::Problems &)> read;
};
using Fields = QList<Field>;

template <class T>
Field optional(const char *name, T Asked::*member, json::Rule rule = {})
{
    return {name, [](const Asked &) { return false; },
            [member, rule](json::Value from, Asked &asked, json::Problems &problems) {
                json::readValue(from, asked.*member, rule, problems);
            }};
}

template <class T>
Field needed(const char *name, T Asked::*member, json::Rule rule = {})
{
    Field field = optional(name, member, rule);
    field.isNeeded = [](const Asked &) { return true; };
    return field;
}

/// What a message says, where files may go with it or stand for it.
Fields textAndFiles(const char *text, const char *files);

/// Reads the fields of an object; a bare text stands for the first, as old clients send it. Errors: InvalidRequest
/// with every field that is wrong, by its name in the dialect.
Result<Nothing> read(const Fields &fields, json::Value from, Asked &asked);

} // namespace deskbell::server::dialects
