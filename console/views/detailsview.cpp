#include "console/views/detailsview.h"

#include "console/models/knowntags.h"
#include "console/models/wording.h"
#include "console/theme/painting.h"
#include "console/theme/theme.h"
#include "console/views/attributesview.h"
#include "console/views/factview.h"
#include "console/views/prioritybutton.h"
#include "console/views/tagsview.h"

#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLabel>
#include <QPainter>
#include <QPointer>
#include <QPushButton>
#include <QScrollArea>
#include <QToolButton>

#include <algorithm>

namespace deskbell::console {

namespace {

constexpr int avatarSize = 64;
constexpr int mostEarlier = 5;

/// The visitor's initials, in the middle.
class AvatarView final : public QWidget
{
public:
    AvatarView(const Theme &theme, QWidget *parent) : QWidget(parent), m_theme(theme) { setFixedHeight(avatarSize); }

    void setVisitor(const QString &id, const QString &name)
    {
        m_id = id;
        m_name = name;
        update();
    }

protected:
    void paintEvent(QPaintEvent *) override
    {
        QPainter painter(this);
        paintAvatar(painter, QRectF((width() - avatarSize) / 2.0, 0, avatarSize, avatarSize), m_theme, m_id, m_name);
    }

private:
    const Theme &m_theme;
    QString m_id;
    QString m_name;
};

} // namespace

DetailsView::DetailsView(const Theme &theme, const Workspace &workspace, Actions &actions, QWidget *parent)
    : QFrame(parent), m_theme(theme), m_workspace(workspace), m_actions(actions), m_content(new QWidget(this)),
      m_back(new QToolButton(m_content)), m_avatar(new AvatarView(theme, m_content)), m_name(new QLabel(m_content)),
      m_presence(new QLabel(m_content)), m_priority(new PriorityButton(theme, m_content)),
      m_tags(new TagsView(theme, m_content)), m_attributes(new AttributesView(theme, workspace, m_content)),
      m_earlierTitle(new QLabel(tr("Earlier chats"), m_content)), m_earlier(new QVBoxLayout)
{
    setObjectName(QStringLiteral("detailsView"));
    setAccessibleName(tr("Details"));
    m_back->setObjectName(QStringLiteral("backToChatButton"));
    m_back->setIconSize({20, 20});
    m_back->setToolTip(tr("Back to the conversation"));
    m_back->setAccessibleName(tr("Back to the conversation"));
    m_back->setFocusPolicy(Qt::TabFocus);
    m_back->hide();
    connect(m_back, &QToolButton::clicked, this, &DetailsView::backRequested);
    m_name->setFont(theme.font(FontSize::Reading, Weight::SemiBold));
    m_presence->setFont(theme.font(FontSize::Small));
    m_presence->setProperty("tone", QStringLiteral("hint"));
    m_earlierTitle->setFont(theme.font(FontSize::Small, Weight::SemiBold));
    m_earlierTitle->setProperty("tone", QStringLiteral("hint"));
    for (QLabel *label : {m_name, m_presence}) {
        label->setTextFormat(Qt::PlainText);
        label->setAlignment(Qt::AlignHCenter);
        label->setWordWrap(true);
    }
    compose();
    connectParts();
    show();
}

void DetailsView::compose()
{
    auto *column = new QVBoxLayout(m_content);
    column->setContentsMargins(20, space::xl + space::xs, 20, space::xl);
    column->setSpacing(2);
    column->addWidget(m_back, 0, Qt::AlignLeading);
    column->addWidget(m_avatar);
    column->addSpacing(space::s);
    column->addWidget(m_name);
    column->addWidget(m_presence);
    column->addSpacing(space::l);
    column->addWidget(m_priority);
    column->addSpacing(space::xs);
    column->addWidget(m_tags);
    column->addSpacing(space::m);
    m_email = addFact(column, QStringLiteral("mail"), QStringLiteral("emailLabel"), tr("Email"));
    m_address = addFact(column, QStringLiteral("place"), QStringLiteral("addressLabel"), tr("Address"));
    m_page = addFact(column, QStringLiteral("globe"), QStringLiteral("pageLabel"), tr("Page"));
    m_subject = addFact(column, QStringLiteral("edit"), QStringLiteral("subjectLabel"), tr("Subject"));
    m_department = addFact(column, QStringLiteral("mine"), QStringLiteral("departmentLabel"), tr("Department"));
    m_started = addFact(column, QStringLiteral("calendar"), QStringLiteral("startedLabel"), tr("Started"));
    m_claimed = addFact(column, QStringLiteral("person"), QStringLiteral("claimedLabel"), tr("Claimed"));
    m_ended = addFact(column, QStringLiteral("ended"), QStringLiteral("endedLabel"), tr("Ended"));
    m_rating = addFact(column, QStringLiteral("star"), QStringLiteral("ratingLabel"), tr("Rating"));
    m_messages = addFact(column, QStringLiteral("messages"), QStringLiteral("messagesLabel"), tr("Messages"));
    column->addSpacing(space::s);
    column->addWidget(m_attributes);
    m_attributes->setBefore(m_messages->value());
    column->addSpacing(space::m);
    column->addWidget(m_earlierTitle);
    column->addLayout(m_earlier);
    column->addStretch();
    auto *scroll = new QScrollArea(this);
    scroll->setObjectName(QStringLiteral("detailsScrollArea"));
    scroll->setFrameShape(NoFrame);
    scroll->setWidgetResizable(true);
    scroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    scroll->setFocusPolicy(Qt::NoFocus);
    scroll->viewport()->setAutoFillBackground(false);
    m_content->setAutoFillBackground(false);
    scroll->setWidget(m_content);
    auto *whole = new QVBoxLayout(this);
    whole->setContentsMargins(0, 0, 0, 0);
    whole->addWidget(scroll);
}

void DetailsView::connectParts()
{
    const auto refresh = [this] { show(); };
    connect(&m_workspace, &Workspace::chatChanged, this, [this](int row) {
        if (m_workspace.chatAt(row).id == m_chatId)
            show();
    });
    connect(&m_workspace, &Workspace::chatsInserted, this, [this](int first, int last) {
        const api::Chat *shown = m_workspace.chat(m_chatId);
        const VisitorId visitor = shown ? shown->visitorId : VisitorId();
        for (int row = first; !visitor.isNull() && row <= last; ++row) {
            if (m_workspace.chatAt(row).visitorId == visitor) {
                show();
                break;
            }
        }
    });
    connect(&m_workspace.visitors(), &Visitors::changed, this, [this](const VisitorId &id) {
        const api::Chat *shown = m_workspace.chat(m_chatId);
        if (shown && shown->visitorId == id)
            show();
    });
    connect(&m_workspace, &Workspace::chatRemoved, this, refresh);
    connect(&m_workspace, &Workspace::connectionChanged, this, refresh);
    connect(&m_workspace.office(), &Office::departmentsChanged, this, refresh);
    connect(&m_theme, &Theme::changed, this, refresh);
    connect(m_priority, &PriorityButton::chosen, this, &DetailsView::setPriority);
    connect(m_tags, &TagsView::addRequested, this, [this](const QString &tag) {
        change(api::ChatTag{m_chatId, {tag}, {}});
    });
    connect(m_tags, &TagsView::removeRequested, this, [this](const QString &tag) {
        change(api::ChatTag{m_chatId, {}, {tag}});
    });
    connect(m_tags, &TagsView::typingBegins, this, [this] { m_tags->setKnownTags(knownTags(m_workspace)); });
}

void DetailsView::setPriority(api::ChatPriority priority)
{
    api::ChatUpdate update{m_chatId};
    update.priority = priority;
    change(update);
}

void DetailsView::change(const ChatChange &change)
{
    if (m_chatId.isNull())
        return;
    m_actions.change(change, [self = QPointer(this), id = m_chatId](const Result<Nothing> &result) {
        if (self && !result)
            Q_EMIT self->failed(id, result.error().message);
    });
}

void DetailsView::setBackVisible(bool visible)
{
    m_back->setVisible(visible);
}

bool DetailsView::event(QEvent *event)
{
    if (event->type() == QEvent::ShortcutOverride && m_back->isVisible()
        && static_cast<QKeyEvent *>(event)->key() == Qt::Key_Escape) {
        event->accept(); // elsewhere this key leads to the list
        return true;
    }
    return QFrame::event(event);
}

void DetailsView::keyPressEvent(QKeyEvent *event)
{
    if (event->key() == Qt::Key_Escape && m_back->isVisible())
        Q_EMIT backRequested();
    else
        QFrame::keyPressEvent(event);
}

void DetailsView::focusTags()
{
    if (m_tags->isVisible())
        m_tags->takeFocus();
}

FactView *DetailsView::addFact(QVBoxLayout *column, const QString &icon, const QString &name, const QString &caption)
{
    auto *fact = new FactView(m_theme, icon, name, m_content);
    fact->setCaption(caption);
    connect(&m_theme, &Theme::changed, fact, &FactView::showIcon);
    column->addWidget(fact);
    return fact;
}

void DetailsView::open(const ChatId &id)
{
    m_chatId = id;
    show();
    if (const api::Chat *chat = m_workspace.chat(id))
        m_actions.openVisitor(VisitorId(chat->visitorId)); // a copy: what comes of it may move the chat
}

void DetailsView::show()
{
    const api::Chat *chat = m_workspace.chat(m_chatId);
    m_content->setVisible(chat != nullptr);
    if (!chat)
        return;
    m_attributes->open(chat->visitorId);
    m_back->setIcon(m_theme.icon(QStringLiteral("back"), Token::Ink2));
    m_name->setText(oneLine(chat->visitorName));
    static_cast<AvatarView *>(m_avatar)->setVisitor(chat->visitorId.toString(), m_name->text());
    const bool isKnown = m_workspace.connection().phase == ConnectionState::Phase::Online;
    m_presence->setText(!isKnown                  ? tr("Whether they are online is not known")
                            : chat->visitorOnline ? tr("Online now")
                                                  : tr("Not on the page now"));
    m_priority->setPriority(chat->priority);
    m_tags->setTags(chat->tags);
    const bool sortable = chat->status == api::ChatStatus::Waiting || m_workspace.isMine(*chat)
        || m_workspace.self().role == api::OperatorRole::Admin;
    m_tags->setEnabled(sortable);
    m_priority->setEnabled(sortable);
    const QString email = oneLine(chat->visitorEmail.value_or(QString()));
    m_email->setText(email);
    const api::Visitor *visitor = m_workspace.visitors().find(chat->visitorId);
    m_address->setText(visitor ? oneLine(visitor->address.value_or(QString())) : QString());
    m_page->setText(chat->page ? pageText(*chat->page) : QString(), chat->page.value_or(QString()));
    m_subject->setText(oneLine(chat->subject.value_or(QString())));
    m_department->setText(chat->departmentId ? oneLine(m_workspace.office().departmentName(*chat->departmentId))
                                             : QString());
    m_started->setText(fullTimeText(chat->createdAt));
    const QString by = oneLine(chat->operatorName.value_or(QString()));
    m_claimed->setText(chat->claimedAt ? QStringLiteral("%1, %2").arg(by, clockText(*chat->claimedAt)) : QString());
    QString ended = chat->endedAt ? fullTimeText(*chat->endedAt) : QString();
    if (chat->endedAt && chat->endReason && !chat->endReason->isEmpty())
        ended += QStringLiteral("\n") + endReasonText(*chat->endReason);
    m_ended->setText(ended);
    showRating(*chat);
    m_messages->setText(QString::number(chat->lastSeq));
    showEarlier(*chat);
}

void DetailsView::showRating(const api::Chat &chat)
{
    if (!chat.rating) {
        m_rating->setText(QString());
        return;
    }
    constexpr int best = 5;
    const int score = std::clamp(chat.rating->score, 0, best);
    QString text = QString(score, QChar(0x2605)) + QString(best - score, QChar(0x2606));
    QString spoken = tr("%1 of %2").arg(score).arg(best);
    if (chat.rating->comment && !chat.rating->comment->isEmpty()) {
        text += QStringLiteral("\n") + oneLine(*chat.rating->comment);
        spoken += QStringLiteral(". ") + oneLine(*chat.rating->comment);
    }
    m_rating->setText(text);
    m_rating->setSpoken(spoken);
}

void DetailsView::showEarlier(const api::Chat &shown)
{
    const api::Chat chat = shown; // looking at many others takes it away
    QList<api::Chat> earlier;
    const QList<ChatId> all = m_workspace.chatsOf(chat.visitorId);
    for (const ChatId &id : all) {
        const api::Chat &other = *m_workspace.chat(id);
        if (other.id != chat.id && other.createdAt < chat.createdAt)
            earlier.append(other);
    }
    std::sort(earlier.begin(), earlier.end(),
              [](const api::Chat &left, const api::Chat &right) { return right.createdAt < left.createdAt; });
    earlier.resize(std::min<qsizetype>(earlier.size(), mostEarlier));
    m_earlierTitle->setVisible(!earlier.isEmpty());
    QList<ChatId> ids;
    for (const api::Chat &each : std::as_const(earlier))
        ids.append(each.id);
    if (ids == m_earlierShown)
        return;
    m_earlierShown = ids;
    while (QLayoutItem *item = m_earlier->takeAt(0)) {
        item->widget()->hide();
        item->widget()->deleteLater(); // it may be the one that was pressed
        delete item;
    }
    QWidget *before = m_attributes->last();
    for (const api::Chat &each : std::as_const(earlier)) {
        QString line = fullTimeText(each.createdAt);
        if (each.endReason && !each.endReason->isEmpty())
            line += QStringLiteral(" · ") + endReasonText(*each.endReason);
        auto *button = new QPushButton(QString(line).replace(QLatin1Char('&'), QLatin1String("&&")), m_content);
        button->setObjectName(QStringLiteral("earlierChatButton"));
        button->setProperty("kind", QStringLiteral("link"));
        button->setAccessibleName(tr("Earlier chat: %1").arg(line));
        button->setToolTip(tr("Open this chat"));
        button->setMinimumWidth(40);
        connect(button, &QPushButton::clicked, this, [this, id = each.id] { Q_EMIT chatRequested(id); });
        setTabOrder(before, button);
        before = button;
        m_earlier->addWidget(button);
    }
}

} // namespace deskbell::console
