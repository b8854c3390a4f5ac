#pragma once

#include "console/state/workspace.h"

#include <QFrame>

class QLabel;
class QPushButton;

namespace deskbell::console {

class Theme;

/// A chat on its way to somebody else: to us, which we accept or decline, or from us, which we can take back. Says
/// with which note, and for how long yet.
class OfferPanel final : public QFrame
{
    Q_OBJECT

public:
    OfferPanel(const Theme &theme, const Workspace &workspace, QWidget *parent = nullptr);

    /// Hides itself when the chat is not offered, or not by or to us.
    void setChat(const api::Chat &chat);
    void takeFocus();

Q_SIGNALS:
    void accepted();
    /// Declined, or taken back.
    void declined();

private:
    QString headline(const api::Chat &chat, bool toMe) const;

    const Workspace &m_workspace;
    QLabel *m_headline;
    QLabel *m_note;
    QPushButton *m_decline;
    QPushButton *m_accept;
};

} // namespace deskbell::console
