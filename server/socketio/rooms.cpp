#include "server/socketio/rooms.h"

namespace deskbell::server::socketio {

void Rooms::join(Socket *socket, const QByteArray &room)
{
    m_members[room].insert(socket);
    m_rooms[socket].insert(room);
}

void Rooms::leave(Socket *socket, const QByteArray &room)
{
    const auto rooms = m_rooms.find(socket);
    if (rooms == m_rooms.end() || !rooms->remove(room))
        return;
    if (rooms->isEmpty())
        m_rooms.erase(rooms);
    removeMember(socket, room);
}

void Rooms::leaveAll(Socket *socket)
{
    const QSet<QByteArray> rooms = m_rooms.take(socket);
    for (const QByteArray &room : rooms)
        removeMember(socket, room);
}

void Rooms::removeMember(Socket *socket, const QByteArray &room)
{
    const auto members = m_members.find(room);
    members->remove(socket);
    if (members->isEmpty())
        m_members.erase(members);
}

} // namespace deskbell::server::socketio
