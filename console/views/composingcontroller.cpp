#include "console/views/composingcontroller.h"

#include "console/models/quote.h"
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
    connect(&composer, &ComposerView::textChanged, this, &ComposingController::keep);
    connect(&composer, &ComposerView::typingChanged, this, [this](bool typing) {
        if (!m_chatId.isNull())
            m_actions.setTyping(m_chatId, typing);
    });
    connectWorkspace();
}

void ComposingController::connectWorkspace()
{
    const auto showIts = [this](const ChatId &id) {
        if (id == m_chatId)
            showAnswered();
    };
    connect(&m_workspace, &Workspace::quotedChanged, this, showIts);
    connect(&m_workspace, &Workspace::connectionChanged, this, &ComposingController::showAnswered);
    connect(&m_workspace, &Workspace::draftChanged, this, [this](const ChatId &id) {
        if (id != m_chatId)
            return;
        show();
        showAnswered();
    });
    connect(&m_workspace, &Workspace::threadGrew, this, [this](const ChatId &id) {
        if (id != m_chatId)
            return;
        followEdited();
        showAnswered();
    });
}

void ComposingController::open(const ChatId &id)
{
    m_composer.setMode(modeOf(id)); // the visitor of the chat that was open hears that nobody types there any more
    m_chatId = id;
    m_composer.setText(textOf(id));
    followEdited();
    showAnswered();
}

/// With each key.
void ComposingController::keep(const QString &text)
{
    Draft draft = m_workspace.draft(m_chatId);
    if (mode() == ComposerMode::Reply)
        draft.text = text;
    else if (mode() == ComposerMode::Note)
        draft.note = text;
    else if (draft.edit)
        draft.edit->text = text;
    m_workspace.setDraft(m_chatId, draft);
}

ComposerMode ComposingController::modeOf(const ChatId &id) const
{
    const Draft draft = m_workspace.draft(id);
    if (draft.noting)
        return ComposerMode::Note;
    return draft.edit && !m_sentEdits.contains(id) ? ComposerMode::Edit : ComposerMode::Reply;
}

QString ComposingController::textOf(const ChatId &id) const
{
    const Draft draft = m_workspace.draft(id);
    switch (modeOf(id)) {
    case ComposerMode::Reply:
        break;
    case ComposerMode::Note:
        return draft.note == m_sentNotes.value(id) ? QString() : draft.note;
    case ComposerMode::Edit:
        return draft.edit->text;
    }
    return draft.text;
}

/// What the draft has that did not come out of the composer.
void ComposingController::show()
{
    const ComposerMode now = modeOf(m_chatId);
    const QString text = textOf(m_chatId);
    if (now == mode() && text == m_composer.text())
        return;
    const bool changed = now != mode();
    m_composer.setMode(now);
    m_composer.setText(text);
    if (changed)
        Q_EMIT modeChanged();
}

void ComposingController::writeNote()
{
    if (m_chatId.isNull() || mode() == ComposerMode::Note)
        return;
    Draft draft = m_workspace.draft(m_chatId);
    draft.noting = true;
    m_workspace.setDraft(m_chatId, draft);
    Q_EMIT focusWanted();
}

/// Whether one may write in the chat.
bool ComposingController::isOurs() const
{
    const api::Chat *chat = m_workspace.chat(m_chatId);
    return chat && chat->status == api::ChatStatus::Active && m_workspace.isMine(*chat);
}

bool ComposingController::canAnswer(const api::Message &message) const
{
    return isOurs() && message.seq > 0 && !message.deletedAt && message.senderType != api::SenderType::System;
}

qint64 ComposingController::lastAnswerable() const
{
    const Thread *thread = m_workspace.existingThread(m_chatId);
    if (!thread || !isOurs())
        return 0;
    return thread->lastOf(api::SenderType::Visitor, [this](const api::Message &each) { return canAnswer(each); });
}

void ComposingController::answer(qint64 seq)
{
    const Thread *thread = m_workspace.existingThread(m_chatId);
    const api::Message *message = thread ? thread->message(seq) : nullptr;
    if (!message || !canAnswer(*message) || isHeldByChange())
        return;
    Draft draft = m_workspace.draft(m_chatId);
    if (!m_sentEdits.contains(m_chatId))
        draft.edit.reset(); // nothing was changed
    draft.noting = false;
    draft.replyToSeq = seq;
    m_workspace.setDraft(m_chatId, draft);
    Q_EMIT focusWanted();
}

/// One that is not here is looked up; until it comes there are words for that.
void ComposingController::showAnswered()
{
    const std::optional<qint64> seq = m_workspace.draft(m_chatId).replyToSeq;
    const Thread *thread = m_workspace.existingThread(m_chatId);
    if (!seq || !thread) {
        m_composer.setAnswered({});
        return;
    }
    m_composer.setAnswered(replyingText(quoteOf(*thread, *seq, m_workspace.self())));
    if (thread->isLoaded() && !thread->message(*seq))
        m_actions.fetchQuoted(m_chatId, *seq);
}

void ComposingController::leave()
{
    Draft draft = m_workspace.draft(m_chatId);
    if (mode() == ComposerMode::Note)
        draft.noting = false;
    else if (mode() == ComposerMode::Edit)
        draft.edit.reset();
    else
        draft.replyToSeq.reset();
    m_workspace.setDraft(m_chatId, draft);
    Q_EMIT focusWanted();
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
    const Draft draft = m_workspace.draft(m_chatId);
    Draft written = draft.reply();
    written.text = text.trimmed().isEmpty() ? QString() : text;
    m_composer.setText({});
    m_composer.tray().setFiles({});
    Q_EMIT replied();
    m_actions.send(m_chatId, written);
    m_workspace.setDraft(m_chatId, draft.withoutReply()); // only now: it is in the outbox
}

void ComposingController::submitNote(const QString &text)
{
    m_sentNotes.insert(m_chatId, text);
    leave();
    m_actions.change(api::NoteAdd{m_chatId, text},
                     [self = QPointer(this), id = m_chatId, text](const Result<Nothing> &result) {
                         if (self)
                             self->takeNoted(id, text, result);
                     });
}

/// What the server does not take is still there to be sent again, before what has been begun since.
void ComposingController::takeNoted(const ChatId &id, const QString &text, const Result<Nothing> &result)
{
    if (m_sentNotes.value(id) == text)
        m_sentNotes.remove(id);
    Draft draft = m_workspace.draft(id);
    if (result) {
        if (draft.note == text)
            draft.note.clear();
        m_workspace.setDraft(id, draft);
        return;
    }
    if (!m_workspace.chat(id))
        return; // somebody has signed out; the draft is on the disk
    if (draft.note != text)
        draft.note = draft.note.isEmpty() ? text : text + QLatin1Char('\n') + draft.note;
    draft.noting = true;
    m_workspace.setDraft(id, draft);
    if (id == m_chatId)
        show();
    Q_EMIT failed(id, result.error().message);
}

} // namespace deskbell::console
