#include "server/desk/csvreader.h"

#include <QStringDecoder>

namespace deskbell::server {

namespace {

constexpr qsizetype longestRecord = 16 * 1024; // bytes

/// Takes one record apart, line after line.
class Splitter
{
public:
    /// False while a quoted field goes on in the next line.
    bool take(QByteArrayView line)
    {
        for (qsizetype i = 0; i < line.size(); ++i) {
            const char each = line[i];
            if (m_quoted && each == '"' && i + 1 < line.size() && line[i + 1] == '"') {
                m_field += each;
                ++i;
            } else if (each == '"' && (m_quoted || m_field.trimmed().isEmpty())) {
                m_quoted = !m_quoted;
            } else if (each == ',' && !m_quoted) {
                finishField();
            } else {
                m_field += each;
            }
        }
        if (m_quoted)
            return false;
        finishField();
        return true;
    }
    const QByteArrayList &fields() const { return m_fields; }

private:
    void finishField()
    {
        m_fields.append(m_field.trimmed());
        m_field.clear();
    }

    QByteArrayList m_fields;
    QByteArray m_field;
    bool m_quoted = false;
};

} // namespace

std::optional<QByteArray> CsvReader::readLine()
{
    QByteArray line = m_device.readLine(longestRecord + 2);
    if (line.isEmpty())
        return std::nullopt;
    m_bytesRead += line.size();
    if (m_line++ == 0 && line.startsWith("\xef\xbb\xbf"))
        line.remove(0, 3); // a byte order mark, which spreadsheets like to write
    for (QByteArray rest = line; !rest.endsWith('\n') && !m_device.atEnd();) {
        rest = m_device.readLine(longestRecord);
        m_bytesRead += rest.size();
        if (rest.isEmpty())
            break;
    }
    return line;
}

std::optional<CsvReader::Record> CsvReader::read()
{
    auto line = readLine();
    if (!line)
        return std::nullopt;
    Record record{m_line};
    Splitter splitter;
    qsizetype size = line->size();
    while (size <= longestRecord && !splitter.take(*line)) {
        line = readLine();
        if (!line) {
            record.problem = QStringLiteral("has a quotation mark without its partner");
            return record;
        }
        size += line->size();
    }
    if (size > longestRecord) {
        record.problem = QStringLiteral("is longer than %1 bytes").arg(longestRecord);
        return record;
    }
    for (const QByteArray &field : splitter.fields()) {
        QStringDecoder decoder(QStringDecoder::Utf8, QStringDecoder::Flag::Stateless);
        record.fields.append(decoder(field));
        if (decoder.hasError() || field.contains('\0')) {
            record.problem = QStringLiteral("is not text in UTF-8");
            return record;
        }
    }
    return record;
}

std::optional<CsvReader::Record> CsvReader::next()
{
    auto record = read();
    while (record && record->problem.isEmpty() && record->fields == QStringList{QString()})
        record = read();
    return record;
}

} // namespace deskbell::server
