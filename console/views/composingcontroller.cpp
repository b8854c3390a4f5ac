#include "console/views/composingcontroller.h"

#include "console/models/quote.h"
#include "console/views/attachmenttray.h"

#include <QPointer>

namespace deskbell::console {

namespace {

/// The number of the last message from this side that fits; 0 where none does.
template <class Fits>
qint64 lastOf(const Thread &thread, api::SenderType side, const Fits &fits)
{
    const Entries &entries = thread.entries();
    for (int row = entries.size() - 1; row >= 0; --row) {
        if (entries.brief(row).senderType == side && fits(entries.at(row).message))
            return entries.at(row).message.seq;
    }
    return 0;
}

} // namespace

ComposingController::ComposingController(ComposerView &composer, Workspace &workspace, Actions &actions,
                                         QObject *parent)
    : QObject(parent), m_composer(composer), m_workspace(workspace), m_actions(actions)
{
    connect(&composer, &ComposerView::submitted, this, &ComposingController::submit);
    connect(&composer, &ComposerView::modeLeft, this, &ComposingController::leave);
    connect(&composer, &ComposerView::noteRequested, this, &ComposingController::writeNote);
    connect(&composer, &ComposerView::editRequested, this, &ComposingController::editLast);
    connect(&composer, &ComposerView::textChanged, this, [this](const QString &text) {
        if (mode() == ComposerMode::Reply) {
            Draft draft = m_workspace.draft(m_chatId);
            draft.text = text;
            m_workspace.setDraft(m_chatId, draft);
        } else if (mode() == ComposerMode::Note) {
            m_notes.insert(m_chatId, text);
        }
    });
    const auto showIts = [this](const ChatId &id) {
        if (id == m_chatId)
            showAnswered();
    };
    connect(&workspace, &Workspace::draftChanged, this, showIts);
    connect(&workspace, &Workspace::threadGrew, this, showIts);
    connect(&workspace, &Workspace::quotedChanged, this, showIts);
    connect(&workspace, &Workspace::connectionChanged, this, &ComposingController::showAnswered);
    connect(&composer, &ComposerView::typingChanged, this, [this](bool typing) {
        if (!m_chatId.isNull())
            m_actions.setTyping(m_chatId, typing);
    });
}

void ComposingController::open(const ChatId &id)
{
    m_chatId = {}; // the composer's change of text concerns neither chat
    m_composer.setMode(ComposerMode::Reply);
    m_composer.setText(m_workspace.draft(id).text);
    m_chatId = id;
    showAnswered();
}

void ComposingController::writeNote()
{
    if (m_chatId.isNull() || mode() == ComposerMode::Note)
        return;
    setMode(ComposerMode::Note, m_notes.value(m_chatId));
    m_composer.takeFocus();
}

/// Whether one may write in the chat.
bool ComposingController::isOurs() const
{
    const api::Chat *chat = m_workspace.chat(m_chatId);
    return chat && chat->status == api::ChatStatus::Active && m_workspace.isMine(*chat);
}

bool ComposingController::canEdit(const api::Message &message) const
{
    return isOurs() && message.seq > 0 && !message.deletedAt && message.senderType == api::SenderType::Operator
        && message.senderId == m_workspace.self().id.toString();
}

void ComposingController::edit(qint64 seq)
{
    const Thread *thread = m_workspace.existingThread(m_chatId);
    if (!thread || seq <= 0)
        return;
    const api::Message *message = thread->message(seq);
    if (!message || !canEdit(*message))
        return;
    const QString text = message->text;
    m_editedSeq = seq;
    setMode(ComposerMode::Edit, text);
    m_composer.takeFocus();
}

qint64 ComposingController::lastEditable() const
{
    const Thread *thread = m_workspace.existingThread(m_chatId);
    if (!thread || !isOurs())
        return 0;
    return lastOf(*thread, api::SenderType::Operator, [this](const api::Message &each) { return canEdit(each); });
}

void ComposingController::editLast()
{
    edit(lastEditable());
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
    return lastOf(*thread, api::SenderType::Visitor, [this](const api::Message &each) { return canAnswer(each); });
}

void ComposingController::answer(qint64 seq)
{
    const Thread *thread = m_workspace.existingThread(m_chatId);
    const api::Message *message = thread ? thread->message(seq) : nullptr;
    if (!message || !canAnswer(*message))
        return;
    if (mode() != ComposerMode::Reply)
        leave();
    setAnswered(seq);
    m_composer.takeFocus();
}

void ComposingController::setAnswered(const std::optional<qint64> &seq)
{
    Draft draft = m_workspace.draft(m_chatId);
    draft.replyToSeq = seq;
    m_workspace.setDraft(m_chatId, draft);
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
    if (mode() == ComposerMode::Reply)
        setAnswered(std::nullopt);
    else
        setMode(ComposerMode::Reply, m_workspace.draft(m_chatId).text);
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
    Draft written = m_workspace.draft(m_chatId);
    written.text = text.trimmed().isEmpty() ? QString() : text;
    m_composer.setText({});
    m_composer.tray().setFiles({});
    Q_EMIT replied();
    m_actions.send(m_chatId, written);
    m_workspace.setDraft(m_chatId, {}); // only now: it is in the outbox
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
