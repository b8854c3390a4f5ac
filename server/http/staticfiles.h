#pragma once

#include <QByteArray>
#include <QHash>
#include <QHttpServerResponder>
#include <QString>

class QHttpServer;
class QHttpServerRequest;

namespace deskbell::server {

/// The files that are compiled into the program, each at its own path. A path is looked up whole in a map made at the
/// start, never joined to a folder, so nothing outside the map can be reached.
class StaticFiles
{
public:
    /// Takes every file below the resource folder, such as `:/web`; a file `x.gz` is the packed form of `x`.
    explicit StaticFiles(const QString &resourceFolder);

    /// Adds a route for each file. This object must outlive the server.
    void bind(QHttpServer &server) const;
    bool has(const QString &path) const { return m_files.contains(path); }
    /// Answers with the file at this path, which must be one of the map's.
    void send(const QString &path, const QHttpServerRequest &request, QHttpServerResponder &&responder) const;

private:
    struct File
    {
        QByteArray content;
        QByteArray packed; ///< gzip; empty where the file has no packed form.
        QByteArray type;
        QByteArray etag;
        bool lasting = false; ///< Its name holds a hash of its content.
    };
    QHash<QString, File> m_files; // by path, such as `/widget.js`
};

} // namespace deskbell::server
