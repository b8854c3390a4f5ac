#pragma once

#include "server/dialects/admission.h"
#include "server/dialects/vocabulary.h"
#include "server/engineio/options.h"

namespace deskbell::server::dialects {

/// A namespace in which clients speak one of some dialects. Until a client has said which, it is told everything in
/// each of them. Lives on the I/O thread.
class DialectNamespace
{
public:
    using Admit = void (*)(Gate &, const socketio::Socket &, const AdmissionDone &);
    struct Heartbeats
    {
        engineio::Timings visitors;
        engineio::Timings operators;
    };

    /// The vocabularies and the rest outlive this.
    DialectNamespace(socketio::Namespace &sockets, Gate &gate, Heartbeats heartbeats, Admit admit,
                     QList<const Vocabulary *> vocabularies);
    Q_DISABLE_COPY_MOVE(DialectNamespace)

    bool isEmpty() const { return m_sockets.count() == 0; }
    void publish(const QByteArrayList &rooms, const api::Event &event);
    /// Closes the connections of these sessions.
    void endSessions(const QList<SessionId> &sessions);

private:
    void welcome(socketio::Socket &socket);
    void handle(socketio::Socket &socket, const socketio::Incoming &incoming);
    /// From now on the client is spoken to in this vocabulary alone.
    static void settle(socketio::Socket &socket, const Vocabulary &vocabulary);
    void goodbye(socketio::Socket &socket);
    void send(const Vocabulary &vocabulary, const QByteArrayList &rooms, const QList<Vocabulary::Told> &all);

    socketio::Namespace &m_sockets;
    Gate &m_gate;
    const Heartbeats m_heartbeats;
    const QList<const Vocabulary *> m_vocabularies;
};

} // namespace deskbell::server::dialects
