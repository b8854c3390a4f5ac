#include "console/admin/hourspage.h"

#include "console/admin/editform.h"
#include "console/admin/recordpanel.h"
#include "console/admin/weekgrid.h"

#include <QComboBox>
#include <QCompleter>
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
      m_week(new WeekGrid(context.theme, this)), m_zone(new QComboBox(this)), m_follows(new QLabel(this))
{
    m_follows->setObjectName(named("FollowsLabel"));
    m_follows->setProperty("tone", QStringLiteral("hint"));
    m_follows->setWordWrap(true);
    EditForm &form = panel().form();
    form.add(QStringLiteral("hours"), tr("The week"), m_week, [this] {
        QStringList all;
        const QList<api::OpeningHours> hours = m_week->hours();
        for (const api::OpeningHours &each : hours)
            all.append(QStringLiteral("%1 %2 %3").arg(each.day).arg(each.from, each.to));
        return QVariant(all);
    });
    form.addWide(m_follows);
    m_zone->setObjectName(named("TimeZoneComboBox"));
    m_zone->setEditable(true);
    m_zone->setInsertPolicy(QComboBox::NoInsert);
    m_zone->lineEdit()->setObjectName(QStringLiteral("qt_zone"));
    m_zone->addItems(zones());
    m_zone->completer()->setFilterMode(Qt::MatchContains);
    m_zone->completer()->setCompletionMode(QCompleter::PopupCompletion);
    form.add(QStringLiteral("timeZone"), tr("Time zone"), m_zone, [this] { return QVariant(m_zone->currentText()); });
    connect(m_week, &WeekGrid::changed, &form, &EditForm::takeChange);
    connect(m_week, &WeekGrid::changed, this, &HoursPage::sayWhatFollows);
    connect(m_zone, &QComboBox::editTextChanged, &form, &EditForm::takeChange);
}

void HoursPage::sayWhatFollows()
{
    m_follows->setText(m_week->hours().isEmpty()
                           ? tr("No hours are set: the desk counts as open at any time.")
                           : tr("The desk is closed at all other times. Chats can be started, and wait."));
}

void HoursPage::fill(const api::DeskSettings &settings)
{
    m_week->setHours(settings.hours);
    m_zone->setEditText(settings.timeZone);
    sayWhatFollows();
}

api::SettingsUpdate HoursPage::wanted() const
{
    api::SettingsUpdate update;
    update.hours = m_week->hours();
    update.timeZone = m_zone->currentText().trimmed();
    return update;
}

QByteArray HoursPage::content(const api::DeskSettings &settings) const
{
    QByteArray all = settings.timeZone.toUtf8();
    for (const api::OpeningHours &each : settings.hours)
        all += json::encode(each);
    return all;
}

} // namespace deskbell::console
