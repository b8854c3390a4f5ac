#include "shared/json/codec.h"

namespace deskbell::json {

namespace {

qsizetype codePoints(QStringView text)
{
    qsizetype count = 0;
    for (const QChar c : text)
        count += c.isLowSurrogate() ? 0 : 1;
    return count;
}

} // namespace

void Problems::add(QString message)
{
    m_errors.append({m_path.join(u'.'), std::move(message)});
}

void Problems::addTo(const QString &field, QString message)
{
    const Scope scope(*this, field);
    const QString path = m_path.join(u'.');
    if (std::none_of(m_errors.begin(), m_errors.end(), [&](const FieldError &each) { return each.field == path; }))
        add(std::move(message));
}

void writeValue(Writer &writer, const QString &text)
{
    writer.string(text);
}

void writeValue(Writer &writer, bool value)
{
    writer.boolean(value);
}

void writeValue(Writer &writer, qint64 number)
{
    writer.integer(number);
}

void writeValue(Writer &writer, int number)
{
    writer.integer(number);
}

void writeValue(Writer &writer, double number)
{
    writer.real(number);
}

void writeValue(Writer &writer, Timestamp time)
{
    writer.string(time.toString());
}

void readValue(Value from, QString &text, const Rule &rule, Problems &problems)
{
    if (!from.isString()) {
        problems.add(QStringLiteral("must be a text"));
        return;
    }
    QString read = from.toString();
    const qsizetype length = codePoints(read);
    if (length < rule.minLength || length > rule.maxLength)
        problems.add(QStringLiteral("must have %1 to %2 characters").arg(rule.minLength).arg(rule.maxLength));
    else if (rule.mustNotBeBlank && QStringView(read).trimmed().isEmpty())
        problems.add(QStringLiteral("must not be blank"));
    else
        text = std::move(read);
}

void readValue(Value from, bool &value, const Rule &, Problems &problems)
{
    if (from.isBool())
        value = from.toBool();
    else
        problems.add(QStringLiteral("must be true or false"));
}

void readValue(Value from, qint64 &number, const Rule &rule, Problems &problems)
{
    const std::optional<qint64> read = from.toInteger();
    if (!read)
        problems.add(QStringLiteral("must be a whole number"));
    else if (*read < rule.minimum || *read > rule.maximum)
        problems.add(QStringLiteral("must be from %1 to %2").arg(rule.minimum).arg(rule.maximum));
    else
        number = *read;
}

void readValue(Value from, int &number, const Rule &rule, Problems &problems)
{
    Rule narrowed = rule;
    narrowed.minimum = std::max<qint64>(rule.minimum, std::numeric_limits<int>::min());
    narrowed.maximum = std::min<qint64>(rule.maximum, std::numeric_limits<int>::max());
    qint64 read = number;
    readValue(from, read, narrowed, problems);
    number = int(read);
}

void readValue(Value from, double &number, const Rule &, Problems &problems)
{
    if (from.isNumber())
        number = from.toDouble();
    else
        problems.add(QStringLiteral("must be a number"));
}

void readValue(Value from, Timestamp &time, const Rule &, Problems &problems)
{
    const auto read = from.isString() ? Timestamp::fromString(from.toString()) : std::nullopt;
    if (read)
        time = *read;
    else
        problems.add(QStringLiteral("must be a time (RFC 3339 with its offset)"));
}

void refuseEnum(Problems &problems, const QStringList &names)
{
    problems.add(QStringLiteral("must be one of %1").arg(names.join(QStringLiteral(", "))));
}

} // namespace deskbell::json
