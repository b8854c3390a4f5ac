#include "console/admin/hourspage.h"

#include "console/admin/editform.h"
#include "console/admin/holidaylist.h"
#include "console/admin/recordpanel.h"
#include "console/admin/weekgrid.h"
#include "console/state/workspace.h"

#include <QComboBox>
#include <QCompleter>
#include <QDateTime>
#include <QLabel>
#include <QLineEdit>
#include <QTimeZone>

namespace deskbell::console {

namespace {

QStringList zones()
{
    QStringList names;
    const QList<QByteArray> ids = QTimeZone::availableTimeZoneIds();
    for (const QByteArray &each : ids) {
        if (each.contains('/') || each == "UTC") // the others are old names for these
            names.append(QString::fromLatin1(each));
    }
    return names;
}

} // namespace

HoursPage::HoursPage(const AdminContext &context, QWidget *parent)
    : SettingsPage(context,
                   {QStringLiteral("hours"), QStringLiteral("calendar"), tr("Business hours"),
                    tr("When somebody answers. Outside of these hours visitors read when you open again.")},
                   parent),
      m_week(new WeekGrid(context.theme, this)), m_zone(new QComboBox(this)), m_follows(new QLabel(this)),
      m_holidays(new HolidayList(context.theme, this))
{
    addWeek();
    addZone();
    addHolidays();
}

void HoursPage::addWeek()
{
    m_follows->setObjectName(named("FollowsLabel"));
    m_follows->setProperty("tone", QStringLiteral("hint"));
    m_follows->setWordWrap(true);
    EditForm &form = panel().form();
    form.add(
        QStringLiteral("hours"), tr("The week"), m_week, [this] { return QVariant::fromValue(m_week->hours()); },
        [this](const QVariant &value) { m_week->setHours(value.value<QList<api::OpeningHours>>()); });
    form.addWide(m_follows);
    connect(m_week, &WeekGrid::changed, &form, &EditForm::takeChange);
    connect(m_week, &WeekGrid::changed, this, &HoursPage::sayWhatFollows);
}

void HoursPage::addZone()
{
    EditForm &form = panel().form();
    m_zone->setObjectName(named("TimeZoneComboBox"));
    m_zone->setEditable(true);
    m_zone->setInsertPolicy(QComboBox::NoInsert);
    m_zone->lineEdit()->setObjectName(QStringLiteral("qt_zone"));
    m_zone->addItems(zones());
    m_zone->completer()->setFilterMode(Qt::MatchContains);
    m_zone->completer()->setCompletionMode(QCompleter::PopupCompletion);
    form.add(
        QStringLiteral("timeZone"), tr("Time zone"), m_zone, [this] { return QVariant(m_zone->currentText()); },
        [this](const QVariant &value) { m_zone->setEditText(value.toString()); });
    connect(m_zone, &QComboBox::editTextChanged, &form, &EditForm::takeChange);
    connect(m_zone, &QComboBox::editTextChanged, this, &HoursPage::settleToday);
}

void HoursPage::addHolidays()
{
    EditForm &form = panel().form();
    form.add(
        QStringLiteral("holidays"), tr("Holidays and other days of their own"), m_holidays,
        [this] { return QVariant::fromValue(m_holidays->holidays()); },
        [this](const QVariant &value) { m_holidays->setHolidays(value.value<QList<api::Holiday>>()); });
    form.setElementMark(QStringLiteral("holidays"),
                        [this](int row, const QString &problem) { m_holidays->showProblem(row, problem); });
    form.addHint(tr("On such a day its own hours hold, or none: visitors read that you are closed, and when you open "
                    "again. What the days are called is for you alone."));
    connect(m_holidays, &HolidayList::changed, &form, &EditForm::takeChange);
}

void HoursPage::sayWhatFollows()
{
    m_follows->setText(m_week->hours().isEmpty()
                           ? tr("No hours are set: the desk counts as open at any time.")
                           : tr("The desk is closed at all other times. Chats can be started, and wait."));
}

/// Which day it is at the desk, whose clock may be another.
void HoursPage::settleToday()
{
    const QTimeZone zone(m_zone->currentText().trimmed().toLatin1());
    if (!zone.isValid())
        return; // it is being typed
    const Timestamp now = context().workspace.clock().now();
    m_holidays->setToday(QDateTime::fromMSecsSinceEpoch(now.ms, zone).date());
}

void HoursPage::fill(const api::DeskSettings &settings)
{
    m_week->setHours(settings.hours);
    m_zone->setEditText(settings.timeZone);
    settleToday();
    m_holidays->setHolidays(settings.holidays);
    sayWhatFollows();
}

api::SettingsUpdate HoursPage::wanted() const
{
    api::SettingsUpdate update;
    update.hours = m_week->hours();
    update.timeZone = m_zone->currentText().trimmed();
    update.holidays = m_holidays->holidays();
    return update;
}

QByteArray HoursPage::content(const api::DeskSettings &settings) const
{
    QByteArray all = settings.timeZone.toUtf8();
    for (const api::OpeningHours &each : settings.hours)
        all += json::encode(each);
    for (const api::Holiday &each : settings.holidays)
        all += json::encode(each);
    return all;
}

} // namespace deskbell::console
