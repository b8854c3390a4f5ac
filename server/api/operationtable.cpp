#include "server/api/operationtable.h"

#include "server/api/schema.h"

namespace deskbell::server {

namespace {

QByteArrayView view(std::string_view text)
{
    return {text.data(), qsizetype(text.size())};
}

template <class T>
constexpr bool isTextual()
{
    if constexpr (json::IsOptional<T>::value)
        return isTextual<typename T::value_type>();
    else
        return !std::is_arithmetic_v<T>;
}

template <class C>
BoundOperation bind()
{
    BoundOperation bound;
    bound.description = &C::operation;
    bound.decode = [](json::Value value) -> Result<api::Command> {
        auto command = json::decode<C>(value);
        if (!command)
            return command.error();
        return api::Command(std::move(*command));
    };
    bound.answerSchema = schemaOf<typename C::Answer>();
    json::forEachField<C>([&](const auto &field) {
        using Type = typename std::remove_cvref_t<decltype(field)>::Type;
        bound.parameters.push_back(
            {view(field.name).toByteArray(), schemaOf<Type>(field.rule), isRequired(field), isTextual<Type>()});
    });
    return bound;
}

QList<QByteArrayView> segments(QByteArrayView path)
{
    QList<QByteArrayView> parts;
    qsizetype from = 1; // behind the first slash
    while (from <= path.size()) {
        const qsizetype slash = path.indexOf('/', from);
        const qsizetype end = slash < 0 ? path.size() : slash;
        parts.append(path.sliced(from, end - from));
        from = end + 1;
    }
    return parts;
}

/// The path's segments in the places of the pattern's `{names}`; nothing when they do not fit.
std::optional<QList<QPair<QByteArray, QByteArray>>> fit(QByteArrayView pattern, QByteArrayView path)
{
    const auto wanted = segments(pattern);
    const auto given = segments(path);
    if (wanted.size() != given.size())
        return std::nullopt;
    QList<QPair<QByteArray, QByteArray>> parameters;
    for (qsizetype i = 0; i < wanted.size(); ++i) {
        if (wanted[i].startsWith('{')) {
            if (given[i].isEmpty())
                return std::nullopt;
            parameters.append({wanted[i].sliced(1, wanted[i].size() - 2).toByteArray(), given[i].toByteArray()});
        } else if (wanted[i] != given[i]) {
            return std::nullopt;
        }
    }
    return parameters;
}

} // namespace

QByteArrayView methodName(api::Method method)
{
    switch (method) {
    case api::Method::Get:
        return "GET";
    case api::Method::Post:
        return "POST";
    case api::Method::Put:
        return "PUT";
    case api::Method::Patch:
        return "PATCH";
    case api::Method::Delete:
        return "DELETE";
    }
    Q_UNREACHABLE();
}

OperationTable::OperationTable()
{
    m_operations.reserve(std::variant_size_v<api::Command>);
    api::forEachAlternative<api::Command>([this]<class C>() { m_operations.push_back(bind<C>()); });
    for (const BoundOperation &each : m_operations)
        m_byName.insert(view(each.description->name).toByteArray(), &each);
}

const BoundOperation *OperationTable::find(QByteArrayView name) const
{
    return m_byName.value(QByteArray::fromRawData(name.data(), name.size()), nullptr);
}

OperationTable::Match OperationTable::match(QByteArrayView method, QByteArrayView path) const
{
    Match match;
    // A path without a parameter goes before one with, so that /operators/me is never an operator called "me".
    qsizetype fewest = std::numeric_limits<qsizetype>::max();
    for (const BoundOperation &each : m_operations) {
        auto parameters = fit(view(each.description->path), path);
        if (!parameters || parameters->size() > fewest)
            continue;
        if (parameters->size() < fewest) {
            match = {};
            fewest = parameters->size();
        }
        match.allowed.append(methodName(each.description->method).toByteArray());
        if (methodName(each.description->method) == method) {
            match.operation = &each;
            match.parameters = std::move(*parameters);
        }
    }
    return match;
}

} // namespace deskbell::server
