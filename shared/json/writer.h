#pragma once

#include <QByteArray>
#include <QString>

namespace deskbell::json {

/// Writes compact JSON into a byte array, in ASCII only: everything above it becomes `\uXXXX`,
/// since QWebSocket 6.4 refuses text whose characters are split over two frames.
/// The caller keeps begin and end in pairs; commas are put by the writer.
class Writer
{
public:
    explicit Writer(QByteArray &out) : m_out(out) { }

    void beginObject() { open('{'); }
    void endObject() { close('}'); }
    void beginArray() { open('['); }
    void endArray() { close(']'); }
    /// `name` is one of our own field names and is written unescaped.
    void key(QByteArrayView name);
    /// A name that a peer chose, in UTF-8.
    void escapedKey(QByteArrayView name);
    void string(QStringView text);
    /// UTF-8; bytes that are not become U+FFFD.
    void utf8(QByteArrayView text);
    void integer(qint64 number);
    void real(double number);
    void boolean(bool value);
    void null();
    /// Text that is JSON already.
    void raw(QByteArrayView json);

private:
    void open(char bracket);
    void close(char bracket);
    void separate();

    QByteArray &m_out;
    bool m_needsComma = false;
};

} // namespace deskbell::json
