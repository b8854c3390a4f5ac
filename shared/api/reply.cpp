#include "shared/api/reply.h"

namespace deskbell::api {

namespace {

void writeDescription(json::Writer &writer, const Error &error)
{
    writer.key("code");
    writer.string(QString(wireName(error.code)));
    writer.key("message");
    writer.string(error.message);
    writer.key("errors");
    writer.beginArray();
    for (const FieldError &each : error.errors) {
        writer.beginObject();
        writer.key("field");
        writer.string(each.field);
        writer.key("message");
        writer.string(each.message);
        writer.endObject();
    }
    writer.endArray();
    if (error.retryAfterSeconds > 0) {
        writer.key("retryAfter");
        writer.integer(error.retryAfterSeconds);
    }
}

} // namespace

QByteArray encodeOk(QByteArrayView answer)
{
    QByteArray json;
    json.reserve(answer.size() + 8);
    json.append("{\"ok\":").append(answer).append('}');
    return json;
}

QByteArray encodeError(const Error &error)
{
    QByteArray json;
    json::Writer writer(json);
    writer.beginObject();
    writer.key("error");
    writer.beginObject();
    writeDescription(writer, error);
    writer.endObject();
    writer.endObject();
    return json;
}

QByteArray encodeErrorBody(const Error &error, int status)
{
    QByteArray json;
    json::Writer writer(json);
    writer.beginObject();
    writer.key("success");
    writer.boolean(false);
    writer.key("statusCode");
    writer.integer(status != 0 ? status : httpStatus(error.code));
    writeDescription(writer, error);
    writer.endObject();
    return json;
}

Error decodeError(json::Value error)
{
    Error decoded;
    decoded.code = errorCodeFromWire(error.member("code").toString()).value_or(ErrorCode::Internal);
    decoded.message = error.member("message").toString();
    decoded.retryAfterSeconds = int(error.member("retryAfter").toInteger().value_or(0));
    const json::Value errors = error.member("errors");
    for (qsizetype i = 0; i < errors.size(); ++i)
        decoded.errors.append({errors.at(i).member("field").toString(), errors.at(i).member("message").toString()});
    return decoded;
}

} // namespace deskbell::api
