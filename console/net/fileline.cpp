#include "console/net/fileline.h"

#include <QSaveFile>

namespace deskbell::console {

namespace {

constexpr int silenceMs = 30'000;
constexpr qint64 mostThumbnailBytes = 4 * 1024 * 1024;

} // namespace

FileLine::FileLine(const Link &link, QObject *parent) : QObject(parent), m_link(link)
{
}

QNetworkAccessManager &FileLine::network()
{
    if (!m_network)
        m_network = std::make_unique<QNetworkAccessManager>();
    return *m_network;
}

QNetworkRequest FileLine::request(const AttachmentId &id, What what) const
{
    QUrl url = m_link.server();
    QString path = url.path();
    while (path.endsWith(QLatin1Char('/')))
        path.chop(1);
    url.setPath(
        QStringLiteral("%1/api/v1/attachments/%2/%3")
            .arg(path, id.toString(), what == What::Content ? QStringLiteral("content") : QStringLiteral("thumbnail")));
    url.setQuery(QString());
    url.setFragment({});
    QNetworkRequest request(url);
    request.setRawHeader("Authorization", "Bearer " + m_link.token().toUtf8());
    // The token is for this server alone, whoever else it points to.
    request.setAttribute(QNetworkRequest::RedirectPolicyAttribute, QNetworkRequest::ManualRedirectPolicy);
    request.setAttribute(QNetworkRequest::CookieLoadControlAttribute, QNetworkRequest::Manual);
    request.setAttribute(QNetworkRequest::CookieSaveControlAttribute, QNetworkRequest::Manual);
    request.setTransferTimeout(silenceMs);
    return request;
}

/// What the server said, or why it could not say anything.
Result<Nothing> FileLine::resultOf(QNetworkReply &reply, const QByteArray &body)
{
    const int status = reply.attribute(QNetworkRequest::HttpStatusCodeAttribute).toInt();
    if (status == 200 && reply.error() == QNetworkReply::NoError)
        return Nothing{};
    if (status < 400)
        return Error(ErrorCode::Disconnected, reply.errorString());
    const auto document = json::Document::parse(body);
    const QString code = document ? document->root().member("code").toString() : QString();
    Error error(errorCodeFromWire(code).value_or(ErrorCode::Internal));
    error.retryAfterSeconds = reply.rawHeader("Retry-After").toInt();
    return inOurWords(error);
}

void FileLine::upload(const AttachmentId &id, const QString &path, QObject *context, Progress progress,
                      std::function<void(const Result<Nothing> &)> done)
{
    auto file = std::make_unique<QFile>(path);
    if (!file->open(QIODevice::ReadOnly)) {
        done(Error(ErrorCode::Internal, file->errorString()));
        return;
    }
    QNetworkRequest put = request(id, What::Content);
    put.setHeader(QNetworkRequest::ContentTypeHeader, QStringLiteral("application/octet-stream"));
    QNetworkReply *reply = network().put(put, file.get());
    file.release()->setParent(reply);
    reply->setParent(context); // gone with it, which ends the transfer
    connect(reply, &QNetworkReply::uploadProgress, context,
            [progress = std::move(progress)](qint64 bytes, qint64) { progress(bytes); });
    connect(reply, &QNetworkReply::finished, context, [reply, done = std::move(done)] {
        reply->deleteLater();
        done(resultOf(*reply, reply->readAll()));
    });
}

void FileLine::download(const AttachmentId &id, const QString &path, QObject *context,
                        std::function<void(int percent)> progress, std::function<void(const Result<Nothing> &)> done)
{
    auto *file = new QSaveFile(path);
    QNetworkReply *reply = network().get(request(id, What::Content));
    file->setParent(reply);
    reply->setParent(context);
    if (!file->open(QIODevice::WriteOnly)) {
        const QString why = file->errorString();
        delete reply;
        done(Error(ErrorCode::Internal, why));
        return;
    }
    connect(reply, &QNetworkReply::readyRead, context, [reply, file] {
        if (reply->attribute(QNetworkRequest::HttpStatusCodeAttribute).toInt() == 200)
            file->write(reply->readAll());
    });
    connect(reply, &QNetworkReply::downloadProgress, context,
            [progress = std::move(progress)](qint64 bytes, qint64 all) {
                if (all > 0)
                    progress(int(bytes * 100 / all));
            });
    connect(reply, &QNetworkReply::finished, context, [reply, file, done = std::move(done)] {
        reply->deleteLater();
        const QByteArray rest = reply->readAll();
        if (auto said = resultOf(*reply, rest); !said) {
            done(said);
            return;
        }
        const QVariant announced = reply->header(QNetworkRequest::ContentLengthHeader);
        file->write(rest);
        const bool whole = !announced.isValid() || file->size() == announced.toLongLong();
        if (whole && file->commit())
            done(Nothing{});
        else
            done(Error(whole ? ErrorCode::Internal : ErrorCode::Disconnected, file->errorString()));
    });
}

void FileLine::fetchThumbnail(const AttachmentId &id, QObject *context, std::function<void(const QByteArray &)> done)
{
    QNetworkReply *reply = network().get(request(id, What::Thumbnail));
    reply->setParent(context);
    connect(reply, &QNetworkReply::downloadProgress, context, [reply](qint64 bytes, qint64) {
        if (bytes > mostThumbnailBytes)
            reply->abort();
    });
    connect(reply, &QNetworkReply::finished, context, [reply, done = std::move(done)] {
        reply->deleteLater();
        const QByteArray bytes = reply->readAll();
        done(resultOf(*reply, bytes) ? bytes : QByteArray());
    });
}

} // namespace deskbell::console
