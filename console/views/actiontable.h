#pragma once

#include <QAction>
#include <QList>

#include <functional>

namespace deskbell::console {

class Theme;

/// Where an action stands in the menu and on the sheet of shortcuts.
enum class ActionGroup { Chat, Go, View, You, Program };
inline constexpr int actionGroupCount = int(ActionGroup::Program) + 1;

/// How an action is called and reached.
struct ActionSpec
{
    ActionGroup group = ActionGroup::Program;
    QString name; ///< For tests: the action's object name is this with "Action" behind it.
    QString text;
    QString icon; ///< Of our set.
    QList<QKeySequence> keys{}; ///< The first one is shown.
};

/// Everything that a person can do, told once: menus, shortcuts, the command palette and the sheet of shortcuts are
/// made from it.
class ActionTable final : public QObject
{
    Q_OBJECT

public:
    explicit ActionTable(const Theme &theme, QObject *parent = nullptr);

    /// The action works while `host` is in sight. Owned by the table.
    QAction *add(QWidget *host, const ActionSpec &spec, std::function<void()> run);
    QAction *action(const QString &name) const;
    QList<QAction *> all() const { return m_actions; }
    QList<QAction *> in(ActionGroup group) const;
    /// Those that could be taken at this moment.
    QList<QAction *> available() const;
    static QString titleOf(ActionGroup group);

private:
    const Theme &m_theme;
    QList<QAction *> m_actions; // in the order of the menus
};

} // namespace deskbell::console
