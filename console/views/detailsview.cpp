#include "console/views/detailsview.h"

#include "console/models/wording.h"
#include "console/theme/theme.h"
#include "console/views/painting.h"

#include <QAction>
#include <QClipboard>
#include <QGuiApplication>
#include <QHBoxLayout>
#include <QLabel>
#include <QPainter>
#include <QRegularExpression>

namespace deskbell::console {

namespace {

constexpr int avatarSize = 64;
constexpr int avatarTop = 28;

/// An address is one long word: it may go on in the next line after a slash or an at sign, and what is too long for a
/// line even so is shortened. Whole in the tooltip and for copying.
QString breakable(const QString &address, const QFontMetrics &metrics, int room)
{
    static const QRegularExpression ends(QStringLiteral("(?<=[/@])"));
    QStringList parts = address.split(ends, Qt::SkipEmptyParts);
    for (QString &part : parts)
        part = metrics.elidedText(part, Qt::ElideMiddle, room);
    return parts.join(QChar(0x200B));
}

} // namespace

DetailsView::DetailsView(const Theme &theme, const Workspace &workspace, QWidget *parent)
    : QFrame(parent), m_theme(theme), m_workspace(workspace), m_content(new QWidget(this)), m_name(new QLabel(this)),
      m_presence(new QLabel(this)), m_earlierTitle(new QLabel(tr("Earlier chats"), this)), m_earlier(new QLabel(this))
{
    setObjectName(QStringLiteral("detailsView"));
    setAccessibleName(tr("Details"));
    m_name->setFont(theme.font(FontSize::Reading, Weight::SemiBold));
    m_presence->setFont(theme.font(FontSize::Small));
    m_presence->setProperty("tone", QStringLiteral("hint"));
    m_earlierTitle->setFont(theme.font(FontSize::Small, Weight::SemiBold));
    m_earlierTitle->setProperty("tone", QStringLiteral("hint"));
    m_earlier->setFont(theme.font(FontSize::List));
    m_earlier->setWordWrap(true);
    for (QLabel *label : {m_name, m_presence, m_earlier})
        label->setTextFormat(Qt::PlainText);
    for (QLabel *label : {m_name, m_presence}) {
        label->setAlignment(Qt::AlignHCenter);
        label->setWordWrap(true);
    }
    auto *column = new QVBoxLayout(m_content);
    column->setContentsMargins(20, avatarTop + avatarSize + space::m, 20, space::xl);
    column->setSpacing(2);
    column->addWidget(m_name);
    column->addWidget(m_presence);
    column->addSpacing(space::xl);
    m_email = addFact(column, QStringLiteral("mail"), QStringLiteral("emailLabel"), tr("Email"));
    m_page = addFact(column, QStringLiteral("globe"), QStringLiteral("pageLabel"), tr("Page"));
    m_started = addFact(column, QStringLiteral("calendar"), QStringLiteral("startedLabel"), tr("Started"));
    m_claimed = addFact(column, QStringLiteral("person"), QStringLiteral("claimedLabel"), tr("Claimed"));
    m_ended = addFact(column, QStringLiteral("ended"), QStringLiteral("endedLabel"), tr("Ended"));
    m_messages = addFact(column, QStringLiteral("messages"), QStringLiteral("messagesLabel"), tr("Messages"));
    column->addSpacing(space::l);
    column->addWidget(m_earlierTitle);
    column->addWidget(m_earlier);
    column->addStretch();
    auto *whole = new QVBoxLayout(this);
    whole->setContentsMargins(0, 0, 0, 0);
    whole->addWidget(m_content);
    const auto refresh = [this] { show(); };
    connect(&workspace, &Workspace::chatChanged, this, [this](int row) {
        if (m_workspace.chatAt(row).id == m_chatId)
            show();
    });
    connect(&workspace, &Workspace::chatsInserted, this, [this](int first, int last) {
        const api::Chat *shown = m_workspace.chat(m_chatId);
        for (int row = first; shown && row <= last; ++row) {
            if (m_workspace.chatAt(row).visitorId == shown->visitorId) {
                show();
                break;
            }
        }
    });
    connect(&workspace, &Workspace::chatRemoved, this, refresh);
    connect(&theme, &Theme::changed, this, refresh);
    show();
}

DetailsView::Fact DetailsView::addFact(QVBoxLayout *column, const QString &icon, const QString &name,
                                       const QString &caption)
{
    auto *line = new QWidget(this);
    Fact fact{line, new QLabel(line), new QLabel(line)};
    fact.icon->setProperty("iconName", icon);
    fact.icon->setFixedSize(20, 20);
    auto *title = new QLabel(caption, line);
    title->setFont(m_theme.font(FontSize::Small));
    title->setProperty("tone", QStringLiteral("hint"));
    fact.value->setObjectName(name);
    fact.value->setFont(m_theme.font(FontSize::List));
    fact.value->setTextFormat(Qt::PlainText);
    fact.value->setWordWrap(true);
    fact.value->setMinimumWidth(40);
    auto *copy = new QAction(tr("Copy"), fact.value);
    connect(copy, &QAction::triggered, fact.value,
            [value = fact.value] { QGuiApplication::clipboard()->setText(value->property("whole").toString()); });
    copy->setShortcut(QKeySequence::Copy);
    copy->setShortcutContext(Qt::WidgetShortcut);
    fact.value->addAction(copy);
    fact.value->setFocusPolicy(Qt::TabFocus);
    fact.value->setProperty("fact", caption);
    fact.value->setContextMenuPolicy(Qt::ActionsContextMenu);
    auto *texts = new QVBoxLayout;
    texts->setSpacing(1);
    texts->addWidget(title);
    texts->addWidget(fact.value);
    auto *row = new QHBoxLayout(line);
    row->setContentsMargins(0, 6, 0, 6);
    row->setSpacing(space::m);
    row->addWidget(fact.icon, 0, Qt::AlignTop);
    row->addLayout(texts, 1);
    column->addWidget(line);
    return fact;
}

void DetailsView::set(const Fact &fact, const QString &text, const QString &tip)
{
    fact.row->setVisible(!text.isEmpty());
    fact.value->setProperty("whole", tip.isEmpty() ? text : tip);
    fact.value->setText(tip.isEmpty() ? text : breakable(text, fact.value->fontMetrics(), width() - 76));
    fact.value->setToolTip(tip.toHtmlEscaped());
    fact.value->setAccessibleName(
        QStringLiteral("%1: %2").arg(fact.value->property("fact").toString(), tip.isEmpty() ? text : tip));
    const QIcon icon = m_theme.icon(fact.icon->property("iconName").toString(), Token::Ink3);
    fact.icon->setPixmap(icon.pixmap(QSize(18, 18), devicePixelRatioF()));
}

void DetailsView::open(const ChatId &id)
{
    m_chatId = id;
    show();
}

void DetailsView::show()
{
    const api::Chat *chat = m_workspace.chat(m_chatId);
    m_content->setVisible(chat != nullptr);
    if (!chat)
        return;
    m_visitorId = chat->visitorId.toString();
    m_name->setText(oneLine(chat->visitorName));
    m_presence->setText(chat->visitorOnline ? tr("Online now") : tr("Not on the page now"));
    const QString email = oneLine(chat->visitorEmail.value_or(QString()));
    set(m_email, email, email);
    set(m_page, chat->page ? pageText(*chat->page) : QString(), chat->page.value_or(QString()));
    set(m_started, fullTimeText(chat->createdAt));
    const QString by = oneLine(chat->operatorName.value_or(QString()));
    set(m_claimed, chat->claimedAt ? QStringLiteral("%1, %2").arg(by, clockText(*chat->claimedAt)) : QString());
    QString ended = chat->endedAt ? fullTimeText(*chat->endedAt) : QString();
    if (chat->endedAt && chat->endReason && !chat->endReason->isEmpty())
        ended += QStringLiteral("\n") + oneLine(*chat->endReason);
    set(m_ended, ended);
    set(m_messages, QString::number(chat->lastSeq));
    showEarlier(*chat);
    update();
}

void DetailsView::showEarlier(const api::Chat &chat)
{
    QStringList lines;
    for (int row = 0; row < m_workspace.chatCount(); ++row) {
        const api::Chat &other = m_workspace.chatAt(row);
        if (other.visitorId == chat.visitorId && other.id != chat.id && other.createdAt < chat.createdAt) {
            QString line = fullTimeText(other.createdAt);
            if (other.endReason && !other.endReason->isEmpty())
                line += QStringLiteral(" · ") + oneLine(*other.endReason);
            lines.append(line);
        }
    }
    m_earlierTitle->setVisible(!lines.isEmpty());
    m_earlier->setVisible(!lines.isEmpty());
    m_earlier->setText(lines.join(QLatin1Char('\n')));
}

void DetailsView::paintEvent(QPaintEvent *event)
{
    QFrame::paintEvent(event);
    if (!m_content->isVisible())
        return;
    QPainter painter(this);
    paintAvatar(painter, QRectF((width() - avatarSize) / 2.0, avatarTop, avatarSize, avatarSize), m_theme, m_visitorId,
                m_name->text());
}

} // namespace deskbell::console
