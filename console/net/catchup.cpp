#include "console/net/catchup.h"

namespace deskbell::console {

CatchUp::CatchUp(Link &link, Workspace &workspace, QObject *parent)
    : QObject(parent), m_link(link), m_workspace(workspace)
{
}

void CatchUp::start()
{
    m_link.request(api::OperatorMe{}, this, [this](const Result<api::Operator> &self) {
        if (!self) {
            Q_EMIT failed(self.error());
            return;
        }
        m_workspace.setSelf(*self);
        resume();
    });
}

void CatchUp::resume()
{
    for (const ListScope scope : {ListScope::Queue, ListScope::Mine}) {
        if (m_workspace.listState(scope) != ListState::Loaded)
            m_workspace.setListState(scope, ListState::Loading);
    }
    const QList<api::ChatPosition> positions = m_workspace.positions();
    if (positions.isEmpty()) { // nothing to catch up with, and all would be far too much
        list(api::ChatScope::Queue, std::nullopt);
        return;
    }
    m_link.request(api::SessionResume{positions}, this, [this](const Result<api::SessionResumeAnswer> &answer) {
        if (!answer) {
            Q_EMIT failed(answer.error());
            return;
        }
        takeResumed(*answer);
        list(api::ChatScope::Queue, std::nullopt);
    });
}

void CatchUp::takeResumed(const api::SessionResumeAnswer &answer)
{
    // The messages first: each of them is counted, while a chat counts only its last one.
    for (const api::Message &each : answer.messages)
        m_workspace.takeMessage(each);
    for (const api::Message &each : answer.changes)
        m_workspace.takeChange(each);
    m_workspace.takeChats(answer.chats);
}

/// Page by page the queue, then our own chats.
void CatchUp::list(api::ChatScope scope, const std::optional<QString> &cursor)
{
    constexpr int pageSize = 200;
    m_link.request(api::ChatList{scope, cursor, pageSize}, this,
                   [this, scope](const Result<api::ChatListAnswer> &page) {
                       if (!page) {
                           Q_EMIT failed(page.error());
                           return;
                       }
                       m_snapshot += page->chats;
                       if (page->next)
                           list(scope, page->next);
                       else if (scope == api::ChatScope::Queue)
                           list(api::ChatScope::Mine, std::nullopt);
                       else
                           takeListed();
                   });
}

void CatchUp::takeListed()
{
    m_workspace.takeSnapshot(m_snapshot);
    countNext();
}

/// Chat by chat the messages that the answer had no room for: only who has them all knows how many are unread. After
/// the lists, since there was no room for some chats either.
void CatchUp::countNext()
{
    const QList<api::ChatPosition> behind = m_workspace.uncounted();
    const auto next = std::find_if(behind.begin(), behind.end(), [this](const api::ChatPosition &each) {
        return !m_uncountable.contains(each.chatId);
    });
    if (next == behind.end()) {
        finish();
        return;
    }
    constexpr int pageSize = 200;
    api::MessageList command;
    command.chatId = next->chatId;
    command.after = next->seq;
    command.limit = pageSize;
    m_link.request(command, this, [this, id = next->chatId](const Result<api::MessageListAnswer> &page) {
        if (!page && page.error().code == ErrorCode::Disconnected) {
            Q_EMIT failed(page.error());
            return;
        }
        if (!page || page->messages.isEmpty())
            m_uncountable.insert(id);
        else
            for (const api::Message &each : page->messages)
                m_workspace.takeMessage(each);
        countNext();
    });
}

void CatchUp::finish()
{
    for (const ListScope scope : {ListScope::Queue, ListScope::Mine})
        m_workspace.setListState(scope, ListState::Loaded);
    for (const api::Event &each : std::as_const(m_held))
        m_workspace.takeEvent(each);
    Q_EMIT finished();
}

} // namespace deskbell::console
