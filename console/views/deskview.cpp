#include "console/views/deskview.h"

#include "console/views/chatlistpane.h"
#include "console/views/conversationheader.h"
#include "console/views/conversationview.h"
#include "console/views/deskactions.h"
#include "console/views/detailsview.h"
#include "console/views/noticebar.h"
#include "console/views/railview.h"

#include <QSplitter>
#include <QVBoxLayout>

namespace deskbell::console {

namespace {

// Below these widths the panes collapse, from the right.
constexpr int detailsNeed = 1'100;
constexpr int bothNeed = 760;

} // namespace

DeskView::DeskView(Theme &theme, Workspace &workspace, Actions &actions, Questions &questions, ActionTable &table,
                   QWidget *parent)
    : QWidget(parent), m_workspace(workspace), m_actions(actions), m_chats(workspace),
      m_queue(&m_chats, api::ChatScope::Queue), m_mine(&m_chats, api::ChatScope::Mine),
      m_ended(&m_chats, api::ChatScope::Ended), m_rail(new RailView(theme, workspace, this)),
      m_panes(new QSplitter(Qt::Horizontal, this)), m_list(new ChatListPane(theme, workspace, this)),
      m_conversation(new ConversationView(theme, workspace, actions, questions, this)),
      m_details(new DetailsView(theme, workspace, actions, this))
{
    setObjectName(QStringLiteral("deskView"));
    auto *offline = new OfflineBar(theme, workspace, this);
    connect(offline, &OfflineBar::tryNowRequested, this, [this] { m_actions.tryNow(); });
    auto *right = new QVBoxLayout;
    right->setSpacing(0);
    right->addWidget(offline);
    right->addWidget(m_panes, 1);
    auto *row = new QHBoxLayout(this);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(0);
    row->addWidget(m_rail);
    row->addLayout(right, 1);
    compose();
    connectParts();
    new DeskActions(table, *this, workspace, actions);
    m_second.setInterval(1'000);
    m_second.start();
    showScope(api::ChatScope::Queue);
    showCounts();
}

void DeskView::compose()
{
    m_panes->setObjectName(QStringLiteral("panesSplitter"));
    m_panes->setChildrenCollapsible(false);
    m_panes->addWidget(m_list);
    m_panes->addWidget(m_conversation);
    m_panes->addWidget(m_details);
    m_details->setMinimumWidth(280);
    m_details->setMaximumWidth(340);
    m_panes->setStretchFactor(0, 0);
    m_panes->setStretchFactor(1, 1);
    m_panes->setStretchFactor(2, 0);
    m_panes->setSizes({320, 600, 300});
}

void DeskView::connectParts()
{
    connect(m_rail, &RailView::scopeRequested, this, &DeskView::showScope);
    connect(m_rail, &RailView::statusRequested, this,
            [this](api::OperatorStatus status) { m_actions.setStatus(status); });
    connect(m_rail, &RailView::appearanceRequested, this, &DeskView::appearanceRequested);
    connect(m_rail, &RailView::signOutRequested, this, &DeskView::signOutRequested);
    connect(m_rail, &RailView::menuRequested, this, &DeskView::menuRequested);
    connect(m_list, &ChatListPane::chosen, this, &DeskView::openChat);
    connect(m_list, &ChatListPane::confirmed, this, &DeskView::confirm);
    connect(m_list, &ChatListPane::moreRequested, this, [this] {
        if (m_scope == api::ChatScope::Ended)
            m_actions.loadEnded();
    });
    connect(m_conversation, &ConversationView::claimed, this, [this](const ChatId &id) {
        if (chatId() != id)
            return;
        showScope(api::ChatScope::Mine);
        m_conversation->focusFoot();
    });
    connect(m_details, &DetailsView::failed, this, [this](const ChatId &id, const QString &reason) {
        if (chatId() == id)
            m_conversation->say(reason);
    });
    connect(m_details, &DetailsView::chatRequested, this, &DeskView::openChat);
    connect(&m_conversation->header(), &ConversationHeader::backRequested, this, [this] {
        openChat({});
        m_list->focusList();
    });
    connect(&m_conversation->header(), &ConversationHeader::detailsToggled, this, [this](bool shown) {
        m_detailsWanted = shown;
        arrange();
    });
    connect(&m_workspace, &Workspace::chatRemoved, this, [this] {
        m_details->open(chatId());
        arrange();
    });
    for (ChatScopeModel *model : {&m_queue, &m_mine}) {
        const auto count = [this] {
            if (!m_counting.isActive())
                m_counting.start();
        };
        connect(model, &QAbstractItemModel::rowsInserted, this, count);
        connect(model, &QAbstractItemModel::rowsRemoved, this, count);
        connect(model, &QAbstractItemModel::dataChanged, this, count);
        connect(model, &QAbstractItemModel::modelReset, this, count);
    }
    m_counting.setSingleShot(true);
    connect(&m_counting, &QTimer::timeout, this, &DeskView::showCounts);
    connect(&m_second, &QTimer::timeout, this, [this] {
        m_list->tick();
        m_conversation->tick();
    });
}

ChatScopeModel *DeskView::scopeModel(api::ChatScope scope) const
{
    auto *self = const_cast<DeskView *>(this);
    if (scope == api::ChatScope::Mine)
        return &self->m_mine;
    return scope == api::ChatScope::Ended ? &self->m_ended : &self->m_queue;
}

const ChatId &DeskView::chatId() const
{
    return m_conversation->chatId();
}

void DeskView::setWriting(WritingAids &aids)
{
    m_conversation->setWriting(aids);
}

void DeskView::showScope(api::ChatScope scope)
{
    m_scope = scope;
    m_rail->setScope(scope);
    m_list->setModel(scopeModel(scope));
    m_list->mark(chatId());
    if (scope == api::ChatScope::Ended && m_workspace.listState(scope) == ListState::Unasked)
        m_actions.loadEnded();
}

void DeskView::openChat(const ChatId &id)
{
    m_conversation->open(id);
    m_details->open(id);
    m_list->mark(id);
    arrange();
    Q_EMIT chatOpened();
}

void DeskView::confirm(const ChatId &id)
{
    const bool wasOpen = chatId() == id;
    openChat(id);
    const api::Chat *chat = m_workspace.chat(id);
    if (chat && chat->status == api::ChatStatus::Waiting) {
        if (wasOpen) // nobody claims what they have not seen
            m_conversation->claim();
    } else {
        m_conversation->focusFoot();
    }
}

void DeskView::showCounts()
{
    int unread = 0;
    for (int row = 0; row < m_mine.rowCount(); ++row)
        unread += m_mine.index(row, 0).data(ChatListModel::UnreadRole).toInt();
    m_rail->setCount(api::ChatScope::Queue, m_queue.rowCount());
    m_rail->setCount(api::ChatScope::Mine, unread);
    m_conversation->setWaiting(m_queue.rowCount());
    Q_EMIT waitingChanged(m_queue.rowCount());
}

void DeskView::arrange()
{
    const bool open = !chatId().isNull();
    const bool takeTurns = width() < bothNeed;
    m_list->setVisible(!takeTurns || !open);
    m_conversation->setVisible(!takeTurns || open);
    m_list->setMinimumWidth(takeTurns ? 0 : 300);
    m_list->setMaximumWidth(takeTurns ? QWIDGETSIZE_MAX : 360);
    const bool room = width() >= detailsNeed;
    m_details->setVisible(room && open && m_detailsWanted);
    m_conversation->header().setBackVisible(takeTurns);
    m_conversation->header().setDetailsToggle(room, m_detailsWanted);
}

void DeskView::resizeEvent(QResizeEvent *event)
{
    QWidget::resizeEvent(event);
    arrange();
}

} // namespace deskbell::console
