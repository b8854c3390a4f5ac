#include "console/state/packing.h"

#include <QStringEncoder>

#include <array>

namespace deskbell::console::packing {

namespace {

enum class Form { Utf8, Uuid, Utf16 };
constexpr int forms = 4;
constexpr int uuidBytes = 16;
constexpr int uuidLength = 36;

constexpr bool isDash(int place)
{
    return place == 8 || place == 13 || place == 18 || place == 23;
}

int valueOf(QChar digit)
{
    return digit.unicode() <= '9' ? digit.unicode() - '0' : digit.unicode() - 'a' + 10;
}

Source take(Source &in, qsizetype size)
{
    const Source taken = in.first(size);
    in = in.sliced(size);
    return taken;
}

void writeUuid(QByteArray &out, QStringView text)
{
    int high = -1;
    for (int place = 0; place < uuidLength; ++place) {
        if (isDash(place))
            continue;
        const int value = valueOf(text.at(place));
        if (high >= 0)
            out.append(char(high * 16 + value));
        high = high >= 0 ? -1 : value;
    }
}

QString uuidFrom(Source bytes)
{
    constexpr std::array digits{'0', '1', '2', '3', '4', '5', '6', '7', '8', '9', 'a', 'b', 'c', 'd', 'e', 'f'};
    QString text(uuidLength, Qt::Uninitialized);
    int at = 0;
    for (const char byte : bytes) {
        if (isDash(at))
            text[at++] = QLatin1Char('-');
        text[at++] = QLatin1Char(digits.at(uchar(byte) / 16));
        text[at++] = QLatin1Char(digits.at(uchar(byte) % 16));
    }
    return text;
}

} // namespace

/// Seven bits a byte, the lowest first; the sign is the lowest bit of all.
void write(QByteArray &out, qint64 number)
{
    quint64 rest = (quint64(number) << 1) ^ quint64(number >> 63);
    for (; rest >= 0x80; rest >>= 7)
        out.append(char(rest | 0x80));
    out.append(char(rest));
}

void read(Source &in, qint64 &number)
{
    quint64 read = 0;
    for (int shift = 0;; shift += 7) {
        const auto byte = uchar(take(in, 1).front());
        read |= quint64(byte & 0x7F) << shift;
        if (byte < 0x80)
            break;
    }
    number = qint64(read >> 1) ^ -qint64(read & 1);
}

void write(QByteArray &out, const QString &text)
{
    if (isUuid(text)) {
        write(out, qint64(Form::Uuid));
        writeUuid(out, text);
        return;
    }
    QStringEncoder encoder(QStringEncoder::Utf8, QStringEncoder::Flag::Stateless);
    const QByteArray utf8 = encoder.encode(text);
    if (encoder.hasError()) { // half a surrogate pair
        write(out, text.size() * forms + qint64(Form::Utf16));
        out.append(reinterpret_cast<const char *>(text.utf16()), text.size() * qsizetype(sizeof(char16_t)));
        return;
    }
    write(out, utf8.size() * forms + qint64(Form::Utf8));
    out.append(utf8);
}

void read(Source &in, QString &text)
{
    qint64 header = 0;
    read(in, header);
    const qint64 size = header / forms;
    switch (Form(header % forms)) {
    case Form::Utf8:
        text = QString::fromUtf8(take(in, size));
        break;
    case Form::Uuid:
        text = uuidFrom(take(in, uuidBytes));
        break;
    case Form::Utf16: {
        const Source bytes = take(in, size * qsizetype(sizeof(char16_t)));
        text.resize(size);
        std::copy(bytes.begin(), bytes.end(), reinterpret_cast<char *>(text.data()));
        break;
    }
    }
}

} // namespace deskbell::console::packing
