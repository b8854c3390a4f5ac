#pragma once

#include "console/state/actions.h"
#include "console/state/workspace.h"
#include "console/views/composerview.h"

#include <QHash>

namespace deskbell::console {

/// What becomes of what is written for the open chat: a reply, a note for colleagues, or another text for a message
/// that was sent. A reply that was begun is kept as the chat's draft, with the message that it answers; a note never
/// is, so that no note can be sent by mistake after a crash.
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
    /// Back to the reply, and from the message that it answers.
    void leave();
    bool canEdit(const api::Message &message) const;
    /// The number of the last message that can be edited, or 0.
    qint64 lastEditable() const;

Q_SIGNALS:
    void modeChanged();
    void replied();
    void failed(const deskbell::ChatId &id, const QString &reason);

private:
    bool isOurs() const;
    void submit(const QString &text);
    void submitReply(const QString &text);
    void submitNote(const QString &text);
    void submitEdit(const QString &text);
    void setMode(ComposerMode mode, const QString &text);
    void setAnswered(const std::optional<qint64> &seq);
    void showAnswered();

    ComposerView &m_composer;
    Workspace &m_workspace;
    Actions &m_actions;
    ChatId m_chatId; // null: nothing is open
    qint64 m_editedSeq = 0; // in the mode Edit
    QHash<ChatId, QString> m_notes; // that were begun
};

} // namespace deskbell::console
