#pragma once

#include "server/http/admission.h"
#include "server/http/listener.h"
#include "server/http/requestdispatch.h"

#include <QSet>

namespace deskbell::server {

class Connection;

/// The one port of the server and every limit of it. Whatever comes in has been parsed strictly, bounded and checked
/// before any endpoint or route sees it. Lives in the I/O thread.
class FrontDoor final : public QObject
{
    Q_OBJECT

public:
    /// `allowedOrigins` are those of Cors, for all routes; endpoints have their own. `clock` outlives this.
    FrontDoor(const HttpLimits &limits, const QStringList &allowedOrigins, const Clock &clock,
              QObject *parent = nullptr);
    ~FrontDoor() override;

    /// Endpoints are asked in the order added, before the routes. They outlive the front door.
    void addEndpoint(Endpoint *endpoint) { m_dispatch.addEndpoint(endpoint); }
    /// Routes see the client's address in the header `peerHeader`, and never the client's own socket. They may keep a
    /// QHttpServerResponder or return a QFuture. See routewire.h for the headers that they may set.
    QHttpServer &routes() { return m_dispatch.routes(); }

    /// Opens the port and returns it; port 0 takes a free one.
    Result<quint16> listen(const QHostAddress &address, quint16 port);

    /// Closes the port. Open connections go on.
    void stopAccepting();
    /// Ends every HTTP connection as soon as it is answered, and cuts what is left, WebSockets too, after so many
    /// milliseconds. Emits closed() once when nothing is left.
    void closeAll(int deadlineMs);

    /// Open connections, WebSockets among them.
    int connectionCount() const { return m_admission.count(); }
    /// What connectionCount() can come to, within the process's descriptor limit.
    int connectionCap() const { return m_cap; }
    /// Runs by itself every so often; public for tests that turn the clock.
    void checkDeadlines();

Q_SIGNALS:
    void closed();

private:
    void welcome(int descriptor, const QHostAddress &peer);
    void refuse(int descriptor, int status);
    void abortAll();
    void announceClosed();

    const HttpLimits m_limits;
    const Clock &m_clock;
    const int m_cap;
    Admission m_admission;
    RequestDispatch m_dispatch;
    Listener m_listener;
    QSet<Connection *> m_connections; ///< HTTP only.
    QTimer m_sweep; ///< One for all connections: timers of their own would cost O(connections) each to start.
    qint64 m_closeDeadlineMs = 0; ///< 0: not closing.
    bool m_closedAnnounced = false;
    qint64 m_refusalSecond = 0; ///< The second that m_refusals counts in.
    int m_refusals = 0;
};

} // namespace deskbell::server
