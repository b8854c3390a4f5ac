#pragma once

#include "shared/clock.h"
#include "shared/ids.h"
#include "shared/json/fields.h"

#include <QByteArray>
#include <QList>

#include <optional>

/// Described structs as few bytes, for memory alone: a field that has its default value takes none, an id sixteen, a
/// number as many as it needs, and texts are UTF-8. What is read back is equal to what was written, by the same
/// program.
namespace deskbell::console::packing {

/// What is left to be read.
using Source = QByteArrayView;

void write(QByteArray &out, qint64 number);
void read(Source &in, qint64 &number);
void write(QByteArray &out, const QString &text);
void read(Source &in, QString &text);

inline void write(QByteArray &out, Timestamp time)
{
    write(out, time.ms);
}
inline void read(Source &in, Timestamp &time)
{
    read(in, time.ms);
}

/// Enums, and smaller numbers.
template <class Number>
requires(std::is_integral_v<Number> || std::is_enum_v<Number>) void write(QByteArray &out, Number number)
{
    write(out, qint64(number));
}
template <class Number>
requires(std::is_integral_v<Number> || std::is_enum_v<Number>) void read(Source &in, Number &number)
{
    qint64 wide = 0;
    read(in, wide);
    number = Number(wide);
}

template <class Tag>
void write(QByteArray &out, const Id<Tag> &id)
{
    write(out, id.toString());
}
template <class Tag>
void read(Source &in, Id<Tag> &id)
{
    QString text;
    read(in, text);
    id = Id<Tag>::fromTrusted(std::move(text));
}

// All of them are known before they call one another.
template <json::Described T>
void write(QByteArray &out, const T &value);
template <json::Described T>
void read(Source &in, T &value);
template <class T>
void write(QByteArray &out, const QList<T> &list);
template <class T>
void read(Source &in, QList<T> &list);

/// One that is not set is left out by the struct that it belongs to.
template <class T>
void write(QByteArray &out, const std::optional<T> &value)
{
    write(out, *value);
}
template <class T>
void read(Source &in, std::optional<T> &value)
{
    read(in, value.emplace());
}

template <class T>
void write(QByteArray &out, const QList<T> &list)
{
    write(out, qint64(list.size()));
    for (const T &each : list)
        write(out, each);
}
template <class T>
void read(Source &in, QList<T> &list)
{
    qint64 size = 0;
    read(in, size);
    list.resize(size);
    for (T &each : list)
        read(in, each);
}

template <json::Described T>
void write(QByteArray &out, const T &value)
{
    static const T usual{};
    qint64 present = 0;
    qint64 bit = 1;
    json::forEachField<T>([&](const auto &field) {
        if (!(value.*field.member == usual.*field.member))
            present |= bit;
        bit <<= 1;
    });
    write(out, present);
    bit = 1;
    json::forEachField<T>([&](const auto &field) {
        if (present & bit)
            write(out, value.*field.member);
        bit <<= 1;
    });
}

template <json::Described T>
void read(Source &in, T &value)
{
    static_assert(std::tuple_size_v<decltype(T::fields())> < 63, "there is a bit for each field");
    qint64 present = 0;
    read(in, present);
    qint64 bit = 1;
    json::forEachField<T>([&](const auto &field) {
        if (present & bit)
            read(in, value.*field.member);
        bit <<= 1;
    });
}

} // namespace deskbell::console::packing
