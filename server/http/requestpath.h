#pragma once

#include <QByteArray>

namespace deskbell::server {

/// The path of a request target, decoded and judged.
struct RequestPath
{
    /// The path has bytes that no path has, such as NUL, invalid UTF-8 or a broken percent sign: HTTP 400. Unreachable:
    /// well-formed, but of a shape that no path of ours has and that has misled other servers (`..`, `//`, `\`): 404.
    enum class Verdict { Good, Malformed, Unreachable };

    Verdict verdict = Verdict::Malformed;
    QByteArray decoded;
    QByteArray query; ///< Percent-encoded still.

    /// Takes an origin-form target: `/path?query`.
    static RequestPath parse(QByteArrayView target);
    /// The one canonical encoding of a good path.
    static QByteArray encode(const QByteArray &decoded);
};

} // namespace deskbell::server
