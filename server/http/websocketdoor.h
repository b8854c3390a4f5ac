#pragma once

#include "server/http/admission.h"
#include "server/http/exchange.h"
#include "server/http/limits.h"
#include "shared/clock.h"

#include <QObject>
#include <QWebSocketServer>

#include <map>

class QTcpSocket;

namespace deskbell::server {

/// Makes QWebSockets of checked handshakes and guards the sockets under them, since QWebSocket 6.4 queues output for a
/// peer that never reads without bound and waits for ever for such a peer to close.
class WebSocketDoor final : public QObject
{
    Q_OBJECT

public:
    /// The references outlive this.
    WebSocketDoor(const HttpLimits &limits, const Clock &clock);

    /// Whether a WebSocket is asked for at all, well or badly.
    static bool isUpgrade(const HttpRequest &head);
    /// The answer to a handshake that RFC 6455 does not allow; nothing for a good one.
    static std::optional<HttpResponse> checkHandshake(const HttpRequest &head, bool unfit);

    /// Completes the handshake and hands the WebSocket to the endpoint, then delivers the early bytes.
    void open(QTcpSocket *socket, const QByteArray &early, const HttpRequest &head, Admission::Ticket ticket,
              Endpoint &endpoint);
    /// Cuts the connections that take nothing or do not finish closing. Called every so often.
    void checkDeadlines();
    void abortAll();
    int count() const { return int(m_guarded.size()); }

private:
    struct Guarded
    {
        Admission::Ticket ticket;
        qint64 closingSinceMs = 0; ///< 0: not closing.
    };

    void guard(QTcpSocket *socket, Admission::Ticket ticket);
    void cutIfClogged(QTcpSocket *socket) const;

    const HttpLimits &m_limits;
    const Clock &m_clock;
    QWebSocketServer m_server; ///< Never listens: it is given connected sockets.
    std::map<QTcpSocket *, Guarded> m_guarded; ///< Every open WebSocket's socket, which its QWebSocket owns.
};

} // namespace deskbell::server
