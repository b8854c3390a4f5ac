#pragma once

#include <QByteArray>

#include <cerrno>
#include <tuple>
#include <utility>

#include <arpa/inet.h>
#include <fcntl.h>
#include <netinet/in.h>
#include <sys/socket.h>
#include <unistd.h>

namespace deskbell::server {

/// A bare client socket, so that thousands of them cost the test nothing. Never blocks.
class BareClient final
{
public:
    BareClient() : m_descriptor(::socket(AF_INET, SOCK_STREAM | SOCK_NONBLOCK | SOCK_CLOEXEC, 0)) { }
    explicit BareClient(quint16 port) : BareClient() { connect(port); }
    ~BareClient() { close(); }
    Q_DISABLE_COPY_MOVE(BareClient)

    void connect(quint16 port)
    {
        sockaddr_in address{};
        address.sin_family = AF_INET;
        address.sin_port = htons(port);
        address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
        // It is under way, or its failure shows at the first send.
        std::ignore = ::connect(m_descriptor, reinterpret_cast<sockaddr *>(&address), sizeof address);
    }
    /// How many bytes went out; -1 when the connection is gone, 0 when it is full or not there yet.
    qint64 send(const QByteArray &bytes) const
    {
        const auto sent = ::send(m_descriptor, bytes.constData(), std::size_t(bytes.size()), MSG_NOSIGNAL);
        return sent < 0 && (errno == EAGAIN || errno == ENOTCONN) ? 0 : sent;
    }
    /// Reads what there is; true once the server has ended the connection.
    bool hasEnded()
    {
        char buffer[4096];
        for (;;) {
            const auto count = ::recv(m_descriptor, buffer, sizeof buffer, 0);
            if (count <= 0)
                return count == 0 || (errno != EAGAIN && errno != ENOTCONN);
            received.append(buffer, qsizetype(count));
        }
    }
    /// Hangs up without a goodbye.
    void reset()
    {
        const linger now{1, 0};
        ::setsockopt(m_descriptor, SOL_SOCKET, SO_LINGER, &now, sizeof now);
        close();
    }
    void close()
    {
        if (m_descriptor >= 0)
            ::close(std::exchange(m_descriptor, -1));
    }

    QByteArray received;

private:
    int m_descriptor;
};

} // namespace deskbell::server
