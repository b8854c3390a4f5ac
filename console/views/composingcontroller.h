#pragma once

#include "console/state/actions.h"
#include "console/state/workspace.h"
#include "console/views/composerview.h"

#include <QHash>

namespace deskbell::console {

/// What becomes of what is written for the open chat: a reply, a note for colleagues, or another text for a message
/// that was sent. All of it is the chat's draft, which outlives a crash, until the server has it; the composer shows
/// what was being written last. A change of a message that was begun is finished or left before another thing is
/// written, but for a note.
class ComposingController final : public QObject
{
    Q_OBJECT

public:
    /// None of them is owned.
    ComposingController(ComposerView &composer, Workspace &workspace, Actions &actions, QObject *parent = nullptr);

    ComposerMode mode() const { return m_composer.mode(); }
    void open(const ChatId &id);
    /// Notes are for every chat, whoever holds it.
    void writeNote();
    /// Nothing happens unless the message is one's own and the chat is open and one's own.
    void edit(qint64 seq);
    /// The last message that can be edited.
    void editLast();
    /// What is written from now on answers this message. Nothing happens where that cannot be.
    void answer(qint64 seq);
    bool canAnswer(const api::Message &message) const;
    /// The number of the last message of the visitor's that can be answered, or 0.
    qint64 lastAnswerable() const;
    /// Back to the reply, and from the message that it answers. A note is kept, and a change is not.
    void leave();
    bool canEdit(const api::Message &message) const;
    /// The number of the last message that can be edited, or 0.
    qint64 lastEditable() const;

Q_SIGNALS:
    void modeChanged();
    /// The person has begun or left something.
    void focusWanted();
    void replied();
    /// What was asked for is not done, or not as it was meant.
    void failed(const deskbell::ChatId &id, const QString &reason);

private:
    bool isOurs() const;
    void connectWorkspace();
    void keep(const QString &text);
    ComposerMode modeOf(const ChatId &id) const;
    QString textOf(const ChatId &id) const;
    void show();
    void showAnswered();
    void submit(const QString &text);
    void submitReply(const QString &text);
    void submitNote(const QString &text);
    void takeNoted(const ChatId &id, const QString &text, const Result<Nothing> &result);
    void submitEdit(const QString &text);
    void takeEdited(const ChatId &id, const EditDraft &sent, const Result<Nothing> &result);
    bool isHeldByChange();
    void followEdited();
    void moveEditToReply(const ChatId &id);

    ComposerView &m_composer;
    Workspace &m_workspace;
    Actions &m_actions;
    ChatId m_chatId; // null: nothing is open
    // What is on its way to the server stays in the draft, and out of sight, until that has it.
    QHash<ChatId, QString> m_sentNotes;
    QHash<ChatId, EditDraft> m_sentEdits;
};

} // namespace deskbell::console
