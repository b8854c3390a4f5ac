#pragma once

// Sockets are keys here, so their class has to be complete: Qt 6.4 hashes a pointer to an incomplete class by another
// overload of qHash() than one to a complete QObject, and what one source file inserts the next does not find.
#include "server/socketio/socket.h"

#include <QByteArrayList>
#include <QHash>
#include <QSet>

namespace deskbell::server::socketio {

/// Who is in which room of a namespace, looked up both ways.
class Rooms final
{
public:
    void join(Socket *socket, const QByteArray &room);
    void leave(Socket *socket, const QByteArray &room);
    void leaveAll(Socket *socket);

    QSet<Socket *> in(const QByteArray &room) const { return m_members.value(room); }
    QSet<QByteArray> of(Socket *socket) const { return m_rooms.value(socket); }

private:
    void removeMember(Socket *socket, const QByteArray &room);

    QHash<QByteArray, QSet<Socket *>> m_members; // no empty sets
    QHash<Socket *, QSet<QByteArray>> m_rooms; // the same, the other way round
};

} // namespace deskbell::server::socketio
