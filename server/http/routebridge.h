#pragma once

#include "server/http/exchange.h"
#include "server/http/limits.h"

#include <QHttpServer>
#include <QPointer>
#include <QQueue>

namespace deskbell::server {

class RoutePair;

/// Answers requests through QHttpServer's routes without ever showing QHttpServer a client: each request is written
/// anew into a private socket pair and its reply read back whole, checked and only then sent on.
class RouteBridge final : public QObject
{
    Q_OBJECT

public:
    /// `limits` outlives this.
    explicit RouteBridge(const HttpLimits &limits);
    ~RouteBridge() override;

    QHttpServer &routes() { return *m_server; }
    /// Answers the exchange now or later, with these headers added.
    void submit(Exchange *exchange, const HttpHeaders &extraHeaders);

private:
    class PairServer;
    struct Waiting
    {
        QPointer<Exchange> exchange;
        HttpHeaders extraHeaders;
    };

    /// A pair with nothing to do; null if there is none and there can be no more.
    RoutePair *takePair();
    void start(RoutePair *pair, const Waiting &waiting);
    void handleReply(RoutePair *pair, const Waiting &waiting, std::optional<HttpResponse> response);

    const HttpLimits &m_limits;
    std::unique_ptr<QHttpServer> m_server;
    PairServer *m_pairServer; ///< Owned by m_server.
    QList<RoutePair *> m_idle;
    int m_open = 0; ///< Pairs, idle or not.
    QQueue<Waiting> m_waiting; ///< At most one for each connection.
};

} // namespace deskbell::server
