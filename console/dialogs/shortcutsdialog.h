#pragma once

#include <QDialog>

namespace deskbell::console {

class Theme;

/// Keys that belong together, under their heading.
struct ShortcutGroup
{
    struct Entry
    {
        QString text;
        QStringList keys; ///< As the desktop writes them; one of them is enough.
    };

    QString title;
    QList<Entry> entries;
};

/// The one sheet with every shortcut.
class ShortcutsDialog final : public QDialog
{
    Q_OBJECT

public:
    ShortcutsDialog(const Theme &theme, const QList<ShortcutGroup> &groups, QWidget *parent = nullptr);

private:
    QWidget *column(const Theme &theme, const QList<ShortcutGroup> &groups);
};

} // namespace deskbell::console
