#include "console/views/chatlistpane.h"

#include "console/models/chatfinder.h"
#include "console/models/chatlistmodel.h"
#include "console/models/chatscopemodel.h"
#include "console/models/wording.h"
#include "console/theme/theme.h"
#include "console/views/chatdelegate.h"
#include "console/views/chatlistview.h"
#include "console/views/emptyview.h"
#include "console/views/filterbar.h"
#include "console/views/hitsview.h"
#include "console/views/scopewords.h"
#include "console/views/searchfield.h"

#include <QGridLayout>
#include <QKeyEvent>
#include <QLabel>
#include <QPushButton>
#include <QScrollBar>
#include <QToolButton>
#include <QVBoxLayout>

namespace deskbell::console {

namespace {

constexpr int rowHeight = 68;
constexpr int mostRowsBesideHits = 4;
constexpr qsizetype fewestLetters = 2; // to search everywhere; one letter is in nearly everything

} // namespace

ChatListPane::ChatListPane(const Theme &theme, Workspace &workspace, Actions &actions, ChatListModel &chats,
                           QWidget *parent)
    : QFrame(parent), m_workspace(workspace), m_chats(chats), m_title(new QLabel(this)),
      m_search(new SearchField(theme, this)), m_filter(new FilterBar(theme, workspace, this)),
      m_finder(new ChatFinder(workspace, actions, this)), m_chatsCaption(caption(theme, tr("Chats"))),
      m_list(new ChatListView(theme, this)), m_empty(new EmptyView(theme, this)),
      m_hitsCaption(caption(theme, tr("Messages"))), m_hits(new HitsView(theme, workspace, actions, this)),
      m_retry(new QPushButton(tr("Try again"), this)), m_summary(new QLabel(this))
{
    setObjectName(QStringLiteral("chatListPane"));
    m_title->setObjectName(QStringLiteral("scopeLabel"));
    m_title->setFont(theme.font(FontSize::Title, Weight::SemiBold));
    m_list->setObjectName(QStringLiteral("chatListView"));
    m_list->setItemDelegate(new ChatDelegate(theme, workspace.clock(), this));
    m_retry->setObjectName(QStringLiteral("retryButton"));
    m_summary->setObjectName(QStringLiteral("summaryLabel"));
    m_summary->setFont(theme.font(FontSize::Small));
    m_summary->setProperty("tone", QStringLiteral("hint"));

    auto *head = new QVBoxLayout;
    head->setContentsMargins(space::l, space::l, space::l, space::m);
    head->setSpacing(space::m);
    head->addWidget(m_title);
    auto *field = new QHBoxLayout;
    field->setSpacing(space::xs);
    field->addWidget(m_search, 1);
    field->addWidget(m_filter->button());
    head->addLayout(field);
    head->addWidget(m_filter);
    // Over the list and not instead of it: the list keeps the focus while it is empty.
    auto *body = new QGridLayout;
    body->addWidget(m_list, 0, 0);
    body->addWidget(m_empty, 0, 0);
    auto *foot = new QHBoxLayout;
    foot->setContentsMargins(space::l, space::s, space::l, space::m);
    foot->addWidget(m_summary, 1);
    foot->addWidget(m_retry);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addLayout(head);
    column->addWidget(m_chatsCaption);
    column->addLayout(body, 1);
    column->addWidget(m_hitsCaption);
    column->addWidget(m_hits, 2);
    column->addLayout(foot);
    m_hits->hide();
    connectParts();
}

ChatListPane::~ChatListPane() = default;

QLabel *ChatListPane::caption(const Theme &theme, const QString &text)
{
    auto *label = new QLabel(text, this);
    label->setFont(theme.font(FontSize::Small, Weight::SemiBold));
    label->setProperty("tone", QStringLiteral("hint"));
    label->setContentsMargins(space::l, space::s, space::l, space::xs);
    label->hide();
    return label;
}

void ChatListPane::connectParts()
{
    const auto idOf = [](const QModelIndex &index) {
        return ChatId::fromTrusted(index.data(ChatListModel::IdRole).toString());
    };
    connect(m_list, &ChatListView::chosen, this, [this, idOf](const QModelIndex &index) {
        m_marked = idOf(index);
        Q_EMIT chosen(m_marked);
    });
    connect(m_list, &ChatListView::confirmed, this,
            [this, idOf](const QModelIndex &index) { Q_EMIT confirmed(idOf(index)); });
    connect(m_list->verticalScrollBar(), &QScrollBar::valueChanged, this, [this](int value) {
        if (value == 0 || value < m_list->verticalScrollBar()->maximum())
            return;
        if (isFiltered())
            m_finder->loadMore();
        else
            Q_EMIT moreRequested();
    });
    connect(m_search, &QLineEdit::textChanged, this, &ChatListPane::search);
    connect(m_filter, &FilterBar::changed, this, &ChatListPane::search);
    connect(m_finder, &ChatFinder::found, this, [this](const QSet<ChatId> &chats) { m_model->addFound(chats); });
    connect(m_finder, &ChatFinder::stateChanged, this, &ChatListPane::showState);
    connect(m_search, &QLineEdit::returnPressed, this, &ChatListPane::openFirst);
    connect(m_hits, &HitsView::chosen, this, &ChatListPane::messageChosen);
    connect(m_hits, &HitsView::leftUpwards, this, [this] {
        if (m_model->rowCount() == 0) {
            m_search->setFocus();
            return;
        }
        m_list->setFocus(Qt::TabFocusReason);
        m_list->selectionModel()->setCurrentIndex(m_model->index(m_model->rowCount() - 1, 0),
                                                  QItemSelectionModel::NoUpdate);
    });
    m_search->installEventFilter(this);
    m_list->installEventFilter(this);
    connect(m_retry, &QPushButton::clicked, this, [this] {
        if (isFiltered())
            m_finder->tryAgain();
        else
            Q_EMIT moreRequested();
    });
    connect(&m_workspace, &Workspace::listStateChanged, this, &ChatListPane::showState);
    connect(&m_workspace, &Workspace::connectionChanged, this, &ChatListPane::showState);
}

bool ChatListPane::isSearching() const
{
    return !m_search->text().trimmed().isEmpty();
}

bool ChatListPane::isFiltered() const
{
    return m_found || m_filter->criteria().hasCriteria();
}

void ChatListPane::search()
{
    ChatFilter filter = m_filter->criteria();
    filter.text = m_search->text().simplified();
    if (filter.text.size() >= fewestLetters) {
        m_ofScope->setFilter(m_filter->criteria());
        if (m_found) {
            m_found->setFilter(filter);
        } else {
            m_found = std::make_unique<ChatScopeModel>(&m_chats, ListScope::All, filter);
            show(m_found.get());
        }
    } else {
        m_ofScope->setFilter(filter);
        show(m_ofScope);
        m_found.reset();
    }
    m_finder->setFilter(filter, m_model->scope());
    m_hits->setQuery(filter.text);
    showState();
}

/// From the field to the first row, and from the last chat to the first message.
void ChatListPane::goDown()
{
    if (m_search->hasFocus() && m_model->rowCount() > 0) {
        m_list->setFocus(Qt::TabFocusReason);
        m_list->selectionModel()->setCurrentIndex(m_model->index(0, 0), QItemSelectionModel::NoUpdate);
    } else if (isSearching()) {
        m_hits->takeFocus();
    }
}

void ChatListPane::openFirst()
{
    if (!isSearching())
        return;
    if (m_model->rowCount() > 0)
        Q_EMIT confirmed(ChatId::fromTrusted(m_model->index(0, 0).data(ChatListModel::IdRole).toString()));
    else
        m_hits->openFirst();
}

bool ChatListPane::eventFilter(QObject *watched, QEvent *event)
{
    const bool leavesSearch = watched == m_search && isSearching();
    if (event->type() == QEvent::ShortcutOverride && leavesSearch
        && static_cast<QKeyEvent *>(event)->key() == Qt::Key_Escape) {
        event->accept(); // ours, and not the way to the list yet
        return true;
    }
    if (event->type() == QEvent::KeyPress) {
        const int key = static_cast<QKeyEvent *>(event)->key();
        const bool atEnd = watched == m_list && m_list->currentIndex().row() == m_model->rowCount() - 1;
        if (key == Qt::Key_Down && (watched == m_search || (atEnd && isSearching()))) {
            goDown();
            return true;
        }
        if (key == Qt::Key_Escape && leavesSearch) {
            m_search->clear();
            return true;
        }
    }
    return QFrame::eventFilter(watched, event);
}

void ChatListPane::setModel(ChatScopeModel *model)
{
    if (model == m_ofScope)
        return;
    ChatScopeModel *before = std::exchange(m_ofScope, model);
    m_search->clear();
    search();
    if (before)
        before->setFilter({});
    m_title->setText(ScopeWords::of(model->scope()).title);
}

void ChatListPane::show(ChatScopeModel *model)
{
    if (model == m_model)
        return;
    if (m_model)
        m_model->disconnect(this);
    m_model = model;
    m_list->setModel(model);
    m_list->setAccessibleName(model == m_ofScope ? ScopeWords::of(model->scope()).title : tr("Chats that were found"));
    connect(model, &QAbstractItemModel::rowsInserted, this, &ChatListPane::showState);
    connect(model, &QAbstractItemModel::rowsRemoved, this, &ChatListPane::showState);
    // The view chooses a neighbour when the marked row goes; what is marked is what is open.
    connect(model, &QAbstractItemModel::rowsInserted, this, [this] { mark(m_marked); });
    connect(model, &QAbstractItemModel::rowsRemoved, this, [this] { mark(m_marked); });
    connect(model, &QAbstractItemModel::modelReset, this, [this] { mark(m_marked); });
    mark(m_marked);
}

void ChatListPane::mark(const ChatId &id)
{
    m_marked = id;
    const QModelIndex index = id.isNull() ? QModelIndex() : m_model->indexOf(id);
    if (index == m_list->currentIndex() && m_list->selectionModel()->isSelected(index) == index.isValid())
        return;
    const QSignalBlocker quiet(m_list);
    m_list->selectionModel()->setCurrentIndex(index, QItemSelectionModel::ClearAndSelect);
}

void ChatListPane::step(int by)
{
    const QModelIndex marked = m_marked.isNull() ? QModelIndex() : m_model->indexOf(m_marked);
    const int last = m_model->rowCount() - 1;
    const int from = marked.isValid() ? marked.row() : by > 0 ? -1 : last + 1;
    const QModelIndex to = m_model->index(std::clamp(from + by, 0, std::max(0, last)), 0);
    if (!to.isValid() || to == marked)
        return;
    m_list->scrollTo(to);
    Q_EMIT chosen(ChatId::fromTrusted(to.data(ChatListModel::IdRole).toString()));
}

void ChatListPane::focusSearch()
{
    m_search->setFocus();
    m_search->selectAll();
}

void ChatListPane::openFilter()
{
    m_filter->openMenu();
}

void ChatListPane::focusList()
{
    m_list->setFocus(Qt::ShortcutFocusReason);
}

void ChatListPane::tick()
{
    if (!m_model || m_model->scope() != ListScope::Queue)
        return;
    m_list->tick();
    m_summary->setText(summary());
}

QString ChatListPane::summary() const
{
    const int count = m_model->rowCount();
    if (count == 0)
        return {};
    if (m_model->scope() == ListScope::Queue) {
        const Timestamp oldest{m_model->index(0, 0).data(ChatListModel::SinceRole).toLongLong()};
        return tr("%n waiting · longest %1", nullptr, count).arg(waitText(m_workspace.clock().now().ms - oldest.ms));
    }
    return tr("%n chat(s)", nullptr, count);
}

void ChatListPane::showState()
{
    if (!m_model)
        return;
    const ListState state = m_workspace.listState(m_model->scope());
    const bool loading =
        isFiltered() ? m_finder->isAsking() : state == ListState::Loading || state == ListState::Unasked;
    const bool failed = isFiltered() ? m_finder->hasFailed() : state == ListState::Failed;
    m_list->setLoading(loading);
    m_retry->setVisible(failed);
    m_summary->setText(failed
                           ? isFiltered() ? tr("Only what this computer knows.") : tr("This list could not be loaded.")
                           : summary());
    const bool searching = isSearching();
    const int rows = m_model->rowCount();
    // While one searches, chats have the room that they need and messages the rest.
    m_list->setMaximumHeight(searching ? std::min(rows, mostRowsBesideHits) * rowHeight : QWIDGETSIZE_MAX);
    m_list->setFocusPolicy(searching && rows == 0 ? Qt::NoFocus : Qt::StrongFocus); // nothing of it is in sight
    m_chatsCaption->setVisible(searching && rows > 0);
    m_hitsCaption->setVisible(searching);
    m_hits->setVisible(searching);
    const bool showsList = rows > 0 || loading || searching;
    m_empty->setVisible(!showsList);
    if (showsList)
        return;
    if (isFiltered()) {
        m_empty->say(QStringLiteral("filter"), tr("No such chat"), tr("Nothing here is all that was asked for."));
        return;
    }
    const ScopeWords words = ScopeWords::of(m_model->scope());
    m_empty->say(words.icon, words.nothing, words.hint,
                 m_model->scope() == ListScope::Queue ? EmptyView::Tone::Brass : EmptyView::Tone::Quiet);
}

} // namespace deskbell::console
