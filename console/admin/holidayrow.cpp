#include "console/admin/holidayrow.h"

#include "console/admin/timebox.h"
#include "console/theme/theme.h"

#include <QComboBox>
#include <QDateEdit>
#include <QLabel>
#include <QLineEdit>
#include <QLocale>
#include <QStyle>
#include <QToolButton>
#include <QVBoxLayout>

namespace deskbell::console {

namespace {

constexpr int dateWidth = 128;
constexpr int weekdayWidth = 40;
constexpr int kindWidth = 150;
constexpr int nameWidth = 130;
constexpr int narrowest = 340;
constexpr int oneLineNeeds = 700;
constexpr int longestName = 80; // at the server

enum Kind { Closed, Open };

void setMark(QWidget *widget, const char *mark, bool on)
{
    if (widget->property(mark).toBool() == on)
        return;
    widget->setProperty(mark, on);
    widget->style()->unpolish(widget);
    widget->style()->polish(widget);
}

} // namespace

HolidayRow::HolidayRow(const Theme &theme, QWidget *parent)
    : QWidget(parent), m_theme(theme), m_date(new QDateEdit(this)), m_weekday(new QLabel(this)),
      m_name(new QLineEdit(this)), m_kind(new QComboBox(this)), m_stretch(new QWidget(this)),
      m_from(new TimeBox(m_stretch)), m_to(new TimeBox(m_stretch)), m_remove(new QToolButton(this)),
      m_problem(new QLabel(this)), m_line(new QBoxLayout(QBoxLayout::LeftToRight))
{
    m_problem->setObjectName(QStringLiteral("holidayProblem"));
    m_problem->setProperty("tone", QStringLiteral("danger"));
    m_problem->setTextFormat(Qt::PlainText);
    m_problem->setWordWrap(true);
    m_problem->hide();
    m_line->setSpacing(space::s);
    m_line->addWidget(makeDay(), 1);
    m_line->addWidget(makeHours());
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(space::xs);
    column->addLayout(m_line);
    column->addWidget(m_problem);
    connect(m_date, &QDateEdit::dateChanged, this, &HolidayRow::settle);
    connect(m_date, &QDateEdit::editingFinished, this, &HolidayRow::dateSettled);
    connect(m_name, &QLineEdit::textChanged, this, &HolidayRow::settle);
    connect(m_kind, &QComboBox::currentIndexChanged, this, &HolidayRow::settle);
    connect(m_remove, &QToolButton::clicked, this, &HolidayRow::removeRequested);
    for (const TimeBox *each : {m_from, m_to})
        connect(each, &TimeBox::editTextChanged, this, &HolidayRow::settle);
    settle();
}

QWidget *HolidayRow::makeDay()
{
    m_date->setObjectName(QStringLiteral("holidayDateEdit"));
    m_date->setDisplayFormat(tr("dd/MM/yyyy"));
    m_date->setCalendarPopup(true);
    m_date->setFixedWidth(dateWidth);
    m_weekday->setProperty("tone", QStringLiteral("hint"));
    m_weekday->setFixedWidth(weekdayWidth);
    m_name->setObjectName(QStringLiteral("holidayNameEdit"));
    m_name->setPlaceholderText(tr("What day it is"));
    m_name->setMaxLength(longestName);
    m_name->setMinimumWidth(nameWidth);
    auto *box = new QWidget(this);
    auto *row = new QHBoxLayout(box);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(space::s);
    row->addWidget(m_date);
    row->addWidget(m_weekday);
    row->addWidget(m_name, 1);
    return box;
}

QWidget *HolidayRow::makeHours()
{
    m_kind->setObjectName(QStringLiteral("holidayKindComboBox"));
    m_kind->addItems({tr("Closed all day"), tr("Open")});
    m_kind->setFixedWidth(kindWidth);
    m_from->setObjectName(QStringLiteral("holidayFromComboBox"));
    m_to->setObjectName(QStringLiteral("holidayToComboBox"));
    auto *times = new QHBoxLayout(m_stretch);
    times->setContentsMargins(0, 0, 0, 0);
    times->setSpacing(space::xs);
    times->addWidget(m_from);
    times->addWidget(new QLabel(QStringLiteral("–"), m_stretch));
    times->addWidget(m_to);
    QSizePolicy policy = m_stretch->sizePolicy();
    policy.setRetainSizeWhenHidden(true); // so that the rows stand in columns
    m_stretch->setSizePolicy(policy);
    m_remove->setObjectName(QStringLiteral("holidayRemoveButton"));
    m_remove->setIcon(m_theme.icon(QStringLiteral("close"), Token::Ink2));
    auto *box = new QWidget(this);
    auto *row = new QHBoxLayout(box);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(space::s);
    row->addWidget(m_kind);
    row->addWidget(m_stretch);
    row->addStretch();
    row->addWidget(m_remove);
    return box;
}

void HolidayRow::setHoliday(const api::Holiday &holiday)
{
    m_date->setDate(QDate::fromString(holiday.date, Qt::ISODate));
    m_name->setText(holiday.name.value_or(QString()));
    m_kind->setCurrentIndex(holiday.from ? Open : Closed);
    m_from->setTime(holiday.from.value_or(QStringLiteral("09:00")));
    m_to->setTime(holiday.to.value_or(QStringLiteral("12:00")));
}

api::Holiday HolidayRow::holiday() const
{
    api::Holiday holiday;
    holiday.date = date().toString(Qt::ISODate);
    if (const QString name = m_name->text().trimmed(); !name.isEmpty())
        holiday.name = name;
    if (m_kind->currentIndex() == Open) {
        holiday.from = m_from->time();
        holiday.to = m_to->time();
    }
    return holiday;
}

QDate HolidayRow::date() const
{
    return m_date->date();
}

void HolidayRow::setToday(const QDate &today)
{
    m_today = today;
    settle();
}

/// Read out with the day, of which there are many alike.
void HolidayRow::nameControls()
{
    const QString day = QLocale().toString(date(), QLocale::LongFormat);
    m_weekday->setText(QLocale().dayName(date().dayOfWeek(), QLocale::ShortFormat));
    m_date->setAccessibleName(tr("Day, %1").arg(day));
    m_name->setAccessibleName(tr("Name of %1").arg(day));
    m_kind->setAccessibleName(tr("Whether the desk is open on %1").arg(day));
    m_from->setAccessibleName(tr("%1 opens").arg(day));
    m_to->setAccessibleName(tr("%1 closes").arg(day));
    m_remove->setAccessibleName(tr("Remove %1").arg(day));
    m_remove->setToolTip(tr("Remove %1").arg(day));
}

void HolidayRow::settle()
{
    nameControls();
    m_stretch->setVisible(m_kind->currentIndex() == Open);
    const bool isPast = m_today.isValid() && date() < m_today;
    for (QWidget *each : {static_cast<QWidget *>(m_date), static_cast<QWidget *>(m_name),
                          static_cast<QWidget *>(m_kind), static_cast<QWidget *>(m_from), static_cast<QWidget *>(m_to)})
        setMark(each, "past", isPast);
    m_date->setAccessibleDescription(hasProblem() ? m_problem->text() : isPast ? tr("This day is over.") : QString());
    Q_EMIT changed();
}

void HolidayRow::setProblem(const QString &problem)
{
    m_problem->setText(problem);
    m_problem->setVisible(!problem.isEmpty());
    setMark(m_date, "wrong", !problem.isEmpty());
    settle();
}

bool HolidayRow::hasProblem() const
{
    return !m_problem->text().isEmpty();
}

QList<QWidget *> HolidayRow::controls() const
{
    return {m_date, m_name, m_kind, m_from, m_to, m_remove};
}

QSize HolidayRow::minimumSizeHint() const
{
    return {narrowest, QWidget::minimumSizeHint().height()};
}

void HolidayRow::resizeEvent(QResizeEvent *event)
{
    QWidget::resizeEvent(event);
    m_line->setDirection(width() < oneLineNeeds ? QBoxLayout::TopToBottom : QBoxLayout::LeftToRight);
}

} // namespace deskbell::console
