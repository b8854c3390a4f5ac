#pragma once

#include <QDialog>

class QButtonGroup;
class QLayout;
class QLineEdit;

namespace deskbell::console {

class Theme;

/// Asks why a chat is closed: one of the usual reasons, another one, or none.
class EndChatDialog final : public QDialog
{
    Q_OBJECT

public:
    EndChatDialog(const Theme &theme, const QString &visitorName, QWidget *parent = nullptr);

    /// One of endReasonCodes(), or what the person wrote; may be empty.
    QString reason() const;

private:
    QButtonGroup *m_reasons;
    QLineEdit *m_other = nullptr;
};

/// The one form of our dialogs: contents, then the way back and the way on at the lower right.
QLayout *dialogLayout(const QList<QWidget *> &contents, QDialog *dialog, const QString &accept, const QString &reject);

} // namespace deskbell::console
