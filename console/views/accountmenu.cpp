#include "console/views/accountmenu.h"

namespace deskbell::console {

AccountMenu::AccountMenu(const QList<Account> &accounts, const Account &current, QWidget *parent) : QMenu(parent)
{
    setObjectName(QStringLiteral("accountMenu"));
    setTitle(tr("Desks"));
    for (const Account &each : accounts) {
        QString title = each.title();
        QAction *action = addAction(title.replace(QLatin1Char('&'), QStringLiteral("&&"))); // no mnemonic
        const bool isCurrent = each.key() == current.key();
        action->setCheckable(true);
        action->setChecked(isCurrent);
        connect(action, &QAction::triggered, this, [this, action, each, isCurrent] {
            action->setChecked(isCurrent);
            if (!isCurrent)
                Q_EMIT chosen(each);
        });
    }
    if (!accounts.isEmpty())
        addSeparator();
    addAction(tr("Another desk …"), this, [this] { Q_EMIT chosen({}); });
}

} // namespace deskbell::console
