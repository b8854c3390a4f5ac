#include "server/api/openapi.h"

#include "server/api/filepaths.h"
#include "server/api/schema.h"
#include "shared/api/entities.h"
#include "shared/error.h"

#include <QMap>

namespace deskbell::server {

namespace {

QString text(std::string_view view)
{
    return QString::fromLatin1(view.data(), qsizetype(view.size()));
}

QLatin1String callersOf(api::Access access)
{
    switch (access) {
    case api::Access::Anyone:
        return QLatin1String("anyone");
    case api::Access::Participants:
        return QLatin1String("visitors and operators");
    case api::Access::Operators:
        return QLatin1String("operators");
    case api::Access::Admins:
        return QLatin1String("admins");
    }
    Q_UNREACHABLE();
}

bool isInPath(const BoundOperation &operation, const QByteArray &name)
{
    return text(operation.description->path).contains(u'{' + QString::fromLatin1(name) + u'}');
}

void writeText(json::Writer &writer, QByteArrayView key, QStringView value)
{
    writer.key(key);
    writer.string(value);
}

void writeParameters(json::Writer &writer, const BoundOperation &operation)
{
    const bool inQuery = operation.description->method == api::Method::Get;
    writer.key("parameters");
    writer.beginArray();
    for (const auto &parameter : operation.parameters) {
        const bool inPath = isInPath(operation, parameter.name);
        if (!inPath && !inQuery)
            continue;
        writer.beginObject();
        writeText(writer, "name", QString::fromLatin1(parameter.name));
        writeText(writer, "in", inPath ? u"path" : u"query");
        writer.key("required");
        writer.boolean(inPath || parameter.required);
        writer.key("schema");
        writer.raw(parameter.schema);
        writer.endObject();
    }
    writer.endArray();
}

void writeBody(json::Writer &writer, const BoundOperation &operation)
{
    if (operation.description->method == api::Method::Get)
        return;
    QByteArray required;
    json::Writer requiredWriter(required);
    requiredWriter.beginArray();
    bool any = false;
    writer.key("requestBody");
    writer.beginObject();
    writer.key("content");
    writer.beginObject();
    writer.key("application/json");
    writer.beginObject();
    writer.key("schema");
    writer.beginObject();
    writeText(writer, "type", u"object");
    writer.key("properties");
    writer.beginObject();
    for (const auto &parameter : operation.parameters) {
        if (isInPath(operation, parameter.name))
            continue;
        writer.key(parameter.name);
        writer.raw(parameter.schema);
        if (parameter.required) {
            requiredWriter.string(QString::fromLatin1(parameter.name));
            any = true;
        }
    }
    writer.endObject();
    requiredWriter.endArray();
    if (any) {
        writer.key("required");
        writer.raw(required);
    }
    writer.endObject();
    writer.endObject();
    writer.endObject();
    writer.endObject();
}

void writeContent(json::Writer &writer, const std::function<void()> &schema)
{
    writer.key("content");
    writer.beginObject();
    writer.key("application/json");
    writer.beginObject();
    writer.key("schema");
    schema();
    writer.endObject();
    writer.endObject();
}

void writeOperation(json::Writer &writer, const BoundOperation &operation)
{
    const api::Operation &description = *operation.description;
    const QString name = text(description.name);
    writer.key(methodName(description.method).toByteArray().toLower());
    writer.beginObject();
    writeText(writer, "operationId", name);
    writeText(writer, "summary", text(description.summary));
    writeText(writer, "x-access", callersOf(description.access).toString());
    writer.key("tags");
    writer.beginArray();
    writer.string(name.left(name.indexOf(u'.')));
    writer.endArray();
    writer.key("security");
    writer.beginArray();
    writer.beginObject();
    if (description.access != api::Access::Anyone) {
        writer.key("token");
        writer.beginArray();
        writer.endArray();
    }
    writer.endObject();
    writer.endArray();
    writeParameters(writer, operation);
    writeBody(writer, operation);
    writer.key("responses");
    writer.beginObject();
    writer.key(QByteArray::number(description.successStatus));
    writer.beginObject();
    writeText(writer, "description", text(description.summary));
    writeContent(writer, [&] { writer.raw(operation.answerSchema); });
    writer.endObject();
    writer.key("default");
    writer.beginObject();
    writeText(writer, "description", u"What went wrong");
    writeContent(writer, [&] { writer.raw(R"({"$ref":"#/components/schemas/Error"})"); });
    writer.endObject();
    writer.endObject();
    writer.endObject();
}

/// The paths of the files' bytes: their one JSON answer has the schema that its struct gives.
void writeFilePaths(json::Writer &writer)
{
    QByteArray paths = filePaths;
    paths.replace("%1", schemaOf<api::Attachment>()).replace("%2", failure);
    const auto parsed = json::Document::parse('{' + paths + '}');
    Q_ASSERT(parsed);
    parsed->root().forEachMember([&](QByteArrayView path, json::Value entry) {
        writer.escapedKey(path);
        entry.write(writer);
    });
}

constexpr char components[] =
    R"({"securitySchemes":{"token":{"type":"http","scheme":"bearer",)"
    R"("description":"An operator's session token or a visitor's token"}},)"
    R"("schemas":{"Error":{"type":"object","required":["success","statusCode","code","message","errors"],)"
    R"("properties":{"success":{"type":"boolean"},"statusCode":{"type":"integer"},)"
    R"("code":{"type":"string"},"message":{"type":"string"},"errors":{"type":"array","items":)"
    R"({"type":"object","properties":{"field":{"type":"string"},"message":{"type":"string"}}}}}}}})";

} // namespace

QByteArray openApiDocument(const OperationTable &operations, const QString &version)
{
    QMap<QString, QList<const BoundOperation *>> byPath;
    for (const BoundOperation &each : operations.all())
        byPath[text(each.description->path)].append(&each);

    QByteArray json;
    json::Writer writer(json);
    writer.beginObject();
    writeText(writer, "openapi", u"3.0.3");
    writer.key("info");
    writer.beginObject();
    writeText(writer, "title", u"Deskbell");
    writeText(writer, "version", version);
    writeText(writer, "description",
              u"Live chat for customer support. Every operation is a Socket.IO request of the same name too.");
    writer.key("license");
    writer.beginObject();
    writeText(writer, "name", u"MIT");
    writeText(writer, "url", u"https://spdx.org/licenses/MIT.html");
    writer.endObject();
    writer.endObject();
    writer.key("servers");
    writer.raw(R"([{"url":"/api/v1"}])");
    writer.key("paths");
    writer.beginObject();
    for (auto path = byPath.constBegin(); path != byPath.constEnd(); ++path) {
        writer.key(path.key().toLatin1());
        writer.beginObject();
        for (const BoundOperation *operation : path.value())
            writeOperation(writer, *operation);
        writer.endObject();
    }
    writeFilePaths(writer);
    writer.endObject();
    writer.key("components");
    writer.raw(components);
    writer.endObject();
    return json;
}

} // namespace deskbell::server
