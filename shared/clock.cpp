#include "shared/clock.h"

#include <QDateTime>

#include <array>
#include <chrono>

namespace deskbell {

namespace {

// QDateTime needs about a microsecond for this text, and every message carries a time.
void writeDigits(char *at, int count, int value)
{
    for (int i = count - 1; i >= 0; --i) {
        at[i] = static_cast<char>('0' + value % 10);
        value /= 10;
    }
}

} // namespace

QString Timestamp::toString() const
{
    using namespace std::chrono;
    const sys_time<milliseconds> time{milliseconds(ms)};
    const auto day = floor<days>(time);
    const year_month_day date{day};
    const hh_mm_ss clock{time - day};
    if (int(date.year()) < 0 || int(date.year()) > 9999)
        return QDateTime::fromMSecsSinceEpoch(ms, Qt::UTC).toString(Qt::ISODateWithMs);
    std::array<char, 24> text{'0', '0', '0', '0', '-', '0', '0', '-', '0', '0', 'T', '0',
                              '0', ':', '0', '0', ':', '0', '0', '.', '0', '0', '0', 'Z'};
    writeDigits(&text[0], 4, int(date.year()));
    writeDigits(&text[5], 2, int(unsigned(date.month())));
    writeDigits(&text[8], 2, int(unsigned(date.day())));
    writeDigits(&text[11], 2, int(clock.hours().count()));
    writeDigits(&text[14], 2, int(clock.minutes().count()));
    writeDigits(&text[17], 2, int(clock.seconds().count()));
    writeDigits(&text[20], 3, int(clock.subseconds().count()));
    return QString::fromLatin1(text.data(), qsizetype(text.size()));
}

std::optional<Timestamp> Timestamp::fromString(QStringView text)
{
    const QDateTime time = QDateTime::fromString(text.toString(), Qt::ISODateWithMs);
    // A time without an offset could mean any zone, so it is refused.
    if (!time.isValid() || time.timeSpec() == Qt::LocalTime)
        return std::nullopt;
    return Timestamp{time.toMSecsSinceEpoch()};
}

Timestamp SystemClock::now() const
{
    return {QDateTime::currentMSecsSinceEpoch()};
}

qint64 SystemClock::monotonicMs() const
{
    using namespace std::chrono;
    return duration_cast<milliseconds>(steady_clock::now().time_since_epoch()).count();
}

} // namespace deskbell
