#pragma once

#include "server/store/chathead.h"
#include "server/store/dialect.h"
#include "server/store/query.h"
#include "server/store/storagesettings.h"
#include "server/store/webhooktarget.h"
#include "shared/result.h"

#include <QHash>
#include <QSet>

#include <memory>

QT_BEGIN_NAMESPACE
class QSqlDatabase;
QT_END_NAMESPACE

namespace deskbell::server {

/// One connection to the desk's database, with its prepared statements. Belongs to the thread that opened it.
class Database
{
public:
    enum class Role { Writer, Reader };

    /// Errors: Internal, with a message for the person who starts the server.
    static Result<std::unique_ptr<Database>> open(const StorageSettings &settings, Role role);
    ~Database();
    Q_DISABLE_COPY_MOVE(Database)

    const Dialect &dialect() const { return m_dialect; }
    const StorageSettings &settings() const { return m_settings; }

    /// Runs statements that bind nothing, DDL above all (QPSQL cannot prepare it). Throws StorageFailure.
    void execute(const QString &sql);
    /// The first column of the first row. Throws StorageFailure.
    QVariant ask(const QString &sql);
    /// Opens a lost connection anew. Throws StorageFailure.
    void reopen();

    /// What this connection knows of the rows without asking. Only the writer's is used.
    struct Memory
    {
        ChatHeads chats;
        std::optional<QList<WebhookTarget>> webhooks{}; ///< Nothing: not asked yet.
        QHash<QString, Timestamp> sessions; ///< Operators' sessions that are good until then.

        void forget();
    };
    Memory &memory() { return m_memory; }
    /// Forgets what others may have changed since the last call.
    void refreshMemory();

private:
    friend class Query;
    Database(const StorageSettings &settings, Role role);
    void connect();
    void configure();
    QSqlQuery &prepared(const Sql &sql);

    const StorageSettings m_settings;
    const Role m_role;
    const Dialect &m_dialect;
    const QString m_name; // of the connection in Qt's registry
    std::unique_ptr<QSqlDatabase> m_connection;
    QHash<const Sql *, std::shared_ptr<QSqlQuery>> m_prepared; // emptied before the connection closes
    Memory m_memory;
    qint64 m_dataVersion = -1; // SQLite's counter of the commits of others
};

} // namespace deskbell::server
