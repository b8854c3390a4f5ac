#include "server/files/attachmentcontroller.h"

#include "server/api/credentials.h"
#include "server/http/responsewriter.h"

#include <QPointer>

namespace deskbell::server {

namespace {

constexpr QByteArrayView root = "/api/v1/attachments/";
constexpr QByteArrayView content = "content";
constexpr QByteArrayView thumbnail = "thumbnail";
constexpr qsizetype idLength = 36;

/// Takes a body that nobody asked for.
class Drain final : public BodySink
{
public:
    State state() const override { return State::Refusing; }
    void take(const QByteArray &) override { }
};

/// The parts of `/api/v1/attachments/ID/WHAT`.
struct Place
{
    std::optional<AttachmentId> id;
    QByteArrayView what;

    static Place of(QByteArrayView path)
    {
        const QByteArrayView rest = path.sliced(root.size());
        const qsizetype slash = rest.indexOf('/');
        return {AttachmentId::fromString(QString::fromLatin1(rest.first(slash))), rest.sliced(slash + 1)};
    }
};

QString tokenOf(const HttpRequest &request)
{
    const Credentials shown = credentialsOf(request);
    return shown.token ? *shown.token : shown.apiKey.value_or(QString());
}

/// A token that was shown knowingly cannot be misused by another site's page, which has none.
bool isForged(const HttpRequest &request, const Cors &cors)
{
    return credentialsOf(request).isOfCookie && isForgeable(request, cors);
}

HttpResponse refusal(const Error &error)
{
    HttpResponse response = errorResponse(error);
    if (response.status == 401)
        response.headers.emplaceBack("WWW-Authenticate", "Bearer");
    return response;
}

HttpResponse methodNotAllowed(const QByteArray &allow)
{
    HttpResponse response = errorResponse(ErrorCode::MethodNotAllowed);
    response.headers.append({"Allow", allow});
    return response;
}

} // namespace

AttachmentController::AttachmentController(Desk &desk, const Clock &clock, const Cors &cors, const FileOptions &options)
    : m_tools{desk, FileFolder(options.dataFolder), options.reserveBytes},
      m_sweep(m_tools, clock, options.unsentLifetimeMs), m_cors(cors), m_mostBytes(options.mostBytes)
{
}

bool AttachmentController::open()
{
    if (!m_tools.folder.make())
        return false;
    m_sweep.recover();
    return true;
}

bool AttachmentController::owns(QByteArrayView path) const
{
    if (!path.startsWith(root))
        return false;
    const QByteArrayView rest = path.sliced(root.size());
    return rest.size() > idLength && rest[idLength] == '/'
        && (rest.sliced(idLength + 1) == content || rest.sliced(idLength + 1) == thumbnail);
}

std::shared_ptr<BodySink> AttachmentController::openSink(const HttpRequest &head)
{
    const Place place = Place::of(head.path);
    if (head.method != "PUT" || place.what != content || !place.id || isForged(head, m_cors))
        return std::make_shared<Drain>();
    auto upload = std::make_shared<Upload>(m_tools, *place.id);
    upload->begin(tokenOf(head), head.peer.toString().toLatin1());
    return upload;
}

void AttachmentController::handleRequest(Exchange *exchange)
{
    const HttpRequest &request = exchange->request();
    if (std::optional<HttpResponse> preflight = m_cors.preflight(request))
        return exchange->respond(*std::move(preflight));
    const Place place = Place::of(request.path);
    const bool small = place.what == thumbnail;
    const bool reads = request.method == "GET" || request.method == "HEAD";
    if (!reads && (request.method != "PUT" || small))
        return exchange->respond(methodNotAllowed(small ? "GET" : "GET, PUT"));
    if (!reads && isForged(request, m_cors))
        return exchange->respond(refusal(forged()));
    if (!place.id)
        return exchange->respond(refusal(ErrorCode::AttachmentNotFound));
    if (reads)
        send(exchange, *place.id, small ? download::What::Thumbnail : download::What::Content);
    else
        receive(exchange, std::static_pointer_cast<Upload>(request.sink));
}

void AttachmentController::receive(Exchange *exchange, const std::shared_ptr<Upload> &upload)
{
    upload->finish([exchange = QPointer(exchange),
                    cors = m_cors.headersFor(exchange->request())](const Result<api::Attachment> &attachment) {
        if (!exchange)
            return;
        HttpResponse response = attachment ? HttpResponse{} : refusal(attachment.error());
        if (attachment) {
            response.contentType = "application/json";
            response.headers.emplaceBack("Cache-Control", "no-store");
            response.body = json::encode(*attachment);
        }
        response.headers += cors;
        exchange->respond(std::move(response));
    });
}

void AttachmentController::send(Exchange *exchange, const AttachmentId &id, download::What what)
{
    const HttpRequest &request = exchange->request();
    const auto done = [exchange = QPointer(exchange), cors = m_cors.headersFor(request)](Result<HttpResponse> found) {
        if (!exchange)
            return;
        HttpResponse response = found ? std::move(*found) : refusal(found.error());
        response.headers += cors;
        exchange->respond(std::move(response));
    };
    download::start(m_tools, id, what, tokenOf(request), request.peer.toString().toLatin1(), done);
}

} // namespace deskbell::server
