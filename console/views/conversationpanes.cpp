#include "console/views/conversationpanes.h"

#include "console/views/chattabbar.h"
#include "console/views/conversationheader.h"
#include "console/views/conversationview.h"

#include <QApplication>
#include <QSplitter>
#include <QVBoxLayout>

namespace deskbell::console {

namespace {

constexpr int leastWidth = 320; // of one conversation

} // namespace

ConversationPanes::ConversationPanes(const Theme &theme, Workspace &workspace, Actions &actions, Questions &questions,
                                     QWidget *parent)
    : QWidget(parent), m_theme(theme), m_workspace(workspace), m_actions(actions), m_questions(questions),
      m_tabs(new ChatTabBar(theme, workspace, m_open, this)), m_splitter(new QSplitter(Qt::Horizontal, this))
{
    setObjectName(QStringLiteral("conversationPanes"));
    m_splitter->setObjectName(QStringLiteral("conversationsSplitter"));
    m_splitter->setChildrenCollapsible(false);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addWidget(m_tabs);
    column->addWidget(m_splitter, 1);
    m_views[0] = makeView();
    connect(m_splitter, &QSplitter::splitterMoved, this, &ConversationPanes::sizesChanged);
    setMinimumWidth(leastWidth);
    connect(m_tabs, &ChatTabBar::chosen, this, &ConversationPanes::open);
    connect(m_tabs, &ChatTabBar::closeRequested, this, &ConversationPanes::close);
    connect(m_tabs, &ChatTabBar::besideRequested, this, &ConversationPanes::openBeside);
    connect(&workspace, &Workspace::chatChanged, this, [this](int row) { settle(m_workspace.chatAt(row).id); });
    connect(&workspace, &Workspace::chatRemoved, this, [this](const ChatId &id) { m_open.close(id); });
    connect(&workspace, &Workspace::draftChanged, this, [this](const ChatId &id) { m_open.keep(id); });
    connect(qApp, &QApplication::focusChanged, this, [this](QWidget *, QWidget *now) {
        for (int view = 0; m_split && now && view < int(m_views.size()); ++view) {
            if (m_views.at(view)->isAncestorOf(now))
                setAtHand(view);
        }
    });
}

ConversationView *ConversationPanes::makeView()
{
    auto *view = new ConversationView(m_theme, m_workspace, m_actions, m_questions, this);
    m_splitter->addWidget(view);
    if (m_writing)
        view->setWriting(*m_writing);
    connect(view, &ConversationView::claimed, this, &ConversationPanes::claimed);
    connect(view, &ConversationView::writingChanged, this, &ConversationPanes::writingChanged);
    connect(&view->header(), &ConversationHeader::backRequested, this, &ConversationPanes::backRequested);
    connect(&view->header(), &ConversationHeader::detailsToggled, this, &ConversationPanes::detailsToggled);
    connect(&view->header(), &ConversationHeader::closeRequested, this, [this, view] {
        setAtHand(view == m_views[0] ? 1 : 0); // the other one stays
        closeBeside();
    });
    return view;
}

void ConversationPanes::setWriting(WritingAids &aids)
{
    m_writing = &aids;
    for (ConversationView *view : m_views) {
        if (view)
            view->setWriting(aids);
    }
}

const ChatId &ConversationPanes::chatId() const
{
    return atHand().chatId();
}

bool ConversationPanes::isSplit() const
{
    return m_split;
}

int ConversationPanes::viewOf(const ChatId &id) const
{
    if (id.isNull())
        return -1;
    if (m_views[0]->chatId() == id)
        return 0;
    return m_split && m_views[1]->chatId() == id ? 1 : -1;
}

void ConversationPanes::setAtHand(int view)
{
    if (m_atHand == view)
        return;
    m_atHand = view;
    arrange();
    m_tabs->setCurrent(chatId());
    Q_EMIT chatOpened();
}

void ConversationPanes::open(const ChatId &id)
{
    if (const int shown = viewOf(id); shown >= 0 && shown != m_atHand) {
        setAtHand(shown);
        return;
    }
    if (m_split) // what is beside keeps its tab
        m_open.keep(m_views.at(1 - m_atHand)->chatId());
    m_open.open(id);
    atHand().open(id);
    settle(id);
    m_tabs->setCurrent(id);
    Q_EMIT chatOpened();
}

/// Chats that one holds stay open; those that have ended make room for the next.
void ConversationPanes::settle(const ChatId &id)
{
    const api::Chat *chat = m_workspace.chat(id);
    if (!chat || !m_open.contains(id))
        return;
    if (chat->status == api::ChatStatus::Active && m_workspace.isMine(*chat))
        m_open.keep(id);
    else if (chat->status == api::ChatStatus::Ended && viewOf(id) < 0 && !m_open.isPassing(id))
        m_open.close(id);
    else if (chat->status == api::ChatStatus::Ended && viewOf(id) == m_atHand && !m_split)
        m_open.letPass(id);
}

void ConversationPanes::openBeside(const ChatId &id)
{
    const ChatId before = chatId();
    const ChatId wanted = id.isNull() ? m_open.neighbour(before, 1) : id;
    if (!m_split) {
        if (!m_views[1])
            m_views[1] = makeView();
        m_split = true;
        const int half = m_splitter->width() / 2;
        m_splitter->setSizes({half, half});
        m_atHand = 1;
        if (wanted == before) // it cannot stand on both sides
            m_views[0]->open({});
    } else {
        m_atHand = 1 - m_atHand;
    }
    arrange();
    if (!wanted.isNull() && viewOf(wanted) != m_atHand)
        open(wanted);
    else
        Q_EMIT chatOpened();
    m_tabs->setCurrent(chatId());
    Q_EMIT splitChanged();
    atHand().focusFoot();
}

void ConversationPanes::closeBeside()
{
    if (!m_split)
        return;
    const ChatId stays = chatId();
    const int other = 1 - m_atHand;
    m_split = false;
    m_views.at(other)->open({});
    if (m_atHand == 1) { // the first one is there always
        m_views[1]->open({});
        m_atHand = 0;
        m_views[0]->open(stays);
    }
    arrange();
    m_tabs->setCurrent(stays);
    Q_EMIT splitChanged();
    Q_EMIT chatOpened();
}

void ConversationPanes::close(const ChatId &id)
{
    if (id.isNull())
        return;
    const int view = viewOf(id);
    const QList<ChatId> &all = m_open.all();
    const bool isLast = !all.isEmpty() && all.last() == id;
    const ChatId next = m_open.neighbour(id, isLast ? -1 : 1);
    m_open.close(id); // not to be used any more: it may be the conversation's own, which goes on to another chat
    if (view < 0)
        return;
    if (m_split) {
        setAtHand(1 - view);
        closeBeside();
    } else {
        open(next);
    }
}

void ConversationPanes::step(int by)
{
    if (const ChatId to = m_open.neighbour(chatId(), by); !to.isNull()) {
        open(to);
        atHand().focusFoot();
    }
}

void ConversationPanes::focusOther()
{
    if (!m_split)
        return;
    setAtHand(1 - m_atHand);
    atHand().focusFoot();
}

QByteArray ConversationPanes::saveSizes() const
{
    return m_split ? m_splitter->saveState() : QByteArray();
}

void ConversationPanes::restoreSizes(const QByteArray &sizes)
{
    if (m_split)
        m_splitter->restoreState(sizes);
}

void ConversationPanes::tick()
{
    for (ConversationView *each : m_views) {
        if (each)
            each->tick();
    }
}

void ConversationPanes::setWaiting(int count)
{
    for (ConversationView *each : m_views) {
        if (each)
            each->setWaiting(count);
    }
}

void ConversationPanes::setBackVisible(bool visible)
{
    for (ConversationView *each : m_views) {
        if (each)
            each->header().setBackVisible(visible);
    }
}

void ConversationPanes::setDetailsToggle(bool available, bool shown)
{
    for (int view = 0; view < int(m_views.size()); ++view) {
        if (m_views.at(view)) // one is enough, beside the details
            m_views.at(view)->header().setDetailsToggle(available && view == (m_split ? 1 : 0), shown);
    }
}

/// Where two have no room, the one at hand is in sight.
void ConversationPanes::arrange()
{
    const bool room = width() >= 2 * leastWidth;
    for (int view = 0; view < int(m_views.size()); ++view) {
        ConversationView *each = m_views.at(view);
        if (!each)
            continue;
        each->setVisible(view == m_atHand || (m_split && room));
        each->header().setSide(m_split ? (view == m_atHand ? Side::AtHand : Side::Beside) : Side::Whole);
    }
}

void ConversationPanes::resizeEvent(QResizeEvent *event)
{
    QWidget::resizeEvent(event);
    arrange();
}

} // namespace deskbell::console
