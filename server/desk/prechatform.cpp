#include "server/desk/prechatform.h"

#include <QSet>

namespace deskbell::server {

namespace {

using api::FieldKind;

constexpr std::array onceAtMost{FieldKind::Name, FieldKind::Email, FieldKind::Department, FieldKind::Question};
const QString yes = QStringLiteral("yes");

bool hasOwnName(FieldKind kind)
{
    return std::find(onceAtMost.begin(), onceAtMost.end(), kind) != onceAtMost.end();
}

/// What is wrong with a field whatever the others are.
const char *wrongWith(const api::FormField &field)
{
    if (field.kind == FieldKind::Choice && field.choices.size() < 2)
        return "must have at least two choices";
    if (!hasOwnName(field.kind) && field.kind != FieldKind::Address && !field.label)
        return "must have a label";
    return nullptr;
}

/// Null where there is none.
const api::FormAnswer *answerTo(const api::FormField &field, const api::ChatStart &command)
{
    const auto &answers = *command.answers;
    const auto found = std::find_if(answers.begin(), answers.end(),
                                    [&](const api::FormAnswer &each) { return each.field == field.id; });
    return found == answers.end() ? nullptr : &*found;
}

bool isGiven(const api::FormField &field, const api::ChatStart &command)
{
    switch (field.kind) {
    case FieldKind::Name:
        return command.name.has_value();
    case FieldKind::Email:
        return command.email.has_value();
    case FieldKind::Department:
        return true; // Those that there were may have been deleted since the form was made.
    case FieldKind::Question:
        return command.text.has_value();
    case FieldKind::Consent:
    case FieldKind::Text:
    case FieldKind::Choice:
    case FieldKind::Address:
        break;
    }
    return answerTo(field, command) != nullptr;
}

bool fits(const api::FormField &field, const QString &value)
{
    if (field.kind == FieldKind::Choice)
        return field.choices.contains(value);
    return field.kind != FieldKind::Consent || value == yes;
}

} // namespace

QList<api::FormField> PreChatForm::usual()
{
    return {{QStringLiteral("name"), FieldKind::Name, {}, false, {}},
            {QStringLiteral("email"), FieldKind::Email, {}, false, {}},
            {QStringLiteral("question"), FieldKind::Question, {}, true, {}}};
}

Result<Nothing> PreChatForm::check() const
{
    QSet<QString> ids;
    QList<FieldKind> kinds;
    for (qsizetype i = 0; i < m_fields.size(); ++i) {
        const api::FormField &field = m_fields[i];
        const char *wrong = wrongWith(field);
        if (ids.contains(field.id) || (hasOwnName(field.kind) && kinds.contains(field.kind)))
            wrong = "is there twice";
        if (wrong)
            return Error::invalid(QStringLiteral("form.%1").arg(i), QString::fromLatin1(wrong));
        ids.insert(field.id);
        kinds.append(field.kind);
    }
    if (!kinds.contains(FieldKind::Question))
        return Error::invalid(QStringLiteral("form"), QStringLiteral("must ask for the question"));
    return Nothing{};
}

Result<QString> PreChatForm::read(const api::ChatStart &command) const
{
    if (!command.answers)
        return QString();
    Error error(ErrorCode::InvalidRequest);
    QStringList lines;
    QSet<QString> known;
    for (const api::FormField &field : m_fields) {
        if (field.required && !isGiven(field, command))
            error.errors.append({field.id, QStringLiteral("is missing")});
        if (hasOwnName(field.kind))
            continue;
        known.insert(field.id);
        for (const api::FormAnswer &answer : *command.answers) {
            if (answer.field != field.id)
                continue;
            if (!fits(field, answer.value))
                error.errors.append({field.id, QStringLiteral("must be one of the form's answers")});
            lines.append(field.kind == FieldKind::Consent ? QStringLiteral("✓ %1").arg(*field.label)
                             : field.label                ? QStringLiteral("%1: %2").arg(*field.label, answer.value)
                                                          : answer.value);
        }
    }
    for (const api::FormAnswer &answer : *command.answers) {
        if (!known.contains(answer.field))
            error.errors.append({answer.field, QStringLiteral("is no field of the form")});
    }
    if (!error.errors.isEmpty())
        return error;
    return lines.join(u'\n');
}

std::optional<QString> PreChatForm::address(const api::ChatStart &command) const
{
    if (command.address || !command.answers)
        return command.address;
    for (const api::FormField &field : m_fields) {
        const api::FormAnswer *answer = field.kind == FieldKind::Address ? answerTo(field, command) : nullptr;
        if (answer)
            return answer->value;
    }
    return std::nullopt;
}

} // namespace deskbell::server
