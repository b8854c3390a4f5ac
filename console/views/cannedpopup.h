#pragma once

#include "console/state/workspace.h"

#include <QFrame>

class QLabel;
class QListWidget;

namespace deskbell::console {

class ComposerView;
class MessageEdit;
class Theme;

/// The canned replies over the composer while a reply begins with a slash: one types on, sees what it will say to this
/// visitor, and takes it with Enter. The cursor never leaves the composer.
class CannedPopup final : public QFrame
{
    Q_OBJECT

public:
    /// None of them is owned; the parent is what it stands over.
    CannedPopup(const Theme &theme, Workspace &workspace, ComposerView &composer, QWidget *parent);

    void open(const ChatId &id);
    /// All of them, to be put where the cursor is.
    void offer();

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void refresh();
    void fill(const QString &typed);
    void place();
    void showPreview();
    void choose();
    bool takeKey(int key);

    Workspace &m_workspace;
    ComposerView &m_composer;
    MessageEdit &m_edit;
    ChatId m_chatId;
    QList<api::CannedReply> m_shown;
    QListWidget *m_list;
    QLabel *m_preview;
    QString m_dismissed; // what was typed when the person sent the popup away
    bool m_inserting = false; // offered without a slash
};

} // namespace deskbell::console
