#pragma once

#include "console/state/workspace.h"

#include <QLabel>

namespace deskbell::console {

/// Speaks to those who do not see: what a visitor writes, who begins to wait, what is offered, a
/// message that cannot be sent, the line that goes and comes back. A
/// label without size that screen readers are told of whenever it says something new.
class Announcer final : public QLabel
{
    Q_OBJECT

public:
    Announcer(Workspace &workspace, QWidget *parent);

    void say(const QString &text);

private:
    void tellOf(const ChatId &id);
    void tellOfOffer(const ChatId &id);
    void tellOfFailure(const ChatId &id, const QString &problem);
    void tellOfConnection();

    Workspace &m_workspace;
    ConnectionState::Phase m_phase;
};

} // namespace deskbell::console
