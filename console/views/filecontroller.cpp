#include "console/views/filecontroller.h"

#include "console/dialogs/questions.h"
#include "console/models/filewords.h"
#include "console/models/wording.h"
#include "console/views/threadview.h"

#include <QClipboard>
#include <QDesktopServices>
#include <QFile>
#include <QFileInfo>
#include <QGuiApplication>
#include <QImageReader>
#include <QMimeData>
#include <QPointer>
#include <QUrl>

namespace deskbell::console {

namespace {

constexpr qint64 mostPixels = 25'000'000; // of what a server makes small pictures of

} // namespace

FileController::FileController(ThreadView &thread, Actions &actions, Questions &questions, QObject *parent)
    : QObject(parent), show([](const QString &path) { QDesktopServices::openUrl(QUrl::fromLocalFile(path)); }),
      m_thread(thread), m_actions(actions), m_questions(questions)
{
    thread.setFileSource(actions.files());
    connect(&thread, &ThreadView::fileOpenRequested, this, &FileController::open);
    connect(&thread, &ThreadView::fileSaveRequested, this, &FileController::save);
    connect(&thread, &ThreadView::fileCopyRequested, this, &FileController::copy);
}

void FileController::open(const api::Attachment &file)
{
    const QString ending = showableEnding(file.type.value_or(QString()));
    if (ending.isEmpty())
        return;
    // Programs are chosen by the ending, so it is the one of what the file is, whatever it is called.
    const QString name = QFileInfo(safeFileName(file.name)).completeBaseName() + QLatin1Char('.') + ending;
    const QString path = m_actions.files().showcase(name);
    bring(file, path, [this, path] {
        QFile::setPermissions(path, QFile::ReadOwner); // changes would be lost
        show(path);
    });
}

void FileController::save(const api::Attachment &file)
{
    m_questions.askSavePath(&m_thread, safeFileName(file.name), [self = QPointer(this), file](const QString &path) {
        if (self)
            self->bring(file, path, [] {});
    });
}

void FileController::copy(const api::Attachment &file)
{
    const QString path = m_actions.files().showcase(safeFileName(file.name));
    bring(file, path, [file, path] {
        auto *data = new QMimeData;
        data->setUrls({QUrl::fromLocalFile(path)});
        if (isPicture(file)) {
            QImageReader reader(path);
            reader.setAutoTransform(true);
            const QSize size = reader.size();
            if (qint64(size.width()) * size.height() <= mostPixels)
                data->setImageData(reader.read());
        }
        QGuiApplication::clipboard()->setMimeData(data);
    });
}

void FileController::bring(const api::Attachment &file, const QString &path, std::function<void()> then)
{
    const auto tell = [self = QPointer(this), id = file.id](int percent) {
        if (self)
            self->m_thread.showDownload(id, percent);
    };
    tell(0);
    m_actions.files().save(
        file.id, path, tell,
        [self = QPointer(this), tell, file, then = std::move(then)](const Result<Nothing> &result) {
            if (!self)
                return;
            tell(-1);
            if (result)
                then();
            else
                Q_EMIT self->failed(tr("%1 could not be brought. %2").arg(oneLine(file.name), result.error().message));
        });
}

} // namespace deskbell::console
