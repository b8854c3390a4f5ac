#include "console/views/conversationheader.h"

#include "console/models/wording.h"
#include "console/views/elidedlabel.h"

#include <QHBoxLayout>
#include <QPainter>
#include <QPushButton>
#include <QStyle>
#include <QToolButton>

namespace deskbell::console {

namespace {

constexpr int avatarSize = 36;
constexpr int roomForWords = 480;

QToolButton *toolButton(const QString &name, const QIcon &icon, const QString &tip, QWidget *parent)
{
    auto *button = new QToolButton(parent);
    button->setObjectName(name);
    button->setIcon(icon);
    button->setIconSize({20, 20});
    button->setToolTip(tip);
    button->setAccessibleName(tip);
    button->setFocusPolicy(Qt::TabFocus);
    return button;
}

} // namespace

ConversationHeader::ConversationHeader(const Theme &theme, const Workspace &workspace, QWidget *parent)
    : QFrame(parent), m_theme(theme), m_workspace(workspace),
      m_back(toolButton(QStringLiteral("backButton"), theme.icon(QStringLiteral("back"), Token::Ink2),
                        tr("Back to the list"), this)),
      m_avatar(new QWidget(this)), m_name(new ElidedLabel(this)), m_standing(new ElidedLabel(this)),
      m_transfer(new QPushButton(this)), m_end(new QPushButton(this)),
      m_details(toolButton(QStringLiteral("detailsButton"), theme.icon(QStringLiteral("details"), Token::Ink2),
                           tr("Details (Ctrl+I)"), this)),
      m_close(toolButton(QStringLiteral("closeSideButton"), theme.icon(QStringLiteral("close"), Token::Ink2),
                         tr("Close this side"), this))
{
    setObjectName(QStringLiteral("conversationHeader"));
    setFixedHeight(64);
    m_avatar->setFixedSize(avatarSize, avatarSize);
    m_name->setObjectName(QStringLiteral("visitorNameLabel"));
    m_name->setFont(theme.font(FontSize::Reading, Weight::SemiBold));
    m_standing->setObjectName(QStringLiteral("standingLabel"));
    m_standing->setFont(theme.font(FontSize::Small));
    m_transfer->setObjectName(QStringLiteral("transferButton"));
    m_transfer->setFocusPolicy(Qt::TabFocus);
    m_end->setObjectName(QStringLiteral("endChatButton"));
    m_end->setToolTip(tr("Close this chat (Ctrl+E)"));
    m_end->setFocusPolicy(Qt::TabFocus);
    m_details->setCheckable(true);

    auto *lines = new QVBoxLayout;
    lines->setSpacing(1);
    lines->addStretch();
    lines->addWidget(m_name);
    lines->addWidget(m_standing);
    lines->addStretch();
    auto *row = new QHBoxLayout(this);
    row->setContentsMargins(space::xl, 0, space::m, 0);
    row->setSpacing(space::m);
    row->addWidget(m_back);
    row->addWidget(m_avatar);
    row->addLayout(lines, 1);
    row->addWidget(m_transfer);
    row->addWidget(m_end);
    row->addWidget(m_details);
    row->addWidget(m_close);
    m_back->hide();
    m_close->hide();
    connect(m_close, &QToolButton::clicked, this, &ConversationHeader::closeRequested);
    connect(m_back, &QToolButton::clicked, this, &ConversationHeader::backRequested);
    connect(m_transfer, &QPushButton::clicked, this, &ConversationHeader::transferRequested);
    connect(m_end, &QPushButton::clicked, this, &ConversationHeader::endRequested);
    connect(m_details, &QToolButton::clicked, this, &ConversationHeader::detailsToggled);
}

void ConversationHeader::setChat(const api::Chat *chat)
{
    setVisible(chat != nullptr);
    if (!chat)
        return;
    m_visitorId = chat->visitorId.toString();
    const bool isKnown = m_workspace.connection().phase == ConnectionState::Phase::Online;
    m_presence = !isKnown ? Presence::None : chat->visitorOnline ? Presence::Online : Presence::Offline;
    m_name->setText(oneLine(chat->visitorName));
    m_standing->setText(standing(*chat));
    QString tone = QStringLiteral("secondary");
    if (chat->status == api::ChatStatus::Waiting) {
        const Token warmth = waitToken(m_workspace.clock().now().ms - chat->createdAt.ms);
        if (warmth != Token::Ink2)
            tone = warmth == Token::Danger ? QStringLiteral("danger") : QStringLiteral("brass");
    }
    if (m_standing->property("tone") != tone) {
        m_standing->setProperty("tone", tone);
        m_standing->style()->polish(m_standing);
    }
    const bool mine = chat->status == api::ChatStatus::Active && m_workspace.isMine(*chat);
    m_assignable =
        !mine && chat->status != api::ChatStatus::Ended && m_workspace.self().role == api::OperatorRole::Admin;
    m_transfer->setVisible((mine && !chat->offer) || m_assignable);
    labelButtons();
    m_end->setVisible(mine);
    update();
}

QString ConversationHeader::standing(const api::Chat &chat) const
{
    switch (chat.status) {
    case api::ChatStatus::Waiting:
        return tr("Waiting %1").arg(waitText(m_workspace.clock().now().ms - chat.createdAt.ms));
    case api::ChatStatus::Ended:
        return tr("Ended %1").arg(fullTimeText(chat.endedAt.value_or(chat.createdAt)));
    case api::ChatStatus::Active:
        break;
    }
    if (!m_workspace.isMine(chat))
        return tr("With %1").arg(oneLine(chat.operatorName.value_or(tr("a colleague"))));
    const bool isKnown = m_workspace.connection().phase == ConnectionState::Phase::Online;
    QString page = chat.page ? pageText(*chat.page) : QString();
    if (!isKnown)
        return page;
    const QString online = chat.visitorOnline ? tr("Online") : tr("Not on the page now");
    return page.isEmpty() ? online : online + QStringLiteral(" · ") + page;
}

void ConversationHeader::setBackVisible(bool visible)
{
    m_back->setVisible(visible);
}

void ConversationHeader::setDetailsToggle(bool available, bool shown)
{
    m_details->setVisible(available);
    m_details->setChecked(shown);
}

/// Where there is little room the name has it, and the buttons are icons.
void ConversationHeader::labelButtons()
{
    const bool narrow = width() < roomForWords;
    const auto label = [&](QPushButton *button, const QString &text, const QString &icon) {
        button->setText(narrow ? QString() : text);
        button->setIcon(narrow ? m_theme.icon(icon, Token::Ink2) : QIcon());
        button->setAccessibleName(text);
    };
    label(m_transfer, m_assignable ? tr("Assign") : tr("Transfer"),
          m_assignable ? QStringLiteral("person") : QStringLiteral("transfer"));
    label(m_end, tr("Close chat"), QStringLiteral("ended"));
    m_transfer->setToolTip(m_assignable ? tr("Give this chat to somebody (Ctrl+Shift+G)")
                                        : tr("Hand this chat over (Ctrl+T)"));
}

void ConversationHeader::resizeEvent(QResizeEvent *event)
{
    QFrame::resizeEvent(event);
    labelButtons();
}

void ConversationHeader::setSide(Side side)
{
    m_close->setVisible(side != Side::Whole);
    const QString word = side == Side::AtHand ? QStringLiteral("atHand") : QString();
    if (property("side").toString() == word)
        return;
    setProperty("side", word);
    style()->unpolish(this);
    style()->polish(this);
}

void ConversationHeader::paintEvent(QPaintEvent *event)
{
    QFrame::paintEvent(event);
    QPainter painter(this);
    const QRectF avatar(m_avatar->geometry());
    paintAvatar(painter, avatar, m_theme, m_visitorId, m_name->text());
    paintPresence(painter, avatar, m_theme, m_presence, m_theme.color(Token::Panel));
}

} // namespace deskbell::console
