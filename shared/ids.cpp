#include "shared/ids.h"

#include <QDateTime>
#include <QRandomGenerator>

#include <array>

namespace deskbell {

QString generateUuid()
{
    // Within one millisecond a counter of 12 bits keeps the order (RFC 9562, method 1); each thread has its own.
    thread_local quint64 lastMs = 0;
    thread_local quint32 counter = 0;
    const auto now = quint64(QDateTime::currentMSecsSinceEpoch());
    if (now > lastMs) {
        lastMs = now;
        counter = QRandomGenerator::system()->generate() & 0x7ff;
    } else if (++counter > 0xfff) {
        ++lastMs;
        counter = 0;
    }
    const quint64 high = (lastMs << 16) | 0x7000 | counter;
    const quint64 low =
        (QRandomGenerator::system()->generate64() & 0x3fff'ffff'ffff'ffffULL) | 0x8000'0000'0000'0000ULL;

    constexpr char digits[] = "0123456789abcdef";
    std::array<char, 36> text{};
    int nibble = 0;
    for (size_t i = 0; i < text.size(); ++i) {
        if (i == 8 || i == 13 || i == 18 || i == 23) {
            text[i] = '-';
            continue;
        }
        const quint64 half = nibble < 16 ? high : low;
        text[i] = digits[(half >> (60 - 4 * (nibble % 16))) & 0xf];
        ++nibble;
    }
    return QString::fromLatin1(text.data(), qsizetype(text.size()));
}

bool isUuid(QStringView text)
{
    if (text.size() != 36)
        return false;
    for (qsizetype i = 0; i < text.size(); ++i) {
        const char16_t c = text[i].unicode();
        const bool dash = i == 8 || i == 13 || i == 18 || i == 23;
        const bool hex = (c >= u'0' && c <= u'9') || (c >= u'a' && c <= u'f');
        if (dash ? c != u'-' : !hex)
            return false;
    }
    return true;
}

} // namespace deskbell
