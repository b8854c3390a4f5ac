#include "console/views/composingcontroller.h"

#include "console/views/attachmenttray.h"

#include <QPointer>

namespace deskbell::console {

ComposingController::ComposingController(ComposerView &composer, Workspace &workspace, Actions &actions,
                                         QObject *parent)
    : QObject(parent), m_composer(composer), m_workspace(workspace), m_actions(actions)
{
    connect(&composer, &ComposerView::submitted, this, &ComposingController::submit);
    connect(&composer, &ComposerView::modeLeft, this, &ComposingController::leave);
    connect(&composer, &ComposerView::noteRequested, this, &ComposingController::writeNote);
    connect(&composer, &ComposerView::editRequested, this, &ComposingController::editLast);
    connect(&composer, &ComposerView::textChanged, this, [this](const QString &text) {
        if (mode() == ComposerMode::Reply)
            m_workspace.setDraft(m_chatId, text);
        else if (mode() == ComposerMode::Note)
            m_notes.insert(m_chatId, text);
    });
    connect(&composer, &ComposerView::typingChanged, this, [this](bool typing) {
        if (!m_chatId.isNull())
            m_actions.setTyping(m_chatId, typing);
    });
}

void ComposingController::open(const ChatId &id)
{
    m_chatId = {}; // the composer's change of text concerns neither chat
    m_composer.setMode(ComposerMode::Reply);
    m_composer.setText(m_workspace.draft(id));
    m_chatId = id;
}

void ComposingController::writeNote()
{
    if (m_chatId.isNull() || mode() == ComposerMode::Note)
        return;
    setMode(ComposerMode::Note, m_notes.value(m_chatId));
    m_composer.takeFocus();
}

bool ComposingController::canEdit(const api::Message &message) const
{
    const api::Chat *chat = m_workspace.chat(m_chatId);
    return chat && chat->status == api::ChatStatus::Active && m_workspace.isMine(*chat) && message.seq > 0
        && !message.deletedAt && message.senderType == api::SenderType::Operator
        && message.senderId == m_workspace.self().id.toString();
}

void ComposingController::edit(qint64 seq)
{
    const Thread *thread = m_workspace.existingThread(m_chatId);
    if (!thread || seq <= 0)
        return;
    for (const Entry &each : thread->entries()) {
        if (each.message.seq != seq || !canEdit(each.message))
            continue;
        m_editedSeq = seq;
        setMode(ComposerMode::Edit, each.message.text);
        m_composer.takeFocus();
        return;
    }
}

qint64 ComposingController::lastEditable() const
{
    const Thread *thread = m_workspace.existingThread(m_chatId);
    if (!thread)
        return 0;
    const QList<Entry> &entries = thread->entries();
    const auto last =
        std::find_if(entries.rbegin(), entries.rend(), [this](const Entry &each) { return canEdit(each.message); });
    return last == entries.rend() ? 0 : last->message.seq;
}

void ComposingController::editLast()
{
    edit(lastEditable());
}

void ComposingController::leave()
{
    if (mode() == ComposerMode::Reply)
        return;
    setMode(ComposerMode::Reply, m_workspace.draft(m_chatId));
    m_composer.takeFocus();
}

void ComposingController::setMode(ComposerMode mode, const QString &text)
{
    m_composer.setMode(mode);
    m_composer.setText(text);
    Q_EMIT modeChanged();
}

void ComposingController::submit(const QString &text)
{
    switch (mode()) {
    case ComposerMode::Reply:
        submitReply(text);
        break;
    case ComposerMode::Note:
        submitNote(text);
        break;
    case ComposerMode::Edit:
        submitEdit(text);
        break;
    }
}

void ComposingController::submitReply(const QString &text)
{
    const QList<LetterFile> files = m_composer.tray().files();
    m_composer.setText({});
    m_composer.tray().setFiles({});
    m_workspace.setDraft(m_chatId, {});
    Q_EMIT replied();
    if (files.isEmpty())
        m_actions.send(m_chatId, text);
    else
        m_actions.files().send(m_chatId, text.trimmed().isEmpty() ? QString() : text, files);
}

/// What the server does not take is still there to be sent again.
void ComposingController::submitNote(const QString &text)
{
    m_notes.remove(m_chatId);
    leave();
    m_actions.change(api::NoteAdd{m_chatId, text},
                     [self = QPointer(this), id = m_chatId, text](const Result<Nothing> &result) {
                         if (!self || result)
                             return;
                         self->m_notes.insert(id, text);
                         if (self->m_chatId == id)
                             self->writeNote();
                         Q_EMIT self->failed(id, result.error().message);
                     });
}

void ComposingController::submitEdit(const QString &text)
{
    const qint64 seq = m_editedSeq;
    leave();
    m_actions.change(api::MessageEdit{m_chatId, seq, text},
                     [self = QPointer(this), id = m_chatId, seq, text](const Result<Nothing> &result) {
                         if (!self || result)
                             return;
                         if (self->m_chatId == id && self->mode() == ComposerMode::Reply) {
                             self->edit(seq);
                             self->m_composer.setText(text);
                         }
                         Q_EMIT self->failed(id, result.error().message);
                     });
}

} // namespace deskbell::console
