#pragma once

#include <QObject>

class QAction;

namespace deskbell::console {

class Actions;
class ActionTable;
class DeskView;
class Workspace;

/// What one can do at the desk, put into the table with its keys, and kept true: what cannot be done now is disabled.
class DeskActions final : public QObject
{
    Q_OBJECT

public:
    /// None of them is owned; the desk is the parent.
    DeskActions(ActionTable &table, DeskView &desk, Workspace &workspace, Actions &actions);

private:
    void addForChats();
    void addForTabs();
    void addForWriting();
    void addForPriority();
    void addForPlaces();
    void addForOneself();
    void settle();

    ActionTable &m_table;
    DeskView &m_desk;
    Workspace &m_workspace;
    Actions &m_actions;
    QAction *m_claim = nullptr;
    QAction *m_assign = nullptr;
    QAction *m_closeTab = nullptr;
    QAction *m_otherSide = nullptr;
    QAction *m_end = nullptr;
    QAction *m_transfer = nullptr;
    QAction *m_release = nullptr;
    QAction *m_accept = nullptr;
    QAction *m_decline = nullptr;
    QAction *m_note = nullptr;
    QAction *m_canned = nullptr;
    QAction *m_attach = nullptr;
    QAction *m_emoji = nullptr;
    QAction *m_answer = nullptr;
    QAction *m_answered = nullptr;
    QAction *m_edit = nullptr;
    QAction *m_delete = nullptr;
    QAction *m_tag = nullptr;
    QList<QAction *> m_priorities; // in the order of api::ChatPriority
    QAction *m_admin = nullptr;
    QAction *m_tryNow = nullptr;
    QAction *m_online = nullptr;
    QAction *m_busy = nullptr;
};

} // namespace deskbell::console
