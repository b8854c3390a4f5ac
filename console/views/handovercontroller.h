#pragma once

#include "console/state/actions.h"
#include "console/state/workspace.h"

#include <QObject>

class QWidget;

namespace deskbell::console {

class Questions;

/// Hands chats on: offers them to colleagues, puts them back into the queue, takes what is offered. What does not fit
/// the chat's state is not even asked for.
class HandoverController final : public QObject
{
    Q_OBJECT

public:
    /// None of them is owned; the parent is what questions stand over.
    HandoverController(Workspace &workspace, Actions &actions, Questions &questions, QWidget *parent);

    /// Asks to whom, which may be the queue.
    void transfer(const ChatId &id);
    /// Gives it to somebody without asking them.
    void assign(const ChatId &id);
    void release(const ChatId &id);
    void accept(const ChatId &id);
    /// Says no to what is offered to us, or takes back what we offered.
    void decline(const ChatId &id);
    bool canHandOver(const ChatId &id) const;
    bool canAssign(const ChatId &id) const;
    bool canAccept(const ChatId &id) const;
    bool canDecline(const ChatId &id) const;

Q_SIGNALS:
    /// The chat is ours now.
    void accepted(const deskbell::ChatId &id);
    void failed(const deskbell::ChatId &id, const QString &reason);

private:
    void change(const ChatId &id, const ChatChange &change, std::function<void()> then = {});

    Workspace &m_workspace;
    Actions &m_actions;
    Questions &m_questions;
    QWidget *m_window;
};

} // namespace deskbell::console
