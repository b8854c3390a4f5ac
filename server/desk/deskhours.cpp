#include "server/desk/deskhours.h"

#include <QDateTime>
#include <QRegularExpression>
#include <QTimeZone>

namespace deskbell::server {

namespace {

bool isTime(const QString &text)
{
    static const QRegularExpression time(QStringLiteral("^(?:[01]\\d|2[0-3]):[0-5]\\d$|^24:00$"));
    return time.match(text).hasMatch();
}

QDateTime in(const QString &zone, Timestamp now)
{
    return QDateTime::fromMSecsSinceEpoch(now.ms, QTimeZone(zone.toLatin1()));
}

} // namespace

Result<Nothing> DeskHours::check() const
{
    if (!QTimeZone::isTimeZoneIdAvailable(m_zone.toLatin1()))
        return Error::invalid(QStringLiteral("timeZone"), QStringLiteral("must be a zone such as Europe/Berlin"));
    for (qsizetype i = 0; i < m_hours.size(); ++i) {
        if (!isTime(m_hours[i].from) || !isTime(m_hours[i].to) || m_hours[i].from >= m_hours[i].to)
            return Error::invalid(QStringLiteral("hours.%1").arg(i),
                                  QStringLiteral("must go from one time to a later one, such as 09:00 to 17:30"));
    }
    return Nothing{};
}

bool DeskHours::isOpen(Timestamp now) const
{
    const QDateTime local = in(m_zone, now);
    const QString time = local.time().toString(QStringLiteral("HH:mm"));
    return m_hours.isEmpty() || std::any_of(m_hours.begin(), m_hours.end(), [&](const api::OpeningHours &each) {
               return each.day == local.date().dayOfWeek() && each.from <= time && time < each.to;
           });
}

std::optional<Timestamp> DeskHours::opensAt(Timestamp now) const
{
    if (isOpen(now))
        return std::nullopt;
    const QDateTime local = in(m_zone, now);
    std::optional<Timestamp> first;
    for (int days = 0; days <= 7; ++days) {
        const QDate date = local.date().addDays(days);
        for (const api::OpeningHours &each : m_hours) {
            const QDateTime at(date, QTime::fromString(each.from, QStringLiteral("HH:mm")), local.timeZone());
            if (each.day != date.dayOfWeek() || at <= local)
                continue;
            const Timestamp opening{at.toMSecsSinceEpoch()};
            if (!first || opening.ms < first->ms)
                first = opening;
        }
    }
    return first;
}

} // namespace deskbell::server
