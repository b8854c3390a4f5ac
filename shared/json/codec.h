#pragma once

#include "shared/clock.h"
#include "shared/ids.h"
#include "shared/json/document.h"
#include "shared/json/fields.h"
#include "shared/json/writer.h"

#include <QStringList>

#include <array>
#include <optional>

/// JSON both ways for described structs, enums, ids, times, texts, numbers, optionals and lists of these.
namespace deskbell::json {

/// Collects what is wrong with each field while a value is decoded.
class Problems
{
public:
    void add(QString message);
    /// For a field of the struct that is being read, unless something is known to be wrong with it.
    void addTo(const QString &field, QString message);
    QList<FieldError> errors() const { return m_errors; }
    bool isEmpty() const { return m_errors.isEmpty(); }

    /// While it lives, problems are reported below this name.
    class Scope
    {
    public:
        Scope(Problems &problems, QString name) : m_problems(problems) { m_problems.m_path.append(std::move(name)); }
        ~Scope() { m_problems.m_path.removeLast(); }
        Q_DISABLE_COPY_MOVE(Scope)

    private:
        Problems &m_problems;
    };

private:
    QStringList m_path;
    QList<FieldError> m_errors;
};

template <class T>
struct IsOptional : std::false_type
{
};
template <class T>
struct IsOptional<std::optional<T>> : std::true_type
{
};

// --- writing

void writeValue(Writer &writer, const QString &text);
void writeValue(Writer &writer, bool value);
void writeValue(Writer &writer, qint64 number);
void writeValue(Writer &writer, int number);
void writeValue(Writer &writer, double number);
void writeValue(Writer &writer, Timestamp time);

template <class Tag>
void writeValue(Writer &writer, const Id<Tag> &id)
{
    if (id.isNull())
        writer.null();
    else
        writer.string(id.toString());
}

template <NamedEnum E>
void writeValue(Writer &writer, E value)
{
    const std::string_view name = nameOf(value);
    writer.string(QLatin1String(name.data(), qsizetype(name.size())).toString());
}

template <Described T>
void writeValue(Writer &writer, const T &value);

template <class T>
void writeValue(Writer &writer, const std::optional<T> &value)
{
    if (value)
        writeValue(writer, *value);
    else
        writer.null();
}

template <class T>
void writeValue(Writer &writer, const QList<T> &list)
{
    writer.beginArray();
    for (const T &each : list)
        writeValue(writer, each);
    writer.endArray();
}

template <Described T>
void writeValue(Writer &writer, const T &value)
{
    writer.beginObject();
    forEachField<T>([&](const auto &field) {
        const auto &content = value.*field.member;
        if constexpr (IsOptional<std::remove_cvref_t<decltype(content)>>::value) {
            if (!content)
                return; // absent and null mean the same, and absent is shorter
        }
        if (field.rule.onlyWhenSet && content == std::remove_cvref_t<decltype(content)>{})
            return;
        writer.key({field.name.data(), qsizetype(field.name.size())});
        writeValue(writer, content);
    });
    writer.endObject();
}

/// Compact ASCII JSON of a described struct, an optional, a list …
template <class T>
QByteArray encode(const T &value)
{
    QByteArray json;
    json.reserve(512); // most of what we send fits, and is then allocated once
    Writer writer(json);
    writeValue(writer, value);
    return json;
}

// --- reading

void readValue(Value from, QString &text, const Rule &rule, Problems &problems);
void readValue(Value from, bool &value, const Rule &rule, Problems &problems);
void readValue(Value from, qint64 &number, const Rule &rule, Problems &problems);
void readValue(Value from, int &number, const Rule &rule, Problems &problems);
void readValue(Value from, double &number, const Rule &rule, Problems &problems);
void readValue(Value from, Timestamp &time, const Rule &rule, Problems &problems);
void refuseEnum(Problems &problems, const QStringList &names);

template <class Tag>
void readValue(Value from, Id<Tag> &id, const Rule &, Problems &problems)
{
    const auto read = from.isString() ? Id<Tag>::fromString(from.toString()) : std::nullopt;
    if (read)
        id = *read;
    else
        problems.add(QStringLiteral("must be an id (a UUID in lower case)"));
}

template <NamedEnum E>
void readValue(Value from, E &value, const Rule &, Problems &problems)
{
    const QByteArrayView name = from.toUtf8();
    if (from.isString() && fromName(std::string_view(name.data(), size_t(name.size())), value))
        return;
    QStringList names;
    for (const auto &[each, known] : enumNames(E{}))
        names.append(QString::fromLatin1(known.data(), qsizetype(known.size())));
    refuseEnum(problems, names);
}

template <Described T>
void readValue(Value from, T &value, const Rule &, Problems &problems);

template <class T>
void readValue(Value from, std::optional<T> &value, const Rule &rule, Problems &problems)
{
    if (from.isMissing() || from.isNull()) {
        value.reset();
        return;
    }
    T content{};
    readValue(from, content, rule, problems);
    value = std::move(content);
}

template <class T>
void readValue(Value from, QList<T> &list, const Rule &rule, Problems &problems)
{
    if (!from.isArray()) {
        problems.add(QStringLiteral("must be a list"));
        return;
    }
    if (from.size() > rule.maxLength) {
        problems.add(QStringLiteral("must have at most %1 elements").arg(rule.maxLength));
        return;
    }
    list.clear();
    list.reserve(from.size());
    for (qsizetype i = 0; i < from.size(); ++i) {
        const Problems::Scope scope(problems, QString::number(i));
        T element{};
        readValue(from.at(i), element, Rule{}, problems);
        list.append(std::move(element));
    }
}

template <Described T>
void readValue(Value from, T &value, const Rule &, Problems &problems)
{
    if (!from.isObject()) {
        problems.add(QStringLiteral("must be an object"));
        return;
    }
    forEachField<T>([&](const auto &field) {
        auto &content = value.*field.member;
        const Value member = from.member({field.name.data(), qsizetype(field.name.size())});
        using Type = std::remove_cvref_t<decltype(content)>;
        const bool absent = member.isMissing() || member.isNull();
        if (absent && (IsOptional<Type>::value || field.rule.mayBeAbsent))
            return;
        const Problems::Scope scope(problems, QString::fromLatin1(field.name.data(), qsizetype(field.name.size())));
        if (absent)
            problems.add(QStringLiteral("is missing"));
        else
            readValue(member, content, field.rule, problems);
    });
    // What holds between fields is said by the struct itself.
    if constexpr (requires { value.check(problems); })
        value.check(problems);
}

/// Errors: InvalidRequest with every field that is not as described. Unknown fields are ignored.
template <class T>
Result<T> decode(Value from)
{
    T value{};
    Problems problems;
    readValue(from, value, Rule{}, problems);
    if (problems.isEmpty())
        return value;
    Error error(ErrorCode::InvalidRequest);
    error.errors = problems.errors();
    return error;
}

/// As above, from text. Errors: MalformedJson too.
template <class T>
Result<T> decode(QByteArrayView text)
{
    const Result<Document> document = Document::parse(text);
    if (!document)
        return document.error();
    return decode<T>(document->root());
}

} // namespace deskbell::json
