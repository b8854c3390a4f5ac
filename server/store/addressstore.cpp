#include "server/store/addressstore.h"

#include "server/store/addresswords.h"

namespace deskbell::server {

namespace {

// In the order of the fields of api::Address.
#define SELECT_ADDRESSES                                                                                               \
    "SELECT address.id, '', address.street, address.houseNumber, address.postalCode, address.city, address.country "

const Sql selectFirst{SELECT_ADDRESSES "FROM address ORDER BY key LIMIT ?"};
// Unordered, and that is why they are fast: either database stops at the limit, however many there are.
const Sql matchSqlite{SELECT_ADDRESSES "FROM addressWords JOIN address ON address.key = addressWords.rowid"
                                       " WHERE addressWords MATCH ? LIMIT ?"};
// The index finds by the first condition; where so many match that rows are better looked at one after the other, the
// second is the one that costs little.
const Sql matchPostgreSql{SELECT_ADDRESSES "FROM address WHERE addressBeginnings(words) @@ CAST(? AS tsquery)"
                                           " AND words @@ CAST(? AS tsquery) LIMIT ?"};

const Sql insertSqlite{"INSERT INTO address (id, street, houseNumber, postalCode, city, country)"
                       " VALUES (?, ?, ?, ?, ?, ?)"};
const Sql insertWords{"INSERT INTO addressWords (rowid, words) VALUES (last_insert_rowid(), ?)"};
const Sql insertPostgreSql{"INSERT INTO address (id, street, houseNumber, postalCode, city, country, words)"
                           " VALUES (?, ?, ?, ?, ?, ?, array_to_tsvector(string_to_array(?, ' ')))"};

constexpr qsizetype longestIndexed = 7; // of a beginning; see the migration 0007

/// Words are letters and digits alone, so nothing in them has to be escaped.
QString matchAll(const QStringList &words, QLatin1String before, QLatin1String behind, QLatin1String between)
{
    QString text;
    for (const QString &word : words) {
        if (!text.isEmpty())
            text += between;
        text += before + word + behind;
    }
    return text;
}

/// As addressBeginnings() has the words, by what the index knows of each.
QString matchIndexed(const QStringList &words, bool isWhole)
{
    QStringList parts;
    for (const QString &word : words) {
        if (isWhole)
            parts.append(QLatin1String("'=") + word + u'\'');
        else if (word.toUcs4().size() <= longestIndexed)
            parts.append(u'\'' + word + u'\'');
        else
            parts.append(QLatin1String("'=") + word + QLatin1String("':*"));
    }
    return parts.join(QLatin1String(" & "));
}

} // namespace

QString labelOf(const api::Address &address)
{
    QStringList parts;
    for (const QString &part :
         {address.street + u' ' + address.houseNumber, address.postalCode + u' ' + address.city, address.country}) {
        if (!part.trimmed().isEmpty())
            parts.append(part.trimmed());
    }
    return parts.join(QLatin1String(", "));
}

QList<api::Address> AddressStore::find(const QStringList &words, Match match, int limit)
{
    const bool isWhole = match == Match::Whole;
    QList<api::Address> found;
    const auto read = [&found](Query &query) {
        while (query.next()) {
            found.append(query.row<api::Address>());
            found.last().label = labelOf(found.last());
        }
    };
    if (words.isEmpty()) {
        Query query = m_transaction.query(selectFirst, limit);
        read(query);
    } else if (isPostgreSql()) {
        // Many rows that begin so are found soonest one after the other, a few by the index: only with the words in
        // hand can the planner tell which.
        m_transaction.database().execute(QStringLiteral("SET LOCAL plan_cache_mode = force_custom_plan"));
        Query query = m_transaction.query(
            matchPostgreSql, matchIndexed(words, isWhole),
            matchAll(words, QLatin1String("'"), QLatin1String(isWhole ? "'" : "':*"), QLatin1String(" & ")), limit);
        read(query);
    } else {
        Query query = m_transaction.query(
            matchSqlite,
            matchAll(words, QLatin1String("\""), QLatin1String(isWhole ? "\"" : "\"*"), QLatin1String(" AND ")), limit);
        read(query);
    }
    return found;
}

void AddressStore::beginReplacing()
{
    Database &database = m_transaction.database();
    if (isPostgreSql()) {
        database.execute(QStringLiteral("SET LOCAL statement_timeout = 0")); // the index of a million takes its time
        database.execute(QStringLiteral("TRUNCATE address"));
        database.execute(QStringLiteral("DROP INDEX address_beginnings")); // it is built much faster at once
        return;
    }
    database.execute(QStringLiteral("DELETE FROM address"));
    database.execute(QStringLiteral("INSERT INTO addressWords (addressWords) VALUES ('delete-all')"));
    // So many bytes of the index are gathered in memory before they are written.
    database.execute(QStringLiteral("INSERT INTO addressWords (addressWords, rank) VALUES ('hashsize', 33554432)"));
}

void AddressStore::add(const api::Address &address)
{
    const QString words = addressWords(address.street + u' ' + address.houseNumber + u' ' + address.postalCode + u' '
                                       + address.city + u' ' + address.country)
                              .join(u' ');
    if (isPostgreSql()) {
        m_transaction.change(insertPostgreSql, address.id, address.street, address.houseNumber, address.postalCode,
                             address.city, address.country, words);
        return;
    }
    m_transaction.change(insertSqlite, address.id, address.street, address.houseNumber, address.postalCode,
                         address.city, address.country);
    m_transaction.change(insertWords, words);
}

void AddressStore::finishReplacing()
{
    Database &database = m_transaction.database();
    if (isPostgreSql()) {
        database.execute(
            QStringLiteral("CREATE INDEX address_beginnings ON address USING gin (addressBeginnings(words))"));
        database.execute(QStringLiteral("ANALYZE address"));
    } else {
        database.execute(QStringLiteral("INSERT INTO addressWords (addressWords) VALUES ('optimize')"));
    }
}

} // namespace deskbell::server
