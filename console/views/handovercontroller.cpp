#include "console/views/handovercontroller.h"

#include "console/dialogs/questions.h"

#include <QPointer>
#include <QWidget>

namespace deskbell::console {

HandoverController::HandoverController(Workspace &workspace, Actions &actions, Questions &questions, QWidget *parent)
    : QObject(parent), m_workspace(workspace), m_actions(actions), m_questions(questions), m_window(parent)
{
}

bool HandoverController::canHandOver(const ChatId &id) const
{
    const api::Chat *chat = m_workspace.chat(id);
    return chat && chat->status == api::ChatStatus::Active && m_workspace.isMine(*chat);
}

/// Who holds a chat may give it away, and admins may give away what is whosever, or nobody's yet.
bool HandoverController::canAssign(const ChatId &id) const
{
    const api::Chat *chat = m_workspace.chat(id);
    const bool isAdmin = m_workspace.self().role == api::OperatorRole::Admin;
    return canHandOver(id) || (chat && isAdmin && chat->status != api::ChatStatus::Ended);
}

bool HandoverController::canAccept(const ChatId &id) const
{
    const api::Chat *chat = m_workspace.chat(id);
    return chat && m_workspace.isOfferedToMe(*chat);
}

bool HandoverController::canDecline(const ChatId &id) const
{
    const api::Chat *chat = m_workspace.chat(id);
    return canAccept(id) || (canHandOver(id) && chat->offer);
}

void HandoverController::transfer(const ChatId &id)
{
    if (!canHandOver(id)) {
        assign(id);
        return;
    }
    m_questions.askTransfer(m_window, m_workspace, *m_workspace.chat(id),
                            [self = QPointer(this), id](const ChatChange &answer) {
                                if (self)
                                    self->change(id, answer);
                            });
}

void HandoverController::assign(const ChatId &id)
{
    if (!canAssign(id))
        return;
    m_questions.askAssign(m_window, m_workspace, *m_workspace.chat(id),
                          [self = QPointer(this), id](const OperatorId &who) {
                              if (self)
                                  self->change(id, api::ChatAssign{id, who});
                          });
}

void HandoverController::release(const ChatId &id)
{
    if (canHandOver(id))
        change(id, api::ChatRelease{id});
}

void HandoverController::accept(const ChatId &id)
{
    if (canAccept(id))
        change(id, api::ChatAccept{id}, [this, id] { Q_EMIT accepted(id); });
}

void HandoverController::decline(const ChatId &id)
{
    if (canDecline(id))
        change(id, api::ChatDecline{id});
}

void HandoverController::change(const ChatId &id, const ChatChange &change, std::function<void()> then)
{
    m_actions.change(change, [self = QPointer(this), id, then = std::move(then)](const Result<Nothing> &result) {
        if (!self)
            return;
        if (!result)
            Q_EMIT self->failed(id, result.error().message);
        else if (then)
            then();
    });
}

} // namespace deskbell::console
