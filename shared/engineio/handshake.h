#pragma once

#include "shared/json/fields.h"
#include "shared/result.h"

#include <QByteArray>
#include <QList>

namespace deskbell::engineio {

/// The data of the open packet: what a server tells about a new session. Times in milliseconds.
struct Handshake
{
    QString sid; ///< A bearer credential: never shown to anybody else, never logged.
    QList<QString> upgrades;
    qint64 pingInterval = 25'000;
    qint64 pingTimeout = 20'000;
    qint64 maxPayload = 65'536; ///< Bytes of the largest message, and of the largest polling body.

    static constexpr auto fields()
    {
        using json::field;
        return std::tuple(field("sid", &Handshake::sid), field("upgrades", &Handshake::upgrades),
                          field("pingInterval", &Handshake::pingInterval, json::range(1, 86'400'000)),
                          field("pingTimeout", &Handshake::pingTimeout, json::range(1, 86'400'000)),
                          field("maxPayload", &Handshake::maxPayload, json::range(1, 1LL << 40)));
    }
    bool operator==(const Handshake &) const = default;
};

QByteArray encodeHandshake(const Handshake &handshake);
/// Errors: MalformedJson, InvalidRequest.
Result<Handshake> decodeHandshake(QByteArrayView json);

} // namespace deskbell::engineio
