#include "server/http/staticfiles.h"

#include <QCryptographicHash>
#include <QDirIterator>
#include <QFile>
#include <QHttpServer>
#include <QHttpServerRequest>
#include <QRegularExpression>

namespace deskbell::server {

namespace {

QByteArray typeOf(const QString &path)
{
    static const QHash<QString, QByteArray> types{
        {QStringLiteral("html"), "text/html; charset=utf-8"},
        {QStringLiteral("js"), "text/javascript; charset=utf-8"},
        {QStringLiteral("css"), "text/css; charset=utf-8"},
        {QStringLiteral("svg"), "image/svg+xml"},
        {QStringLiteral("png"), "image/png"},
        {QStringLiteral("ico"), "image/x-icon"},
        {QStringLiteral("json"), "application/json"},
        {QStringLiteral("map"), "application/json"},
        {QStringLiteral("woff2"), "font/woff2"},
    };
    return types.value(path.sliced(path.lastIndexOf(u'.') + 1), "application/octet-stream");
}

QByteArray read(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

constexpr char pagePolicy[] = "default-src 'self'; connect-src 'self' ws: wss:; img-src 'self' data:; "
                              "frame-ancestors 'none'; base-uri 'none'; form-action 'self'";

} // namespace

StaticFiles::StaticFiles(const QString &resourceFolder)
{
    static const QRegularExpression hashedName(QStringLiteral("-[A-Z0-9]{8}\\.js$"));
    QDirIterator files(resourceFolder, QDir::Files, QDirIterator::Subdirectories);
    while (files.hasNext()) {
        const QString file = files.next();
        const QString path = file.sliced(resourceFolder.size());
        if (path.endsWith(QLatin1String(".gz"))) {
            m_files[path.chopped(3)].packed = read(file);
            continue;
        }
        File &entry = m_files[path];
        entry.content = read(file);
        entry.type = typeOf(path);
        entry.lasting = hashedName.match(path).hasMatch();
        entry.etag = '"' + QCryptographicHash::hash(entry.content, QCryptographicHash::Sha256).toHex().first(16) + '"';
    }
}

void StaticFiles::bind(QHttpServer &server) const
{
    for (auto file = m_files.constBegin(); file != m_files.constEnd(); ++file) {
        server.route(file.key(), QHttpServerRequest::Method::Get | QHttpServerRequest::Method::Head,
                     [this, path = file.key()](const QHttpServerRequest &request, QHttpServerResponder &&responder) {
                         send(path, request, std::move(responder));
                     });
    }
}

void StaticFiles::send(const QString &path, const QHttpServerRequest &request, QHttpServerResponder &&responder) const
{
    const File file = m_files.value(path);
    const bool fresh = request.value("If-None-Match").contains(file.etag);
    const bool pack = !file.packed.isEmpty() && request.value("Accept-Encoding").contains("gzip");
    const QByteArray body = fresh ? QByteArray() : pack ? file.packed : file.content;

    responder.writeStatusLine(fresh ? QHttpServerResponder::StatusCode::NotModified
                                    : QHttpServerResponder::StatusCode::Ok);
    responder.writeHeader("Content-Type", file.type);
    responder.writeHeader("Content-Length", QByteArray::number(body.size()));
    responder.writeHeader("ETag", file.etag);
    // A name with the hash of its content always means the same; of any other a browser asks each time, and the answer
    // is a 304 of a few bytes.
    responder.writeHeader("Cache-Control", file.lasting ? "public, max-age=31536000, immutable" : "no-cache");
    responder.writeHeader("Vary", "Accept-Encoding");
    responder.writeHeader("Cross-Origin-Resource-Policy", "cross-origin"); // the widget is loaded by other sites
    if (file.type.startsWith("text/html"))
        responder.writeHeader("Content-Security-Policy", pagePolicy);
    if (pack && !fresh)
        responder.writeHeader("Content-Encoding", "gzip");
    responder.writeBody(body);
}

} // namespace deskbell::server
