#include "server/store/settingstore.h"

namespace deskbell::server {

namespace {

const Sql selectAll{"SELECT name, value FROM setting"};
const Sql selectOne{"SELECT value FROM setting WHERE name = ?"};
const Sql upsert{"INSERT INTO setting (name, value) VALUES (?, ?)"
                 " ON CONFLICT (name) DO UPDATE SET value = excluded.value"};
const Sql deleteOne{"DELETE FROM setting WHERE name = ?"};

} // namespace

QHash<QString, QString> SettingStore::all()
{
    QHash<QString, QString> settings;
    Query query = m_transaction.query(selectAll);
    while (query.next())
        settings.insert(query.get<QString>(0), query.get<QString>(1));
    return settings;
}

std::optional<QString> SettingStore::find(const QString &name)
{
    Query query = m_transaction.query(selectOne, name);
    return query.next() ? std::optional(query.get<QString>(0)) : std::nullopt;
}

void SettingStore::set(const QString &name, const QString &value)
{
    m_transaction.change(upsert, name, value);
}

void SettingStore::remove(const QString &name)
{
    m_transaction.change(deleteOne, name);
}

} // namespace deskbell::server
