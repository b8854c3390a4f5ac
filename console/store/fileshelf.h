#pragma once

#include "console/store/letterfile.h"
#include "shared/result.h"

#include <QByteArray>
#include <QCoreApplication>
#include <QList>

namespace deskbell::console {

/// The folder of a profile with bytes of files: copies of what was pasted, until it is sent; and the small pictures of
/// conversations, so many as fit a bound, those that were looked at last.
class FileShelf
{
    Q_DECLARE_TR_FUNCTIONS(FileShelf)

public:
    static constexpr qint64 usualBound = 64 * 1024 * 1024;

    /// The folder is made when it is first needed.
    explicit FileShelf(QString folder, qint64 pictureBound = usualBound);

    /// Keeps bytes that are nowhere else, for their owner alone. Errors: StorageFull, Internal.
    Result<LetterFile> keep(const QByteArray &bytes, const QString &name);
    /// The file is sent, or is not to be. What lies elsewhere on this computer is not ours to remove.
    void drop(const LetterFile &file);
    /// For the start: removes the copies that none of these files needs, since the program may have ended before it
    /// could, and what other programs were shown.
    void sweep(const QList<LetterFile> &needed);

    /// Empty when it is not there.
    QByteArray picture(const AttachmentId &id);
    void putPicture(const AttachmentId &id, const QByteArray &bytes);
    void clearPictures();
    /// Where a file lies while another program shows it; sweep() removes it.
    QString showcase(const QString &name);

private:
    QString picturePath(const AttachmentId &id) const;
    QString folder(const QString &name) const { return m_folder + QLatin1Char('/') + name; }
    void trim();

    QString m_folder;
    qint64 m_bound;
    qint64 m_pictureBytes = -1; // on the disk; negative: not counted yet
};

} // namespace deskbell::console
