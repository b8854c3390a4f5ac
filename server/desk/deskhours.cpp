#include "server/desk/deskhours.h"

#include <QDateTime>
#include <QRegularExpression>
#include <QSet>
#include <QTimeZone>

namespace deskbell::server {

namespace {

bool isTime(const QString &text)
{
    static const QRegularExpression time(QStringLiteral("^(?:[01]\\d|2[0-3]):[0-5]\\d$|^24:00$"));
    return time.match(text).hasMatch();
}

bool isStretch(const QString &from, const QString &to)
{
    return isTime(from) && isTime(to) && from < to;
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
    const QString stretches = QStringLiteral("must go from one time to a later one, such as 09:00 to 17:30");
    for (qsizetype i = 0; i < m_hours.size(); ++i) {
        if (!isStretch(m_hours[i].from, m_hours[i].to))
            return Error::invalid(QStringLiteral("hours.%1").arg(i), stretches);
    }
    QSet<QString> days;
    for (qsizetype i = 0; i < m_holidays.size(); ++i) {
        const api::Holiday &each = m_holidays[i];
        const QString field = QStringLiteral("holidays.%1").arg(i);
        if (!QDate::fromString(each.date, Qt::ISODate).isValid())
            return Error::invalid(field, QStringLiteral("must have a date such as 2026-12-25"));
        if (days.contains(each.date))
            return Error::invalid(field, QStringLiteral("must be on a day of its own"));
        days.insert(each.date);
        const bool isWholeDay = !each.from && !each.to;
        if (!isWholeDay && !isStretch(each.from.value_or(QString()), each.to.value_or(QString())))
            return Error::invalid(field, stretches);
    }
    return Nothing{};
}

QList<DeskHours::Stretch> DeskHours::stretchesOf(QDate day) const
{
    const QString date = day.toString(Qt::ISODate);
    for (const api::Holiday &each : m_holidays) {
        if (each.date == date)
            return each.from && each.to ? QList<Stretch>{{*each.from, *each.to}} : QList<Stretch>{};
    }
    if (m_hours.isEmpty())
        return {{QStringLiteral("00:00"), QStringLiteral("24:00")}};
    QList<Stretch> stretches;
    for (const api::OpeningHours &each : m_hours) {
        if (each.day == day.dayOfWeek())
            stretches.append({each.from, each.to});
    }
    return stretches;
}

bool DeskHours::isOpen(Timestamp now) const
{
    const QDateTime local = in(m_zone, now);
    const QString time = local.time().toString(QStringLiteral("HH:mm"));
    const QList<Stretch> today = stretchesOf(local.date());
    return std::any_of(today.begin(), today.end(),
                       [&](const Stretch &each) { return each.from <= time && time < each.to; });
}

std::optional<Timestamp> DeskHours::opensAt(Timestamp now) const
{
    if (isOpen(now))
        return std::nullopt;
    const QDateTime local = in(m_zone, now);
    for (int days = 0; days <= 7; ++days) {
        const QDate date = local.date().addDays(days);
        std::optional<Timestamp> first;
        for (const Stretch &each : stretchesOf(date)) {
            const QDateTime at(date, QTime::fromString(each.from, QStringLiteral("HH:mm")), local.timeZone());
            const Timestamp opening{at.toMSecsSinceEpoch()};
            if (at > local && (!first || opening.ms < first->ms))
                first = opening;
        }
        if (first)
            return first;
    }
    return std::nullopt;
}

} // namespace deskbell::server
