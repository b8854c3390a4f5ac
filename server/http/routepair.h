#pragma once

#include "server/http/beastmessage.h"

#include <QObject>

#include <functional>

class QTcpSocket;

namespace deskbell::server {

/// One private connection to QHttpServer. Takes one request at a time and reads its whole reply back. A client that
/// hangs up does not touch it: QHttpServer would use the request after freeing it.
class RoutePair final : public QObject
{
    Q_OBJECT

public:
    /// Gets the reply, or nothing if it was no sound one; the pair is broken then.
    using Done = std::function<void(std::optional<HttpResponse>)>;

    /// The largest reply body, in bytes.
    RoutePair(qint64 replyLimit, QObject *parent);

    /// Connects the two ends and returns the one for QHttpServer, without parent; null if there are no descriptors
    /// left.
    QTcpSocket *open();
    bool isBroken() const { return m_broken; }
    /// To be called when nothing is on its way.
    void send(const HttpRequest &request, Done done);

private:
    void readReply();
    void finish(std::optional<HttpResponse> response);

    qint64 m_replyLimit;
    QTcpSocket *m_near;
    bool m_broken = false;
    Done m_done; ///< Empty when nothing is on its way.
    std::unique_ptr<BeastMessage> m_reply;
    bool m_headSeen = false;
    QByteArray m_unread;
};

} // namespace deskbell::server
