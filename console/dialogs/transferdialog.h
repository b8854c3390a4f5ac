#pragma once

#include "console/state/actions.h"
#include "console/state/workspace.h"

#include <QDialog>

class QListWidget;
class QPlainTextEdit;

namespace deskbell::console {

class Theme;

/// Asks who is to take a chat over: a colleague, a department, or whoever takes it from the queue; and what they
/// should know.
class TransferDialog final : public QDialog
{
    Q_OBJECT

public:
    TransferDialog(const Theme &theme, const Workspace &workspace, const api::Chat &chat, QWidget *parent = nullptr);

    ChatChange answer() const;

private:
    void addPlaces(const Theme &theme, const Workspace &workspace);

    ChatId m_chatId;
    QListWidget *m_places;
    QPlainTextEdit *m_note;
};

} // namespace deskbell::console
