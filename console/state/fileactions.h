#pragma once

#include "console/store/letterfile.h"
#include "shared/result.h"

#include <QByteArray>
#include <QList>

#include <functional>

namespace deskbell::console {

/// What an operator can ask for of files. Part of Actions.
class FileActions
{
public:
    using Done = std::function<void(const Result<Nothing> &)>;

    FileActions() = default;
    virtual ~FileActions() = default;
    Q_DISABLE_COPY_MOVE(FileActions)

    /// Bytes that are nowhere else, such as a picture that was pasted, are kept until they are sent.
    virtual Result<LetterFile> keep(const QByteArray &bytes, const QString &name) = 0;
    /// It is not to be sent after all.
    virtual void drop(const LetterFile &file) = 0;
    /// A message whose files are on their way stays here.
    virtual void stop(const ChatId &id, const QString &clientId) = 0;
    /// The small picture of a file, or nothing when it cannot be had. It may come before this call returns.
    virtual void fetchPicture(const AttachmentId &id, std::function<void(QByteArray bytes)> done) = 0;
    /// The file itself, to be written to a path.
    virtual void save(const AttachmentId &id, const QString &path, std::function<void(int percent)> progress,
                      Done done) = 0;
    /// A path of ours for a file of this name, for other programs to read it there.
    virtual QString showcase(const QString &name) = 0;
};

} // namespace deskbell::console
