#include "server/engineio/server.h"

#include "server/engineio/randomid.h"
#include "server/engineio/websocketchannel.h"

#include <algorithm>

namespace deskbell::server::engineio {

namespace {

const QByteArray pollingName = QByteArrayLiteral("polling");
const QByteArray webSocketName = QByteArrayLiteral("websocket");

bool hasControlCharacter(QByteArrayView text)
{
    return std::any_of(text.begin(), text.end(), [](char c) { return (uchar(c) < 0x20 && c != '\t') || c == 0x7f; });
}

HttpResponse plain(int status, HttpHeaders headers = {})
{
    return {status, {}, std::move(headers), {}};
}

} // namespace

Server::Server(Options options, const Clock &clock, QObject *parent)
    : QObject(parent), m_options(std::move(options)), m_deadlines(clock),
      m_admission(m_options.maxSessions, m_options.maxSessionsPerAddress)
{
}

Server::~Server()
{
    qDeleteAll(m_sessions);
}

bool Server::owns(QByteArrayView path) const
{
    return path.size() > m_options.path.size() && path.startsWith(m_options.path) && path[m_options.path.size()] == '/';
}

HttpHeaders Server::refusalHeaders(const HttpRequest &request) const
{
    // A policy for every origin is told to everybody, also to those that sent no Origin.
    if (m_options.cors.allows("*"))
        return {{"Access-Control-Allow-Origin", "*"}};
    return m_options.cors.headersFor(request);
}

void Server::handleRequest(Exchange *exchange)
{
    const HttpRequest &request = exchange->request();
    Responder responder(exchange, refusalHeaders(request));
    if (request.method == "OPTIONS" && !request.header("access-control-request-method").isEmpty()) {
        responder.respond(preflight(request));
        return;
    }
    const Query query = Query::parse(request.query);
    if (auto refusal = refuse(request, query, Via::Http)) {
        responder.respond(std::move(*refusal));
        return;
    }
    if (!query.sid.isEmpty()) {
        serve(**m_sessions.constFind(query.sid), responder);
        return;
    }
    Session *session = open(request);
    session->openPolling(responder);
    Q_EMIT sessionOpened(session);
}

void Server::serve(Session &session, Responder &responder)
{
    const QByteArray &method = responder.request().method;
    if (method == "GET")
        session.poll(responder);
    else if (method == "POST")
        session.post(responder);
    else
        responder.respond(plain(405, {{"Allow", "GET, POST"}}));
}

std::optional<HttpResponse> Server::refuseUpgrade(const HttpRequest &request)
{
    auto refusal = refuse(request, Query::parse(request.query), Via::WebSocket);
    if (refusal)
        refusal->headers.append(refusalHeaders(request));
    return refusal;
}

void Server::handleWebSocket(QWebSocket *ownedByCallee, const HttpRequest &request)
{
    const Query query = Query::parse(request.query);
    auto channel = std::make_unique<WebSocketChannel>(ownedByCallee, m_options.maxPayload,
                                                      query.base64 ? BinaryEncoding::Base64 : BinaryEncoding::Frames);
    // Once more: another WebSocket may have taken the session between the check and the handshake.
    if (refuse(request, query, Via::WebSocket))
        return;
    if (!query.sid.isEmpty()) {
        find(query.sid)->upgrade(std::move(channel));
        return;
    }
    Session *session = open(request);
    session->openWebSocket(std::move(channel));
    Q_EMIT sessionOpened(session);
}

void Server::closeAll(CloseReason reason)
{
    m_isClosing = true;
    const QList<Session *> sessions = m_sessions.values();
    for (Session *session : sessions)
        session->close(reason); // sessions are deleted later, so none of these is gone yet
}

// --- what is refused, in the protocol's order

std::optional<HttpResponse> Server::refuse(const HttpRequest &request, const Query &query, Via via)
{
    if (query.transport != pollingName && query.transport != webSocketName)
        return errorResponse(RequestError::UnknownTransport);
    if (hasControlCharacter(request.header("origin")))
        return errorResponse(RequestError::BadRequest);
    if (!query.sid.isEmpty())
        return refuseInSession(query, via);
    return refuseHandshake(request, query, via);
}

std::optional<HttpResponse> Server::refuseInSession(const Query &query, Via via)
{
    const Session *session = find(query.sid);
    if (!session)
        return errorResponse(RequestError::UnknownSession);
    const bool fits = via == Via::Http ? query.transport == pollingName && session->transport() == Transport::Polling
                                       : query.transport == webSocketName && session->mayUpgrade();
    if (!fits)
        return errorResponse(RequestError::BadRequest);
    return std::nullopt;
}

std::optional<HttpResponse> Server::refuseHandshake(const HttpRequest &request, const Query &query, Via via) const
{
    if (request.method != "GET")
        return errorResponse(RequestError::BadHandshakeMethod);
    if ((query.transport == webSocketName) != (via == Via::WebSocket))
        return errorResponse(RequestError::BadRequest);
    if (via == Via::WebSocket && !isOriginWelcome(request))
        return errorResponse(RequestError::Forbidden);
    if (m_options.refuseHandshake) {
        if (const auto message = m_options.refuseHandshake(request))
            return errorResponse(RequestError::Forbidden, *message);
    }
    if (query.eio != "4")
        return errorResponse(RequestError::UnsupportedProtocolVersion);
    const auto verdict = m_admission.judge(request.peer);
    if (m_isClosing || verdict == Admission::Verdict::Full)
        return plain(503, {{"Retry-After", "1"}});
    if (verdict == Admission::Verdict::AddressFull)
        return plain(429, {{"Retry-After", "1"}});
    return std::nullopt;
}

bool Server::isOriginWelcome(const HttpRequest &request) const
{
    const QByteArray origin = request.header("origin");
    if (origin.isEmpty() || m_options.cors.allows(origin))
        return true; // programs that are no browsers send none
    // Pages of the server itself. A proxy may have taken the TLS off, so the schemes are not compared.
    const qsizetype scheme = origin.indexOf("://");
    return scheme > 0 && QByteArrayView(origin).sliced(scheme + 3) == request.header("host");
}

HttpResponse Server::preflight(const HttpRequest &request) const
{
    HttpHeaders headers{{"Access-Control-Allow-Methods", "GET, POST"}, {"Vary", "Access-Control-Request-Headers"}};
    const QByteArray wanted = request.header("access-control-request-headers");
    if (!wanted.isEmpty())
        headers.emplaceBack("Access-Control-Allow-Headers", wanted);
    return plain(204, std::move(headers));
}

// --- sessions

Session *Server::open(const HttpRequest &request)
{
    const Timings timings = m_options.timingsFor ? m_options.timingsFor(request) : m_options.timings;
    auto *session = new Session(randomId(), request, m_admission.admit(request.peer), timings, m_options, m_deadlines);
    m_sessions.insert(session->id(), session);
    connect(session, &Session::finished, this, [this, session] { forget(session); });
    return session;
}

Session *Server::find(const QByteArray &sid)
{
    // Timers may be late; a session that is over is over.
    if (Session *session = m_sessions.value(sid))
        session->endIfOverdue();
    return m_sessions.value(sid);
}

void Server::forget(Session *session)
{
    m_sessions.remove(session->id());
    session->deleteLater();
}

} // namespace deskbell::server::engineio
