#include "console/views/actiontable.h"

#include "console/theme/theme.h"

#include <QWidget>

namespace deskbell::console {

namespace {

constexpr const char *groupProperty = "group";

} // namespace

ActionTable::ActionTable(const Theme &theme, QObject *parent) : QObject(parent), m_theme(theme)
{
}

QAction *ActionTable::add(QWidget *host, const ActionSpec &spec, std::function<void()> run)
{
    auto *action = new QAction(m_theme.icon(spec.icon, Token::Ink2), spec.text, this);
    action->setObjectName(spec.name + QStringLiteral("Action"));
    action->setShortcuts(spec.keys);
    action->setProperty(groupProperty, int(spec.group));
    action->setProperty("iconName", spec.icon);
    action->setIconVisibleInMenu(false); // menus are read by their words; the palette has the icons
    connect(action, &QAction::triggered, host, std::move(run));
    host->addAction(action);
    m_actions.append(action);
    return action;
}

QAction *ActionTable::action(const QString &name) const
{
    return findChild<QAction *>(name + QStringLiteral("Action"), Qt::FindDirectChildrenOnly);
}

QList<QAction *> ActionTable::in(ActionGroup group) const
{
    QList<QAction *> actions;
    for (QAction *each : m_actions) {
        if (each->property(groupProperty).toInt() == int(group))
            actions.append(each);
    }
    return actions;
}

QList<QAction *> ActionTable::available() const
{
    QList<QAction *> actions;
    for (QAction *each : m_actions) {
        const QList<QObject *> hosts = each->associatedObjects();
        const bool inSight = std::any_of(hosts.begin(), hosts.end(), [](const QObject *host) {
            const auto *widget = qobject_cast<const QWidget *>(host);
            return widget && widget->isVisible();
        });
        if (inSight && each->isEnabled())
            actions.append(each);
    }
    return actions;
}

QString ActionTable::titleOf(ActionGroup group)
{
    switch (group) {
    case ActionGroup::Chat:
        return tr("Chat");
    case ActionGroup::Go:
        return tr("Go to");
    case ActionGroup::View:
        return tr("View");
    case ActionGroup::You:
        return tr("You");
    case ActionGroup::Program:
        break;
    }
    return tr("Deskbell");
}

} // namespace deskbell::console
