#include "shared/socketio/attachments.h"

#include <QCborMap>

namespace deskbell::socketio {

namespace {

constexpr QByteArrayView placeholderMark = "_placeholder";

/// Writes CBOR as JSON and collects the byte arrays that it meets.
class Detacher
{
public:
    QByteArray json;
    QByteArrayList attachments;
    bool representable = true;

    void write(const QCborValue &value)
    {
        switch (value.type()) {
        case QCborValue::ByteArray:
            placeholder(value.toByteArray());
            break;
        case QCborValue::Array:
            m_writer.beginArray();
            for (const auto &each : value.toArray())
                write(each);
            m_writer.endArray();
            break;
        case QCborValue::Map:
            object(value.toMap());
            break;
        case QCborValue::Integer:
            m_writer.integer(value.toInteger());
            break;
        case QCborValue::Double:
            m_writer.real(value.toDouble());
            break;
        case QCborValue::String:
            m_writer.string(value.toString());
            break;
        case QCborValue::True:
        case QCborValue::False:
            m_writer.boolean(value.toBool());
            break;
        case QCborValue::Null:
        case QCborValue::Undefined:
            m_writer.null();
            break;
        default:
            representable = false;
        }
    }

private:
    void placeholder(const QByteArray &bytes)
    {
        m_writer.beginObject();
        m_writer.key(placeholderMark);
        m_writer.boolean(true);
        m_writer.key("num");
        m_writer.integer(attachments.size());
        m_writer.endObject();
        attachments.append(bytes);
    }

    void object(const QCborMap &map)
    {
        m_writer.beginObject();
        for (const auto &[key, value] : map) {
            if (!key.isString())
                representable = false;
            m_writer.escapedKey(key.toString().toUtf8());
            write(value);
        }
        m_writer.endObject();
    }

    json::Writer m_writer{json};
};

bool isPlaceholder(json::Value value)
{
    return value.isObject() && value.member(placeholderMark).toBool();
}

} // namespace

Result<EncodedPacket> encode(const Head &head, const QCborArray &arguments)
{
    Detacher detacher;
    detacher.write(arguments);
    if (!detacher.representable)
        return Error(ErrorCode::InvalidRequest, QStringLiteral("An argument cannot be written as JSON."));
    if (detacher.attachments.size() > maxAttachments) {
        return Error(ErrorCode::InvalidRequest,
                     QStringLiteral("A packet takes at most %1 byte arrays.").arg(maxAttachments));
    }
    QByteArray text = encode(head, detacher.json, detacher.attachments.size());
    return EncodedPacket{std::move(text), std::move(detacher.attachments)};
}

QCborValue withAttachments(json::Value value, const QByteArrayList &attachments)
{
    if (value.isArray()) {
        QCborArray array;
        for (qsizetype i = 0; i < value.size(); ++i)
            array.append(withAttachments(value.at(i), attachments));
        return array;
    }
    if (!attachments.isEmpty() && isPlaceholder(value))
        return attachments.value(value.member("num").toInteger().value_or(-1));
    if (value.isObject()) {
        QCborMap map;
        value.forEachMember([&](QByteArrayView name, json::Value member) {
            map.insert(QString::fromUtf8(name), withAttachments(member, attachments));
        });
        return map;
    }
    if (value.isString())
        return value.toString();
    if (value.isBool())
        return value.toBool();
    if (!value.isNumber())
        return nullptr;
    const auto integer = value.toInteger();
    return integer ? QCborValue(*integer) : QCborValue(value.toDouble());
}

bool placeholdersFit(json::Value value, qsizetype attachments)
{
    if (isPlaceholder(value)) {
        const auto index = value.member("num").toInteger();
        return index && *index >= 0 && *index < attachments;
    }
    bool fit = true;
    for (qsizetype i = 0; fit && value.isArray() && i < value.size(); ++i)
        fit = placeholdersFit(value.at(i), attachments);
    value.forEachMember([&](QByteArrayView, json::Value member) { fit = fit && placeholdersFit(member, attachments); });
    return fit;
}

} // namespace deskbell::socketio
