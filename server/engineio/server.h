#pragma once

#include "server/engineio/query.h"
#include "server/engineio/session.h"

#include <QHash>

namespace deskbell::server::engineio {

/// Engine.IO, revision 4, behind the front door: opens sessions and hands each request to the session that it is for.
/// Lives in the I/O thread.
class Server final : public QObject, public Endpoint
{
    Q_OBJECT

public:
    /// `clock` outlives the server.
    Server(Options options, const Clock &clock, QObject *parent = nullptr);
    ~Server() override;

    bool owns(QByteArrayView path) const override;
    std::optional<qint64> bodyLimit() const override { return m_options.maxPayload; }
    HttpHeaders refusalHeaders(const HttpRequest &request) const override;
    void handleRequest(Exchange *exchange) override;
    std::optional<HttpResponse> refuseUpgrade(const HttpRequest &request) override;
    void handleWebSocket(QWebSocket *ownedByCallee, const HttpRequest &request) override;

    /// Takes no new sessions from now on and closes those that there are.
    void closeAll(CloseReason reason = CloseReason::ServerShuttingDown);

    qsizetype sessionCount() const { return m_sessions.size(); }
    /// For the layers above, whose deadlines are the sessions'.
    DeadlineQueue &deadlines() { return m_deadlines; }

Q_SIGNALS:
    /// Its client has been sent the handshake. Connect here, or its first messages are lost.
    void sessionOpened(deskbell::server::engineio::Session *session);

private:
    enum class Via { Http, WebSocket };

    std::optional<HttpResponse> refuse(const HttpRequest &request, const Query &query, Via via);
    std::optional<HttpResponse> refuseInSession(const Query &query, Via via);
    std::optional<HttpResponse> refuseHandshake(const HttpRequest &request, const Query &query, Via via) const;
    bool isOriginWelcome(const HttpRequest &request) const;
    HttpResponse preflight(const HttpRequest &request) const;
    void serve(Session &session, Responder &responder);
    Session *open(const HttpRequest &request);
    Session *find(const QByteArray &sid);
    void forget(Session *session);

    const Options m_options;
    DeadlineQueue m_deadlines;
    Admission m_admission; // of sessions; polling ones outlive their connections
    QHash<QByteArray, Session *> m_sessions; // by id; owned
    bool m_isClosing = false;
};

} // namespace deskbell::server::engineio
