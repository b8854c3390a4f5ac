#pragma once

#include "shared/result.h"

#include <QHostAddress>
#include <QTcpServer>
#include <QTimer>

#include <functional>
#include <memory>

class QSocketNotifier;

namespace deskbell::server {

/// Owns the port and accepts from it. QTcpServer opens the port and nothing more: its own accept loop stops for ever,
/// or spins, when the process runs out of descriptors, so the descriptors are accepted here.
class Listener final : public QObject
{
    Q_OBJECT

public:
    /// Gets a non-blocking descriptor, which it owns from then on.
    using Handler = std::function<void(int descriptor, const QHostAddress &peer)>;

    Listener(int backlog, int pauseMs, Handler handler, QObject *parent = nullptr);
    ~Listener() override;

    /// The port that it got; port 0 takes a free one.
    Result<quint16> listen(const QHostAddress &address, quint16 port);
    bool isListening() const { return m_server.isListening(); }
    QHostAddress address() const { return m_server.serverAddress(); }
    /// Accepts nothing for a while; clients wait in the backlog.
    void pause();
    void stop();

private:
    void acceptWaiting();
    void handleExhaustion(int error);

    int m_backlog;
    Handler m_handler;
    QTcpServer m_server;
    QTimer m_resume; ///< Runs while accepting is paused.
    std::unique_ptr<QSocketNotifier> m_notifier; ///< Null when not listening.
    int m_reserve = -1; ///< A descriptor to give up when there is no other, so that waiting clients can be told.
};

/// Answers a connection that is not let in with a few constant bytes and closes it.
void turnAway(int descriptor, int status);

} // namespace deskbell::server
