#include "server/desk/addressimport.h"

#include "server/desk/csvreader.h"
#include "server/store/addressstore.h"

#include <array>

namespace deskbell::server {

namespace {

constexpr qsizetype mostErrors = 20; // told one by one; the others are counted
constexpr qint64 progressEvery = 1'000;

struct Column
{
    QLatin1String name;
    QString api::Address::*member;
    qsizetype longest;
    bool isNeeded;
};

const std::array<Column, 5> &columns()
{
    static const std::array<Column, 5> all{Column{QLatin1String("street"), &api::Address::street, 200, true},
                                           Column{QLatin1String("houseNumber"), &api::Address::houseNumber, 20, false},
                                           Column{QLatin1String("postalCode"), &api::Address::postalCode, 20, false},
                                           Column{QLatin1String("city"), &api::Address::city, 200, true},
                                           Column{QLatin1String("country"), &api::Address::country, 100, false}};
    return all;
}

QStringList expectedHeader()
{
    QStringList names;
    for (const Column &column : columns())
        names.append(column.name);
    return names;
}

/// What is wrong with the record; nothing when it was read into the address.
std::optional<QString> readAddress(const CsvReader::Record &record, api::Address &address)
{
    if (!record.problem.isEmpty())
        return record.problem;
    if (record.fields.size() != qsizetype(columns().size()))
        return QStringLiteral("must have %1 fields and has %2").arg(columns().size()).arg(record.fields.size());
    for (size_t i = 0; i < columns().size(); ++i) {
        const Column &column = columns()[i];
        const QString &field = record.fields[qsizetype(i)];
        if (column.isNeeded && field.isEmpty())
            return QStringLiteral("has no %1").arg(column.name);
        if (field.size() > column.longest)
            return QStringLiteral("has a %1 of more than %2 characters").arg(column.name).arg(column.longest);
        address.*column.member = field;
    }
    return std::nullopt;
}

/// The lines that are wrong, as far as anybody wants to read them.
class WrongLines
{
public:
    void add(qint64 line, const QString &message)
    {
        if (m_error.errors.size() < mostErrors)
            m_error.errors.append({QStringLiteral("line %1").arg(line), message});
        ++m_count;
    }
    bool isEmpty() const { return m_count == 0; }
    Error error()
    {
        m_error.message = QStringLiteral("Nothing was imported: %1 lines of the file are wrong.").arg(m_count);
        if (m_count == 1)
            m_error.message = QStringLiteral("Nothing was imported: a line of the file is wrong.");
        return m_error;
    }

private:
    Error m_error{ErrorCode::InvalidRequest};
    qint64 m_count = 0;
};

} // namespace

Result<qint64> AddressImport::run(QIODevice &file, const Progress &progress)
{
    CsvReader reader(file);
    const auto header = reader.next();
    WrongLines wrong;
    if (!header || header->fields != expectedHeader()) {
        wrong.add(1, QStringLiteral("must be the header ") + expectedHeader().join(u','));
        return wrong.error();
    }
    AddressStore store(m_transaction);
    store.beginReplacing();
    qint64 count = 0;
    while (const auto record = reader.next()) {
        api::Address address;
        if (const auto problem = readAddress(*record, address)) {
            wrong.add(record->line, *problem);
            continue;
        }
        if (!wrong.isEmpty())
            continue; // only the other wrong lines are of interest now
        address.id = AddressId::generate();
        store.add(address);
        if (++count % progressEvery == 0)
            progress(count, reader.bytesRead());
    }
    if (!wrong.isEmpty())
        return wrong.error();
    if (count == 0) // an export that was cut off would take all that is there away
        return Error(ErrorCode::InvalidRequest, QStringLiteral("Nothing was imported: the file has no address."));
    progress(count, reader.bytesRead());
    store.finishReplacing();
    return count;
}

} // namespace deskbell::server
