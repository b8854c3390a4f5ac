#include "console/views/chattabbar.h"

#include "console/models/wording.h"
#include "console/theme/iconengine.h"
#include "console/theme/painting.h"
#include "console/theme/theme.h"

#include <QContextMenuEvent>
#include <QMenu>
#include <QPainter>

namespace deskbell::console {

namespace {

constexpr int tabHeight = 34;
constexpr int widest = 190;
constexpr int narrowest = 96;
constexpr int endSize = 24;
constexpr int crossSize = 14;

} // namespace

TabEnd::TabEnd(const Theme &theme, QWidget *parent) : QAbstractButton(parent), m_theme(theme)
{
    setObjectName(QStringLiteral("closeTabButton"));
    setFocusPolicy(Qt::NoFocus); // Ctrl+W and Delete do the same
    setAttribute(Qt::WA_Hover);
    setCursor(Qt::ArrowCursor);
}

void TabEnd::setUnread(int count)
{
    m_unread = count;
    update();
}

QSize TabEnd::sizeHint() const
{
    return {endSize, endSize};
}

void TabEnd::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    if (m_unread > 0 && !underMouse()) {
        paintBadge(painter, QPointF(width() - 1, height() / 2.0), m_theme, m_unread, m_theme.color(Token::Panel));
        return;
    }
    if (underMouse()) {
        painter.setPen(Qt::NoPen);
        painter.setBrush(m_theme.color(Token::Line));
        painter.drawRoundedRect(rect().adjusted(2, 2, -2, -2), 4, 4);
    }
    const QRectF cross((width() - crossSize) / 2.0, (height() - crossSize) / 2.0, crossSize, crossSize);
    paintIcon(painter, cross, QStringLiteral("close"), m_theme.color(underMouse() ? Token::Ink : Token::Ink3));
}

ChatTabBar::ChatTabBar(const Theme &theme, const Workspace &workspace, OpenChats &open, QWidget *parent)
    : QTabBar(parent), m_theme(theme), m_workspace(workspace), m_open(open)
{
    setObjectName(QStringLiteral("chatTabBar"));
    setAccessibleName(tr("Open chats"));
    setDrawBase(false);
    setExpanding(false);
    setMovable(true);
    setUsesScrollButtons(true);
    setElideMode(Qt::ElideRight);
    setFocusPolicy(Qt::TabFocus);
    setFont(theme.font(FontSize::List));
    connect(this, &QTabBar::currentChanged, this, [this](int tab) {
        if (tab >= 0 && idAt(tab) != m_current)
            Q_EMIT chosen(idAt(tab));
    });
    connect(this, &QTabBar::tabBarClicked, this, [this](int tab) { // the one at hand may not be what is shown
        if (tab >= 0 && tab == currentIndex() && idAt(tab) != m_current)
            Q_EMIT chosen(idAt(tab));
    });
    connect(this, &QTabBar::tabMoved, this, [this](int from, int to) {
        m_moving = true;
        m_open.move(from, to);
        m_moving = false;
    });
    connect(&open, &OpenChats::changed, this, &ChatTabBar::rebuild);
    connect(&workspace, &Workspace::chatChanged, this, [this](int row) {
        const auto tab = m_open.all().indexOf(m_workspace.chatAt(row).id);
        if (tab >= 0 && tab < count())
            show(int(tab));
    });
    connect(&theme, &Theme::changed, this, &ChatTabBar::rebuild);
    rebuild();
}

ChatId ChatTabBar::idAt(int tab) const
{
    return ChatId::fromTrusted(tabData(tab).toString());
}

TabEnd *ChatTabBar::endOf(int tab) const
{
    return qobject_cast<TabEnd *>(tabButton(tab, RightSide));
}

void ChatTabBar::rebuild()
{
    if (m_moving)
        return;
    const QSignalBlocker quiet(this);
    const QList<ChatId> &chats = m_open.all();
    while (count() > chats.size())
        removeTab(count() - 1);
    while (count() < chats.size()) {
        const int tab = addTab(QString());
        auto *end = new TabEnd(m_theme, this);
        connect(end, &QAbstractButton::clicked, this, [this, end] {
            for (int each = 0; each < count(); ++each) {
                if (endOf(each) == end) {
                    Q_EMIT closeRequested(idAt(each));
                    return;
                }
            }
        });
        setTabButton(tab, RightSide, end);
    }
    for (int tab = 0; tab < count(); ++tab) {
        setTabData(tab, chats.at(tab).toString());
        show(tab);
    }
    setCurrent(m_current);
    setVisible(count() > 1);
}

void ChatTabBar::show(int tab)
{
    const ChatId id = idAt(tab);
    const api::Chat *chat = m_workspace.chat(id);
    const QString name = chat ? oneLine(chat->visitorName) : QString();
    const int unread = m_workspace.unread(id);
    if (QString label = QString(name).replace(QLatin1Char('&'), QLatin1String("&&")); tabText(tab) != label)
        setTabText(tab, label);
    setTabTextColor(tab, m_theme.color(m_open.isPassing(id) ? Token::Ink3 : Token::Ink));
    setTabToolTip(tab,
                  (m_open.isPassing(id) ? tr("%1: the next chat that you open takes its place").arg(name) : name)
                      .toHtmlEscaped());
    setAccessibleTabName(tab, unread > 0 ? tr("%1, %n unread", nullptr, unread).arg(name) : name);
    if (TabEnd *end = endOf(tab)) {
        end->setAccessibleName(tr("Close the tab of %1").arg(name));
        if (end->unread() != unread)
            end->setUnread(unread);
    }
}

void ChatTabBar::setCurrent(const ChatId &id)
{
    m_current = id;
    const auto tab = m_open.all().indexOf(id);
    if (tab < 0 || tab == currentIndex())
        return;
    const QSignalBlocker quiet(this);
    setCurrentIndex(int(tab));
}

QSize ChatTabBar::tabSizeHint(int index) const
{
    const int text = fontMetrics().horizontalAdvance(tabText(index));
    return {std::clamp(text + endSize + 3 * space::m, narrowest, widest), tabHeight};
}

QSize ChatTabBar::minimumTabSizeHint(int) const
{
    return {narrowest, tabHeight};
}

void ChatTabBar::mouseReleaseEvent(QMouseEvent *event)
{
    QTabBar::mouseReleaseEvent(event);
    const int tab = tabAt(event->pos());
    if (event->button() == Qt::MiddleButton && tab >= 0)
        Q_EMIT closeRequested(idAt(tab));
}

void ChatTabBar::mouseDoubleClickEvent(QMouseEvent *event)
{
    QTabBar::mouseDoubleClickEvent(event);
    if (const int tab = tabAt(event->pos()); tab >= 0)
        m_open.keep(idAt(tab));
}

void ChatTabBar::keyPressEvent(QKeyEvent *event)
{
    if (event->key() == Qt::Key_Delete && currentIndex() >= 0)
        Q_EMIT closeRequested(idAt(currentIndex()));
    else
        QTabBar::keyPressEvent(event);
}

void ChatTabBar::contextMenuEvent(QContextMenuEvent *event)
{
    const int tab = event->reason() == QContextMenuEvent::Mouse ? tabAt(event->pos()) : currentIndex();
    if (tab < 0)
        return;
    const ChatId id = idAt(tab);
    auto *menu = new QMenu(this);
    menu->setObjectName(QStringLiteral("tabMenu"));
    menu->setAttribute(Qt::WA_DeleteOnClose);
    menu->addAction(m_theme.icon(QStringLiteral("beside"), Token::Ink2), tr("Open beside"), this,
                    [this, id] { Q_EMIT besideRequested(id); });
    if (m_open.isPassing(id))
        menu->addAction(tr("Keep this tab"), this, [this, id] { m_open.keep(id); });
    menu->addAction(m_theme.icon(QStringLiteral("close"), Token::Ink2), tr("Close the tab"), this,
                    [this, id] { Q_EMIT closeRequested(id); });
    menu->addAction(tr("Close all others"), this, [this, id] {
        const QList<ChatId> all = m_open.all();
        for (const ChatId &each : all) {
            if (each != id)
                Q_EMIT closeRequested(each);
        }
    });
    menu->popup(event->globalPos());
}

} // namespace deskbell::console
