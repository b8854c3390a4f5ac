#pragma once

#include "shared/api/settingcommands.h"
#include "shared/result.h"

namespace deskbell::server {

/// When the desk is open: stretches of weekdays in a time zone, or always where there is none.
class DeskHours
{
public:
    DeskHours(const QList<api::OpeningHours> &hours, const QString &timeZone) : m_hours(hours), m_zone(timeZone) { }

    /// Errors: InvalidRequest with what is wrong about a stretch or the time zone.
    Result<Nothing> check() const;
    bool isOpen(Timestamp now) const;
    /// While it is closed: when it opens, if that is within a week.
    std::optional<Timestamp> opensAt(Timestamp now) const;

private:
    QList<api::OpeningHours> m_hours;
    QString m_zone;
};

} // namespace deskbell::server
