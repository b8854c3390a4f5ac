#pragma once

#include "shared/clock.h"
#include "shared/ids.h"
#include "shared/json/codec.h"

#include <QVariant>

/// Values to and from columns. Times are milliseconds, ids and enums texts, truth values 0 and 1.
namespace deskbell::server::column {

inline QVariant from(const QString &text)
{
    return text.isNull() ? QVariant(QStringLiteral("")) : QVariant(text); // a null QString would become NULL
}
inline QVariant from(qint64 number)
{
    return QVariant(number);
}
inline QVariant from(int number)
{
    return QVariant(number);
}
inline QVariant from(bool value)
{
    return QVariant(value ? 1 : 0);
}
inline QVariant from(Timestamp time)
{
    return QVariant(time.ms);
}
template <class Tag>
QVariant from(const Id<Tag> &id)
{
    return id.isNull() ? QVariant(QMetaType::fromType<QString>()) : QVariant(id.toString());
}
template <json::NamedEnum E>
QVariant from(E value)
{
    const std::string_view name = json::nameOf(value);
    return QVariant(QString::fromLatin1(name.data(), qsizetype(name.size())));
}
/// A list of texts, one a line.
inline QVariant from(const QList<QString> &lines)
{
    return from(lines.join(u'\n'));
}
template <class T>
QVariant from(const std::optional<T> &value)
{
    return value ? from(*value) : QVariant(QMetaType::fromType<QString>());
}

inline void to(const QVariant &column, QString &text)
{
    text = column.toString();
}
inline void to(const QVariant &column, qint64 &number)
{
    number = column.toLongLong();
}
inline void to(const QVariant &column, int &number)
{
    number = column.toInt();
}
inline void to(const QVariant &column, bool &value)
{
    value = column.toInt() != 0;
}
inline void to(const QVariant &column, Timestamp &time)
{
    time.ms = column.toLongLong();
}
template <class Tag>
void to(const QVariant &column, Id<Tag> &id)
{
    id = Id<Tag>::fromTrusted(column.toString());
}
template <json::NamedEnum E>
void to(const QVariant &column, E &value)
{
    const QByteArray name = column.toString().toLatin1();
    json::fromName(std::string_view(name.data(), size_t(name.size())), value);
}
inline void to(const QVariant &column, QList<QString> &lines)
{
    lines = column.toString().split(u'\n', Qt::SkipEmptyParts);
}
template <class T>
void to(const QVariant &column, std::optional<T> &value)
{
    value.reset();
    if (!column.isNull())
        to(column, value.emplace());
}

/// A list is kept as JSON in one column, or as NULL while it is empty.
template <class T>
QVariant from(const QList<T> &list)
{
    return list.isEmpty() ? QVariant(QMetaType::fromType<QString>())
                          : QVariant(QString::fromLatin1(json::encode(list)));
}
template <class T>
void to(const QVariant &column, QList<T> &list)
{
    list.clear();
    if (column.isNull())
        return;
    if (auto read = json::decode<QList<T>>(column.toString().toUtf8()))
        list = std::move(*read);
}

} // namespace deskbell::server::column
