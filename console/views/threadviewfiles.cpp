// What a person does with the files in a conversation, and with messages that are not sent.
#include "console/models/filewords.h"
#include "console/models/threadmodel.h"
#include "console/models/wording.h"
#include "console/theme/theme.h"
#include "console/views/messagedelegate.h"
#include "console/views/threadview.h"

#include <QContextMenuEvent>
#include <QMenu>

namespace deskbell::console {

namespace {

QList<api::Attachment> filesOf(const QModelIndex &index)
{
    auto files = index.data(ThreadModel::FilesRole).value<QList<api::Attachment>>();
    files.removeIf([](const api::Attachment &each) { return each.id.isNull(); }); // on their way
    return files;
}

/// In a menu `&` would underline what follows.
QString menuText(const QString &name)
{
    constexpr qsizetype most = 48;
    QString text = oneLine(name);
    if (text.size() > most)
        text = text.left(most / 2) + QStringLiteral("…") + text.right(most / 2);
    return text.replace(QLatin1Char('&'), QStringLiteral("&&"));
}

} // namespace

void ThreadView::setFileSource(FileActions &source)
{
    m_delegate->pictures().setSource(source);
}

void ThreadView::retryPictures()
{
    m_delegate->pictures().retry();
    viewport()->update();
}

void ThreadView::showDownload(const AttachmentId &id, int percent)
{
    m_delegate->setDownload(id, percent);
    viewport()->update();
}

/// Shown where that is safe, and saved otherwise.
void ThreadView::useFile(const api::Attachment &file)
{
    if (showableEnding(file.type.value_or(QString())).isEmpty())
        Q_EMIT fileSaveRequested(file);
    else
        Q_EMIT fileOpenRequested(file);
}

bool ThreadView::takeEnter(const QModelIndex &index)
{
    if (!index.isValid())
        return false;
    if (Delivery(index.data(ThreadModel::DeliveryRole).toInt()) == Delivery::Failed) {
        Q_EMIT sendAgainRequested(index.data(ThreadModel::ClientIdRole).toString());
        return true;
    }
    const QList<api::Attachment> files = filesOf(index);
    const auto quote = index.data(ThreadModel::QuoteRole).value<Quote>();
    if (files.isEmpty() && quote.seq > 0) {
        Q_EMIT quotedRequested(quote.seq);
        return true;
    }
    if (files.size() == 1 && quote.seq == 0) {
        useFile(files.first());
    } else if (!files.isEmpty()) { // which of them?
        offerMenu(index);
    }
    return !files.isEmpty() || followLinks(index);
}

void ThreadView::addFileActions(QMenu &menu, const QModelIndex &index)
{
    const QList<api::Attachment> files = filesOf(index);
    for (const api::Attachment &file : files) {
        QMenu *of = &menu;
        if (files.size() > 1) {
            of = menu.addMenu(m_theme.icon(QStringLiteral("file"), Token::Ink2), menuText(file.name));
            of->setObjectName(QStringLiteral("fileMenu"));
        } else {
            menu.addSeparator();
        }
        if (!showableEnding(file.type.value_or(QString())).isEmpty())
            of->addAction(m_theme.icon(QStringLiteral("eye"), Token::Ink2), tr("Open"), this,
                          [this, file] { Q_EMIT fileOpenRequested(file); });
        of->addAction(m_theme.icon(QStringLiteral("save"), Token::Ink2), tr("Save as …"), this,
                      [this, file] { Q_EMIT fileSaveRequested(file); });
        of->addAction(m_theme.icon(QStringLiteral("copy"), Token::Ink2),
                      isPicture(file) ? tr("Copy picture") : tr("Copy file"), this,
                      [this, file] { Q_EMIT fileCopyRequested(file); });
    }
}

void ThreadView::addUnsentActions(QMenu &menu, const QModelIndex &index)
{
    const auto delivery = Delivery(index.data(ThreadModel::DeliveryRole).toInt());
    const QString clientId = index.data(ThreadModel::ClientIdRole).toString();
    const bool hasFiles = !index.data(ThreadModel::FilesRole).value<QList<api::Attachment>>().isEmpty();
    if (delivery == Delivery::Waiting && hasFiles)
        menu.addAction(m_theme.icon(QStringLiteral("close"), Token::Ink2), tr("Stop sending"), this,
                       [this, clientId] { Q_EMIT stopRequested(clientId); });
    if (delivery != Delivery::Failed)
        return;
    menu.addAction(m_theme.icon(QStringLiteral("refresh"), Token::Ink2), tr("Send again"), this,
                   [this, clientId] { Q_EMIT sendAgainRequested(clientId); });
    menu.addAction(m_theme.icon(QStringLiteral("close"), Token::Danger), tr("Discard"), this,
                   [this, clientId] { Q_EMIT discardRequested(clientId); });
}

} // namespace deskbell::console
