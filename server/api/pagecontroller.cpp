#include "server/api/pagecontroller.h"

#include "server/api/restcontroller.h"

#include <QHttpServer>

namespace deskbell::server {

namespace {

const QString demoPage = QStringLiteral("/demo/index.html");

/// Pages at an address without a file's name.
const std::pair<QString, QString> pages[] = {
    {QStringLiteral("/api/docs"), QStringLiteral("/docs/index.html")},
    {QStringLiteral("/chat"), QStringLiteral("/pages/chat.html")},
    {QStringLiteral("/embed"), QStringLiteral("/pages/embed.html")},
};

QStringList readOnlyPaths()
{
    QStringList paths{QStringLiteral("/"), QStringLiteral("/api/health"), QStringLiteral("/api/openapi.json")};
    for (const auto &[path, file] : pages)
        paths.append(path);
    return paths;
}

QLatin1String nameOf(Worker::State state)
{
    switch (state) {
    case Worker::State::Good:
        return QLatin1String("ok");
    case Worker::State::Full:
        return QLatin1String("full");
    case Worker::State::Unreachable:
        return QLatin1String("unreachable");
    case Worker::State::Broken:
        return QLatin1String("broken");
    }
    Q_UNREACHABLE();
}

void text(json::Writer &writer, QByteArrayView key, const QString &value)
{
    writer.key(key);
    writer.string(value);
}

} // namespace

PageController::PageController(const StaticFiles &files, const Desk &desk) : m_files(files), m_desk(desk)
{
}

void PageController::bind(QHttpServer &server)
{
    using Method = QHttpServerRequest::Method;
    m_files.bind(server);
    for (const QString &path : readOnlyPaths()) {
        server.route(path, Method::Post | Method::Put | Method::Patch | Method::Delete,
                     [](const QHttpServerRequest &, QHttpServerResponder &&responder) {
                         sendError(responder, ErrorCode::MethodNotAllowed, {{"Allow", "GET, HEAD"}});
                     });
    }
    server.route(QStringLiteral("/"), Method::Get,
                 [this](const QHttpServerRequest &request, QHttpServerResponder &&responder) {
                     if (request.value("Accept").contains("text/html") && m_files.has(demoPage))
                         m_files.send(demoPage, request, std::move(responder));
                     else
                         describe(std::move(responder));
                 });
    for (const auto &[path, file] : pages) {
        server.route(path, Method::Get | Method::Head,
                     [this, file = file](const QHttpServerRequest &request, QHttpServerResponder &&responder) {
                         if (m_files.has(file))
                             m_files.send(file, request, std::move(responder));
                         else
                             sendError(responder, ErrorCode::NotFound);
                     });
    }
    server.route(QStringLiteral("/api/health"), Method::Get,
                 [this](QHttpServerResponder &&responder) { reportHealth(std::move(responder)); });
    server.setMissingHandler([](const QHttpServerRequest &, QHttpServerResponder &&responder) {
        sendError(responder, ErrorCode::NotFound);
    });
}

void PageController::describe(QHttpServerResponder &&responder) const
{
    QByteArray json;
    json::Writer writer(json);
    writer.beginObject();
    text(writer, "name", QStringLiteral("deskbell"));
    text(writer, "version", QStringLiteral(DESKBELL_VERSION));
    writer.key("endpoints");
    writer.beginObject();
    text(writer, "api", QStringLiteral("/api/v1"));
    text(writer, "openapi", QStringLiteral("/api/openapi.json"));
    text(writer, "docs", QStringLiteral("/api/docs"));
    text(writer, "health", QStringLiteral("/api/health"));
    text(writer, "socketio", QStringLiteral("/socket.io/"));
    text(writer, "widget", QStringLiteral("/widget.js"));
    text(writer, "chat", QStringLiteral("/chat"));
    text(writer, "embed", QStringLiteral("/embed"));
    writer.endObject();
    writer.endObject();
    sendJson(responder, 200, json);
}

void PageController::reportHealth(QHttpServerResponder &&responder) const
{
    const Worker::State state = m_desk.storageState();
    const bool good = state == Worker::State::Good;
    QByteArray json;
    json::Writer writer(json);
    writer.beginObject();
    text(writer, "status", good ? QStringLiteral("ok") : QStringLiteral("failing"));
    text(writer, "version", QStringLiteral(DESKBELL_VERSION));
    text(writer, "database", nameOf(state));
    writer.endObject();
    sendJson(responder, good ? 200 : 503, json);
}

} // namespace deskbell::server
