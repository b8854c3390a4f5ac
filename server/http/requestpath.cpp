#include "server/http/requestpath.h"

#include <QList>
#include <QStringDecoder>

#include <algorithm>
#include <optional>

namespace deskbell::server {

namespace {

int hexDigit(char c)
{
    if (c >= '0' && c <= '9')
        return c - '0';
    c = char(c | 0x20);
    return c >= 'a' && c <= 'f' ? c - 'a' + 10 : -1;
}

/// Nothing for a percent sign without two hexadecimal digits, unlike QByteArray::fromPercentEncoding().
std::optional<QByteArray> decodePercent(QByteArrayView text)
{
    QByteArray decoded;
    decoded.reserve(text.size());
    for (qsizetype i = 0; i < text.size(); ++i) {
        if (text[i] != '%') {
            decoded.append(text[i]);
            continue;
        }
        const int high = i + 2 < text.size() ? hexDigit(text[i + 1]) : -1;
        const int low = i + 2 < text.size() ? hexDigit(text[i + 2]) : -1;
        if (high < 0 || low < 0)
            return std::nullopt;
        decoded.append(char(high * 16 + low));
        i += 2;
    }
    return decoded;
}

/// Leaves ASCII as it is and encodes the rest, which browsers never send bare but hand-written clients do.
QByteArray encodeHighBytes(QByteArrayView text)
{
    QByteArray encoded;
    for (const char c : text) {
        if (static_cast<unsigned char>(c) < 0x80)
            encoded.append(c);
        else
            encoded.append('%').append(QByteArray(1, c).toHex().toUpper());
    }
    return encoded;
}

bool isUtf8(const QByteArray &text)
{
    QStringDecoder decoder(QStringDecoder::Utf8, QStringDecoder::Flag::Stateless);
    [[maybe_unused]] const QString ignored = decoder(text);
    return !decoder.hasError();
}

bool isUnreachable(const QByteArray &path, QByteArrayView encoded)
{
    const bool hasControl =
        std::any_of(path.begin(), path.end(), [](char c) { return static_cast<unsigned char>(c) < 0x20 || c == 0x7f; });
    // An encoded slash would be a second way to write another path.
    if (hasControl || path.contains('\\') || path.count('/') != encoded.count('/') || path.contains("//"))
        return true;
    const QList<QByteArray> segments = path.split('/');
    return segments.contains(".") || segments.contains("..");
}

} // namespace

RequestPath RequestPath::parse(QByteArrayView target)
{
    RequestPath result;
    const qsizetype mark = target.indexOf('?');
    const QByteArrayView encoded = mark < 0 ? target : target.first(mark);
    if (mark >= 0)
        result.query = encodeHighBytes(target.sliced(mark + 1));
    if (!encoded.startsWith('/') || target.contains('#'))
        return result;
    std::optional<QByteArray> decoded = decodePercent(encoded);
    if (!decoded || decoded->contains('\0') || !isUtf8(*decoded))
        return result;
    result.verdict = isUnreachable(*decoded, encoded) ? Verdict::Unreachable : Verdict::Good;
    result.decoded = *std::move(decoded);
    return result;
}

QByteArray RequestPath::encode(const QByteArray &decoded)
{
    return decoded.toPercentEncoding("/");
}

} // namespace deskbell::server
