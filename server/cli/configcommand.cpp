#include "server/cli/configcommand.h"

#include "shared/json/writer.h"

#include <QCommandLineParser>

namespace deskbell::server {

ExitCode ConfigCommand::run(const QCommandLineParser &parser, const QStringList &arguments,
                            const SettingsLoader &loader, const Settings &, Terminal &terminal)
{
    if (arguments != QStringList{QStringLiteral("show")})
        return ExitCode::Usage;
    const auto rows = loader.rows();
    if (parser.isSet(QStringLiteral("json"))) {
        QByteArray json;
        json::Writer writer(json);
        writer.beginArray();
        for (const auto &row : rows) {
            writer.beginObject();
            writer.key("key");
            writer.string(row.key);
            writer.key("value");
            writer.string(row.value);
            writer.key("source");
            writer.string(row.source);
            writer.endObject();
        }
        writer.endArray();
        terminal.out << json << '\n';
        return ExitCode::Success;
    }
    for (const auto &row : rows)
        terminal.out << row.key.leftJustified(34) << row.value.leftJustified(30) << ' ' << row.source << '\n';
    return ExitCode::Success;
}

} // namespace deskbell::server
