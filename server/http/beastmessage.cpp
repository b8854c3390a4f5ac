#include "server/http/beastmessage.h"

#include <boost/beast/core/buffers_range.hpp>
#include <boost/beast/http/parser.hpp>

#include <variant>

namespace deskbell::server {

namespace {

namespace http = boost::beast::http;
using boost::beast::error_code;

/// Collects a body without trusting its announced length: nothing is reserved for bytes that have not come.
struct ByteArrayBody
{
    using value_type = QByteArray;

    class reader
    {
    public:
        template <bool isRequest, class Fields>
        reader(http::header<isRequest, Fields> &, value_type &body) : m_body(body)
        {
        }
        void init(const boost::optional<std::uint64_t> &, error_code &error) { error = {}; }
        template <class ConstBufferSequence>
        std::size_t put(const ConstBufferSequence &buffers, error_code &error)
        {
            error = {};
            std::size_t used = 0;
            for (const auto buffer : boost::beast::buffers_range_ref(buffers)) {
                m_body.append(static_cast<const char *>(buffer.data()), qsizetype(buffer.size()));
                used += buffer.size();
            }
            return used;
        }
        void finish(error_code &error) { error = {}; }

    private:
        value_type &m_body;
    };
};

QByteArray toBytes(boost::beast::string_view text)
{
    return {text.data(), qsizetype(text.size())};
}

template <class Fields>
HttpHeaders toHeaders(const Fields &fields)
{
    HttpHeaders headers;
    for (const auto &field : fields)
        headers.append({toBytes(field.name_string()).toLower(), toBytes(field.value())});
    return headers;
}

ParseProblem toProblem(const error_code &error)
{
    if (error == http::error::header_limit)
        return ParseProblem::HeadTooLarge;
    if (error == http::error::body_limit)
        return ParseProblem::BodyTooLarge;
    if (error == http::error::bad_version)
        return ParseProblem::Version;
    return ParseProblem::Malformed;
}

} // namespace

struct BeastMessage::Parser
{
    using Request = http::request_parser<ByteArrayBody>;
    using Reply = http::response_parser<ByteArrayBody>;
    using ChunkCallback = std::function<void(std::uint64_t, boost::beast::string_view, error_code &)>;

    // Extensions mean nothing to us and have hidden requests from other servers.
    ChunkCallback refuseExtensions = [](std::uint64_t, boost::beast::string_view extensions, error_code &error) {
        if (!extensions.empty())
            error = http::error::bad_chunk_extension;
    };
    std::variant<Request, Reply> parser;
    qsizetype headFields = -1; ///< To find out whether a trailer added any.

    qsizetype countFields() const
    {
        return std::visit([](const auto &any) { return std::distance(any.get().begin(), any.get().end()); }, parser);
    }
};

BeastMessage::BeastMessage(Kind kind, qint64 headLimit) : m_parser(std::make_unique<Parser>())
{
    if (kind == Kind::Reply)
        m_parser->parser.emplace<Parser::Reply>();
    std::visit(
        [&](auto &parser) {
            parser.header_limit(std::uint32_t(headLimit));
            parser.body_limit(boost::none);
            parser.on_chunk_header(m_parser->refuseExtensions);
        },
        m_parser->parser);
}

BeastMessage::~BeastMessage() = default;

qsizetype BeastMessage::put(QByteArrayView bytes)
{
    if (m_problem != ParseProblem::None || done() || bytes.isEmpty())
        return 0;
    error_code error;
    const auto used = std::visit(
        [&](auto &parser) {
            // Not eager before the end of the head, so that the caller may look at it before the body.
            parser.eager(parser.is_header_done());
            return parser.put(boost::asio::const_buffer(bytes.data(), std::size_t(bytes.size())), error);
        },
        m_parser->parser);
    if (error && error != http::error::need_more)
        m_problem = toProblem(error);
    if (headDone() && m_parser->headFields < 0)
        m_parser->headFields = m_parser->countFields();
    if (done() && m_parser->headFields != m_parser->countFields())
        m_problem = ParseProblem::Malformed;
    return qsizetype(used);
}

bool BeastMessage::headDone() const
{
    return std::visit([](const auto &parser) { return parser.is_header_done(); }, m_parser->parser);
}

bool BeastMessage::done() const
{
    return std::visit([](const auto &parser) { return parser.is_done(); }, m_parser->parser);
}

MessageHead BeastMessage::head() const
{
    MessageHead head;
    if (const auto *request = std::get_if<Parser::Request>(&m_parser->parser)) {
        head.method = toBytes(request->get().method_string());
        head.target = toBytes(request->get().target());
    } else {
        head.status = int(std::get<Parser::Reply>(m_parser->parser).get().result_int());
    }
    std::visit(
        [&](const auto &parser) {
            head.headers = toHeaders(parser.get());
            head.http10 = parser.get().version() == 10;
            head.keepAlive = parser.keep_alive();
            head.chunked = parser.chunked();
            if (const auto length = parser.content_length())
                head.contentLength = *length;
        },
        m_parser->parser);
    return head;
}

void BeastMessage::setBodyLimit(qint64 bytes)
{
    std::visit([&](auto &parser) { parser.body_limit(std::uint64_t(bytes)); }, m_parser->parser);
}

qint64 BeastMessage::bodySize() const
{
    return m_taken + std::visit([](const auto &parser) { return parser.get().body().size(); }, m_parser->parser);
}

QByteArray BeastMessage::takePiece()
{
    QByteArray piece =
        std::visit([](auto &parser) { return std::exchange(parser.get().body(), {}); }, m_parser->parser);
    m_taken += piece.size();
    return piece;
}

QByteArray BeastMessage::takeBody()
{
    return std::visit([](auto &parser) { return std::move(parser.get().body()); }, m_parser->parser);
}

} // namespace deskbell::server
