#pragma once

#include "console/state/workspace.h"
#include "console/views/composerpopup.h"

class QLabel;

namespace deskbell::console {

/// The canned replies over the composer while a reply begins with a slash: one
/// types on, sees what it will say to this visitor, and takes it with Enter.
class CannedPopup final : public ComposerPopup
{
    Q_OBJECT

public:
    /// None of them is owned; the parent is what it stands over.
    CannedPopup(const Theme &theme, Workspace &workspace, ComposerView &composer, QWidget *parent);

    void open(const ChatId &id);
    /// All of them, to be put where the cursor is.
    void offer();

protected:
    void take(int row) override;
    void sendAway() override;
    void showMarked(int row) override;
    QRect place(int height) const override;

private:
    void refresh();
    void fill(const QString &typed);

    Workspace &m_workspace;
    ChatId m_chatId;
    QList<api::CannedReply> m_shown;
    QLabel *m_preview;
    QString m_dismissed; // what was typed when the person sent the popup away
    bool m_inserting = false; // offered without a slash
};

} // namespace deskbell::console
