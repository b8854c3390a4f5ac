#pragma once

#include <QIODevice>
#include <QStringList>

#include <optional>

namespace deskbell::server {

/// Reads comma-separated values (RFC 4180, UTF-8) record by record, in memory that does not grow with the file.
class CsvReader
{
public:
    struct Record
    {
        qint64 line = 0; ///< Of its beginning; the first is 1.
        QStringList fields{}; ///< Trimmed.
        QString problem{}; ///< Why there are no fields; reads on from the line's number.
    };

    /// `device` is open for reading, and outlives this.
    explicit CsvReader(QIODevice &device) : m_device(device) { }

    /// The next record that is not blank; nothing at the end.
    std::optional<Record> next();
    qint64 bytesRead() const { return m_bytesRead; }

private:
    std::optional<QByteArray> readLine();
    std::optional<Record> read();

    QIODevice &m_device;
    qint64 m_line = 0;
    qint64 m_bytesRead = 0;
};

} // namespace deskbell::server
