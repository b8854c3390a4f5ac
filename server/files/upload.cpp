#include "server/files/upload.h"

#include "server/desk/attachmenthandler.h"
#include "server/desk/filename.h"
#include "server/files/picture.h"

namespace deskbell::server {

namespace {

/// With more than this on its way to the disk, the client waits.
constexpr qint64 mostUnwritten = 256 * 1024;

} // namespace

Upload::Upload(FileTools &tools, const AttachmentId &id)
    : m_tools(tools), m_id(id), m_file(tools.disk, tools.folder, id)
{
}

void Upload::begin(const QString &token, const QByteArray &address)
{
    const auto authenticated = [weak = weak_from_this()](Result<Caller> caller) {
        const auto self = weak.lock();
        if (!self)
            return;
        if (!caller)
            return self->fail(caller.error());
        if (const auto allowed = self->m_tools.desk.allow(*caller); !allowed)
            return self->fail(allowed.error());
        self->m_caller = *caller;
        self->m_tools.desk.perform<api::Attachment>(
            api::Effect::Read, *caller,
            [id = self->m_id](Request &request) { return AttachmentHandler(request).awaited(id); },
            [handle = self->whileHere(&Upload::handleAwaited)](Result<api::Attachment> awaited, const Outbox &) {
                handle(std::move(awaited));
            });
    };
    if (token.isEmpty())
        fail(ErrorCode::Unauthenticated);
    else
        m_tools.desk.authenticate(token, address, authenticated);
}

void Upload::handleAwaited(Result<api::Attachment> awaited)
{
    if (!awaited)
        return fail(awaited.error());
    m_announced = *awaited;
    m_file.open(m_announced.size, m_tools.reserveBytes, [this](const Result<Nothing> &opened) {
        if (!opened)
            return fail(opened.error());
        m_open = true;
        if (!m_early.isEmpty())
            write(std::exchange(m_early, {}));
        closeWhenReady();
        tellListener();
    });
}

BodySink::State Upload::state() const
{
    if (m_error)
        return State::Refusing;
    return m_open && m_unwritten <= mostUnwritten ? State::Reading : State::Pausing;
}

void Upload::take(const QByteArray &bytes)
{
    if (m_error)
        return;
    if (m_open)
        write(bytes);
    else
        m_early += bytes;
}

void Upload::write(const QByteArray &bytes)
{
    m_received += bytes.size();
    if (m_received > m_announced.size)
        return fail(Error::invalid(QStringLiteral("size"), QStringLiteral("was announced smaller than the file is")));
    m_unwritten += bytes.size();
    m_file.write(bytes, [this, size = bytes.size()](const Result<Nothing> &written) {
        m_unwritten -= size;
        if (!written)
            return fail(written.error());
        closeWhenReady();
        tellListener();
    });
}

void Upload::fail(const Error &error)
{
    if (m_error)
        return;
    m_error = error;
    m_early.clear();
    if (const Done done = std::exchange(m_done, {}))
        done(error);
    else
        tellListener();
}

void Upload::finish(Done done)
{
    if (m_error)
        return done(*m_error);
    m_done = std::move(done);
    closeWhenReady();
}

void Upload::closeWhenReady()
{
    if (!m_done || !m_open || m_unwritten > 0 || m_error || std::exchange(m_closing, true))
        return;
    if (m_received < m_announced.size)
        return fail(Error::invalid(QStringLiteral("size"), QStringLiteral("was announced larger than the file is")));
    m_file.close([this](const Result<const FileKind *> &kind) {
        if (kind)
            handleKind(**kind);
        else
            fail(kind.error());
    });
}

void Upload::handleKind(const FileKind &kind)
{
    FileFacts facts;
    facts.name = withFittingEnding(m_announced.name, kind.endings);
    facts.type = kind.type;
    if (!kind.isPicture)
        return complete(facts);
    const auto look = [path = m_tools.folder.partOf(m_id), format = kind.type.section(u'/', 1).toLatin1(),
                       thumbnail = m_tools.folder.thumbnailOf(m_id)] { return picture::look(path, format, thumbnail); };
    const auto looked = [weak = weak_from_this(), facts](std::optional<picture::Seen> seen) mutable {
        if (seen) {
            facts.width = seen->size.width();
            facts.height = seen->size.height();
            facts.thumbnail = seen->thumbnail;
        }
        if (const auto self = weak.lock())
            self->complete(facts);
    };
    m_tools.pictures.run<std::optional<picture::Seen>>(look, looked);
}

void Upload::complete(const FileFacts &facts)
{
    // From here on this stays until the end, even if the client goes: what the desk knows of has to be there.
    m_tools.desk.perform<api::Attachment>(
        api::Effect::Write, m_caller,
        [id = m_id, facts](Request &request) { return AttachmentHandler(request).complete(id, facts); },
        [self = shared_from_this()](Result<api::Attachment> completed, const Outbox &) {
            if (completed)
                self->settle(*completed);
            else
                self->fail(completed.error());
        });
}

void Upload::settle(const api::Attachment &attachment)
{
    m_file.keep();
    m_tools.disk.run<bool>([folder = m_tools.folder, id = m_id] { return folder.settle(id); },
                           [self = shared_from_this(), attachment](bool settled) {
                               if (!settled) {
                                   qCritical("The bytes of an attachment cannot be kept: %s",
                                             qPrintable(self->m_id.toString()));
                                   return self->fail(ErrorCode::StorageFull);
                               }
                               if (const Done done = std::exchange(self->m_done, {}))
                                   done(attachment);
                           });
}

} // namespace deskbell::server
