#include "console/views/attachingcontroller.h"

#include "console/dialogs/questions.h"
#include "console/models/filewords.h"
#include "console/models/wording.h"
#include "console/views/attachmenttray.h"
#include "console/views/composerview.h"

#include <QBuffer>
#include <QFileInfo>
#include <QImage>
#include <QImageReader>
#include <QMimeData>
#include <QPointer>
#include <QThreadPool>
#include <QUrl>

namespace deskbell::console {

namespace {

constexpr int mostFiles = 10; // of one message, at the server

LetterFile fileAt(const QString &path)
{
    const QFileInfo info(path);
    LetterFile file{info.absoluteFilePath(), info.fileName(), info.size()};
    QImageReader reader(file.path); // looks at the head alone
    QSize size = reader.size();
    if (reader.transformation() & QImageIOHandler::TransformationRotate90)
        size.transpose();
    if (size.isValid() && !size.isEmpty()) {
        file.width = size.width();
        file.height = size.height();
    }
    return file;
}

} // namespace

AttachingController::AttachingController(ComposerView &composer, Workspace &workspace, Actions &actions,
                                         Questions &questions, QObject *parent)
    : QObject(parent), m_composer(composer), m_workspace(workspace), m_actions(actions), m_questions(questions)
{
    connect(&composer, &ComposerView::attachRequested, this, &AttachingController::choose);
    connect(&composer.field(), &MessageEdit::filesOffered, this, &AttachingController::take);
    connect(&composer.tray(), &AttachmentTray::removed, this, [this](const LetterFile &file) {
        m_actions.files().drop(file);
        setFiles(m_chatId, m_composer.tray().files());
        m_composer.takeFocus();
    });
}

void AttachingController::open(const ChatId &id)
{
    m_chatId = id;
    m_composer.tray().setFiles(m_workspace.draft(id).files);
}

bool AttachingController::isWelcome() const
{
    return !m_chatId.isNull() && m_composer.isVisible() && m_composer.mode() == ComposerMode::Reply;
}

void AttachingController::choose()
{
    if (!isWelcome())
        return;
    m_questions.askFiles(&m_composer, [self = QPointer(this), id = m_chatId](const QStringList &paths) {
        if (self && self->m_chatId == id)
            self->takePaths(paths);
    });
}

void AttachingController::take(const QMimeData &data)
{
    if (!isWelcome())
        return;
    QStringList paths;
    const QList<QUrl> urls = data.urls();
    for (const QUrl &url : urls) {
        if (url.isLocalFile())
            paths.append(url.toLocalFile());
    }
    if (!paths.isEmpty())
        takePaths(paths);
    else if (data.hasImage())
        takePicture(qvariant_cast<QImage>(data.imageData()));
}

void AttachingController::takePaths(const QStringList &paths)
{
    for (const QString &path : paths)
        add(m_chatId, fileAt(path));
    m_composer.takeFocus();
}

/// Packing a large picture takes longer than a window may stand still.
void AttachingController::takePicture(const QImage &image)
{
    if (image.isNull())
        return;
    QThreadPool::globalInstance()->start([self = QPointer(this), id = m_chatId, image] {
        QByteArray bytes;
        QBuffer buffer(&bytes);
        image.save(&buffer, "PNG");
        QMetaObject::invokeMethod(qApp, [self, id, bytes, size = image.size()] {
            if (!self)
                return;
            auto kept = self->m_actions.files().keep(bytes, tr("Picture.png"));
            if (!kept) {
                Q_EMIT self->failed(id, kept.error().message);
                return;
            }
            kept->width = size.width();
            kept->height = size.height();
            self->add(id, *kept);
        });
    });
}

void AttachingController::add(const ChatId &id, const LetterFile &file)
{
    const QString problem = problemOf(id, file);
    if (problem.isEmpty()) {
        setFiles(id, m_workspace.draft(id).files + QList{file});
        return;
    }
    m_actions.files().drop(file);
    Q_EMIT failed(id, problem);
}

void AttachingController::setFiles(const ChatId &id, const QList<LetterFile> &files)
{
    Draft draft = m_workspace.draft(id);
    draft.files = files;
    m_workspace.setDraft(id, draft);
    if (id == m_chatId)
        m_composer.tray().setFiles(files);
}

QString AttachingController::problemOf(const ChatId &id, const LetterFile &file) const
{
    const QString name = oneLine(file.name);
    const qint64 most = m_workspace.office().mostFileBytes();
    const QList<LetterFile> there = m_workspace.draft(id).files;
    const QFileInfo info(file.path);
    if (info.isDir())
        return tr("%1 is a folder. Only files can go with a message.").arg(name);
    if (there.size() >= mostFiles)
        return tr("A message takes %n file(s). Send the others with the next one.", nullptr, mostFiles);
    if (std::any_of(there.begin(), there.end(), [&file](const LetterFile &each) { return each.path == file.path; }))
        return tr("%1 is among the files already.").arg(name);
    if (file.size == 0)
        return tr("%1 is empty, or cannot be read.").arg(name);
    if (most > 0 && file.size > most)
        return tr("%1 has %2. This desk takes files of up to %3.")
            .arg(name, fileSizeText(file.size), fileSizeText(most));
    return {};
}

} // namespace deskbell::console
