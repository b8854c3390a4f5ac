#include "console/admin/durationbox.h"

#include <QRegularExpression>

#include <array>

namespace deskbell::console {

namespace {

constexpr int minute = 60;
constexpr int hour = 60 * minute;
constexpr int day = 24 * hour;
constexpr int boxWidth = 260;

/// The largest unit that the span is at least one of.
int unitOf(int seconds)
{
    return seconds >= day ? day : seconds >= hour ? hour : seconds >= minute ? minute : 1;
}

/// From here on upwards.
int stepAt(int seconds)
{
    return seconds < minute ? 5 : seconds < 5 * minute ? 30 : seconds < hour ? minute : seconds < day ? hour : day;
}

/// The unit of which somebody has typed the beginning; 0 if it is of none.
int unitBeginningWith(const QString &word)
{
    const std::array<std::pair<QString, int>, 8> units{{{DurationBox::tr("seconds"), 1},
                                                        {DurationBox::tr("minutes"), minute},
                                                        {DurationBox::tr("hours"), hour},
                                                        {DurationBox::tr("days"), day},
                                                        {DurationBox::tr("second"), 1},
                                                        {DurationBox::tr("minute"), minute},
                                                        {DurationBox::tr("hour"), hour},
                                                        {DurationBox::tr("day"), day}}};
    for (const auto &[name, seconds] : units) {
        if (name.startsWith(word, Qt::CaseInsensitive))
            return seconds;
    }
    return 0;
}

} // namespace

QString durationWords(int seconds)
{
    QStringList words;
    if (const int days = seconds / day; days > 0)
        words.append(DurationBox::tr("%n day(s)", nullptr, days));
    if (const int hours = seconds % day / hour; hours > 0)
        words.append(DurationBox::tr("%n hour(s)", nullptr, hours));
    if (const int minutes = seconds % hour / minute; minutes > 0)
        words.append(DurationBox::tr("%n minute(s)", nullptr, minutes));
    if (seconds % minute > 0 || words.isEmpty())
        words.append(DurationBox::tr("%n second(s)", nullptr, seconds % minute));
    return words.join(QLatin1Char(' '));
}

DurationBox::DurationBox(QWidget *parent) : QSpinBox(parent)
{
    setFixedWidth(boxWidth);
    setCorrectionMode(QAbstractSpinBox::CorrectToPreviousValue);
    connect(this, &QSpinBox::editingFinished, this, [this] { m_unit = unitOf(value()); });
}

void DurationBox::stepBy(int steps)
{
    int seconds = value();
    for (int done = 0; done < std::abs(steps); ++done) {
        const int step = stepAt(steps > 0 ? seconds : seconds - 1);
        seconds =
            std::clamp(steps > 0 ? (seconds / step + 1) * step : (seconds - 1) / step * step, minimum(), maximum());
    }
    setValue(seconds);
    m_unit = unitOf(seconds);
    selectAll();
}

QString DurationBox::textFromValue(int seconds) const
{
    return durationWords(seconds);
}

/// Nothing where it cannot be told, or not yet.
std::optional<int> DurationBox::parse(const QString &text) const
{
    static const QRegularExpression part(QStringLiteral(R"(\s*(\d{1,9}(?:[.,]\d{1,6})?)\s*([^\d\s.,]*))"),
                                         QRegularExpression::UseUnicodePropertiesOption);
    double seconds = 0;
    qsizetype at = 0;
    const QString typed = text.trimmed();
    while (at < typed.size()) {
        const auto match =
            part.match(typed, at, QRegularExpression::NormalMatch, QRegularExpression::AnchorAtOffsetMatchOption);
        const QString word = match.captured(2);
        const int unit = word.isEmpty() ? m_unit : unitBeginningWith(word);
        if (!match.hasMatch() || unit == 0)
            return std::nullopt;
        seconds += match.captured(1).replace(QLatin1Char(','), QLatin1Char('.')).toDouble() * unit;
        at = match.capturedEnd();
    }
    const bool fits = !typed.isEmpty() && seconds >= minimum() && seconds <= maximum();
    return fits ? std::optional(qRound(seconds)) : std::nullopt;
}

int DurationBox::valueFromText(const QString &text) const
{
    return text == specialValueText() ? minimum() : parse(text).value_or(value());
}

QValidator::State DurationBox::validate(QString &text, int &) const
{
    return parse(text) || text == specialValueText() ? QValidator::Acceptable : QValidator::Intermediate;
}

void DurationBox::focusInEvent(QFocusEvent *event)
{
    m_unit = unitOf(value());
    QSpinBox::focusInEvent(event);
}

} // namespace deskbell::console
