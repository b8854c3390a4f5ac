#pragma once

#include "console/store/account.h"

#include <QMenu>

namespace deskbell::console {

/// The desks that one works at: the one of the moment is marked, another one is a choice away, or a new one.
class AccountMenu final : public QMenu
{
    Q_OBJECT

public:
    AccountMenu(const QList<Account> &accounts, const Account &current, QWidget *parent = nullptr);

Q_SIGNALS:
    /// Never the current one; a null account asks for a desk that is not in the list.
    void chosen(const deskbell::console::Account &account);
};

} // namespace deskbell::console
