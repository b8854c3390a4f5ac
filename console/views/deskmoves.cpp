// The moves of the keyboard over the desk: to the next chat, to another part of the window, to the administration.
#include "console/admin/adminview.h"
#include "console/views/chatlistpane.h"
#include "console/views/conversationpanes.h"
#include "console/views/conversationview.h"
#include "console/views/deskview.h"
#include "console/views/detailsview.h"
#include "console/views/handovercontroller.h"
#include "console/views/railview.h"

#include <QApplication>
#include <QPointer>
#include <QSplitter>
#include <QStackedWidget>

namespace deskbell::console {

namespace {

void focusFirst(QWidget *pane)
{
    const auto inside = pane->findChildren<QWidget *>();
    for (QWidget *each : inside) {
        if ((each->focusPolicy() & Qt::TabFocus) != 0 && each->isVisible() && each->isEnabled()) {
            each->setFocus(Qt::TabFocusReason);
            return;
        }
    }
}

} // namespace

ChatId DeskView::nextWaiting(const QSet<ChatId> &gone) const
{
    const api::Chat *oldest = nullptr;
    for (int row = 0; row < m_workspace.chatCount(); ++row) {
        if (m_workspace.isEnded(row))
            continue;
        const api::Chat &chat = m_workspace.chatAt(row);
        if (chat.status == api::ChatStatus::Waiting && (!oldest || chat.createdAt < oldest->createdAt)
            && !gone.contains(chat.id))
            oldest = &chat;
    }
    return oldest ? oldest->id : ChatId();
}

ChatId DeskView::nextUnread() const
{
    const int count = m_workspace.chatCount();
    const int from = m_workspace.rowOf(chatId());
    for (int step = 1; step <= count; ++step) {
        const int row = (from + step + count) % count;
        if (m_workspace.isEnded(row))
            continue;
        const api::Chat &chat = m_workspace.chatAt(row);
        if (chat.status == api::ChatStatus::Active && m_workspace.isMine(chat) && m_workspace.unread(chat.id) > 0)
            return chat.id;
    }
    return {};
}

/// A colleague's claim may be refused to us before we hear of it, so what is gone already is told here.
void DeskView::takeNextBut(const QSet<ChatId> &gone)
{
    const ChatId id = nextWaiting(gone);
    if (id.isNull()) { // the list says in its own words that nobody waits, or the conversation who was quicker
        showScope(ListScope::Queue);
        return;
    }
    openChat(id);
    conversation().claim([self = QPointer(this), id, gone] {
        if (self && self->chatId() == id)
            self->takeNextBut(gone + QSet<ChatId>{id});
    });
}

void DeskView::claim()
{
    conversation().claim();
}

void DeskView::take()
{
    if (conversation().handover().canAccept(chatId()))
        conversation().handover().accept(chatId());
    else
        claim();
}

void DeskView::end()
{
    conversation().end();
}

void DeskView::step(int by)
{
    m_list->step(by);
}

void DeskView::openNextUnread()
{
    const ChatId id = nextUnread();
    if (id.isNull())
        return;
    showScope(ListScope::Mine);
    openChat(id);
    conversation().focusFoot();
}

void DeskView::focusStart()
{
    leaveAdmin();
    if (!m_list->isVisibleTo(m_panes))
        openChat({}); // list and conversation take turns here
    m_list->focusList();
}

void DeskView::focusSearch()
{
    leaveAdmin();
    if (!m_list->isVisibleTo(m_panes))
        openChat({});
    m_list->focusSearch();
}

void DeskView::openFilter()
{
    leaveAdmin();
    if (!m_list->isVisibleTo(m_panes))
        openChat({});
    m_list->openFilter();
}

void DeskView::focusThread()
{
    if (!chatId().isNull())
        conversation().focusThread();
}

void DeskView::focusReply()
{
    if (!chatId().isNull())
        conversation().focusFoot();
}

void DeskView::focusPane(int by)
{
    QList<QWidget *> panes{m_rail, m_list, m_conversations, m_details};
    if (m_admin)
        panes.append(m_admin->panes());
    QList<QWidget *> inSight;
    int at = 0;
    for (QWidget *pane : panes) {
        if (!pane->isVisibleTo(this) || (pane == m_conversations && chatId().isNull()))
            continue;
        if (pane->isAncestorOf(QApplication::focusWidget()))
            at = int(inSight.size());
        inSight.append(pane);
    }
    const auto count = inSight.size();
    QWidget *to = inSight.at((at + by + count) % count);
    if (to == m_list)
        m_list->focusList();
    else if (to == m_conversations)
        conversation().focusFoot();
    else
        focusFirst(to);
}

void DeskView::showAdmin()
{
    if (m_workspace.self().role != api::OperatorRole::Admin)
        return;
    if (!m_admin) {
        m_admin = new AdminView({m_theme, m_workspace, m_actions, m_questions}, this);
        m_adminOf = m_workspace.self().id;
        m_screens->addWidget(m_admin);
    }
    m_rail->markAdmin();
    if (isAtAdmin())
        return;
    m_screens->setCurrentWidget(m_admin);
    m_admin->enter();
    m_admin->focusStart();
    Q_EMIT chatOpened();
}

bool DeskView::isAtAdmin() const
{
    return m_admin && m_screens->currentWidget() == m_admin;
}

void DeskView::leaveAdmin()
{
    if (!isAtAdmin())
        return;
    m_rail->markAdmin(); // until it is certain
    m_admin->leave([this] {
        m_screens->setCurrentWidget(m_panes);
        m_rail->setScope(m_scope);
        Q_EMIT chatOpened();
    });
}

/// What an admin has seen is not for the next one who signs in here, nor for one who is an admin no more.
void DeskView::settleAdmin()
{
    const api::Operator &self = m_workspace.self();
    if (!m_admin || (self.role == api::OperatorRole::Admin && self.id == m_adminOf))
        return;
    if (isAtAdmin()) {
        m_screens->setCurrentWidget(m_panes);
        m_rail->setScope(m_scope);
    }
    std::exchange(m_admin, nullptr)->deleteLater();
}

void DeskView::tag()
{
    if (chatId().isNull())
        return;
    setDetailsShown(true);
    m_details->focusTags();
}

void DeskView::setDetailsShown(bool shown)
{
    (hasRoomForDetails() ? m_detailsWanted : m_detailsInstead) = shown;
    arrange();
    Q_EMIT rearranged();
}

void DeskView::toggleDetails()
{
    const bool hides = m_details->isVisible();
    const QWidget *keyboard = QApplication::focusWidget();
    const auto gone = [keyboard](const QWidget *pane) { return pane->isAncestorOf(keyboard) && !pane->isVisible(); };
    setDetailsShown(!hides);
    if (gone(m_details))
        conversation().focusFoot();
    else if (gone(m_list) || gone(m_conversations))
        focusFirst(m_details);
}

} // namespace deskbell::console
