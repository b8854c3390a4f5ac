#include "console/dialogs/shortcutsdialog.h"

#include "console/dialogs/keycaps.h"
#include "console/theme/theme.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QPushButton>
#include <QScrollArea>
#include <QVBoxLayout>

namespace deskbell::console {

namespace {

// Of the window, for two columns and for three.
constexpr int needsForTwo = 800;
constexpr int needsForThree = 1'200;

QLabel *orLabel(const Theme &theme, QWidget *parent)
{
    auto *label = new QLabel(ShortcutsDialog::tr(" or ").trimmed(), parent);
    label->setFont(theme.font(FontSize::Small));
    label->setProperty("tone", QStringLiteral("hint"));
    return label;
}

} // namespace

ShortcutsDialog::ShortcutsDialog(const Theme &theme, const QList<ShortcutGroup> &groups, QWidget *parent)
    : QDialog(parent)
{
    setObjectName(QStringLiteral("shortcutsDialog"));
    setWindowTitle(tr("Keyboard shortcuts"));
    auto *title = new QLabel(tr("Keyboard shortcuts"), this);
    title->setFont(theme.font(FontSize::Title, Weight::SemiBold));

    // Columns of about the same length, a third one where there is room, so that the sheet is seen as a whole: each
    // group goes to the column that is shortest so far.
    const int room = parent ? parent->width() : needsForThree;
    const int count = room < needsForTwo ? 1 : room < needsForThree ? 2 : 3;
    QList<QList<ShortcutGroup>> shares(count);
    QList<qsizetype> lengths(count, 0);
    for (const ShortcutGroup &group : groups) {
        const qsizetype at = std::min_element(lengths.begin(), lengths.end()) - lengths.begin();
        shares[at].append(group);
        lengths[at] += group.entries.size() + 2;
    }
    auto *sheet = new QWidget;
    auto *columns = new QHBoxLayout(sheet);
    columns->setContentsMargins(0, 0, space::s, 0);
    columns->setSpacing(space::xxl);
    for (const QList<ShortcutGroup> &share : shares) {
        if (!share.isEmpty())
            columns->addWidget(column(theme, share), 1, Qt::AlignTop);
    }
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
    scroll->setMinimumSize(std::max(count == 1 ? 420 : 680, whole.width() + 16), 120);

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
    const int tallest = parent ? parent->height() - 40 : 720;
    resize(scroll->minimumWidth() + 2 * space::xl, std::min(tallest, whole.height() + 150));
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
            text->setAccessibleName(QStringLiteral("%1: %2").arg(entry.text, entry.keys.join(tr(" or "))));
            row->addWidget(text, 1);
            for (const QString &keys : entry.keys) {
                if (&keys != &entry.keys.first())
                    row->addWidget(orLabel(theme, column));
                row->addWidget(new KeyCaps(theme, keys, column));
            }
            rows->addLayout(row);
        }
    }
    return column;
}

} // namespace deskbell::console
