#pragma once

#include "console/net/fileline.h"
#include "console/store/outboxstore.h"

namespace deskbell::console {

/// Brings the files of one letter to the server, one after the other: each is announced over the link and sent by
/// HTTP. Those that are there already are not sent again. Gone, it has stopped.
class Parcel final : public QObject
{
    Q_OBJECT

public:
    Parcel(Link &link, FileLine &line, const Letter &letter, QObject *parent = nullptr);

    void start();

Q_SIGNALS:
    /// The server has all of the letter's file at this place.
    void arrived(int at, const deskbell::AttachmentId &id);
    /// Of all files together.
    void progressed(int percent);
    void finished(const deskbell::Result<deskbell::Nothing> &result);

private:
    void bringNext();
    void announce(const QString &name, qint64 size);
    void upload(const AttachmentId &id);
    void takeUploaded(const AttachmentId &id, const Result<Nothing> &result);
    void tell(qint64 bytes);

    Link &m_link;
    FileLine &m_line;
    Letter m_letter;
    int m_at = 0; // the file that is under way
    qint64 m_done = 0; // bytes of the files before it
    qint64 m_all = 0;
    int m_percent = -1; // as it was told last
    int m_attempts = 0; // that failed one after the other, of this file
};

} // namespace deskbell::console
