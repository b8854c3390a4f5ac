#pragma once

#include "console/state/openchats.h"
#include "console/state/workspace.h"

#include <QAbstractButton>
#include <QTabBar>

namespace deskbell::console {

class Theme;

/// The end of a tab: how much is unread there, or the cross that closes it.
class TabEnd final : public QAbstractButton
{
    Q_OBJECT

public:
    TabEnd(const Theme &theme, QWidget *parent);

    void setUnread(int count);
    int unread() const { return m_unread; }
    QSize sizeHint() const override;

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    const Theme &m_theme;
    int m_unread = 0;
};

/// The chats that are open, side by side: chosen by click or key, closed by the middle button, moved by the mouse.
/// Out of sight while there is only one.
class ChatTabBar final : public QTabBar
{
    Q_OBJECT

public:
    /// `open` is not owned.
    ChatTabBar(const Theme &theme, const Workspace &workspace, OpenChats &open, QWidget *parent = nullptr);

    /// Shows which one is looked at.
    void setCurrent(const ChatId &id);

Q_SIGNALS:
    void chosen(const deskbell::ChatId &id);
    void closeRequested(const deskbell::ChatId &id);
    void besideRequested(const deskbell::ChatId &id);

protected:
    QSize tabSizeHint(int index) const override;
    QSize minimumTabSizeHint(int index) const override;
    void mouseReleaseEvent(QMouseEvent *event) override;
    void mouseDoubleClickEvent(QMouseEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    void contextMenuEvent(QContextMenuEvent *event) override;

private:
    ChatId idAt(int tab) const;
    void rebuild();
    void show(int tab);
    TabEnd *endOf(int tab) const;

    const Theme &m_theme;
    const Workspace &m_workspace;
    OpenChats &m_open;
    ChatId m_current;
    bool m_moving = false; // the tabs are where they are to be already
};

} // namespace deskbell::console
