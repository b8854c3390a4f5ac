#pragma once

#include "console/state/workspace.h"
#include "console/theme/theme.h"

#include <QFrame>

class QPushButton;
class QToolButton;

namespace deskbell::console {

class ElidedLabel;

/// Who one speaks to, how the chat stands, and what can be done with it.
class ConversationHeader final : public QFrame
{
    Q_OBJECT

public:
    ConversationHeader(const Theme &theme, const Workspace &workspace, QWidget *parent = nullptr);

    /// Null shows nothing but the room.
    void setChat(const api::Chat *chat);
    void setBackVisible(bool visible);
    void setDetailsToggle(bool available, bool shown);

Q_SIGNALS:
    void backRequested();
    void endRequested();
    void transferRequested();
    void detailsToggled(bool shown);

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    QString standing(const api::Chat &chat) const;

    const Theme &m_theme;
    const Workspace &m_workspace;
    QString m_visitorId;
    bool m_online = false;
    QToolButton *m_back;
    QWidget *m_avatar; // keeps the room; painted by the header
    ElidedLabel *m_name;
    ElidedLabel *m_standing;
    QPushButton *m_transfer;
    QPushButton *m_end;
    QToolButton *m_details;
};

} // namespace deskbell::console
