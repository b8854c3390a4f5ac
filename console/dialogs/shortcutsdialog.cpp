#include "console/dialogs/shortcutsdialog.h"

#include "console/dialogs/keycaps.h"
#include "console/theme/theme.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QPushButton>
#include <QScrollArea>
#include <QVBoxLayout>

namespace deskbell::console {

ShortcutsDialog::ShortcutsDialog(const Theme &theme, const QList<ShortcutGroup> &groups, QWidget *parent)
    : QDialog(parent)
{
    setObjectName(QStringLiteral("shortcutsDialog"));
    setWindowTitle(tr("Keyboard shortcuts"));
    auto *title = new QLabel(tr("Keyboard shortcuts"), this);
    title->setFont(theme.font(FontSize::Title, Weight::SemiBold));

    // Two columns of about the same length.
    qsizetype rows = 0;
    for (const ShortcutGroup &group : groups)
        rows += group.entries.size() + 2;
    QList<ShortcutGroup> left;
    QList<ShortcutGroup> right;
    qsizetype taken = 0;
    for (const ShortcutGroup &group : groups) {
        (taken * 2 < rows - group.entries.size() ? left : right).append(group);
        taken += group.entries.size() + 2;
    }
    auto *sheet = new QWidget;
    auto *columns = new QHBoxLayout(sheet);
    columns->setContentsMargins(0, 0, space::s, 0);
    columns->setSpacing(space::xxl);
    columns->addWidget(column(theme, left), 1, Qt::AlignTop);
    columns->addWidget(column(theme, right), 1, Qt::AlignTop);
    auto *scroll = new QScrollArea(this);
    scroll->setObjectName(QStringLiteral("shortcutsScrollArea"));
    scroll->setAccessibleName(tr("Keyboard shortcuts"));
    scroll->setWidgetResizable(true);
    scroll->setFrameShape(QFrame::NoFrame);
    scroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    scroll->setWidget(sheet);
    scroll->viewport()->setAutoFillBackground(false);
    sheet->setAutoFillBackground(false);
    const QSize whole = sheet->sizeHint();
    scroll->setMinimumSize(std::max(680, whole.width() + 16), 200);

    auto *close = new QPushButton(tr("Close"), this);
    close->setObjectName(QStringLiteral("closeButton"));
    close->setDefault(true);
    connect(close, &QPushButton::clicked, this, &QDialog::accept);
    auto *foot = new QHBoxLayout;
    foot->addStretch();
    foot->addWidget(close);
    auto *all = new QVBoxLayout(this);
    all->setContentsMargins(space::xl, space::xl, space::l, space::l);
    all->setSpacing(space::l);
    all->addWidget(title);
    all->addWidget(scroll, 1);
    all->addLayout(foot);
    const int most = parent ? parent->height() - 40 : 720;
    resize(scroll->minimumWidth() + 2 * space::xl, std::min(most, whole.height() + 150));
    close->setFocus();
}

QWidget *ShortcutsDialog::column(const Theme &theme, const QList<ShortcutGroup> &groups)
{
    auto *column = new QWidget;
    auto *rows = new QVBoxLayout(column);
    rows->setContentsMargins(0, 0, 0, 0);
    rows->setSpacing(6);
    for (const ShortcutGroup &group : groups) {
        auto *heading = new QLabel(group.title, column);
        heading->setFont(theme.font(FontSize::Small, Weight::SemiBold));
        heading->setProperty("tone", QStringLiteral("hint"));
        if (rows->count() > 0)
            rows->addSpacing(space::l);
        rows->addWidget(heading);
        for (const ShortcutGroup::Entry &entry : group.entries) {
            auto *row = new QHBoxLayout;
            row->setSpacing(space::l);
            auto *text = new QLabel(entry.text, column);
            text->setFont(theme.font(FontSize::List));
            text->setAccessibleName(QStringLiteral("%1: %2").arg(entry.text, entry.keys));
            row->addWidget(text, 1);
            row->addWidget(new KeyCaps(theme, entry.keys, column));
            rows->addLayout(row);
        }
    }
    return column;
}

} // namespace deskbell::console
