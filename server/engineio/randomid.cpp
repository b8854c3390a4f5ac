#include "server/engineio/randomid.h"

#include <QRandomGenerator>

#include <array>

namespace deskbell::server::engineio {

QByteArray randomId()
{
    constexpr qsizetype bytes = 15; // a multiple of three, so base64 needs no padding
    std::array<quint32, 4> random{};
    QRandomGenerator::system()->fillRange(random.data(), qsizetype(random.size()));
    return QByteArray::fromRawData(reinterpret_cast<const char *>(random.data()), bytes)
        .toBase64(QByteArray::Base64UrlEncoding | QByteArray::OmitTrailingEquals);
}

} // namespace deskbell::server::engineio
