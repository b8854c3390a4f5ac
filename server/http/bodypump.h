#pragma once

#include "server/http/bodystream.h"

#include <QTcpSocket>

#include <memory>

namespace deskbell::server {

/// Sends the body of one answer from its source, no faster than the client takes it. Belongs to its connection.
class BodyPump final
{
public:
    enum class End { Complete, Broken };

    /// `ended` is called once, never from within this constructor.
    BodyPump(QTcpSocket *socket, std::shared_ptr<BodySource> source, std::function<void(End)> ended);

    /// Goes on if there is room; called whenever the socket has sent something.
    void pump();

private:
    void handle(const std::optional<QByteArray> &piece);

    QTcpSocket *const m_socket;
    const std::shared_ptr<BodySource> m_source;
    const std::function<void(End)> m_ended;
    qint64 m_left;
    bool m_asked = false;
};

} // namespace deskbell::server
