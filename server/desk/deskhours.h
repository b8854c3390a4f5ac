#pragma once

#include "shared/api/settingcommands.h"
#include "shared/result.h"

#include <QDate>

namespace deskbell::server {

/// When the desk is open: stretches of weekdays in a time zone, or always where there is none; on holidays as those
/// say.
class DeskHours
{
public:
    DeskHours(const QList<api::OpeningHours> &hours, const QString &timeZone, const QList<api::Holiday> &holidays = {})
        : m_hours(hours), m_zone(timeZone), m_holidays(holidays)
    {
    }

    /// Errors: InvalidRequest with what is wrong about a stretch, a holiday or the time zone.
    Result<Nothing> check() const;
    bool isOpen(Timestamp now) const;
    /// While it is closed: when it opens, if that is within a week.
    std::optional<Timestamp> opensAt(Timestamp now) const;

private:
    struct Stretch
    {
        QString from; // "09:00"
        QString to;
    };
    QList<Stretch> stretchesOf(QDate day) const;

    QList<api::OpeningHours> m_hours;
    QString m_zone;
    QList<api::Holiday> m_holidays;
};

} // namespace deskbell::server
