#pragma once

#include "console/state/actions.h"

#include <functional>
#include <optional>

class QWidget;

namespace deskbell::console {

class Workspace;

/// A question that is answered with yes or not at all, and where "yes" cannot be taken back.
struct Confirmation
{
    QString name; ///< The dialog's object name begins with it.
    QString title; ///< The question.
    QString line; ///< What follows from yes.
    QString accept; ///< The words on the buttons.
    QString reject;
};

/// Everything that the program asks a person passes through here, so that tests can answer. Answers come later, in
/// the GUI thread; no answer means that the person wants to leave things as they are.
class Questions
{
public:
    Questions() = default;
    virtual ~Questions() = default;
    Q_DISABLE_COPY_MOVE(Questions)

    /// Why the chat is to be closed; an empty reason closes it without one.
    virtual void askEndReason(QWidget *parent, const api::Chat &chat, std::function<void(QString reason)> answer) = 0;
    /// Who is to have the chat; the answer is a ChatTransfer or a ChatRelease.
    virtual void askTransfer(QWidget *parent, const Workspace &workspace, const api::Chat &chat,
                             std::function<void(ChatChange change)> answer) = 0;
    /// Who is to have the chat at once, without being asked.
    virtual void askAssign(QWidget *parent, const Workspace &workspace, const api::Chat &chat,
                           std::function<void(OperatorId who)> answer) = 0;
    /// Whether a message is to be deleted for everybody.
    virtual void askDelete(QWidget *parent, const QString &text, std::function<void()> yes) = 0;
    /// Which files are to go with a message.
    virtual void askFiles(QWidget *parent, std::function<void(QStringList paths)> answer) = 0;
    /// Where a file is to be saved; `name` is what it could be called.
    virtual void askSavePath(QWidget *parent, const QString &name, std::function<void(QString path)> answer) = 0;
    /// Whether to sign out though messages still wait to be sent.
    virtual void askSignOut(QWidget *parent, int waiting, std::function<void()> yes) = 0;
    virtual void askConfirmation(QWidget *parent, const Confirmation &confirmation, std::function<void()> yes) = 0;
};

} // namespace deskbell::console
