#pragma once

#include "server/http/admission.h"
#include "server/http/bodypump.h"
#include "server/http/readerwatch.h"
#include "server/http/requestparser.h"
#include "server/http/responsewriter.h"
#include "shared/clock.h"

#include <QTcpSocket>

namespace deskbell::server {

class RequestDispatch;

/// One client's HTTP connection: reads a request, has it answered, and only then reads the next one, so that answers
/// keep their order and nothing piles up. Closes, and deletes itself, when the client goes, misbehaves or is too slow.
class Connection final : public QObject
{
    Q_OBJECT

public:
    /// Takes the socket, which is connected. The references outlive this.
    Connection(QTcpSocket *socket, Admission::Ticket ticket, RequestDispatch &dispatch, const HttpLimits &limits,
               const Clock &clock, QObject *parent);
    ~Connection() override;

    /// Called every so often.
    void checkDeadlines();
    /// Closes at once, or after the answer that is being worked on.
    void finishSoon();
    void abort();
    bool isGone() const { return m_phase == Phase::Gone; }

private:
    enum class Phase {
        Open,
        Finishing, ///< The last answer is being sent.
        Lingering, ///< All is sent; what the client still sends is dropped.
        Gone, ///< The socket is closed or handed on.
    };
    enum class Awaiting { Nothing, NextRequest, Head, Body };

    void advance();
    /// One step with what the parser has; false when there is nothing to do now.
    bool step();
    bool readMore();
    void handleHead();
    /// Passes on what has come of a streamed body; whether its sink takes more.
    bool feedSink();
    void dispatchRequest();
    void answer(HttpResponse response);
    void startBody(const std::shared_ptr<BodySource> &source);
    void goOn();
    void refuse();
    void timeOut();
    void finish();
    void linger();
    void await(Awaiting what);
    void handleBytesWritten(qint64 bytes);
    void handleDisconnected();
    void leave();
    bool upgrade();

    RequestDispatch &m_dispatch;
    const HttpLimits &m_limits;
    const Clock &m_clock;
    std::optional<Admission::Ticket> m_ticket;
    QTcpSocket *m_socket; ///< Null once Gone.
    QHostAddress m_peer;
    RequestParser m_parser;
    Exchange *m_exchange = nullptr; ///< The request being answered.
    ResponseFraming m_framing; ///< Of the request being answered.
    std::shared_ptr<BodySink> m_sink; ///< Of the request that is being read.
    bool m_owesContinue = false; ///< The client waits for a word before it sends the body.
    std::unique_ptr<BodyPump> m_pump; ///< Of the answer that is being sent.
    Phase m_phase = Phase::Open;
    bool m_advancing = false;
    bool m_finishSoon = false;
    int m_served = 0;

    Awaiting m_awaiting = Awaiting::Nothing;
    qint64 m_deadlineMs = 0; ///< Monotonic; 0: none.
    qint64 m_windowBody = 0; ///< Size of the body when its window began.
    ReaderWatch m_readerWatch;
    qint64 m_lingered = 0;
};

} // namespace deskbell::server
