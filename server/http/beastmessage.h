#pragma once

#include "server/http/exchange.h"

#include <memory>
#include <optional>

namespace deskbell::server {

/// What the parser says about the bytes that it was given.
enum class ParseProblem {
    None,
    HeadTooLarge,
    BodyTooLarge,
    Version,
    Malformed,
};

/// A message head as Boost.Beast read it: syntax is right, meaning is unchecked.
struct MessageHead
{
    QByteArray method; ///< Requests only.
    QByteArray target; ///< Requests only.
    int status = 0; ///< Replies only.
    HttpHeaders headers; ///< Names in lower case, values trimmed.
    bool http10 = false;
    bool keepAlive = false;
    bool chunked = false;
    std::optional<quint64> contentLength;
};

/// Boost.Beast's parser for one HTTP/1 message, kept behind this header because it is slow to compile. No sockets.
class BeastMessage final
{
public:
    enum class Kind { Request, Reply };

    BeastMessage(Kind kind, qint64 headLimit);
    ~BeastMessage();
    Q_DISABLE_COPY_MOVE(BeastMessage)

    /// Takes bytes up to the end of the head, then of the body; returns how many it used. Bytes that it did not use
    /// have to be offered again together with what follows them.
    qsizetype put(QByteArrayView bytes);
    bool headDone() const;
    bool done() const;
    ParseProblem problem() const { return m_problem; }

    /// Once headDone().
    MessageHead head() const;
    /// Once headDone(), before the first byte of the body.
    void setBodyLimit(qint64 bytes);
    /// What has come of the body and was not taken; the size goes on counting it.
    QByteArray takePiece();
    /// Decoded bytes of the body so far.
    qint64 bodySize() const;
    /// Once done(): the decoded body.
    QByteArray takeBody();

private:
    struct Parser;
    std::unique_ptr<Parser> m_parser;
    ParseProblem m_problem = ParseProblem::None;
    qint64 m_taken = 0; ///< Bytes of the body that were taken in pieces.
};

} // namespace deskbell::server
