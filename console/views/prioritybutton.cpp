#include "console/views/prioritybutton.h"

#include "console/theme/theme.h"

#include <QMenu>

namespace deskbell::console {

QString PriorityButton::textOf(api::ChatPriority priority)
{
    switch (priority) {
    case api::ChatPriority::Low:
        return tr("Low priority");
    case api::ChatPriority::High:
        return tr("High priority");
    case api::ChatPriority::Urgent:
        return tr("Urgent");
    case api::ChatPriority::Normal:
        break;
    }
    return tr("Normal priority");
}

PriorityButton::PriorityButton(const Theme &theme, QWidget *parent) : QPushButton(parent), m_theme(theme)
{
    setObjectName(QStringLiteral("priorityButton"));
    setProperty("kind", QStringLiteral("link"));
    setToolTip(tr("How urgent operators find this chat"));
    auto *menu = new QMenu(this);
    menu->setObjectName(QStringLiteral("priorityMenu"));
    using api::ChatPriority;
    for (const auto each : {ChatPriority::Urgent, ChatPriority::High, ChatPriority::Normal, ChatPriority::Low})
        menu->addAction(textOf(each), this, [this, each] { Q_EMIT chosen(each); });
    setMenu(menu);
    setPriority(ChatPriority::Normal);
}

void PriorityButton::setPriority(api::ChatPriority priority)
{
    const bool urgent = priority == api::ChatPriority::Urgent;
    const Token token = urgent ? Token::Danger : priority == api::ChatPriority::High ? Token::BrassText : Token::Ink3;
    setIcon(m_theme.icon(QStringLiteral("flag"), token));
    setText(textOf(priority));
}

} // namespace deskbell::console
