#include "console/views/filterbar.h"

#include "console/models/knowntags.h"
#include "console/models/wording.h"
#include "console/theme/theme.h"
#include "console/views/prioritybutton.h"

#include <QActionGroup>
#include <QMenu>
#include <QPushButton>
#include <QToolButton>
#include <QVBoxLayout>

namespace deskbell::console {

namespace {

constexpr qsizetype mostTags = 40; // in a menu

QString inMenu(const QString &text)
{
    return oneLine(text).replace(u'&', QLatin1String("&&"));
}

} // namespace

FilterBar::FilterBar(const Theme &theme, const Workspace &workspace, QWidget *parent)
    : QWidget(parent), m_theme(theme), m_workspace(workspace), m_button(new QToolButton(parent)),
      m_menu(new QMenu(m_button))
{
    setObjectName(QStringLiteral("filterBar"));
    m_button->setObjectName(QStringLiteral("filterButton"));
    m_button->setCheckable(true); // seen as pressed while the list is narrowed
    m_button->setIcon(theme.icon(QStringLiteral("filter"), Token::Ink2));
    m_button->setAccessibleName(tr("Narrow the list"));
    m_button->setToolTip(tr("Narrow the list (Ctrl+Shift+F)"));
    m_menu->setObjectName(QStringLiteral("filterMenu"));
    connect(m_button, &QToolButton::clicked, this, &FilterBar::openMenu);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(space::xs);
    showChips();
}

void FilterBar::openMenu()
{
    m_button->setChecked(m_criteria.hasCriteria()); // not by the click
    fillMenu();
    m_menu->popup(m_button->mapToGlobal(QPoint(0, m_button->height())));
}

template <class T>
void FilterBar::addMenu(const QString &title, const QString &icon, const QList<Choice<T>> &choices,
                        std::optional<T> ChatFilter::*criterion)
{
    if (choices.isEmpty())
        return;
    QMenu *menu = m_menu->addMenu(m_theme.icon(icon, Token::Ink2), title);
    auto *group = new QActionGroup(menu);
    const auto add = [&](const QString &text, const std::optional<T> &value) {
        QAction *action = menu->addAction(text, this, [this, criterion, value] {
            ChatFilter wanted = m_criteria;
            wanted.*criterion = value;
            set(wanted);
        });
        action->setCheckable(true);
        action->setChecked(m_criteria.*criterion == value);
        group->addAction(action);
    };
    add(FilterBar::tr("Any"), std::nullopt);
    menu->addSeparator();
    for (const Choice<T> &each : choices)
        add(inMenu(each.text), each.value);
}

void FilterBar::fillMenu()
{
    m_menu->clear();
    QList<Choice<DepartmentId>> departments;
    for (const api::Department &each : m_workspace.office().departments())
        departments.append({each.name, each.id});
    QList<Choice<OperatorId>> holders;
    for (const api::Operator &each : m_workspace.office().operators())
        holders.append({each.id == m_workspace.self().id ? tr("%1 (you)").arg(each.name) : each.name, each.id});
    QList<Choice<QString>> tags;
    const QStringList known = knownTags(m_workspace).mid(0, mostTags);
    for (const QString &each : known)
        tags.append({each, each});
    QList<Choice<api::ChatPriority>> priorities;
    using api::ChatPriority;
    for (const auto each : {ChatPriority::Urgent, ChatPriority::High, ChatPriority::Normal, ChatPriority::Low})
        priorities.append({PriorityButton::textOf(each), each});
    addMenu(tr("Department"), QStringLiteral("team"), departments, &ChatFilter::department);
    addMenu(tr("Held by"), QStringLiteral("person"), holders, &ChatFilter::holder);
    addMenu(tr("Tag"), QStringLiteral("tag"), tags, &ChatFilter::tag);
    addMenu(tr("Priority"), QStringLiteral("flag"), priorities, &ChatFilter::priority);
    m_menu->addSeparator();
    QAction *clear = m_menu->addAction(m_theme.icon(QStringLiteral("close"), Token::Ink2), tr("Show all"), this,
                                       [this] { set({}); });
    clear->setEnabled(m_criteria.hasCriteria());
}

void FilterBar::set(const ChatFilter &criteria)
{
    if (criteria == m_criteria)
        return;
    m_criteria = criteria;
    showChips();
    Q_EMIT changed();
}

template <class T>
void FilterBar::addChip(const QString &text, std::optional<T> ChatFilter::*criterion)
{
    if (!(m_criteria.*criterion))
        return;
    auto *chip = new QPushButton(m_theme.icon(QStringLiteral("close"), Token::Ink2), inMenu(text), this);
    chip->setObjectName(QStringLiteral("filterChip"));
    chip->setProperty("kind", QStringLiteral("chip"));
    chip->setProperty("slim", true);
    chip->setLayoutDirection(isRightToLeft() ? Qt::LeftToRight : Qt::RightToLeft); // the cross behind the words
    chip->setAccessibleName(FilterBar::tr("Narrowed to %1. Take away").arg(oneLine(text)));
    chip->setToolTip(FilterBar::tr("Take away"));
    connect(chip, &QPushButton::clicked, this, [this, criterion] {
        ChatFilter wanted = m_criteria;
        (wanted.*criterion).reset();
        m_button->setFocus(Qt::OtherFocusReason); // before the chip, which has it, is gone
        set(wanted);
    });
    static_cast<QVBoxLayout *>(layout())->addWidget(chip, 0, Qt::AlignLeft);
}

void FilterBar::showChips()
{
    while (QLayoutItem *item = layout()->takeAt(0)) {
        item->widget()->hide();
        item->widget()->deleteLater(); // it may be the one that was pressed
        delete item;
    }
    const Office &office = m_workspace.office();
    if (m_criteria.department)
        addChip(tr("Department: %1").arg(office.departmentName(*m_criteria.department)), &ChatFilter::department);
    if (m_criteria.holder)
        addChip(tr("Held by %1").arg(office.operatorName(*m_criteria.holder)), &ChatFilter::holder);
    if (m_criteria.tag)
        addChip(tr("Tag: %1").arg(*m_criteria.tag), &ChatFilter::tag);
    if (m_criteria.priority)
        addChip(PriorityButton::textOf(*m_criteria.priority), &ChatFilter::priority);
    m_button->setChecked(m_criteria.hasCriteria());
    setVisible(m_criteria.hasCriteria());
}

} // namespace deskbell::console
