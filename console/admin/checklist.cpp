#include "console/admin/checklist.h"

#include "console/theme/theme.h"

#include <QMouseEvent>
#include <QPainter>
#include <QSignalBlocker>

namespace deskbell::console {

namespace {

constexpr int rowHeight = 34;
constexpr int mostRows = 6;

} // namespace

CheckList::CheckList(const Theme &theme, QString emptyText, QWidget *parent)
    : QListWidget(parent), m_theme(theme), m_emptyText(std::move(emptyText))
{
    setProperty("kind", QStringLiteral("checks"));
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setFont(theme.font(FontSize::List));
    connect(this, &QListWidget::itemChanged, this, &CheckList::changed);
}

void CheckList::setChoices(const QList<std::pair<QString, QString>> &choices)
{
    const QStringList before = checked();
    const QSignalBlocker quiet(this);
    while (count() > choices.size())
        delete takeItem(count() - 1);
    for (int row = 0; row < choices.size(); ++row) {
        if (row == count())
            addItem(new QListWidgetItem);
        item(row)->setText(choices.at(row).second);
        item(row)->setData(Qt::UserRole, choices.at(row).first);
        item(row)->setFlags(Qt::ItemIsEnabled | Qt::ItemIsSelectable | Qt::ItemIsUserCheckable);
        item(row)->setCheckState(before.contains(choices.at(row).first) ? Qt::Checked : Qt::Unchecked);
    }
    setFixedHeight(rowHeight * std::clamp(count(), 1, mostRows) + 2 * space::s);
}

void CheckList::setChecked(const QStringList &ids)
{
    const QSignalBlocker quiet(this);
    for (int row = 0; row < count(); ++row)
        item(row)->setCheckState(ids.contains(item(row)->data(Qt::UserRole).toString()) ? Qt::Checked : Qt::Unchecked);
}

QStringList CheckList::checked() const
{
    QStringList ids;
    for (int row = 0; row < count(); ++row) {
        if (item(row)->checkState() == Qt::Checked)
            ids.append(item(row)->data(Qt::UserRole).toString());
    }
    return ids;
}

/// The whole row is one thing: the mark alone would be hard to hit.
void CheckList::mouseReleaseEvent(QMouseEvent *event)
{
    QListWidgetItem *item = itemAt(event->pos());
    const auto before = item ? item->checkState() : Qt::Unchecked;
    QListWidget::mouseReleaseEvent(event);
    if (item && item->checkState() == before && event->button() == Qt::LeftButton)
        item->setCheckState(before == Qt::Checked ? Qt::Unchecked : Qt::Checked);
}

void CheckList::paintEvent(QPaintEvent *event)
{
    QListWidget::paintEvent(event);
    if (count() > 0)
        return;
    QPainter painter(viewport());
    painter.setPen(m_theme.color(Token::Ink3));
    painter.drawText(viewport()->rect().adjusted(space::s, 0, -space::s, 0), Qt::AlignVCenter | Qt::AlignLeft,
                     m_emptyText);
}

} // namespace deskbell::console
