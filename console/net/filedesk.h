#pragma once

#include "console/net/courier.h"
#include "console/net/fileline.h"
#include "console/state/fileactions.h"
#include "console/store/fileshelf.h"

namespace deskbell::console {

/// Carries out what the views ask for of files. Small pictures come from this computer where they were seen before.
class FileDesk final : public QObject, public FileActions
{
    Q_OBJECT

public:
    /// None of them is owned.
    FileDesk(FileLine &line, Courier &courier, FileShelf &shelf, QObject *parent = nullptr);

    Result<LetterFile> keep(const QByteArray &bytes, const QString &name) override;
    void drop(const LetterFile &file) override { m_shelf.drop(file); }
    void stop(const ChatId &id, const QString &clientId) override { m_courier.halt(id, clientId); }
    void fetchPicture(const AttachmentId &id, std::function<void(QByteArray bytes)> done) override;
    void save(const AttachmentId &id, const QString &path, std::function<void(int percent)> progress,
              Done done) override;
    QString showcase(const QString &name) override { return m_shelf.showcase(name); }

private:
    FileLine &m_line;
    Courier &m_courier;
    FileShelf &m_shelf;
};

} // namespace deskbell::console
