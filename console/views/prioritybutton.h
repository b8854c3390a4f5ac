#pragma once

#include "shared/api/chatdetails.h"

#include <QPushButton>

namespace deskbell::console {

class Theme;

/// How urgent operators find a chat, with a menu to change it.
class PriorityButton final : public QPushButton
{
    Q_OBJECT

public:
    explicit PriorityButton(const Theme &theme, QWidget *parent = nullptr);

    void setPriority(api::ChatPriority priority);
    static QString textOf(api::ChatPriority priority);

Q_SIGNALS:
    void chosen(deskbell::api::ChatPriority priority);

private:
    const Theme &m_theme;
};

} // namespace deskbell::console
