#pragma once

#include "server/files/download.h"
#include "server/files/filesweep.h"
#include "server/http/cors.h"
#include "server/http/plainendpoint.h"

namespace deskbell::server {

/// Where attachments lie, and how much of them there may be.
struct FileOptions
{
    QString dataFolder;
    qint64 mostBytes = 0; ///< Of one file.
    qint64 reserveBytes = 0; ///< So much of the disk is left to the database.
    qint64 unsentLifetimeMs = 0;
};

/// The bytes of attachments over HTTP: PUT and GET /api/v1/attachments/{id}/content, GET …/thumbnail. They are streamed
/// both ways. Takes its requests straight from the front door, on the I/O thread.
class AttachmentController final : public PlainEndpoint
{
public:
    /// The desk and the clock outlive this.
    AttachmentController(Desk &desk, const Clock &clock, const Cors &cors, const FileOptions &options);

    /// Makes the folder and puts right what a crash has left. False when there can be no folder.
    bool open();

    bool owns(QByteArrayView path) const override;
    std::optional<qint64> bodyLimit() const override { return m_mostBytes; }
    std::shared_ptr<BodySink> openSink(const HttpRequest &head) override;
    HttpHeaders refusalHeaders(const HttpRequest &head) const override { return m_cors.headersFor(head); }
    void handleRequest(Exchange *exchange) override;

private:
    void receive(Exchange *exchange, const std::shared_ptr<Upload> &upload);
    void send(Exchange *exchange, const AttachmentId &id, download::What what);

    FileTools m_tools;
    FileSweep m_sweep;
    const Cors m_cors;
    const qint64 m_mostBytes;
};

} // namespace deskbell::server
