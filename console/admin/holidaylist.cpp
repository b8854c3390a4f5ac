#include "console/admin/holidaylist.h"

#include "console/admin/holidayrow.h"
#include "console/theme/theme.h"
#include "shared/api/settingcommands.h"

#include <QFocusEvent>
#include <QLabel>
#include <QPushButton>
#include <QSignalBlocker>
#include <QVBoxLayout>

namespace deskbell::console {

HolidayList::HolidayList(const Theme &theme, QWidget *parent)
    : QWidget(parent), m_theme(theme), m_column(new QVBoxLayout), m_nothing(new QLabel(this)),
      m_add(new QPushButton(tr("Add a day"), this)), m_removePast(new QPushButton(this))
{
    m_nothing->setText(tr("No days yet: the week holds all the year round."));
    m_nothing->setProperty("tone", QStringLiteral("hint"));
    m_nothing->setWordWrap(true);
    m_add->setObjectName(QStringLiteral("holidayAddButton"));
    m_removePast->setObjectName(QStringLiteral("holidayRemovePastButton"));
    auto *foot = new QHBoxLayout;
    foot->setSpacing(space::s);
    for (QPushButton *each : {m_add, m_removePast}) {
        each->setProperty("kind", QStringLiteral("quiet"));
        foot->addWidget(each);
    }
    foot->addStretch();
    m_column->setSpacing(space::s);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(space::xs);
    column->addWidget(m_nothing);
    column->addLayout(m_column);
    column->addLayout(foot);
    connect(m_add, &QPushButton::clicked, this, &HolidayList::add);
    connect(m_removePast, &QPushButton::clicked, this, &HolidayList::removePast);
    settle();
}

HolidayRow *HolidayList::makeRow()
{
    auto *row = new HolidayRow(m_theme, this);
    row->setToday(m_today);
    connect(row, &HolidayRow::changed, this, &HolidayList::settle);
    connect(row, &HolidayRow::dateSettled, this, &HolidayList::sort);
    connect(row, &HolidayRow::removeRequested, this, [this, row] { remove(row); });
    m_rows.append(row);
    m_column->addWidget(row);
    row->show(); // at once, as it may be the next to have the focus
    return row;
}

/// Rows that are there stay, so that whoever types in one goes on typing.
void HolidayList::setHolidays(const QList<api::Holiday> &holidays)
{
    {
        const QSignalBlocker quiet(this);
        while (m_rows.size() > holidays.size())
            remove(m_rows.last());
        while (m_rows.size() < holidays.size())
            makeRow();
        for (qsizetype row = 0; row < holidays.size(); ++row)
            m_rows.at(row)->setHoliday(holidays.at(row));
    }
    sort();
    settle();
}

QList<api::Holiday> HolidayList::holidays() const
{
    QList<api::Holiday> holidays;
    for (const HolidayRow *each : m_rows)
        holidays.append(each->holiday());
    return holidays;
}

void HolidayList::setToday(const QDate &today)
{
    if (today == m_today)
        return;
    m_today = today;
    for (HolidayRow *each : std::as_const(m_rows))
        each->setToday(today);
    settle();
}

bool HolidayList::has(const QDate &day) const
{
    return std::any_of(m_rows.begin(), m_rows.end(), [&](const HolidayRow *each) { return each->date() == day; });
}

/// Days that are closed often follow one another.
void HolidayList::add()
{
    QDate day = (m_lastAdded.isValid() ? m_lastAdded : m_today).addDays(1);
    while (has(day))
        day = day.addDays(1);
    m_lastAdded = day;
    HolidayRow *row = makeRow();
    row->setHoliday({day.toString(Qt::ISODate), {}, {}, {}});
    sort();
    settle();
    row->controls().first()->setFocus(Qt::OtherFocusReason);
}

void HolidayList::remove(HolidayRow *row)
{
    const bool hadFocus = row->isAncestorOf(focusWidget()) && row->window()->isActiveWindow();
    const qsizetype place = m_rows.indexOf(row);
    m_rows.removeAt(place);
    m_column->removeWidget(row);
    row->disconnect(this);
    row->hide();
    row->deleteLater(); // its button was pressed
    if (hadFocus && !m_rows.isEmpty())
        m_rows.at(std::min(place, m_rows.size() - 1))->controls().last()->setFocus(Qt::OtherFocusReason);
    else if (hadFocus)
        m_add->setFocus(Qt::OtherFocusReason);
    settle();
}

void HolidayList::removePast()
{
    const QList<HolidayRow *> all = m_rows;
    for (HolidayRow *each : all) {
        if (each->date() < m_today)
            remove(each);
    }
    m_add->setFocus(Qt::OtherFocusReason);
}

void HolidayList::sort()
{
    const auto earlier = [](const HolidayRow *one, const HolidayRow *other) { return one->date() < other->date(); };
    if (!std::is_sorted(m_rows.begin(), m_rows.end(), earlier)) {
        std::stable_sort(m_rows.begin(), m_rows.end(), earlier);
        for (int place = 0; place < int(m_rows.size()); ++place) {
            m_column->removeWidget(m_rows.at(place));
            m_column->insertWidget(place, m_rows.at(place));
        }
        Q_EMIT changed();
    }
    chainTabs();
}

/// One comes through the rows as they stand.
void HolidayList::chainTabs()
{
    QWidget *before = nullptr;
    for (const HolidayRow *row : std::as_const(m_rows)) {
        const QList<QWidget *> controls = row->controls();
        for (QWidget *each : controls) {
            if (before)
                setTabOrder(before, each);
            before = each;
        }
    }
    if (before)
        setTabOrder(before, m_add);
    setTabOrder(m_add, m_removePast);
}

void HolidayList::showProblem(int row, const QString &problem)
{
    for (int place = 0; place < int(m_rows.size()); ++place) {
        if (place == row || row < 0)
            m_rows.at(place)->setProblem(problem);
    }
    settle();
}

void HolidayList::settle()
{
    int past = 0;
    for (const HolidayRow *each : std::as_const(m_rows)) {
        if (m_today.isValid() && each->date() < m_today)
            ++past;
    }
    m_nothing->setVisible(m_rows.isEmpty());
    m_add->setEnabled(m_rows.size() < api::mostHolidays);
    m_removePast->setText(tr("Remove %n past day(s)", nullptr, past));
    m_removePast->setVisible(past > 0);
    Q_EMIT changed();
}

/// Whoever is led to the list means the row that is wrong. Not by a focus proxy, since Tab would take that way too and
/// go past all rows before it.
void HolidayList::focusInEvent(QFocusEvent *event)
{
    const auto wrong =
        std::find_if(m_rows.begin(), m_rows.end(), [](const HolidayRow *each) { return each->hasProblem(); });
    QWidget *to = wrong == m_rows.end() ? m_add : (*wrong)->controls().first();
    to->setFocus(event->reason());
}

} // namespace deskbell::console
