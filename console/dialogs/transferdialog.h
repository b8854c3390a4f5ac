#pragma once

#include "console/state/actions.h"
#include "console/state/workspace.h"

#include <QDialog>

class QListWidget;
class QPlainTextEdit;

namespace deskbell::console {

class Theme;

/// Asks who is to have a chat: who shall be offered it (a colleague, a department, or whoever takes it from the queue),
/// and what they should know; or who gets it without being asked.
class TransferDialog final : public QDialog
{
    Q_OBJECT

public:
    enum class Kind { Offer, Assign };

    TransferDialog(Kind kind, const Theme &theme, const Workspace &workspace, const api::Chat &chat,
                   QWidget *parent = nullptr);

    /// Of an offer.
    ChatChange answer() const;
    /// Whom the chat is assigned to.
    OperatorId colleague() const;

private:
    void addPlaces(const Theme &theme, const Workspace &workspace, const api::Chat &chat);

    Kind m_kind;
    ChatId m_chatId;
    QListWidget *m_places;
    QPlainTextEdit *m_note;
};

} // namespace deskbell::console
