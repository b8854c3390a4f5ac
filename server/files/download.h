#pragma once

#include "server/files/upload.h"
#include "server/http/exchange.h"

namespace deskbell::server::download {

enum class What { Content, Thumbnail };

/// Finds the bytes of an attachment for one who shows this token, and gives the answer that brings them. Whatever is in
/// them, a browser saves them and does not run them. Errors: those of Desk::authenticate() and
/// AttachmentHandler::readable(). `tools` outlives the answer's source.
void start(FileTools &tools, const AttachmentId &id, What what, const QString &token, const QByteArray &address,
           std::function<void(Result<HttpResponse>)> done);

/// `attachment; filename="…"` with the name in both of its spellings (RFC 6266).
QByteArray contentDisposition(const QString &name);

} // namespace deskbell::server::download
