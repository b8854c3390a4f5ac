#include "server/store/storagesettings.h"

namespace deskbell::server {

bool StorageSettings::isPostgreSql() const
{
    return url.startsWith(QLatin1String("postgresql://")) || url.startsWith(QLatin1String("postgres://"));
}

QString StorageSettings::sqliteFile() const
{
    return dataFolder + QLatin1String("/deskbell.db");
}

} // namespace deskbell::server
