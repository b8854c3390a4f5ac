#include "shared/json/document.h"

#define RAPIDJSON_HAS_STDSTRING 0
#pragma GCC diagnostic push
#pragma GCC diagnostic ignored "-Wpedantic"
#pragma GCC diagnostic ignored "-Wshadow"
#pragma GCC diagnostic ignored "-Wclass-memaccess"
#include <rapidjson/document.h>
#include <rapidjson/error/en.h>
#pragma GCC diagnostic pop

#include <cmath>

namespace deskbell::json {

namespace {

using Node = rapidjson::Value;

const Node &node(const void *value)
{
    return *static_cast<const Node *>(value);
}

Error malformed(const QString &what, size_t offset)
{
    return {ErrorCode::MalformedJson, QStringLiteral("Not well-formed JSON at byte %1: %2").arg(offset).arg(what)};
}

int hexValue(char c)
{
    if (c >= '0' && c <= '9')
        return c - '0';
    const char lower = char(c | 0x20);
    return lower >= 'a' && lower <= 'f' ? lower - 'a' + 10 : -1;
}

/// What the parser lets through and we do not: depth, `\u0000`, lone surrogates. One pass, nothing allocated.
class Precheck
{
public:
    Precheck(QByteArrayView text, Limits limits) : m_text(text), m_limits(limits) { }

    std::optional<Error> run()
    {
        for (; m_at < m_text.size(); ++m_at) {
            const char c = m_text[m_at];
            if (m_inString) {
                if (auto error = inString(c))
                    return error;
            } else if (c == '"') {
                m_inString = true;
            } else if (c == '[' || c == '{') {
                if (++m_depth > m_limits.maxDepth)
                    return malformed(QStringLiteral("nested deeper than %1").arg(m_limits.maxDepth), size_t(m_at));
            } else if (c == ']' || c == '}') {
                --m_depth;
            }
        }
        return std::nullopt;
    }

private:
    std::optional<Error> inString(char c)
    {
        if (c == '\\' && m_at + 1 < m_text.size() && m_text[m_at + 1] == 'u')
            return escape();
        if (m_highSurrogate)
            return malformed(QStringLiteral("a surrogate without its pair"), size_t(m_at));
        if (c == '\\')
            ++m_at;
        else if (c == '"')
            m_inString = false;
        return std::nullopt;
    }

    std::optional<Error> escape()
    {
        int unit = 0;
        for (int i = 0; i < 4; ++i) {
            const qsizetype at = m_at + 2 + i;
            const int digit = at < m_text.size() ? hexValue(m_text[at]) : -1;
            if (digit < 0)
                return malformed(QStringLiteral("an incomplete \\u escape"), size_t(m_at));
            unit = unit * 16 + digit;
        }
        const bool high = unit >= 0xd800 && unit <= 0xdbff;
        const bool low = unit >= 0xdc00 && unit <= 0xdfff;
        if (unit == 0)
            return malformed(QStringLiteral("a NUL character"), size_t(m_at));
        if (low != m_highSurrogate)
            return malformed(QStringLiteral("a surrogate without its pair"), size_t(m_at));
        m_highSurrogate = high;
        m_at += 5;
        return std::nullopt;
    }

    QByteArrayView m_text;
    Limits m_limits;
    qsizetype m_at = 0;
    int m_depth = 0;
    bool m_inString = false;
    bool m_highSurrogate = false; // the escape just read was the first half of a pair
};

void writeNode(Writer &writer, const Node &value)
{
    if (value.IsObject()) {
        writer.beginObject();
        for (const auto &member : value.GetObject()) {
            writer.escapedKey({member.name.GetString(), qsizetype(member.name.GetStringLength())});
            writeNode(writer, member.value);
        }
        writer.endObject();
    } else if (value.IsArray()) {
        writer.beginArray();
        for (const auto &element : value.GetArray())
            writeNode(writer, element);
        writer.endArray();
    } else if (value.IsString()) {
        writer.utf8({value.GetString(), qsizetype(value.GetStringLength())});
    } else if (value.IsInt64()) {
        writer.integer(value.GetInt64());
    } else if (value.IsNumber()) {
        writer.real(value.GetDouble());
    } else if (value.IsBool()) {
        writer.boolean(value.GetBool());
    } else {
        writer.null();
    }
}

} // namespace

struct Document::Content
{
    QByteArray text; // parsed in place: the strings of `document` point into it
    rapidjson::Document document;
};

Result<Document> Document::parse(QByteArrayView text, Limits limits)
{
    if (auto error = Precheck(text, limits).run())
        return *error;
    if (text.contains('\0'))
        return malformed(QStringLiteral("a NUL character"), size_t(text.indexOf('\0')));
    auto content = std::make_unique<Content>();
    content->text = text.toByteArray();
    content->document.ParseInsitu<rapidjson::kParseValidateEncodingFlag>(content->text.data());
    if (content->document.HasParseError()) {
        return malformed(QString::fromLatin1(rapidjson::GetParseError_En(content->document.GetParseError())),
                         content->document.GetErrorOffset());
    }
    return Document(std::move(content));
}

Document::Document(std::unique_ptr<Content> content) : m_content(std::move(content))
{
}

Document::~Document() = default;
Document::Document(Document &&) noexcept = default;
Document &Document::operator=(Document &&) noexcept = default;

Value Document::root() const
{
    return Value(static_cast<const Node *>(&m_content->document));
}

bool Value::isNull() const
{
    return m_value && node(m_value).IsNull();
}

bool Value::isBool() const
{
    return m_value && node(m_value).IsBool();
}

bool Value::isNumber() const
{
    return m_value && node(m_value).IsNumber();
}

bool Value::isString() const
{
    return m_value && node(m_value).IsString();
}

bool Value::isArray() const
{
    return m_value && node(m_value).IsArray();
}

bool Value::isObject() const
{
    return m_value && node(m_value).IsObject();
}

bool Value::toBool() const
{
    return isBool() && node(m_value).GetBool();
}

double Value::toDouble() const
{
    return isNumber() ? node(m_value).GetDouble() : 0;
}

QString Value::toString() const
{
    return QString::fromUtf8(toUtf8());
}

QByteArrayView Value::toUtf8() const
{
    if (!isString())
        return {};
    return {node(m_value).GetString(), qsizetype(node(m_value).GetStringLength())};
}

std::optional<qint64> Value::toInteger() const
{
    if (!isNumber())
        return std::nullopt;
    if (node(m_value).IsInt64())
        return node(m_value).GetInt64();
    // 1.0 and 1e3 are whole numbers too; beyond 2^53 a double no longer says which one was meant.
    const double number = node(m_value).GetDouble();
    constexpr double exact = 9007199254740992.0;
    if (std::trunc(number) != number || std::abs(number) > exact)
        return std::nullopt;
    return qint64(number);
}

qsizetype Value::size() const
{
    if (isArray())
        return qsizetype(node(m_value).Size());
    return isObject() ? qsizetype(node(m_value).MemberCount()) : 0;
}

Value Value::at(qsizetype index) const
{
    if (!isArray() || index < 0 || index >= size())
        return {};
    return Value(&node(m_value)[rapidjson::SizeType(index)]);
}

Value Value::member(QByteArrayView name) const
{
    if (!isObject())
        return {};
    const rapidjson::Value key(rapidjson::StringRef(name.data(), rapidjson::SizeType(name.size())));
    const auto found = node(m_value).FindMember(key);
    return found == node(m_value).MemberEnd() ? Value() : Value(&found->value);
}

void Value::forEachMember(const std::function<void(QByteArrayView, Value)> &visit) const
{
    if (!isObject())
        return;
    for (const auto &member : node(m_value).GetObject())
        visit({member.name.GetString(), qsizetype(member.name.GetStringLength())}, Value(&member.value));
}

void Value::write(Writer &writer) const
{
    if (m_value)
        writeNode(writer, node(m_value));
    else
        writer.null();
}

QByteArray Value::toJson() const
{
    QByteArray json;
    Writer writer(json);
    write(writer);
    return json;
}

} // namespace deskbell::json
