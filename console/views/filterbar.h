#pragma once

#include "console/models/chatfilter.h"
#include "console/state/workspace.h"

#include <QWidget>

class QMenu;
class QToolButton;

namespace deskbell::console {

class Theme;

/// What a list is narrowed to beside words, as chips that one can take away, and the button with the menu to choose it.
class FilterBar final : public QWidget
{
    Q_OBJECT

public:
    FilterBar(const Theme &theme, const Workspace &workspace, QWidget *parent = nullptr);

    /// Stands wherever the pane wants it; the bar itself is as high as its chips.
    QToolButton *button() { return m_button; }
    /// Without words.
    const ChatFilter &criteria() const { return m_criteria; }
    void openMenu();

Q_SIGNALS:
    void changed();

private:
    template <class T>
    struct Choice
    {
        QString text;
        T value;
    };
    template <class T>
    void addMenu(const QString &title, const QString &icon, const QList<Choice<T>> &choices,
                 std::optional<T> ChatFilter::*criterion);
    template <class T>
    void addChip(const QString &text, std::optional<T> ChatFilter::*criterion);
    void fillMenu();
    void set(const ChatFilter &criteria);
    void showChips();

    const Theme &m_theme;
    const Workspace &m_workspace;
    QToolButton *m_button;
    QMenu *m_menu;
    ChatFilter m_criteria;
};

} // namespace deskbell::console
