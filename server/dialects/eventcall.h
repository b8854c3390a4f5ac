#pragma once

#include "server/desk/caller.h"
#include "server/dialects/shape.h"
#include "server/socketio/namespace.h"

#include <QPointer>

namespace deskbell::server::dialects {

/// One event of a client, to be answered now or later. May be copied and kept. Lives on the I/O thread.
class EventCall
{
public:
    EventCall(socketio::Socket &socket, Caller caller, const socketio::Incoming &incoming);

    const Caller &caller() const { return m_caller; }
    socketio::Socket *socket() const { return m_socket; } ///< Null once the client is gone.
    json::Value argument() const { return m_payload->root().at(1); }

    /// Calls the ack, if there is one.
    void answer(const QByteArray &json) const { m_ack(json); }
    /// The ack, and an event to this client.
    void answerWith(const QByteArray &event, const QByteArray &json) const;
    /// The event `error`, and the ack. `code` goes before the error's own name.
    void refuse(const Error &error, const QByteArray &code = {}) const;

private:
    QPointer<socketio::Socket> m_socket;
    Caller m_caller;
    QByteArray m_name;
    std::shared_ptr<const json::Document> m_payload;
    socketio::Ack m_ack;
};

} // namespace deskbell::server::dialects
