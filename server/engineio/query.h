#pragma once

#include <QByteArray>

namespace deskbell::server::engineio {

/// What Engine.IO says in the query of a request.
struct Query
{
    QByteArray eio; ///< `EIO`: the protocol's revision.
    QByteArray transport;
    QByteArray sid; ///< Empty: a new session is wanted.
    bool base64 = false; ///< `b64=1`: binary messages shall leave a WebSocket as text.

    /// `query` is percent-encoded and without its question mark. Of a name that comes twice the first counts.
    static Query parse(QByteArrayView query);
};

/// The percent-decoded value of a parameter; empty if it is not there.
QByteArray queryParameter(QByteArrayView query, QByteArrayView name);

} // namespace deskbell::server::engineio
