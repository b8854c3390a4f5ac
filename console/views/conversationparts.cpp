// How the parts of a conversation work together: what is written, changed and handed over.
#include "console/dialogs/questions.h"
#include "console/models/threadmodel.h"
#include "console/views/cannedpopup.h"
#include "console/views/composerview.h"
#include "console/views/composingcontroller.h"
#include "console/views/conversationheader.h"
#include "console/views/conversationview.h"
#include "console/views/handovercontroller.h"
#include "console/views/noticebar.h"
#include "console/views/offerpanel.h"
#include "console/views/threadstate.h"
#include "console/views/threadview.h"

#include <QDesktopServices>
#include <QEvent>
#include <QItemSelectionModel>
#include <QPointer>
#include <QPushButton>

namespace deskbell::console {

void ConversationView::connectParts()
{
    connect(&m_workspace, &Workspace::chatChanged, this, [this](int row) {
        if (m_workspace.chatAt(row).id == m_chatId)
            showChat();
    });
    connect(&m_workspace, &Workspace::chatRemoved, this, [this](const ChatId &id) {
        if (id == m_chatId)
            open({});
    });
    connect(&m_workspace, &Workspace::typingChanged, this, [this](const ChatId &id) {
        if (id == m_chatId)
            showTyping();
    });
    connect(m_claim, &QPushButton::clicked, this, [this] { claim(); });
    connect(m_header, &ConversationHeader::endRequested, this, &ConversationView::end);
    connect(m_threadState, &ThreadState::againRequested, this, [this] { m_actions.openThread(m_chatId); });
    connect(m_thread, &ThreadView::earlierWanted, this, [this] { m_actions.loadEarlier(m_chatId); });
    connect(m_thread, &ThreadView::sendAgainRequested, this,
            [this](const QString &clientId) { m_actions.sendAgain(m_chatId, clientId); });
    connect(m_thread, &ThreadView::discardRequested, this,
            [this](const QString &clientId) { m_actions.discard(m_chatId, clientId); });
    connect(m_thread, &ThreadView::linkRequested, this, [](const QUrl &target) { QDesktopServices::openUrl(target); });
    connect(&m_workspace, &Workspace::messageTaken, this, [this](const api::Message &message) {
        if (message.chatId == m_chatId)
            markRead();
    });
}

void ConversationView::connectWriting()
{
    const auto fail = [this](const ChatId &id, const QString &reason) {
        if (id == m_chatId)
            say(reason);
    };
    connect(m_composing, &ComposingController::failed, this, fail);
    connect(m_handover, &HandoverController::failed, this, fail);
    connect(m_composer, &ComposerView::cannedRequested, m_canned, &CannedPopup::offer);
    connect(m_composing, &ComposingController::replied, m_thread, &ThreadView::scrollToEnd);
    connect(m_composing, &ComposingController::modeChanged, this, [this] {
        showChat();
        Q_EMIT writingChanged();
    });
    connect(m_composing, &ComposingController::focusWanted, this, &ConversationView::focusFoot);
    m_thread->setEditable([this](const QModelIndex &index) {
        const api::Message *message = messageAt(index);
        return message && m_composing->canEdit(*message);
    });
    m_thread->setAnswerable([this](const QModelIndex &index) {
        const api::Message *message = messageAt(index);
        return message && m_composing->canAnswer(*message);
    });
    connect(m_thread, &ThreadView::answerRequested, m_composing, &ComposingController::answer);
    connect(m_thread, &ThreadView::quotedRequested, this, &ConversationView::showMessage);
    connect(m_thread, &ThreadView::quotedMissing, this, [this](qint64 seq) { m_actions.fetchQuoted(m_chatId, seq); });
    connect(m_thread, &ThreadView::editRequested, m_composing, &ComposingController::edit);
    connect(m_thread, &ThreadView::deleteRequested, this, &ConversationView::deleteMessage);
    connect(m_thread->selectionModel(), &QItemSelectionModel::currentChanged, this, &ConversationView::writingChanged);
    connect(m_model, &QAbstractItemModel::rowsInserted, this, &ConversationView::writingChanged);
}

void ConversationView::connectHandover()
{
    connect(m_header, &ConversationHeader::transferRequested, this, [this] { m_handover->transfer(m_chatId); });
    connect(m_offer, &OfferPanel::accepted, this, [this] { m_handover->accept(m_chatId); });
    connect(m_offer, &OfferPanel::declined, this, [this] { m_handover->decline(m_chatId); });
    connect(m_handover, &HandoverController::accepted, this, &ConversationView::claimed);
    connect(&m_workspace.office(), &Office::changed, this, &ConversationView::showChat);
    connect(&m_workspace, &Workspace::connectionChanged, this, &ConversationView::showChat);
}

bool ConversationView::pointTo(qint64 seq)
{
    const Thread *thread = m_model->thread();
    if (!thread || seq < std::max<qint64>(1, thread->firstSeq()) || seq > thread->lastSeq())
        return false;
    m_thread->point(m_model->indexOf(seq));
    return true;
}

void ConversationView::showMessage(qint64 seq)
{
    if (m_chatId.isNull() || pointTo(seq))
        return;
    m_actions.bringMessage(m_chatId, seq, [self = QPointer(this), id = m_chatId, seq](const Result<Nothing> &result) {
        if (!self || self->m_chatId != id)
            return; // somebody has gone on to another chat
        if (!result)
            self->say(result.error().message);
        else
            self->pointTo(seq);
    });
}

/// Null for a note, and for what is not sent.
const api::Message *ConversationView::messageAt(const QModelIndex &index) const
{
    const Thread *thread = m_model->thread();
    return thread ? thread->message(index.data(ThreadModel::SeqRole).toLongLong()) : nullptr;
}

qint64 ConversationView::answerableSeq() const
{
    const QModelIndex current = m_thread->currentIndex();
    return m_thread->hasFocus() && m_thread->isAnswerable(current) ? current.data(ThreadModel::SeqRole).toLongLong()
                                                                   : m_composing->lastAnswerable();
}

qint64 ConversationView::answeredSeq() const
{
    return m_thread->currentIndex().data(ThreadModel::QuoteRole).value<Quote>().seq;
}

qint64 ConversationView::editableSeq() const
{
    const QModelIndex current = m_thread->currentIndex();
    if (m_thread->hasFocus() && current.isValid() && m_thread->isEditable(current))
        return current.data(ThreadModel::SeqRole).toLongLong();
    // While the last one is on its way, nobody means the one before.
    const Thread *thread = m_model->thread();
    return thread && thread->hasOutgoing() ? 0 : m_composing->lastEditable();
}

void ConversationView::deleteMessage(qint64 seq)
{
    const Thread *thread = m_model->thread();
    if (!thread || seq < thread->firstSeq() || seq > thread->lastSeq())
        return;
    const api::Message message = *thread->message(seq);
    if (!m_composing->canEdit(message))
        return;
    m_questions.askDelete(this, message.text, [self = QPointer(this), id = m_chatId, seq] {
        if (!self)
            return;
        self->m_actions.change(api::MessageDelete{id, seq}, [self, id](const Result<Nothing> &result) {
            if (self && !result && self->m_chatId == id)
                self->say(result.error().message);
        });
    });
}

/// What is open in a window that has the attention is read.
void ConversationView::markRead()
{
    if (!m_chatId.isNull() && isActiveWindow())
        m_actions.markRead(m_chatId);
}

void ConversationView::resizeEvent(QResizeEvent *event)
{
    QFrame::resizeEvent(event);
    showTyping(); // as much of it as there is room for
}

void ConversationView::changeEvent(QEvent *event)
{
    QFrame::changeEvent(event);
    if (event->type() == QEvent::ActivationChange)
        markRead();
}

} // namespace deskbell::console
