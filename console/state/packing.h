#pragma once

#include "shared/clock.h"
#include "shared/ids.h"
#include "shared/json/fields.h"

#include <QDataStream>
#include <QList>
#include <QUuid>

#include <optional>

/// Described structs as few bytes, for memory alone: a field that has its default value takes none, an id sixteen, and
/// texts are UTF-8. What is read back is equal to what was written by the same program.
namespace deskbell::console::packing {

void write(QDataStream &out, const QString &text);
void read(QDataStream &in, QString &text);

inline void write(QDataStream &out, Timestamp time)
{
    out << time.ms;
}
inline void read(QDataStream &in, Timestamp &time)
{
    in >> time.ms;
}

template <class Number>
requires std::is_arithmetic_v<Number>
void write(QDataStream &out, Number number)
{
    out << number;
}
template <class Number>
requires std::is_arithmetic_v<Number>
void read(QDataStream &in, Number &number)
{
    in >> number;
}

template <class Enum>
requires std::is_enum_v<Enum>
void write(QDataStream &out, Enum value)
{
    out << quint8(value);
}
template <class Enum>
requires std::is_enum_v<Enum>
void read(QDataStream &in, Enum &value)
{
    quint8 number = 0;
    in >> number;
    value = Enum(number);
}

template <class Tag>
void write(QDataStream &out, const Id<Tag> &id)
{
    write(out, id.toString());
}
template <class Tag>
void read(QDataStream &in, Id<Tag> &id)
{
    QString text;
    read(in, text);
    id = Id<Tag>::fromTrusted(std::move(text));
}

// All of them are known before they call one another.
template <json::Described T>
void write(QDataStream &out, const T &value);
template <json::Described T>
void read(QDataStream &in, T &value);
template <class T>
void write(QDataStream &out, const QList<T> &list);
template <class T>
void read(QDataStream &in, QList<T> &list);

/// One that is not set is left out by the struct that it belongs to.
template <class T>
void write(QDataStream &out, const std::optional<T> &value)
{
    write(out, *value);
}
template <class T>
void read(QDataStream &in, std::optional<T> &value)
{
    read(in, value.emplace());
}

template <class T>
void write(QDataStream &out, const QList<T> &list)
{
    out << quint32(list.size());
    for (const T &each : list)
        write(out, each);
}
template <class T>
void read(QDataStream &in, QList<T> &list)
{
    quint32 size = 0;
    in >> size;
    list.resize(size);
    for (T &each : list)
        read(in, each);
}

template <json::Described T>
void write(QDataStream &out, const T &value)
{
    static const T usual{};
    quint32 present = 0;
    quint32 bit = 1;
    json::forEachField<T>([&](const auto &field) {
        if (!(value.*field.member == usual.*field.member))
            present |= bit;
        bit <<= 1;
    });
    out << present;
    bit = 1;
    json::forEachField<T>([&](const auto &field) {
        if (present & bit)
            write(out, value.*field.member);
        bit <<= 1;
    });
}

template <json::Described T>
void read(QDataStream &in, T &value)
{
    static_assert(std::tuple_size_v<decltype(T::fields())> <= 32, "there is a bit for each field");
    quint32 present = 0;
    in >> present;
    quint32 bit = 1;
    json::forEachField<T>([&](const auto &field) {
        if (present & bit)
            read(in, value.*field.member);
        bit <<= 1;
    });
}

} // namespace deskbell::console::packing
