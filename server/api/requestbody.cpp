#include "server/api/requestbody.h"

#include <algorithm>

namespace deskbell::server {

namespace {

/// Text that a number or a truth value may be written with; the decoder judges it further.
bool isBare(const QString &text)
{
    if (text == QLatin1String("true") || text == QLatin1String("false"))
        return true;
    bool ok = false;
    const qint64 number = text.toLongLong(&ok);
    return ok && QString::number(number) == text; // as JSON has it: no sign, no zero before it
}

bool isText(const BoundOperation &operation, QByteArrayView name)
{
    const auto &all = operation.parameters;
    const auto found = std::find_if(all.begin(), all.end(), [&](const auto &each) { return each.name == name; });
    return found == all.end() || found->isText;
}

void write(json::Writer &writer, bool isText, const QString &value)
{
    if (!isText && isBare(value))
        writer.raw(value.toLatin1());
    else
        writer.string(value);
}

} // namespace

Result<json::Document> joinRequest(const OperationTable::Match &match, const QUrlQuery &query, QByteArrayView body)
{
    QByteArray joined;
    json::Writer writer(joined);
    writer.beginObject();
    for (const auto &[name, value] : match.parameters) {
        writer.key(name);
        write(writer, isText(*match.operation, name), QString::fromUtf8(value));
    }
    const auto items = query.queryItems(QUrl::FullyDecoded);
    for (const auto &parameter : match.operation->parameters) {
        const QString name = QString::fromLatin1(parameter.name);
        const auto item =
            std::find_if(items.begin(), items.end(), [&](const auto &each) { return each.first == name; });
        if (item == items.end())
            continue;
        writer.key(parameter.name);
        write(writer, parameter.isText, item->second);
    }

    const QByteArrayView trimmed = body.trimmed();
    if (!trimmed.isEmpty()) {
        const auto parsed = json::Document::parse(trimmed);
        if (!parsed)
            return parsed.error();
        if (!parsed->root().isObject())
            return Error::invalid(QString(), QStringLiteral("must be an object"));
        // Of two members with one name the first is read, so what came before stands.
        parsed->root().forEachMember([&](QByteArrayView name, json::Value value) {
            writer.escapedKey(name);
            value.write(writer);
        });
    }
    writer.endObject();
    return json::Document::parse(joined);
}

} // namespace deskbell::server
