#include "server/engineio/responder.h"

#include "shared/json/writer.h"

#include <array>

namespace deskbell::server::engineio {

HttpResponse errorResponse(RequestError error, const QString &message)
{
    static constexpr std::array messages = {"Transport unknown", "Session ID unknown", "Bad handshake method",
                                            "Bad request",       "Forbidden",          "Unsupported protocol version"};
    HttpResponse response;
    response.status = error == RequestError::Forbidden ? 403 : 400;
    response.contentType = "application/json";
    json::Writer writer(response.body);
    writer.beginObject();
    writer.key("code");
    writer.integer(int(error));
    writer.key("message");
    writer.string(message.isEmpty() ? QString::fromLatin1(messages.at(size_t(error))) : message);
    writer.endObject();
    return response;
}

void Responder::respond(HttpResponse response)
{
    if (!m_exchange)
        return;
    response.headers.append(m_headers);
    response.headers.emplaceBack("Cache-Control", "no-store");
    m_exchange->respond(std::move(response));
}

} // namespace deskbell::server::engineio
