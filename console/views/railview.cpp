#include "console/views/railview.h"

#include "console/models/wording.h"
#include "console/theme/iconengine.h"

#include <QActionGroup>
#include <QLabel>
#include <QMenu>
#include <QPainter>
#include <QVBoxLayout>
#include <QWidgetAction>

namespace deskbell::console {

namespace {

constexpr int railWidth = 60;
constexpr int signSize = 20;
constexpr int nameHeight = 18;

void paintFocus(QPainter &painter, const QWidget &widget, const Theme &theme)
{
    // The ring is for those who walk by keyboard; a click says enough by itself.
    if (!widget.hasFocus() || !widget.window()->testAttribute(Qt::WA_KeyboardFocusChange))
        return;
    painter.setPen(QPen(theme.color(Token::Primary), 2));
    painter.setBrush(Qt::NoBrush);
    painter.drawRoundedRect(QRectF(widget.rect()).adjusted(4, 3, -4, -3), radius::control, radius::control);
}

Presence presenceOf(const Workspace &workspace)
{
    if (workspace.connection().phase != ConnectionState::Phase::Online)
        return Presence::Offline;
    return workspace.self().status == api::OperatorStatus::Busy ? Presence::Busy : Presence::Online;
}

/// Style sheets leave the words of a menu's section out, so they stand in a label.
void addHeading(QMenu &menu, const QString &text, const QFont &font, const QString &tone)
{
    auto *label = new QLabel(text, &menu);
    label->setTextFormat(Qt::PlainText);
    label->setFont(font);
    label->setProperty("tone", tone);
    label->setContentsMargins(26, 6, space::xl, space::xs); // in line with the texts below
    auto *heading = new QWidgetAction(&menu);
    heading->setDefaultWidget(label);
    heading->setEnabled(false);
    menu.addAction(heading);
}

} // namespace

RailButton::RailButton(const Theme &theme, QString iconName, const QString &text, QWidget *parent)
    : QAbstractButton(parent), m_theme(theme), m_iconName(std::move(iconName))
{
    setText(text);
    setCheckable(true);
    setAutoExclusive(true);
    setCursor(Qt::PointingHandCursor);
    setFocusPolicy(Qt::TabFocus);
    setAttribute(Qt::WA_Hover);
    setCount(0);
}

void RailButton::setCount(int count)
{
    m_count = count;
    setAccessibleName(count > 0 ? QStringLiteral("%1, %2").arg(text()).arg(count) : text());
    update();
}

void RailButton::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    if (isChecked() || underMouse()) {
        painter.setPen(Qt::NoPen);
        painter.setBrush(m_theme.color(isChecked() ? Token::PrimaryWash : Token::Wash));
        painter.drawRoundedRect(rect().adjusted(4, 3, -4, -3), radius::control, radius::control);
    }
    const Token token = isChecked() ? Token::Primary : Token::Ink2;
    const bool hasRoom = height() >= signSize + 1 + nameHeight + space::s; // at a high scale the signs stand alone
    const int top = (height() - signSize - (hasRoom ? 1 + nameHeight : 0)) / 2;
    const int signTop = hasRoom ? std::min(10, top) : top;
    paintIcon(painter, QRectF((width() - signSize) / 2.0, signTop, signSize, signSize), m_iconName,
              m_theme.color(token));
    painter.setFont(m_theme.font(FontSize::Small, isChecked() ? Weight::SemiBold : Weight::Regular));
    painter.setPen(m_theme.color(token));
    if (hasRoom)
        painter.drawText(QRect(0, signTop + signSize + 1, width(), nameHeight), Qt::AlignCenter, text());
    if (m_count > 0)
        paintBadge(painter, QPointF(width() - 7, 12), m_theme, m_count,
                   m_theme.color(isChecked() ? Token::PrimaryWash : Token::Paper));
    paintFocus(painter, *this, m_theme);
}

BellButton::BellButton(const Theme &theme, QWidget *parent) : QAbstractButton(parent), m_theme(theme)
{
    setObjectName(QStringLiteral("menuButton"));
    setAccessibleName(tr("Menu"));
    setToolTip(tr("Menu (F10)"));
    setCursor(Qt::PointingHandCursor);
    setFocusPolicy(Qt::TabFocus);
    setAttribute(Qt::WA_Hover);
}

void BellButton::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    if (underMouse()) {
        painter.setPen(Qt::NoPen);
        painter.setBrush(m_theme.color(Token::Wash));
        painter.drawRoundedRect(rect().adjusted(4, 3, -4, -3), radius::control, radius::control);
    }
    paintIcon(painter, QRectF((width() - 30) / 2.0, (height() - 30) / 2.0, 30, 30), QStringLiteral("bell"),
              m_theme.color(Token::Brass));
    paintFocus(painter, *this, m_theme);
}

SelfButton::SelfButton(const Theme &theme, const Workspace &workspace, QWidget *parent)
    : QAbstractButton(parent), m_theme(theme), m_workspace(workspace)
{
    setCursor(Qt::PointingHandCursor);
    setFocusPolicy(Qt::TabFocus);
}

void SelfButton::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    const QRectF avatar((width() - 34) / 2.0, (height() - 34) / 2.0, 34, 34);
    const api::Operator &self = m_workspace.self();
    paintAvatar(painter, avatar, m_theme, self.id.toString(), self.name);
    paintPresence(painter, avatar, m_theme, presenceOf(m_workspace), m_theme.color(Token::Paper));
    paintFocus(painter, *this, m_theme);
}

RailView::RailView(Theme &theme, const Workspace &workspace, QWidget *parent)
    : QWidget(parent), m_theme(theme), m_workspace(workspace), m_bell(new BellButton(theme, this)),
      m_admin(new RailButton(theme, QStringLiteral("admin"), tr("Admin"), this)),
      m_self(new SelfButton(theme, workspace, this))
{
    setObjectName(QStringLiteral("railView"));
    setFixedWidth(railWidth);
    setAccessibleName(tr("Places"));
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 2, 0, space::xs);
    column->setSpacing(2);
    column->addWidget(m_bell);
    column->addWidget(addScope(ListScope::Queue, QStringLiteral("queue"), tr("Queue"), QStringLiteral("queueButton")));
    column->addWidget(addScope(ListScope::Mine, QStringLiteral("mine"), tr("Mine"), QStringLiteral("mineButton")));
    column->addWidget(addScope(ListScope::Team, QStringLiteral("team"), tr("Team"), QStringLiteral("teamButton")));
    column->addWidget(addScope(ListScope::Ended, QStringLiteral("ended"), tr("Ended"), QStringLiteral("endedButton")));
    column->addWidget(addScope(ListScope::All, QStringLiteral("messages"), tr("All"), QStringLiteral("allButton")));
    column->addStretch();
    m_admin->setObjectName(QStringLiteral("adminButton"));
    m_admin->setToolTip(tr("Administration (%1)").arg(QKeySequence(adminKey).toString(QKeySequence::NativeText)));
    connect(m_admin, &QAbstractButton::clicked, this, &RailView::adminRequested);
    column->addWidget(m_admin);
    column->addWidget(m_self);
    m_self->setObjectName(QStringLiteral("selfButton"));
    connect(m_self, &QAbstractButton::clicked, this, [this] {
        auto *menu = new QMenu(this);
        menu->setObjectName(QStringLiteral("selfMenu"));
        menu->setAttribute(Qt::WA_DeleteOnClose);
        fillMenu(*menu);
        menu->popup(m_self->mapToGlobal(QPoint(space::s, -menu->sizeHint().height())));
    });
    connect(m_bell, &QAbstractButton::clicked, this, &RailView::menuRequested);
    connect(&workspace, &Workspace::selfChanged, this, &RailView::showSelf);
    connect(&workspace, &Workspace::connectionChanged, this, &RailView::showSelf);
    showSelf();
}

RailButton *RailView::addScope(ListScope scope, const QString &icon, const QString &text, const QString &objectName)
{
    auto *button = new RailButton(m_theme, icon, text, this);
    button->setObjectName(objectName);
    m_scopes.insert(int(scope), button);
    button->setToolTip(tr("%1 (Ctrl+%2)").arg(text).arg(m_scopes.size()));
    connect(button, &QAbstractButton::clicked, this, [this, scope] { Q_EMIT scopeRequested(scope); });
    return button;
}

void RailView::setScope(ListScope scope)
{
    m_scopes.value(int(scope))->setChecked(true);
}

void RailView::setCount(ListScope scope, int count)
{
    m_scopes.value(int(scope))->setCount(count);
}

void RailView::markAdmin()
{
    m_admin->setChecked(true);
}

void RailView::showSelf()
{
    m_admin->setVisible(m_workspace.self().role == api::OperatorRole::Admin);
    const Presence presence = presenceOf(m_workspace);
    const QString word = presence == Presence::Offline ? tr("offline")
        : presence == Presence::Busy                   ? tr("busy")
                                                       : tr("online");
    m_self->setToolTip(QStringLiteral("%1, %2").arg(oneLine(m_workspace.self().name), word).toHtmlEscaped());
    m_self->setAccessibleName(tr("You: %1, %2").arg(m_workspace.self().name, word));
    m_self->update();
}

void RailView::fillMenu(QMenu &menu)
{
    addHeading(menu, oneLine(m_workspace.self().name), m_theme.font(FontSize::List, Weight::SemiBold), {});
    auto *statuses = new QActionGroup(&menu);
    const auto status = [&](const QString &text, api::OperatorStatus value) {
        QAction *action = menu.addAction(text, this, [this, value] { Q_EMIT statusRequested(value); });
        action->setCheckable(true);
        action->setChecked(m_workspace.self().status == value);
        statuses->addAction(action);
    };
    status(tr("Online"), api::OperatorStatus::Online);
    status(tr("Busy"), api::OperatorStatus::Busy);
    menu.addSeparator();
    addHeading(menu, tr("Appearance"), m_theme.font(FontSize::Small), QStringLiteral("hint"));
    auto *appearances = new QActionGroup(&menu);
    const auto appearance = [&](const QString &text, Appearance value) {
        QAction *action = menu.addAction(text, this, [this, value] { Q_EMIT appearanceRequested(value); });
        action->setCheckable(true);
        action->setChecked(m_theme.appearance() == value);
        appearances->addAction(action);
    };
    appearance(tr("Like the system"), Appearance::System);
    appearance(tr("Light"), Appearance::Light);
    appearance(tr("Dark"), Appearance::Dark);
    menu.addSeparator();
    menu.addAction(tr("Sign out"), this, &RailView::signOutRequested);
}

void RailView::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.fillRect(rect(), m_theme.color(Token::Paper));
    painter.fillRect(QRect(isRightToLeft() ? 0 : width() - 1, 0, 1, height()), m_theme.color(Token::Line));
}

} // namespace deskbell::console
