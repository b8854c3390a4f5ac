#pragma once

#include "console/net/link.h"

#include <QFile>
#include <QNetworkAccessManager>
#include <QNetworkReply>

namespace deskbell::console {

/// Carries the bytes of files between this computer and the desk, by HTTP beside the link and with its token: through
/// the same proxy and trusting the same authorities, which are the program's.
class FileLine final : public QObject
{
    Q_OBJECT

public:
    using Progress = std::function<void(qint64 bytes)>;
    enum class What { Content, Thumbnail };

    explicit FileLine(const Link &link, QObject *parent = nullptr);

    /// The bytes of an announced file. Each of these ends with `context`, and `done` does not come then. Errors: the
    /// server's, Disconnected, or Internal where the disk does not do its part.
    void upload(const AttachmentId &id, const QString &path, QObject *context, Progress progress,
                std::function<void(const Result<Nothing> &)> done);
    /// Into a file, which is there whole or not at all.
    void download(const AttachmentId &id, const QString &path, QObject *context,
                  std::function<void(int percent)> progress, std::function<void(const Result<Nothing> &)> done);
    void fetchThumbnail(const AttachmentId &id, QObject *context, std::function<void(const QByteArray &)> done);

private:
    QNetworkRequest request(const AttachmentId &id, What what) const;
    QNetworkAccessManager &network();
    static Result<Nothing> resultOf(QNetworkReply &reply, const QByteArray &body);

    const Link &m_link;
    std::unique_ptr<QNetworkAccessManager> m_network; // made when it is first needed
};

} // namespace deskbell::console
