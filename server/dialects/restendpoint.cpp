#include "server/dialects/restendpoint.h"

#include <algorithm>

namespace deskbell::server::dialects {

namespace {

constexpr QByteArrayView root = "/api/";

/// The first segments below /api/ that are the dialects'.
const QByteArrayList &families()
{
    static const QByteArrayList all{"addresses", "chats", "messages", "chat", "operators", "auth", "admin"};
    return all;
}

bool isParameter(const QByteArray &segment)
{
    return segment.startsWith('{');
}

std::optional<QHash<QByteArray, QString>> fit(const QByteArrayList &wanted, const QByteArrayList &given)
{
    if (wanted.size() != given.size())
        return std::nullopt;
    QHash<QByteArray, QString> path;
    for (qsizetype i = 0; i < wanted.size(); ++i) {
        if (isParameter(wanted[i]) && !given[i].isEmpty())
            path.insert(wanted[i].sliced(1, wanted[i].size() - 2), QString::fromUtf8(given[i]));
        else if (wanted[i] != given[i])
            return std::nullopt;
    }
    return path;
}

bool isJson(const HttpRequest &request)
{
    return request.header("content-type").split(';').first().trimmed().compare("application/json", Qt::CaseInsensitive)
        == 0;
}

} // namespace

RestEndpoint::RestEndpoint(Gate &gate, const QStringList &allowedOrigins) : m_gate(gate), m_cors(allowedOrigins)
{
}

void RestEndpoint::add(const char *method, const char *pattern, Handler handler)
{
    m_routes.push_back({method, QByteArray(pattern).sliced(1).split('/'), std::move(handler)});
}

bool RestEndpoint::owns(QByteArrayView path) const
{
    if (!path.startsWith(root))
        return false;
    const QByteArrayView rest = path.sliced(root.size());
    return std::any_of(families().begin(), families().end(), [&](const QByteArray &family) {
        return rest == family || (rest.startsWith(family) && rest[family.size()] == '/');
    });
}

RestEndpoint::Match RestEndpoint::match(const HttpRequest &request) const
{
    const QByteArrayList given = request.path.sliced(1).split('/');
    const QByteArray method = request.method == "HEAD" ? QByteArray("GET") : request.method;
    Match match;
    qsizetype fewest = std::numeric_limits<qsizetype>::max();
    for (const Route &route : m_routes) {
        auto path = fit(route.segments, given);
        if (!path || path->size() > fewest)
            continue;
        if (path->size() < fewest) {
            match = {};
            fewest = path->size();
        }
        match.allowed.append(route.method);
        if (route.method != method)
            continue;
        match.route = &route;
        match.path = std::move(*path);
    }
    return match;
}

void RestEndpoint::handleRequest(Exchange *exchange)
{
    const HttpRequest &request = exchange->request();
    if (auto preflight = m_cors.preflight(request)) {
        exchange->respond(std::move(*preflight));
        return;
    }
    const auto refuse = [&](const Error &error, const QByteArray &allow = {}) {
        exchange->respond(errorResponse(error, m_cors.headersFor(request), allow));
    };
    const Match found = match(request);
    if (found.allowed.isEmpty())
        return refuse(ErrorCode::NotFound);
    if (!found.route)
        return refuse(ErrorCode::MethodNotAllowed, found.allowed.join(", "));
    const QByteArray body = request.body.trimmed();
    std::optional<json::Document> document;
    if (!body.isEmpty()) {
        if (!isJson(request))
            return refuse(ErrorCode::UnsupportedMediaType);
        auto parsed = json::Document::parse(body);
        if (!parsed)
            return refuse(parsed.error());
        if (!parsed->root().isObject())
            return refuse(Error::invalid(QString(), QStringLiteral("must be an object")));
        document = std::move(*parsed);
    }
    dispatch(exchange, found, std::move(document));
}

void RestEndpoint::dispatch(Exchange *exchange, const Match &match, std::optional<json::Document> body)
{
    const HttpRequest &request = exchange->request();
    const Credentials shown = credentialsOf(request);
    const HttpHeaders cors = m_cors.headersFor(request);
    if (shown.isOfCookie && isForgeable(request, m_cors)) {
        exchange->respond(errorResponse(forged(), cors));
        return;
    }
    auto kept = std::make_shared<std::optional<json::Document>>(std::move(body));
    m_gate.authenticate(shown,
                        [exchange = QPointer(exchange), match, kept, cors,
                         isOfCookie = shown.isOfCookie](const Result<Caller> &caller) {
                            if (!exchange)
                                return;
                            if (!caller) {
                                exchange->respond(errorResponse(caller.error(), cors));
                                return;
                            }
                            match.route->handler(
                                std::make_shared<RestCall>(exchange, *caller, match.path, std::move(*kept), cors,
                                                           isOfCookie && caller->kind == Caller::Kind::Stranger));
                        });
}

} // namespace deskbell::server::dialects
