#include "server/http/bodypump.h"

namespace deskbell::server {

namespace {

/// With more than this unsent, the next piece waits.
constexpr qint64 enoughBytes = 64 * 1024;

} // namespace

BodyPump::BodyPump(QTcpSocket *socket, std::shared_ptr<BodySource> source, std::function<void(End)> ended)
    : m_socket(socket), m_source(std::move(source)), m_ended(std::move(ended)), m_left(m_source->size())
{
}

void BodyPump::pump()
{
    if (m_asked || m_socket->bytesToWrite() > enoughBytes)
        return;
    if (m_left == 0) {
        // A copy, since whoever is told may do away with this.
        const auto ended = m_ended;
        ended(End::Complete);
        return;
    }
    m_asked = true;
    m_source->read([this](const std::optional<QByteArray> &piece) { handle(piece); });
}

void BodyPump::handle(const std::optional<QByteArray> &piece)
{
    m_asked = false;
    // More or less than was announced would be read as another answer.
    if (!piece || piece->isEmpty() || piece->size() > m_left) {
        const auto ended = m_ended;
        ended(End::Broken);
        return;
    }
    m_left -= piece->size();
    m_socket->write(*piece);
    pump();
}

} // namespace deskbell::server
