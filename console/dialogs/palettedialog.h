#pragma once

#include "shared/ids.h"

#include <QDialog>

#include <functional>

class QAction;
class QLineEdit;
class QListView;

namespace deskbell::console {

class PaletteModel;
class Theme;
class Workspace;

/// The command palette: one types a few letters of an action or of a visitor's name, and Enter does it.
class PaletteDialog final : public QDialog
{
    Q_OBJECT

public:
    /// `actions` are those that can be taken now; not owned. `chosen` is told of a chat. Deletes itself when closed.
    PaletteDialog(const Theme &theme, const Workspace &workspace, const QList<QAction *> &actions,
                  std::function<void(const ChatId &)> chosen, QWidget *parent);

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void choose();
    void showBest();

    std::function<void(const ChatId &)> m_chosen;
    PaletteModel *m_model;
    QLineEdit *m_edit;
    QListView *m_list;
    QWidget *m_nothing;
};

} // namespace deskbell::console
