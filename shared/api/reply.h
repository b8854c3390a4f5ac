#pragma once

#include "shared/json/codec.h"

/// The two forms in which an answer travels: Socket.IO's ack argument and the body of a REST error.
namespace deskbell::api {

/// `{"ok":ANSWER}`; `answer` is JSON.
QByteArray encodeOk(QByteArrayView answer);
/// `{"error":{"code","message","errors"}}`, with `retryAfter` in seconds where it is known.
QByteArray encodeError(const Error &error);
/// `{"success":false,"statusCode","code","message","errors"}`; status 0 is the one that belongs to the code.
QByteArray encodeErrorBody(const Error &error, int status = 0);

/// The failure inside an ack's argument, or of a CONNECT_ERROR's `data`; a code we do not know is Internal.
Error decodeError(json::Value error);

/// What came in an ack: the answer, or the error. Errors: also InvalidRequest for an answer that is not as described.
template <class Answer>
Result<Answer> decodeReply(json::Value reply)
{
    const json::Value error = reply.member("error");
    if (error.isObject())
        return decodeError(error);
    return json::decode<Answer>(reply.member("ok"));
}

} // namespace deskbell::api
