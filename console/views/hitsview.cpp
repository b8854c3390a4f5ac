#include "console/views/hitsview.h"

#include "console/theme/theme.h"
#include "console/views/chatlistview.h"
#include "console/views/hitdelegate.h"

#include <QKeyEvent>
#include <QLabel>
#include <QPushButton>
#include <QScrollBar>
#include <QVBoxLayout>

namespace deskbell::console {

namespace {

constexpr int patienceMs = 400;

} // namespace

HitsView::HitsView(const Theme &theme, Workspace &workspace, Actions &actions, QWidget *parent)
    : QFrame(parent), m_model(new MessageHitModel(workspace, actions, this)), m_list(new ChatListView(theme, this)),
      m_line(new QLabel(this)), m_retry(new QPushButton(tr("Try again"), this))
{
    setObjectName(QStringLiteral("hitsView"));
    m_list->setObjectName(QStringLiteral("messageHitsView"));
    m_list->setAccessibleName(tr("Messages that were found"));
    m_list->setItemDelegate(new HitDelegate(theme, workspace.clock(), this));
    m_list->setModel(m_model);
    m_list->installEventFilter(this);
    m_line->setObjectName(QStringLiteral("hitsLabel"));
    m_line->setFont(theme.font(FontSize::List));
    m_line->setProperty("tone", QStringLiteral("hint"));
    m_line->setTextFormat(Qt::PlainText);
    m_line->setWordWrap(true);
    m_retry->setObjectName(QStringLiteral("searchAgainButton"));
    auto *below = new QVBoxLayout;
    below->setContentsMargins(space::l, space::xs, space::l, space::m);
    below->setSpacing(space::s);
    below->addWidget(m_line);
    below->addWidget(m_retry, 0, Qt::AlignLeft);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addWidget(m_list, 1);
    column->addLayout(below);
    column->addStretch();
    connect(m_list, &ChatListView::confirmed, this, &HitsView::choose);
    connect(m_list, &QListView::clicked, this, &HitsView::choose);
    connect(m_list->verticalScrollBar(), &QScrollBar::valueChanged, this, [this](int value) {
        if (value > 0 && value == m_list->verticalScrollBar()->maximum())
            m_model->loadMore();
    });
    connect(m_retry, &QPushButton::clicked, m_model, &MessageHitModel::tryAgain);
    connect(m_model, &MessageHitModel::stateChanged, this, &HitsView::showState);
    m_patience.setSingleShot(true);
    m_patience.setInterval(patienceMs);
    connect(&m_patience, &QTimer::timeout, this, [this] {
        m_list->setLoading(true);
        m_list->show();
        m_line->hide();
    });
    showState();
}

void HitsView::takeFocus()
{
    if (count() == 0)
        return;
    m_list->setFocus(Qt::TabFocusReason);
    m_list->setCurrentIndex(m_model->index(0, 0));
}

void HitsView::openFirst()
{
    if (count() > 0)
        choose(m_model->index(0, 0));
}

void HitsView::choose(const QModelIndex &index)
{
    Q_EMIT chosen(ChatId::fromTrusted(index.data(MessageHitModel::ChatRole).toString()),
                  index.data(MessageHitModel::SeqRole).toLongLong());
}

void HitsView::showState()
{
    using State = MessageHitModel::State;
    const State state = m_model->state();
    if (state == State::Asking) { // what is there stays until there is something newer
        m_retry->hide();
        if (count() == 0 && !m_patience.isActive())
            m_patience.start();
        return;
    }
    m_patience.stop();
    m_list->setLoading(false);
    m_list->setVisible(count() > 0);
    m_line->setVisible(count() == 0);
    m_retry->setVisible(state == State::Failed);
    switch (state) {
    case State::Idle:
        m_line->setText(tr("Go on typing to search in what was said."));
        break;
    case State::Asking:
    case State::Answered:
        m_line->setText(tr("Nobody has said that."));
        break;
    case State::Failed:
        m_line->setText(tr("The server could not search just now."));
        break;
    case State::Offline:
        m_line->setText(tr("What was said is searched when the connection is back. The chats above are those that this "
                           "computer knows."));
        break;
    }
}

bool HitsView::eventFilter(QObject *watched, QEvent *event)
{
    if (watched == m_list && event->type() == QEvent::KeyPress) {
        const bool up = static_cast<QKeyEvent *>(event)->key() == Qt::Key_Up;
        if (up && m_list->currentIndex().row() <= 0) {
            Q_EMIT leftUpwards();
            return true;
        }
    }
    return QFrame::eventFilter(watched, event);
}

} // namespace deskbell::console
