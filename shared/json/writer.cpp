#include "shared/json/writer.h"

#include <QLocale>

#include <algorithm>
#include <cmath>

namespace deskbell::json {

namespace {

void appendEscape(QByteArray &out, char16_t unit)
{
    switch (unit) {
    case u'"':
        out.append("\\\"", 2);
        return;
    case u'\\':
        out.append("\\\\", 2);
        return;
    case u'\n':
        out.append("\\n", 2);
        return;
    case u'\r':
        out.append("\\r", 2);
        return;
    case u'\t':
        out.append("\\t", 2);
        return;
    default:
        break;
    }
    constexpr char digits[] = "0123456789abcdef";
    const char text[] = {
        '\\', 'u', digits[unit >> 12], digits[(unit >> 8) & 0xf], digits[(unit >> 4) & 0xf], digits[unit & 0xf]};
    out.append(text, sizeof text);
}

bool isPlain(char16_t unit)
{
    return unit >= 0x20 && unit < 0x7f && unit != u'"' && unit != u'\\';
}

} // namespace

void Writer::separate()
{
    if (m_needsComma)
        m_out.append(',');
    m_needsComma = true;
}

void Writer::open(char bracket)
{
    separate();
    m_out.append(bracket);
    m_needsComma = false;
}

void Writer::close(char bracket)
{
    m_out.append(bracket);
    m_needsComma = true;
}

void Writer::key(QByteArrayView name)
{
    separate();
    m_out.append('"').append(name).append("\":", 2);
    m_needsComma = false;
}

void Writer::escapedKey(QByteArrayView name)
{
    utf8(name);
    m_out.append(':');
    m_needsComma = false;
}

void Writer::string(QStringView text)
{
    separate();
    m_out.append('"');
    // Nearly all of it is plain, and is written in runs: character by character costs three times as much.
    const char16_t *at = text.utf16();
    const char16_t *const end = at + text.size();
    while (at != end) {
        const char16_t *const plainEnd = std::find_if_not(at, end, isPlain);
        const qsizetype before = m_out.size();
        m_out.resize(before + (plainEnd - at));
        std::transform(at, plainEnd, m_out.data() + before, [](char16_t unit) { return char(unit); });
        at = plainEnd;
        if (at != end)
            appendEscape(m_out, *at++);
    }
    m_out.append('"');
}

void Writer::utf8(QByteArrayView text)
{
    string(QString::fromUtf8(text));
}

void Writer::integer(qint64 number)
{
    separate();
    m_out.append(QByteArray::number(number));
}

void Writer::real(double number)
{
    if (!std::isfinite(number)) {
        null();
        return;
    }
    separate();
    m_out.append(QByteArray::number(number, 'g', QLocale::FloatingPointShortest));
}

void Writer::boolean(bool value)
{
    separate();
    m_out.append(value ? "true" : "false");
}

void Writer::null()
{
    separate();
    m_out.append("null", 4);
}

void Writer::raw(QByteArrayView json)
{
    separate();
    m_out.append(json);
}

} // namespace deskbell::json
