#pragma once

#include <QByteArrayView>
#include <QList>
#include <QString>

#include <optional>

namespace deskbell {

/// Every way in which a request can fail. The one table in error.cpp gives each its wire name, HTTP status and message.
enum class ErrorCode {
    InvalidRequest,
    MalformedJson,
    Unauthenticated,
    InvalidCredentials,
    InvalidToken,
    VisitorTokenRequired,
    Forbidden,
    VisitorBlocked,
    NotFound,
    ChatNotFound,
    OperatorNotFound,
    VisitorNotFound,
    MessageNotFound,
    CannedNotFound,
    ApiKeyNotFound,
    DepartmentNotFound,
    AttachmentNotFound,
    UnknownOperation,
    MethodNotAllowed,
    ChatAlreadyClaimed,
    ChatEnded,
    ChatNotActive,
    ChatChanged,
    NoOffer,
    CapacityReached,
    OperatorUnavailable,
    NoOperatorAvailable,
    AlreadyRated,
    ClientIdReused,
    MessageDeleted,
    OperatorExists,
    CannedExists,
    ApiKeyExists,
    LastAdmin,
    DepartmentExists,
    AttachmentComplete,
    PayloadTooLarge,
    UnsupportedMediaType,
    TooManyRequests,
    Internal,
    StorageFull,
    Busy,
    ShuttingDown,
    Disconnected, ///< Client side only: the connection was lost before the answer came.
};

/// What is wrong with one field of a request.
struct FieldError
{
    QString field; ///< Dotted path, such as `chats.0.seq`.
    QString message; ///< Reads on from the field's name: "must be …".
    bool operator==(const FieldError &) const = default;
};

/// An expected failure: one code, one sentence for people, and for InvalidRequest the fields that caused it.
struct Error
{
    ErrorCode code = ErrorCode::Internal;
    QString message;
    QList<FieldError> errors{};
    int retryAfterSeconds = 0; ///< 0: the failure does not say when to try again.

    Error() = default;
    /// With the table's message for the code.
    Error(ErrorCode errorCode); // NOLINT(google-explicit-constructor): `return ErrorCode::ChatNotFound;` reads well
    Error(ErrorCode errorCode, QString text);
    static Error invalid(QString field, QString message);
    bool operator==(const Error &) const = default;
};

/// Snake-case name on the wire, such as `chat_not_found`.
QLatin1String wireName(ErrorCode code);
/// The code with this wire name; nothing for a name from a newer server.
std::optional<ErrorCode> errorCodeFromWire(QStringView name);
int httpStatus(ErrorCode code);
QLatin1String defaultMessage(ErrorCode code);

} // namespace deskbell
