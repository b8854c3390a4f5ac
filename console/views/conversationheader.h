#pragma once

#include "console/state/workspace.h"
#include "console/theme/theme.h"

#include "console/theme/painting.h"

#include <QFrame>

class QPushButton;
class QToolButton;

namespace deskbell::console {

class ElidedLabel;

/// Whether a conversation stands alone, or beside another one that has the keyboard or has not.
enum class Side { Whole, AtHand, Beside };

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
    void setSide(Side side);

Q_SIGNALS:
    void backRequested();
    void endRequested();
    void transferRequested();
    void detailsToggled(bool shown);
    /// This side of two.
    void closeRequested();

protected:
    void paintEvent(QPaintEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;

private:
    QString standing(const api::Chat &chat) const;
    void labelButtons();

    const Theme &m_theme;
    const Workspace &m_workspace;
    QString m_visitorId;
    Presence m_presence = Presence::None;
    bool m_assignable = false; // it is not ours to hand over, but to give away
    QToolButton *m_back;
    QWidget *m_avatar; // keeps the room; painted by the header
    ElidedLabel *m_name;
    ElidedLabel *m_standing;
    QPushButton *m_transfer;
    QPushButton *m_end;
    QToolButton *m_details;
    QToolButton *m_close;
};

} // namespace deskbell::console
