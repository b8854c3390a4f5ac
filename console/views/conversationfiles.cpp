// Files that come into a conversation by hand, and those that are taken out of it.
#include "console/models/wording.h"
#include "console/theme/theme.h"
#include "console/views/attachingcontroller.h"
#include "console/views/conversationview.h"
#include "console/views/filecontroller.h"
#include "console/views/messageedit.h"
#include "console/views/threadview.h"

#include <QDropEvent>
#include <QLabel>
#include <QMimeData>

namespace deskbell::console {

void ConversationView::connectFiles()
{
    setAcceptDrops(true);
    m_dropHint->setObjectName(QStringLiteral("dropHintLabel"));
    m_dropHint->setAlignment(Qt::AlignCenter);
    m_dropHint->setTextFormat(Qt::PlainText);
    m_dropHint->setFont(m_theme.font(FontSize::Title, Weight::SemiBold));
    m_dropHint->setAttribute(Qt::WA_TransparentForMouseEvents);
    m_dropHint->hide();
    connect(m_attaching, &AttachingController::failed, this, [this](const ChatId &id, const QString &reason) {
        if (id == m_chatId)
            say(reason);
    });
    connect(m_files, &FileController::failed, this, &ConversationView::say);
    connect(m_thread, &ThreadView::stopRequested, this,
            [this](const QString &clientId) { m_actions.files().stop(m_chatId, clientId); });
    connect(&m_workspace, &Workspace::connectionChanged, m_thread, [this] {
        if (m_workspace.connection().phase == ConnectionState::Phase::Online) {
            m_thread->retryPictures();
            m_thread->retryQuotes();
        }
    });
}

void ConversationView::dragEnterEvent(QDragEnterEvent *event)
{
    if (!m_attaching->isWelcome() || !MessageEdit::carriesFiles(*event->mimeData()))
        return;
    event->setDropAction(Qt::CopyAction);
    event->accept();
    const api::Chat *chat = m_workspace.chat(m_chatId);
    m_dropHint->setText(tr("Drop it to send it to %1").arg(oneLine(chat ? chat->visitorName : QString())));
    m_dropHint->setGeometry(rect().adjusted(space::s, space::s, -space::s, -space::s));
    m_dropHint->show();
    m_dropHint->raise();
}

void ConversationView::dragLeaveEvent(QDragLeaveEvent *)
{
    m_dropHint->hide();
}

void ConversationView::dropEvent(QDropEvent *event)
{
    m_dropHint->hide();
    event->setDropAction(Qt::CopyAction);
    event->accept();
    m_attaching->take(*event->mimeData());
}

} // namespace deskbell::console
