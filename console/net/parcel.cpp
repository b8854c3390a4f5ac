#include "console/net/parcel.h"

#include <QFileInfo>
#include <QTimer>

namespace deskbell::console {

namespace {

constexpr int mostAttempts = 3;
constexpr int pauseMs = 500;

} // namespace

Parcel::Parcel(Link &link, FileLine &line, const Letter &letter, QObject *parent)
    : QObject(parent), m_link(link), m_line(line), m_letter(letter)
{
    for (const LetterFile &each : std::as_const(m_letter.files))
        m_all += std::max<qint64>(1, each.size);
}

void Parcel::start()
{
    tell(0);
    bringNext();
}

void Parcel::bringNext()
{
    while (m_at < m_letter.files.size() && m_letter.files.at(m_at).attachmentId) {
        m_done += m_letter.files.at(m_at).size;
        ++m_at;
    }
    if (m_at == m_letter.files.size()) {
        Q_EMIT finished(Nothing{});
        return;
    }
    const LetterFile &file = m_letter.files.at(m_at);
    const QFileInfo found(file.path);
    if (!found.isFile() || !found.isReadable()) {
        Q_EMIT finished(Error(ErrorCode::Internal, tr("The file %1 is not there any more.").arg(file.name)));
        return;
    }
    announce(file.name, found.size());
}

void Parcel::announce(const QString &name, qint64 size)
{
    m_link.request(api::AttachmentUpload{m_letter.chatId, name, size}, this,
                   [this](const Result<api::Attachment> &announced) {
                       if (announced)
                           upload(announced->id);
                       else
                           Q_EMIT finished(announced.error());
                   });
}

void Parcel::upload(const AttachmentId &id)
{
    m_line.upload(
        id, m_letter.files.at(m_at).path, this, [this](qint64 bytes) { tell(m_done + bytes); },
        [this, id](const Result<Nothing> &result) { takeUploaded(id, result); });
}

void Parcel::takeUploaded(const AttachmentId &id, const Result<Nothing> &result)
{
    // Complete already: an answer was lost on its way.
    if (result || result.error().code == ErrorCode::AttachmentComplete) {
        m_attempts = 0;
        m_letter.files[m_at].attachmentId = id;
        Q_EMIT arrived(m_at, id);
        bringNext();
        return;
    }
    Error error = result.error();
    if (error.code == ErrorCode::UnsupportedMediaType)
        error.message = tr("The desk does not take files such as %1.").arg(m_letter.files.at(m_at).name);
    if (error.code != ErrorCode::Disconnected) {
        Q_EMIT finished(error);
        return;
    }
    // The link stands, or this parcel would be gone: it is this way alone that fails, perhaps for good.
    if (++m_attempts < mostAttempts)
        QTimer::singleShot(pauseMs * m_attempts, this, [this, id] { upload(id); });
    else
        Q_EMIT finished(
            Error(ErrorCode::Internal,
                  tr("The file %1 could not be uploaded. %2").arg(m_letter.files.at(m_at).name, error.message)));
}

void Parcel::tell(qint64 bytes)
{
    const int percent = int(std::min<qint64>(100, bytes * 100 / std::max<qint64>(1, m_all)));
    if (percent <= m_percent)
        return;
    m_percent = percent;
    Q_EMIT progressed(percent);
}

} // namespace deskbell::console
