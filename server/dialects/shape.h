#pragma once

#include "shared/json/codec.h"

namespace deskbell::server::dialects {

/// An object in a dialect's words, put together field by field. What is not there is null, as the dialects have it.
class Shape
{
public:
    Shape() { m_writer.beginObject(); }
    Q_DISABLE_COPY_MOVE(Shape)

    template <class T>
    Shape &with(QByteArrayView name, const T &value)
    {
        m_writer.key(name);
        json::writeValue(m_writer, value);
        return *this;
    }
    Shape &with(QByteArrayView name, QLatin1String text) { return with(name, QString(text)); }
    Shape &json(QByteArrayView name, QByteArrayView value)
    {
        m_writer.key(name);
        m_writer.raw(value);
        return *this;
    }
    QByteArray done()
    {
        m_writer.endObject();
        return std::move(m_json);
    }

private:
    QByteArray m_json;
    json::Writer m_writer{m_json};
};

/// The texts, which are JSON already, as a list.
inline QByteArray listOf(const QByteArrayList &items)
{
    return '[' + items.join(',') + ']';
}

template <class Items, class Each>
QByteArray listOf(const Items &items, const Each &each)
{
    QByteArrayList all;
    for (const auto &item : items)
        all.append(each(item));
    return listOf(all);
}

} // namespace deskbell::server::dialects
