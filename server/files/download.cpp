#include "server/files/download.h"

#include "server/desk/attachmenthandler.h"
#include "server/files/filekind.h"
#include "server/files/outgoingfile.h"

#include <QUrl>

namespace deskbell::server::download {

namespace {

struct Opened
{
    std::shared_ptr<QFile> file;
    QByteArray head;
};

/// On the disk's lane.
Opened open(const QString &path)
{
    Opened opened{std::make_shared<QFile>(path), {}};
    if (!opened.file->open(QIODevice::ReadOnly)) {
        opened.file.reset();
        return opened;
    }
    opened.head = opened.file->peek(FileKind::headBytes);
    return opened;
}

QByteArray typeOf(const QString &type)
{
    return type == QLatin1String("text/plain") ? QByteArrayLiteral("text/plain; charset=utf-8") : type.toLatin1();
}

HttpResponse answer(FileTools &tools, const Opened &opened, const QString &name, const QByteArray &type)
{
    HttpResponse response;
    response.contentType = type;
    response.headers = {{"Content-Disposition", contentDisposition(name)},
                        {"Content-Security-Policy", "default-src 'none'; sandbox"},
                        {"Cross-Origin-Resource-Policy", "same-origin"},
                        {"Referrer-Policy", "no-referrer"},
                        {"X-Frame-Options", "DENY"},
                        // The bytes under an id never change; whether one may read them does.
                        {"Cache-Control", "private, max-age=3600"},
                        {"Vary", "Authorization, Cookie"}};
    response.source = std::make_shared<OutgoingFile>(tools.disk, opened.file, opened.file->size());
    return response;
}

void bring(FileTools &tools, const api::Attachment &attachment, What what,
           std::function<void(Result<HttpResponse>)> done)
{
    const bool small = what == What::Thumbnail;
    if (small && !attachment.thumbnail)
        return done(Error(ErrorCode::NotFound, QStringLiteral("There is no small picture of this file.")));
    const QString path = small ? tools.folder.thumbnailOf(attachment.id) : tools.folder.pathOf(attachment.id);
    tools.disk.run<Opened>(
        [path] { return open(path); },
        [&tools, attachment, small, done = std::move(done)](const Opened &opened) {
            if (!opened.file) {
                qCritical("The bytes of attachment %s are not there.", qPrintable(attachment.id.toString()));
                return done(ErrorCode::AttachmentNotFound);
            }
            const FileKind *kind = small ? FileKind::of(opened.head) : nullptr;
            done(answer(tools, opened, attachment.name, typeOf(kind ? kind->type : *attachment.type)));
        });
}

} // namespace

QByteArray contentDisposition(const QString &name)
{
    QByteArray plain;
    for (const QChar letter : name) {
        const bool safe = letter >= u' ' && letter < u'\x7f' && letter != u'"' && letter != u'\\' && letter != u'%';
        plain += safe ? char(letter.unicode()) : '_';
    }
    return "attachment; filename=\"" + plain + "\"; filename*=UTF-8''" + QUrl::toPercentEncoding(name);
}

void start(FileTools &tools, const AttachmentId &id, What what, const QString &token, const QByteArray &address,
           std::function<void(Result<HttpResponse>)> done)
{
    if (token.isEmpty())
        return done(ErrorCode::Unauthenticated);
    tools.desk.authenticate(token, address, [&tools, id, what, done = std::move(done)](const Result<Caller> &caller) {
        if (!caller)
            return done(caller.error());
        if (const auto allowed = tools.desk.allow(*caller); !allowed)
            return done(allowed.error());
        tools.desk.perform<api::Attachment>(
            api::Effect::Read, *caller, [id](Request &request) { return AttachmentHandler(request).readable(id); },
            [&tools, what, done](const Result<api::Attachment> &found, const Outbox &) {
                if (found)
                    bring(tools, *found, what, done);
                else
                    done(found.error());
            });
    });
}

} // namespace deskbell::server::download
