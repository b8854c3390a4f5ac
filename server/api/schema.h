#pragma once

#include "shared/json/codec.h"

/// JSON Schema of described structs, for the OpenAPI document.
namespace deskbell::server {

inline void writeName(json::Writer &writer, std::string_view name)
{
    writer.string(QString::fromLatin1(name.data(), qsizetype(name.size())));
}

template <class T>
struct SchemaOf;

template <>
struct SchemaOf<QString>
{
    static void write(json::Writer &writer, const json::Rule &rule)
    {
        writer.key("type");
        writer.string(u"string");
        if (rule.minLength > 0) {
            writer.key("minLength");
            writer.integer(rule.minLength);
        }
        writer.key("maxLength");
        writer.integer(rule.maxLength);
    }
};

template <class T>
requires std::same_as<T, qint64> || std::same_as<T, int>
struct SchemaOf<T>
{
    static void write(json::Writer &writer, const json::Rule &rule)
    {
        writer.key("type");
        writer.string(u"integer");
        if (rule.minimum != std::numeric_limits<qint64>::min()) {
            writer.key("minimum");
            writer.integer(rule.minimum);
        }
        if (rule.maximum != std::numeric_limits<qint64>::max()) {
            writer.key("maximum");
            writer.integer(rule.maximum);
        }
    }
};

template <>
struct SchemaOf<bool>
{
    static void write(json::Writer &writer, const json::Rule &)
    {
        writer.key("type");
        writer.string(u"boolean");
    }
};

template <>
struct SchemaOf<Timestamp>
{
    static void write(json::Writer &writer, const json::Rule &)
    {
        writer.key("type");
        writer.string(u"string");
        writer.key("format");
        writer.string(u"date-time");
    }
};

template <class Tag>
struct SchemaOf<Id<Tag>>
{
    static void write(json::Writer &writer, const json::Rule &)
    {
        writer.key("type");
        writer.string(u"string");
        writer.key("format");
        writer.string(u"uuid");
    }
};

template <json::NamedEnum E>
struct SchemaOf<E>
{
    static void write(json::Writer &writer, const json::Rule &)
    {
        writer.key("type");
        writer.string(u"string");
        writer.key("enum");
        writer.beginArray();
        for (const auto &[each, name] : enumNames(E{}))
            writeName(writer, name);
        writer.endArray();
    }
};

template <class T>
struct SchemaOf<std::optional<T>> : SchemaOf<T>
{
};

template <class T>
struct SchemaOf<QList<T>>
{
    static void write(json::Writer &writer, const json::Rule &rule)
    {
        writer.key("type");
        writer.string(u"array");
        writer.key("maxItems");
        writer.integer(rule.maxLength);
        writer.key("items");
        writer.beginObject();
        SchemaOf<T>::write(writer, json::Rule{});
        writer.endObject();
    }
};

/// Whether a request without this field is refused.
template <class F>
constexpr bool isRequired(const F &field)
{
    return !json::IsOptional<typename F::Type>::value && !field.rule.mayBeAbsent;
}

template <json::Described T>
struct SchemaOf<T>
{
    static void write(json::Writer &writer, const json::Rule &)
    {
        writer.key("type");
        writer.string(u"object");
        writer.key("properties");
        writer.beginObject();
        bool anyRequired = false;
        json::forEachField<T>([&](const auto &field) {
            anyRequired = anyRequired || isRequired(field);
            writer.key({field.name.data(), qsizetype(field.name.size())});
            writer.beginObject();
            SchemaOf<typename std::remove_cvref_t<decltype(field)>::Type>::write(writer, field.rule);
            writer.endObject();
        });
        writer.endObject();
        if (!anyRequired)
            return;
        writer.key("required");
        writer.beginArray();
        json::forEachField<T>([&](const auto &field) {
            if (isRequired(field))
                writeName(writer, field.name);
        });
        writer.endArray();
    }
};

/// The schema object of a type, as JSON.
template <class T>
QByteArray schemaOf(const json::Rule &rule = {})
{
    QByteArray json;
    json::Writer writer(json);
    writer.beginObject();
    SchemaOf<T>::write(writer, rule);
    writer.endObject();
    return json;
}

} // namespace deskbell::server
