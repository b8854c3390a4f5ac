#include "server/dialects/asked.h"

namespace deskbell::server::dialects {

Fields textAndFiles(const char *text, const char *files)
{
    static constexpr json::Rule textBesideFiles = json::text(0, 4000);
    const auto isAlone = [](const Asked &asked) { return asked.attachments.isEmpty(); };
    return {optional(files, &Asked::attachments, json::list(10)),
            {text, isAlone, [isAlone](json::Value from, Asked &asked, json::Problems &problems) {
                 json::readValue(from, asked.text, isAlone(asked) ? api::messageText : textBesideFiles, problems);
             }}};
}

Result<Nothing> read(const Fields &fields, json::Value from, Asked &asked)
{
    json::Problems problems;
    for (const Field &field : fields) {
        const bool isBare = from.isString() && &field == &fields.first();
        const json::Value value = isBare ? from : from.member(field.name);
        const bool isAbsent = value.isMissing() || value.isNull();
        if (isAbsent && !field.isNeeded(asked))
            continue;
        const json::Problems::Scope scope(problems, QString::fromLatin1(field.name));
        if (isAbsent)
            problems.add(QStringLiteral("is missing"));
        else
            field.read(value, asked, problems);
    }
    if (problems.isEmpty())
        return Nothing{};
    Error error(ErrorCode::InvalidRequest);
    error.errors = problems.errors();
    return error;
}

} // namespace deskbell::server::dialects
