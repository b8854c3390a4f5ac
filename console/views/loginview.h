#pragma once

#include "console/state/actions.h"
#include "console/store/account.h"

#include <QWidget>

class QLabel;
class QLineEdit;
class QPushButton;

namespace deskbell::console {

class Theme;

/// Where an operator says which desk, who they are, and their password.
class LoginView final : public QWidget
{
    Q_OBJECT

public:
    LoginView(const Theme &theme, Actions &actions, QWidget *parent = nullptr);

    void fill(const QString &server, const QString &email);
    /// Signs in with what the fields say and this password.
    void signIn(const QString &password);
    void say(const QString &problem);
    /// Offers the desks that somebody has signed in to before.
    void setAccounts(const QList<Account> &accounts);
    QString server() const;
    QString email() const;

Q_SIGNALS:
    void signedIn();
    /// Null: a desk that was not there before.
    void accountChosen(const deskbell::console::Account &account);

protected:
    void paintEvent(QPaintEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;
    void showEvent(QShowEvent *event) override;

private:
    QLineEdit *addField(QLineEdit *edit, const QString &name, const QString &caption, const QString &icon);
    void addWarning();
    static void announce(QLabel *label);
    void showAccounts();
    void submit();
    void setBusy(bool busy);
    void focusFirstEmpty();

    const Theme &m_theme;
    Actions &m_actions;
    QWidget *m_form;
    QWidget *m_panel; // the room beside it that paintEvent() draws in
    QLineEdit *m_server;
    QLineEdit *m_email;
    QLineEdit *m_password;
    QLabel *m_problem;
    QPushButton *m_submit;
    QPushButton *m_others;
    QList<Account> m_accounts;
};

} // namespace deskbell::console
