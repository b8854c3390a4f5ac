#pragma once

#include "shared/ids.h"

#include <QFrame>
#include <QTimer>
#include <QVariantAnimation>

class QLabel;
class QPushButton;

namespace deskbell::console {

class Theme;
class Workspace;

/// The bell that is seen: who has waited longest, for how long, and the two ways to make it stop. In sight while the
/// alarm rings, over whatever else the window shows.
class AlarmBar final : public QFrame
{
    Q_OBJECT

public:
    AlarmBar(const Theme &theme, const Workspace &workspace, QWidget *parent = nullptr);

    /// Who calls, who has waited longest first; nobody hides the bar.
    void setCallers(const QList<ChatId> &callers);
    /// The bell moves once.
    void swing();

Q_SIGNALS:
    void claimRequested(const deskbell::ChatId &chat);
    void silenceRequested();

private:
    void tick();
    void drawBell();

    const Theme &m_theme;
    const Workspace &m_workspace;
    QList<ChatId> m_callers;
    QLabel *m_bell;
    QLabel *m_text;
    QLabel *m_wait;
    QPushButton *m_claim;
    QTimer m_second;
    QVariantAnimation m_swing; // of the bell's angle
};

} // namespace deskbell::console
