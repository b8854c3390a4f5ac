#pragma once

#include "server/desk/desk.h"
#include "server/files/incomingfile.h"
#include "server/http/bodystream.h"
#include "server/store/attachmentstore.h"

namespace deskbell::server {

/// What transfers of files work with.
struct FileTools
{
    Desk &desk;
    const FileFolder folder;
    const qint64 reserveBytes; ///< So much of the disk is left to the database.
    FileLane disk{QStringLiteral("files")};
    FileLane pictures{QStringLiteral("pictures")};
};

/// The way of one attachment's bytes: is the sender the one who announced it, do as many come as were announced, what
/// are they, and only then they count. The bytes are stored before the desk knows of them, and get their final name
/// after.
class Upload final : public BodySink, public std::enable_shared_from_this<Upload>
{
public:
    using Done = std::function<void(Result<api::Attachment>)>;

    /// `tools` outlives this.
    Upload(FileTools &tools, const AttachmentId &id);

    /// Asks the desk whether the bytes are welcome; the state tells when they are.
    void begin(const QString &token, const QByteArray &address);
    State state() const override;
    void take(const QByteArray &bytes) override;
    /// All bytes were taken. Errors: InvalidRequest (of another size than announced), UnsupportedMediaType,
    /// StorageFull, and those of Desk::authenticate(), AttachmentHandler::awaited() and complete().
    void finish(Done done);

private:
    void handleAwaited(Result<api::Attachment> awaited);
    void write(const QByteArray &bytes);
    void fail(const Error &error);
    void closeWhenReady();
    void handleKind(const FileKind &kind);
    void complete(const FileFacts &facts);
    void settle(const api::Attachment &attachment);

    template <class T>
    std::function<void(T)> whileHere(void (Upload::*handle)(T))
    {
        return [weak = weak_from_this(), handle](T result) {
            if (const auto self = weak.lock())
                (self.get()->*handle)(std::move(result));
        };
    }

    FileTools &m_tools;
    const AttachmentId m_id;
    Caller m_caller;
    IncomingFile m_file;
    api::Attachment m_announced;
    bool m_open = false;
    bool m_closing = false;
    qint64 m_received = 0;
    qint64 m_unwritten = 0; ///< Bytes that the disk has yet to take.
    QByteArray m_early; ///< Came before the file was open.
    std::optional<Error> m_error;
    Done m_done;
};

} // namespace deskbell::server
