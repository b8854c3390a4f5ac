// Another text for a message that was sent: begun, saved, and overtaken by what becomes of the message.
#include "console/views/composingcontroller.h"

#include <QPointer>

namespace deskbell::console {

bool ComposingController::canEdit(const api::Message &message) const
{
    return isOurs() && message.seq > 0 && !message.deletedAt && message.senderType == api::SenderType::Operator
        && message.senderId == m_workspace.self().id.toString();
}

qint64 ComposingController::lastEditable() const
{
    const Thread *thread = m_workspace.existingThread(m_chatId);
    if (!thread || !isOurs())
        return 0;
    return thread->lastOf(api::SenderType::Operator, [this](const api::Message &each) { return canEdit(each); });
}

void ComposingController::editLast()
{
    edit(lastEditable());
}

void ComposingController::edit(qint64 seq)
{
    const Thread *thread = m_workspace.existingThread(m_chatId);
    const api::Message *message = thread ? thread->message(seq) : nullptr;
    if (!message || !canEdit(*message) || m_sentEdits.contains(m_chatId))
        return;
    Draft draft = m_workspace.draft(m_chatId);
    const bool begun = draft.edit && draft.edit->seq == seq;
    if (!begun && isHeldByChange())
        return;
    if (!begun)
        draft.edit = EditDraft{seq, message->text, message->change};
    draft.noting = false;
    m_workspace.setDraft(m_chatId, draft);
    Q_EMIT focusWanted();
}

/// Whether somebody has changed a message and has to save or leave that first, which is said.
bool ComposingController::isHeldByChange()
{
    Draft draft = m_workspace.draft(m_chatId);
    if (!draft.edit || m_sentEdits.contains(m_chatId))
        return false;
    const Thread *thread = m_workspace.existingThread(m_chatId);
    const api::Message *message = thread ? thread->message(draft.edit->seq) : nullptr;
    if (message && message->text == draft.edit->text)
        return false;
    draft.noting = false;
    m_workspace.setDraft(m_chatId, draft);
    Q_EMIT focusWanted();
    Q_EMIT failed(m_chatId, tr("You have changed a message and not saved it. Save it or leave it first."));
    return true;
}

void ComposingController::submitEdit(const QString &text)
{
    Draft draft = m_workspace.draft(m_chatId);
    draft.edit->text = text;
    const EditDraft sent = *draft.edit;
    m_sentEdits.insert(m_chatId, sent);
    m_workspace.setDraft(m_chatId, draft);
    show();
    Q_EMIT focusWanted();
    m_actions.change(api::MessageEdit{m_chatId, sent.seq, text},
                     [self = QPointer(this), id = m_chatId, sent](const Result<Nothing> &result) {
                         if (self)
                             self->takeEdited(id, sent, result);
                     });
}

void ComposingController::takeEdited(const ChatId &id, const EditDraft &sent, const Result<Nothing> &result)
{
    m_sentEdits.remove(id);
    Draft draft = m_workspace.draft(id);
    if (draft.edit != sent)
        return; // what was said in the chat was erased, or somebody has signed out
    const bool isGone = !result
        && (result.error().code == ErrorCode::MessageDeleted || result.error().code == ErrorCode::MessageNotFound);
    if (isGone) {
        moveEditToReply(id);
        return;
    }
    if (result)
        draft.edit.reset();
    m_workspace.setDraft(id, draft);
    if (id == m_chatId)
        show();
    if (!result)
        Q_EMIT failed(id, result.error().message);
}

/// The message may have changed while somebody writes another text for it, here or in an earlier run.
void ComposingController::followEdited()
{
    Draft draft = m_workspace.draft(m_chatId);
    const Thread *thread = m_workspace.existingThread(m_chatId);
    if (!draft.edit || !thread || m_sentEdits.contains(m_chatId))
        return;
    const api::Message *message = thread->message(draft.edit->seq);
    if (!message || message->change <= draft.edit->change)
        return;
    if (message->deletedAt) {
        moveEditToReply(m_chatId);
        return;
    }
    const bool isSaved = message->text == draft.edit->text; // before a crash, and the answer did not come
    draft.edit->change = message->change;
    if (isSaved)
        draft.edit.reset();
    m_workspace.setDraft(m_chatId, draft);
    if (!isSaved)
        Q_EMIT failed(m_chatId, tr("This message was changed elsewhere meanwhile. What you save replaces that."));
}

/// It cannot be saved any more, and it is nowhere else.
void ComposingController::moveEditToReply(const ChatId &id)
{
    Draft draft = m_workspace.draft(id);
    const QString text = std::exchange(draft.edit, std::nullopt)->text;
    draft.text = draft.text.isEmpty() ? text : draft.text + QLatin1Char('\n') + text;
    m_workspace.setDraft(id, draft);
    Q_EMIT failed(id, tr("The message that you were changing was deleted. Your text stands in the reply now."));
}

} // namespace deskbell::console
