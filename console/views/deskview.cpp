#include "console/views/deskview.h"

#include "console/views/chatlistpane.h"
#include "console/views/conversationpanes.h"
#include "console/views/conversationview.h"
#include "console/views/deskactions.h"
#include "console/views/detailsview.h"
#include "console/views/noticebar.h"
#include "console/views/railview.h"

#include <QPointer>
#include <QSplitter>
#include <QStackedWidget>
#include <QVBoxLayout>

namespace deskbell::console {

namespace {

// Below these widths the panes collapse, from the right.
constexpr int detailsNeed = 1'100;
constexpr int bothNeed = 760;
constexpr int besideNeed = 340; // of a second conversation

} // namespace

DeskView::DeskView(Theme &theme, Workspace &workspace, Actions &actions, Questions &questions, ActionTable &table,
                   QWidget *parent)
    : QWidget(parent), m_theme(theme), m_workspace(workspace), m_actions(actions), m_questions(questions),
      m_chats(workspace), m_queue(&m_chats, ListScope::Queue), m_mine(&m_chats, ListScope::Mine),
      m_team(&m_chats, ListScope::Team), m_ended(&m_chats, ListScope::Ended), m_all(&m_chats, ListScope::All),
      m_waiting(&m_chats, ListScope::Queue), m_own(&m_chats, ListScope::Mine),
      m_rail(new RailView(theme, workspace, this)), m_screens(new QStackedWidget(this)),
      m_panes(new QSplitter(Qt::Horizontal, this)), m_list(new ChatListPane(theme, workspace, actions, m_chats, this)),
      m_conversations(new ConversationPanes(theme, workspace, actions, questions, this)),
      m_details(new DetailsView(theme, workspace, actions, this))
{
    setObjectName(QStringLiteral("deskView"));
    auto *offline = new OfflineBar(theme, workspace, this);
    connect(offline, &OfflineBar::tryNowRequested, this, [this] { m_actions.tryNow(); });
    auto *right = new QVBoxLayout;
    right->setSpacing(0);
    right->addWidget(offline);
    m_screens->addWidget(m_panes);
    right->addWidget(m_screens, 1);
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
    showScope(ListScope::Queue);
    showCounts();
}

void DeskView::compose()
{
    m_panes->setObjectName(QStringLiteral("panesSplitter"));
    m_panes->setChildrenCollapsible(false);
    m_panes->addWidget(m_list);
    m_panes->addWidget(m_conversations);
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
    connect(m_rail, &RailView::adminRequested, this, &DeskView::showAdmin);
    connect(&m_workspace, &Workspace::selfChanged, this, &DeskView::settleAdmin);
    connect(m_rail, &RailView::statusRequested, this,
            [this](api::OperatorStatus status) { m_actions.setStatus(status); });
    connect(m_rail, &RailView::appearanceRequested, this, &DeskView::appearanceRequested);
    connect(m_rail, &RailView::signOutRequested, this, &DeskView::signOutRequested);
    connect(m_rail, &RailView::menuRequested, this, &DeskView::menuRequested);
    connect(m_list, &ChatListPane::chosen, this, &DeskView::openChat);
    connect(m_list, &ChatListPane::confirmed, this, &DeskView::confirm);
    connect(m_list, &ChatListPane::messageChosen, this, &DeskView::openMessage);
    connect(m_list, &ChatListPane::moreRequested, this, [this] { m_actions.loadMore(m_scope); });
    connect(m_conversations, &ConversationPanes::chatOpened, this, &DeskView::follow);
    connect(m_conversations, &ConversationPanes::splitChanged, this, [this] {
        arrange();
        Q_EMIT rearranged();
    });
    connect(m_conversations, &ConversationPanes::sizesChanged, this, &DeskView::rearranged);
    connect(m_panes, &QSplitter::splitterMoved, this, &DeskView::rearranged);
    connect(m_conversations, &ConversationPanes::claimed, this, [this](const ChatId &id) {
        if (chatId() != id)
            return;
        showScope(ListScope::Mine);
        conversation().focusFoot();
    });
    connect(m_details, &DetailsView::failed, this, [this](const ChatId &id, const QString &reason) {
        if (chatId() == id)
            conversation().say(reason);
    });
    connect(m_details, &DetailsView::chatRequested, this, &DeskView::openChat);
    connect(m_conversations, &ConversationPanes::backRequested, this, [this] {
        openChat({});
        m_list->focusList();
    });
    connect(m_conversations, &ConversationPanes::detailsToggled, this, &DeskView::setDetailsShown);
    connect(m_details, &DetailsView::backRequested, this, [this] {
        setDetailsShown(false);
        conversation().focusFoot();
    });
    connect(&m_workspace, &Workspace::chatRemoved, this, [this] {
        m_details->open(chatId());
        arrange();
    });
    for (ChatScopeModel *model : {&m_waiting, &m_own}) {
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
        m_conversations->tick();
    });
}

ChatScopeModel *DeskView::scopeModel(ListScope scope) const
{
    auto *self = const_cast<DeskView *>(this);
    switch (scope) {
    case ListScope::Queue:
        break;
    case ListScope::Mine:
        return &self->m_mine;
    case ListScope::Team:
        return &self->m_team;
    case ListScope::Ended:
        return &self->m_ended;
    case ListScope::All:
        return &self->m_all;
    }
    return &self->m_queue;
}

const ChatId &DeskView::chatId() const
{
    return m_conversations->chatId();
}

void DeskView::setWriting(WritingAids &aids)
{
    m_conversations->setWriting(aids);
}

ConversationView &DeskView::conversation()
{
    return m_conversations->atHand();
}

void DeskView::showScope(ListScope scope)
{
    m_scope = scope;
    m_rail->setScope(scope);
    Q_EMIT rearranged();
    leaveAdmin();
    m_list->setModel(scopeModel(scope));
    m_list->mark(chatId());
    const bool inPages = scope != ListScope::Queue && scope != ListScope::Mine;
    if (inPages && m_workspace.listState(scope) == ListState::Unasked)
        m_actions.loadMore(scope);
}

void DeskView::openChat(const ChatId &id)
{
    leaveAdmin();
    m_conversations->open(id);
}

/// Another chat is at hand: what stands around it goes along.
void DeskView::follow()
{
    m_details->open(chatId());
    m_list->mark(chatId());
    if (const api::Chat *chat = m_workspace.chat(chatId()))
        m_actions.loadChatsOf(chat->visitorId);
    m_detailsInstead = false;
    arrange();
    Q_EMIT chatOpened();
}

void DeskView::openMessage(const ChatId &id, qint64 seq)
{
    const auto show = [this, id, seq] {
        openChat(id);
        conversation().showMessage(seq);
        conversation().focusThread();
    };
    if (m_workspace.chat(id)) {
        show();
        return;
    }
    // It ended long ago, or is a colleague's that nobody has asked for yet.
    m_actions.bringMessage(id, seq, [self = QPointer(this), show](const Result<Nothing> &result) {
        if (self && result)
            show();
        else if (self)
            self->conversation().say(result.error().message);
    });
}

void DeskView::confirm(const ChatId &id)
{
    const bool wasOpen = chatId() == id;
    openChat(id);
    const api::Chat *chat = m_workspace.chat(id);
    if (chat && chat->status == api::ChatStatus::Waiting) {
        if (wasOpen) // nobody claims what they have not seen
            conversation().claim();
    } else {
        conversation().focusFoot();
    }
}

void DeskView::showCounts()
{
    int unread = 0;
    for (int row = 0; row < m_own.rowCount(); ++row)
        unread += m_own.index(row, 0).data(ChatListModel::UnreadRole).toInt();
    m_rail->setCount(ListScope::Queue, m_waiting.rowCount());
    m_rail->setCount(ListScope::Mine, unread);
    m_conversations->setWaiting(m_waiting.rowCount());
    Q_EMIT waitingChanged(m_waiting.rowCount());
}

bool DeskView::hasRoomForDetails() const
{
    return width() >= detailsNeed + (m_conversations->isSplit() ? besideNeed : 0);
}

void DeskView::arrange()
{
    const bool open = !chatId().isNull();
    const bool takeTurns = width() < bothNeed;
    const bool room = hasRoomForDetails();
    const bool instead = !room && open && m_detailsInstead;
    m_list->setVisible(!instead && (!takeTurns || !open));
    m_conversations->setVisible(!takeTurns || (open && !instead));
    m_list->setMinimumWidth(takeTurns ? 0 : 300);
    m_list->setMaximumWidth(takeTurns ? QWIDGETSIZE_MAX : 360);
    m_details->setMaximumWidth(takeTurns ? QWIDGETSIZE_MAX : 340);
    m_details->setVisible(instead || (room && open && m_detailsWanted));
    m_details->setBackVisible(instead && takeTurns);
    m_conversations->setBackVisible(takeTurns);
    m_conversations->setDetailsToggle(true, room ? m_detailsWanted : instead);
}

DeskArrangement DeskView::arrangement() const
{
    return {m_scope, m_detailsWanted, m_conversations->isSplit(), m_panes->saveState(), m_conversations->saveSizes()};
}

void DeskView::setArrangement(const DeskArrangement &arrangement)
{
    showScope(arrangement.scope);
    m_detailsWanted = arrangement.details;
    if (!arrangement.panes.isEmpty())
        m_panes->restoreState(arrangement.panes);
    if (arrangement.split && !m_conversations->isSplit()) {
        m_conversations->openBeside({});
        m_conversations->restoreSizes(arrangement.conversations);
    }
    arrange();
}

void DeskView::resizeEvent(QResizeEvent *event)
{
    QWidget::resizeEvent(event);
    arrange();
}

} // namespace deskbell::console
