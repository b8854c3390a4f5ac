#include "shared/engineio/handshake.h"

#include "shared/json/codec.h"

namespace deskbell::engineio {

QByteArray encodeHandshake(const Handshake &handshake)
{
    return json::encode(handshake);
}

Result<Handshake> decodeHandshake(QByteArrayView json)
{
    return json::decode<Handshake>(json);
}

} // namespace deskbell::engineio
