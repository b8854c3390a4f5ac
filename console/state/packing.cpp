#include "console/state/packing.h"

#include <QStringEncoder>

namespace deskbell::console::packing {

namespace {

enum class Form : quint8 { Utf8, Uuid, Utf16 };

} // namespace

void write(QDataStream &out, const QString &text)
{
    if (isUuid(text)) {
        out << quint8(Form::Uuid) << QUuid::fromString(text);
        return;
    }
    QStringEncoder encoder(QStringEncoder::Utf8);
    const QByteArray utf8 = encoder.encode(text);
    if (encoder.hasError()) // half a surrogate pair
        out << quint8(Form::Utf16) << text;
    else
        out << quint8(Form::Utf8) << utf8;
}

void read(QDataStream &in, QString &text)
{
    quint8 form = 0;
    in >> form;
    switch (Form(form)) {
    case Form::Utf8: {
        QByteArray utf8;
        in >> utf8;
        text = QString::fromUtf8(utf8);
        break;
    }
    case Form::Uuid: {
        QUuid uuid;
        in >> uuid;
        text = uuid.toString(QUuid::WithoutBraces);
        break;
    }
    case Form::Utf16:
        in >> text;
        break;
    }
}

} // namespace deskbell::console::packing
