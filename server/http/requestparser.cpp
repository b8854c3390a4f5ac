#include "server/http/requestparser.h"

#include "server/http/requestpath.h"

#include <algorithm>
#include <array>
#include <limits>

namespace deskbell::server {

namespace {

/// No chunk line or trailer is as long as this; Beast wants them whole.
constexpr qsizetype longestBodyLine = 8 * 1024;
constexpr qsizetype longestMethod = 16;
constexpr std::array<QByteArrayView, 7> methods{"GET", "HEAD", "POST", "PUT", "DELETE", "PATCH", "OPTIONS"};

bool isDigit(char c)
{
    return c >= '0' && c <= '9';
}

bool isMethodLetter(char c)
{
    return (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z') || c == '-' || c == '_';
}

bool isHostCharacter(char c)
{
    return isDigit(c) || (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z')
        || QByteArrayView("-._~%!$&'()*+,;=:[]").contains(c);
}

} // namespace

RequestParser::RequestParser(const HttpLimits &limits) : m_limits(limits)
{
}

RequestParser::~RequestParser() = default;

void RequestParser::feed(QByteArrayView bytes)
{
    if (m_state == State::Refused)
        return;
    m_unread.append(bytes);
    readOn();
}

void RequestParser::readOn()
{
    if (m_state == State::Head)
        readHead();
    else if (m_state == State::Body)
        readBody();
}

void RequestParser::readHead()
{
    if (!scanHead())
        return;
    m_message = std::make_unique<BeastMessage>(BeastMessage::Kind::Request, m_limits.headBytes + 64);
    const qsizetype used = m_message->put(m_unread);
    m_unread.remove(0, used);
    m_scanned = m_lineStart = 0;
    m_lines = 0;
    if (m_message->problem() != ParseProblem::None || !m_message->headDone()) {
        refuse(m_message->problem());
        return;
    }
    m_head = m_message->head();
    if (checkHead())
        m_state = State::HeadDone;
}

bool RequestParser::scanHead()
{
    for (; m_scanned < m_unread.size(); ++m_scanned) {
        if (m_scanned >= m_limits.headBytes)
            return refuse(ParseProblem::HeadTooLarge);
        if (m_lines == 0 && m_scanned >= m_limits.requestLineBytes)
            return refuse(414, ErrorCode::PayloadTooLarge, "The request line is too long.");
        const char c = m_unread[m_scanned];
        const bool afterReturn = m_scanned > m_lineStart && m_unread[m_scanned - 1] == '\r';
        if ((c == '\n') != afterReturn)
            return refuse(ParseProblem::Malformed);
        // Told at once from what is not HTTP at all (TLS, binary), which may never send a line end.
        if (m_lines == 0 && m_scanned <= longestMethod) {
            const bool spaceSeen = m_unread.first(m_scanned).contains(' ');
            if (!spaceSeen && !isMethodLetter(c) && (c != ' ' || m_scanned == 0) && c != '\r' && c != '\n')
                return refuse(ParseProblem::Malformed);
            if (!spaceSeen && m_scanned == longestMethod)
                return refuse(ParseProblem::Malformed);
        }
        if (c != '\n')
            continue;
        const QByteArrayView line = QByteArrayView(m_unread).sliced(m_lineStart, m_scanned - 1 - m_lineStart);
        // One empty line before a request is forgiven: old clients end a body with it.
        if (m_lines == 0 && line.isEmpty() && !m_skippedLine) {
            m_skippedLine = true;
            m_unread.remove(0, 2);
            m_scanned = -1;
            continue;
        }
        m_lineStart = m_scanned + 1;
        if (m_lines == 0 && !checkRequestLine(line))
            return false;
        if (line.isEmpty())
            return true;
        if (m_lines > m_limits.headerLines)
            return refuse(431, ErrorCode::PayloadTooLarge, "The request has too many headers.");
        // A folded line is read in two ways by different servers.
        if (line.startsWith(' ') || line.startsWith('\t'))
            return refuse(ParseProblem::Malformed);
        ++m_lines;
    }
    return false;
}

bool RequestParser::checkRequestLine(QByteArrayView line)
{
    const qsizetype first = line.indexOf(' ');
    const qsizetype last = line.lastIndexOf(' ');
    const QByteArrayView version = last < 0 ? QByteArrayView() : line.sliced(last + 1);
    const bool isVersion = version.size() == 8 && version.startsWith("HTTP/") && isDigit(version[5])
        && version[6] == '.' && isDigit(version[7]);
    if (first <= 0 || first == last || line.count(' ') != 2 || !isVersion)
        return refuse(ParseProblem::Malformed);
    if (version != "HTTP/1.1" && version != "HTTP/1.0")
        return refuse(ParseProblem::Version);
    return true;
}

bool RequestParser::checkHead()
{
    m_request = {};
    m_request.method = m_head.method;
    m_request.target = m_head.target;
    if (std::find(methods.begin(), methods.end(), QByteArrayView(m_head.method)) == methods.end())
        return refuse(405, ErrorCode::MethodNotAllowed, "The server does not know this method.");
    if (!checkFraming() || !checkTarget())
        return false;
    for (auto &header : m_head.headers) {
        // Ours alone: the front door tells the routes with them who is asking.
        if (!header.first.startsWith("x-deskbell-"))
            m_request.headers.append(std::move(header));
    }
    m_head.headers.clear();

    const QByteArray encoding = m_request.header("content-encoding");
    if (!encoding.isEmpty() && encoding.compare("identity", Qt::CaseInsensitive) != 0)
        return refuse(415, ErrorCode::UnsupportedMediaType, "Send the body without a content encoding.");
    const QByteArray expect = m_request.header("expect");
    m_expectsContinue = !m_head.http10 && expect.compare("100-continue", Qt::CaseInsensitive) == 0;
    if (!m_head.http10 && !expect.isEmpty() && !m_expectsContinue)
        return refuse(417, ErrorCode::InvalidRequest, "The server cannot do what Expect asks for.");
    return true;
}

bool RequestParser::checkFraming()
{
    const HttpHeaders &headers = m_head.headers;
    const qsizetype hosts = headerCount(headers, "host");
    if (hosts > 1 || (hosts == 0 && !m_head.http10))
        return refuse(400, ErrorCode::InvalidRequest, "A request has exactly one Host header.");
    const QByteArray host = headerValue(headers, "host");
    if (!std::all_of(host.begin(), host.end(), isHostCharacter))
        return refuse(400, ErrorCode::InvalidRequest, "The Host header is not valid.");
    const qsizetype codings = headerCount(headers, "transfer-encoding");
    if (codings > 0 && (m_head.http10 || headerCount(headers, "content-length") > 0))
        return refuse(ParseProblem::Malformed);
    if (codings > 1
        || (codings == 1 && headerValue(headers, "transfer-encoding").compare("chunked", Qt::CaseInsensitive) != 0))
        return refuse(501, ErrorCode::InvalidRequest, "The only transfer encoding here is chunked.");
    // Beast takes a list of equal lengths for one; a length past 2^63 is nobody's body.
    const QByteArray length = headerValue(headers, "content-length");
    if (headerCount(headers, "content-length") > 1 || !std::all_of(length.begin(), length.end(), isDigit)
        || m_head.contentLength.value_or(0) > quint64(std::numeric_limits<qint64>::max()))
        return refuse(ParseProblem::Malformed);
    return true;
}

bool RequestParser::checkTarget()
{
    RequestPath path = RequestPath::parse(m_head.target);
    if (path.verdict == RequestPath::Verdict::Malformed)
        return refuse(400, ErrorCode::InvalidRequest, "The request target is not valid.");
    if (path.verdict == RequestPath::Verdict::Unreachable)
        return refuse(404, ErrorCode::NotFound, "There is nothing here.");
    m_request.path = std::move(path.decoded);
    m_request.query = std::move(path.query);
    return true;
}

void RequestParser::acceptBody(qint64 limit)
{
    Q_ASSERT(m_state == State::HeadDone);
    if (m_head.contentLength && *m_head.contentLength > quint64(limit)) {
        refuse(ParseProblem::BodyTooLarge);
        return;
    }
    m_message->setBodyLimit(limit);
    m_state = State::Body;
    readBody();
}

void RequestParser::readBody()
{
    qsizetype begin = 0;
    while (!m_message->done() && begin < m_unread.size()) {
        const qsizetype used = m_message->put(QByteArrayView(m_unread).sliced(begin));
        begin += used;
        if (m_message->problem() != ParseProblem::None) {
            refuse(m_message->problem());
            return;
        }
        if (used == 0)
            break;
    }
    m_unread.remove(0, begin);
    if (m_message->problem() != ParseProblem::None)
        refuse(m_message->problem());
    else if (m_message->done())
        m_state = State::Complete;
    else if (m_unread.size() > longestBodyLine)
        refuse(ParseProblem::Malformed);
}

HttpRequest RequestParser::takeRequest()
{
    Q_ASSERT(m_state == State::Complete);
    m_request.body = m_message->takeBody();
    m_message.reset();
    m_skippedLine = false;
    m_state = State::Head;
    return std::exchange(m_request, {});
}

QByteArray RequestParser::takeUnread()
{
    return std::exchange(m_unread, {});
}

bool RequestParser::refuse(ParseProblem problem)
{
    switch (problem) {
    case ParseProblem::HeadTooLarge:
        return refuse(431, ErrorCode::PayloadTooLarge, "The request's head is too large.");
    case ParseProblem::BodyTooLarge:
        return refuse(413, ErrorCode::PayloadTooLarge, "The request's body is too large.");
    case ParseProblem::Version:
        return refuse(505, ErrorCode::InvalidRequest, "The server speaks HTTP 1.1 and 1.0.");
    case ParseProblem::None:
    case ParseProblem::Malformed:
        break;
    }
    return refuse(400, ErrorCode::InvalidRequest, "The request is not well-formed HTTP.");
}

bool RequestParser::refuse(int status, ErrorCode code, const char *message)
{
    m_state = State::Refused;
    m_refusal = {status, code, QString::fromLatin1(message)};
    m_message.reset();
    m_unread.clear();
    return false;
}

} // namespace deskbell::server
