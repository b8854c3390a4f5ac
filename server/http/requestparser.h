#pragma once

#include "server/http/beastmessage.h"
#include "server/http/exchange.h"
#include "server/http/limits.h"
#include "shared/error.h"

namespace deskbell::server {

/// Turns the bytes of one connection into checked requests, one after the other. Knows nothing of sockets or time.
/// Boost.Beast judges the syntax; what it lets pass and we do not (RFC 9112 names each as an attack) is judged here.
class RequestParser final
{
public:
    enum class State {
        Head, ///< Needs more bytes.
        HeadDone, ///< Waits for acceptBody().
        Body, ///< Needs more bytes.
        Complete, ///< Waits for takeRequest().
        Refused, ///< For good: bytes after a request that was not understood mean nothing.
    };

    /// The answer that a refused request gets, after which the connection ends.
    struct Refusal
    {
        int status = 400;
        ErrorCode code = ErrorCode::InvalidRequest;
        QString message;
    };

    /// `limits` has to outlive this object.
    explicit RequestParser(const HttpLimits &limits);
    ~RequestParser();
    Q_DISABLE_COPY_MOVE(RequestParser)

    State state() const { return m_state; }
    const Refusal &refusal() const { return m_refusal; }

    /// Takes bytes and reads on as far as the state allows. Bytes of later requests are kept; the caller bounds them by
    /// feeding only in the states Head and Body.
    void feed(QByteArrayView bytes);
    /// In HeadDone: reads on into the body, of at most so many decoded bytes.
    void acceptBody(qint64 limit);
    /// In Body and Complete: what has come of the body since the last call.
    QByteArray takePiece() { return m_message->takePiece(); }
    /// In Complete: hands out the request. The next feed(), if only of nothing, reads on with the one after it.
    HttpRequest takeRequest();
    /// Bytes that nothing was done with yet; what follows the head of a WebSocket handshake.
    QByteArray takeUnread();

    /// From HeadDone on: the request without its body.
    const HttpRequest &request() const { return m_request; }
    bool isHttp10() const { return m_head.http10; }
    bool keepAlive() const { return m_head.keepAlive; }
    bool hasBody() const { return m_head.chunked || m_head.contentLength.value_or(0) > 0; }
    bool expectsContinue() const { return m_expectsContinue; }
    /// Whether any byte of the coming request is there.
    bool isIdle() const { return m_state == State::Head && m_unread.isEmpty(); }
    qint64 bodySize() const { return m_message ? m_message->bodySize() : 0; }

private:
    void readOn();
    void readHead();
    void readBody();
    /// Follows the lines of the head as they come in; true at its end.
    bool scanHead();
    bool checkRequestLine(QByteArrayView line);
    bool checkHead();
    bool checkFraming();
    bool checkTarget();
    bool refuse(int status, ErrorCode code, const char *message);
    bool refuse(ParseProblem problem);

    const HttpLimits &m_limits;
    State m_state = State::Head;
    Refusal m_refusal;
    QByteArray m_unread; ///< Never more than the head limit or one feed() beyond what Beast has used.
    qsizetype m_scanned = 0; ///< Bytes of the head that scanHead() has seen.
    qsizetype m_lineStart = 0; ///< Where the line that scanHead() is in begins.
    int m_lines = 0; ///< Complete lines of the head, with the request line.
    bool m_skippedLine = false; ///< An empty line came before this request.
    std::unique_ptr<BeastMessage> m_message;
    MessageHead m_head;
    HttpRequest m_request;
    bool m_expectsContinue = false;
};

} // namespace deskbell::server
