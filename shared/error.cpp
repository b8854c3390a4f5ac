#include "shared/error.h"

#include <algorithm>
#include <array>

namespace deskbell {

namespace {

struct Entry
{
    ErrorCode code;
    int status;
    QLatin1String name;
    QLatin1String message;
};

constexpr Entry entry(ErrorCode code, int status, const char *name, const char *message)
{
    return {code, status, QLatin1String(name), QLatin1String(message)};
}

constexpr std::array table{
    entry(ErrorCode::InvalidRequest, 400, "invalid_request", "Some fields of the request are not valid."),
    entry(ErrorCode::MalformedJson, 400, "malformed_json", "The request is not well-formed JSON."),
    entry(ErrorCode::Unauthenticated, 401, "unauthenticated", "Sign in first."),
    entry(ErrorCode::InvalidCredentials, 401, "invalid_credentials", "The e-mail address or the password is wrong."),
    entry(ErrorCode::InvalidToken, 401, "invalid_token", "The session is unknown or has ended."),
    entry(ErrorCode::VisitorTokenRequired, 401, "visitor_token_required",
          "This userId is somebody's already. Send the token that came with its first use, or a userHash."),
    entry(ErrorCode::Forbidden, 403, "forbidden", "You may not do that."),
    entry(ErrorCode::VisitorBlocked, 403, "visitor_blocked", "This desk does not talk to you any more."),
    entry(ErrorCode::NotFound, 404, "not_found", "There is nothing here."),
    entry(ErrorCode::ChatNotFound, 404, "chat_not_found", "No chat with this id."),
    entry(ErrorCode::OperatorNotFound, 404, "operator_not_found", "No operator with this id or address."),
    entry(ErrorCode::VisitorNotFound, 404, "visitor_not_found", "No visitor with this id."),
    entry(ErrorCode::MessageNotFound, 404, "message_not_found", "No message with this number in the chat."),
    entry(ErrorCode::CannedNotFound, 404, "canned_not_found", "No canned reply with this id."),
    entry(ErrorCode::ApiKeyNotFound, 404, "apikey_not_found", "No API key with this id or name."),
    entry(ErrorCode::DepartmentNotFound, 404, "department_not_found", "No department with this id."),
    entry(ErrorCode::AttachmentNotFound, 404, "attachment_not_found", "No attachment with this id."),
    entry(ErrorCode::UnknownOperation, 404, "unknown_operation", "This server has no operation of that name."),
    entry(ErrorCode::MethodNotAllowed, 405, "method_not_allowed", "This path does not take that method."),
    entry(ErrorCode::ChatAlreadyClaimed, 409, "chat_already_claimed", "Somebody else has claimed this chat."),
    entry(ErrorCode::ChatEnded, 409, "chat_ended", "This chat has ended."),
    entry(ErrorCode::ChatNotActive, 409, "chat_not_active", "Nobody holds this chat yet."),
    entry(ErrorCode::ChatChanged, 409, "chat_changed", "Somebody else has just changed this chat. Try again."),
    entry(ErrorCode::NoOffer, 409, "no_offer", "This chat is not offered to anybody."),
    entry(ErrorCode::CapacityReached, 409, "capacity_reached", "The operator has as many chats as they can take."),
    entry(ErrorCode::OperatorUnavailable, 409, "operator_unavailable", "This operator cannot take chats."),
    entry(ErrorCode::NoOperatorAvailable, 409, "no_operator_available", "No operator has a free place."),
    entry(ErrorCode::AlreadyRated, 409, "already_rated", "A rating can be changed once."),
    entry(ErrorCode::ClientIdReused, 409, "client_id_reused", "This clientId was used for another message."),
    entry(ErrorCode::MessageDeleted, 409, "message_deleted", "This message was deleted."),
    entry(ErrorCode::OperatorExists, 409, "operator_exists", "An operator with this address exists already."),
    entry(ErrorCode::CannedExists, 409, "canned_exists", "A canned reply with this shortcut exists already."),
    entry(ErrorCode::ApiKeyExists, 409, "apikey_exists", "An API key with this name exists already."),
    entry(ErrorCode::LastAdmin, 409, "last_admin", "The desk would have no admin left."),
    entry(ErrorCode::DepartmentExists, 409, "department_exists", "A department of this name exists already."),
    entry(ErrorCode::AttachmentComplete, 409, "attachment_complete", "The bytes of this attachment are there already."),
    entry(ErrorCode::PayloadTooLarge, 413, "payload_too_large", "The request is larger than the server takes."),
    entry(ErrorCode::UnsupportedMediaType, 415, "unsupported_media_type", "Send the body as application/json."),
    entry(ErrorCode::TooManyRequests, 429, "too_many_requests", "Too many requests. Try again a little later."),
    entry(ErrorCode::Internal, 500, "internal", "The server could not do that. Its log says why."),
    entry(ErrorCode::StorageFull, 503, "storage_full", "The server's disk is full. Nothing was stored."),
    entry(ErrorCode::Busy, 503, "busy", "The server has too much to do. Try again a little later."),
    entry(ErrorCode::ShuttingDown, 503, "shutting_down", "The server is stopping. Reconnect in a moment."),
    entry(ErrorCode::Disconnected, 503, "disconnected", "The connection was lost before the answer came."),
};

const Entry &lookUp(ErrorCode code)
{
    const auto *found = std::find_if(table.begin(), table.end(), [code](const Entry &row) { return row.code == code; });
    Q_ASSERT(found != table.end());
    return *found;
}

} // namespace

Error::Error(ErrorCode errorCode) : code(errorCode), message(defaultMessage(errorCode))
{
}

Error::Error(ErrorCode errorCode, QString text) : code(errorCode), message(std::move(text))
{
}

Error Error::invalid(QString field, QString message)
{
    Error error(ErrorCode::InvalidRequest);
    error.errors.append({std::move(field), std::move(message)});
    return error;
}

QLatin1String wireName(ErrorCode code)
{
    return lookUp(code).name;
}

std::optional<ErrorCode> errorCodeFromWire(QStringView name)
{
    const auto *found = std::find_if(table.begin(), table.end(), [name](const Entry &row) { return row.name == name; });
    if (found == table.end())
        return std::nullopt;
    return found->code;
}

int httpStatus(ErrorCode code)
{
    return lookUp(code).status;
}

QLatin1String defaultMessage(ErrorCode code)
{
    return lookUp(code).message;
}

} // namespace deskbell
