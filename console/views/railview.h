#pragma once

#include "console/state/workspace.h"
#include "console/theme/painting.h"

#include <QAbstractButton>

class QMenu;

namespace deskbell::console {

inline constexpr QKeyCombination adminKey = Qt::CTRL | Qt::Key_0;

/// One place of the rail: an icon with its name and, where something waits, a number.
class RailButton final : public QAbstractButton
{
    Q_OBJECT

public:
    RailButton(const Theme &theme, QString iconName, const QString &text, QWidget *parent = nullptr);

    void setCount(int count);
    QSize sizeHint() const override { return {60, 56}; }

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    const Theme &m_theme;
    QString m_iconName;
    int m_count = 0;
};

/// The bell at the head of the rail: it opens the menu.
class BellButton final : public QAbstractButton
{
    Q_OBJECT

public:
    explicit BellButton(const Theme &theme, QWidget *parent = nullptr);
    QSize sizeHint() const override { return {60, 60}; }

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    const Theme &m_theme;
};

/// The own avatar at the foot of the rail, with what one says of oneself.
class SelfButton final : public QAbstractButton
{
    Q_OBJECT

public:
    SelfButton(const Theme &theme, const Workspace &workspace, QWidget *parent = nullptr);
    QSize sizeHint() const override { return {60, 60}; }

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    const Theme &m_theme;
    const Workspace &m_workspace;
};

/// The rail at the left: the bell, the scopes, and oneself.
class RailView final : public QWidget
{
    Q_OBJECT

public:
    RailView(Theme &theme, const Workspace &workspace, QWidget *parent = nullptr);

    void setScope(ListScope scope);
    void setCount(ListScope scope, int count);
    /// The place of the administration, which none but admins see.
    void markAdmin();

Q_SIGNALS:
    void adminRequested();
    void scopeRequested(deskbell::console::ListScope scope);
    void statusRequested(deskbell::api::OperatorStatus status);
    void appearanceRequested(deskbell::console::Appearance appearance);
    void signOutRequested();
    void menuRequested();

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    RailButton *addScope(ListScope scope, const QString &icon, const QString &text, const QString &objectName);
    void fillMenu(QMenu &menu);
    void showSelf();

    Theme &m_theme;
    const Workspace &m_workspace;
    QHash<int, RailButton *> m_scopes;
    BellButton *m_bell;
    RailButton *m_admin;
    SelfButton *m_self;
};

} // namespace deskbell::console
