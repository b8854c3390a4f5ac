#include "tests/support/fulldesk/fulldesk.h"

#include <QDateTime>
#include <QSqlDatabase>
#include <QSqlError>
#include <QSqlQuery>
#include <QVariant>

namespace deskbell::tests {

namespace {

/// In order; the values of fill() come by name. Ids begin with their time, as those of the server do.
constexpr const char *statements[] = {
    "CREATE TEMP TABLE many (number INTEGER PRIMARY KEY, id TEXT, visitorId TEXT, status TEXT, at BIGINT)",
    // Ended ones ten minutes apart until yesterday, own ones a minute, the last two thousand half a second.
    "INSERT INTO many WITH RECURSIVE numbers (n) AS (SELECT 1 UNION ALL SELECT n + 1 FROM numbers WHERE n < :all),"
    " times (n, status, at) AS (SELECT n,"
    " CASE WHEN n <= :ended THEN 'ended' WHEN n <= :ended + :own THEN 'active' ELSE 'waiting' END,"
    " CASE WHEN n <= :ended THEN :now - 86400000 - (:ended - n) * 600000"
    " WHEN n <= :ended + :own THEN :now - 3600000 - (:ended + :own - n) * 60000"
    " ELSE :now - 60000 - (:all - n) * 500 END FROM numbers)"
    " SELECT n, printf('%08x-%04x-7000-9000-%012x', at >> 16, at & 65535, n),"
    " printf('%08x-%04x-7000-8000-%012x', at >> 16, at & 65535, n), status, at FROM times",
    "INSERT INTO visitor (id, name, createdAt)"
    " SELECT visitorId, CASE number WHEN 1 THEN :oldest ELSE 'Visitor ' || number END, at FROM many",
    "INSERT INTO chat (id, status, visitorId, operatorId, lastSeq, createdAt, claimedAt, heldSince, endedAt, endReason,"
    " priority) SELECT id, status, visitorId,"
    " CASE WHEN status <> 'waiting' THEN (SELECT operator.id FROM operator WHERE email = :holder) END, 1, at,"
    " CASE WHEN status <> 'waiting' THEN at + 20000 END, CASE WHEN status <> 'waiting' THEN at + 20000 END,"
    " CASE status WHEN 'ended' THEN at + 300000 END, CASE status WHEN 'ended' THEN 'resolved' END,"
    " CASE WHEN number % :urgentEach = 0 THEN 'urgent' ELSE 'normal' END FROM many ORDER BY number",
    "INSERT INTO message (chat, seq, id, senderId, senderType, senderName, text, createdAt)"
    " SELECT chat.key, 1, many.id, many.visitorId, 'visitor', visitor.name, replace(:said, '0', number), many.at"
    " FROM many JOIN chat ON chat.id = many.id JOIN visitor ON visitor.id = many.visitorId ORDER BY chat.key",
};

QString fill(QSqlDatabase &file, const QList<std::pair<QString, QVariant>> &values)
{
    for (const char *statement : statements) {
        const QString sql = QString::fromLatin1(statement);
        QSqlQuery query(file);
        if (!query.prepare(sql))
            return query.lastError().text();
        for (const auto &[name, value] : values) {
            if (sql.contains(name))
                query.bindValue(name, value);
        }
        if (!query.exec())
            return query.lastError().text();
    }
    return {};
}

} // namespace

QString FullDesk::writeTo(const QString &dataFolder) const
{
    const QString name = QStringLiteral("full-desk");
    const QList<std::pair<QString, QVariant>> values{
        {QStringLiteral(":all"), all()},
        {QStringLiteral(":ended"), ended},
        {QStringLiteral(":own"), own},
        {QStringLiteral(":now"), QDateTime::currentMSecsSinceEpoch()},
        {QStringLiteral(":oldest"), oldestVisitor()},
        {QStringLiteral(":holder"), QStringLiteral("anna@demo.deskbell.example")},
        {QStringLiteral(":urgentEach"), urgentEach},
        {QStringLiteral(":said"), saidIn(0)},
    };
    QString problem;
    {
        QSqlDatabase file = QSqlDatabase::addDatabase(QStringLiteral("QSQLITE"), name);
        file.setDatabaseName(dataFolder + QStringLiteral("/deskbell.db"));
        const bool begun = file.open() && file.transaction();
        if (begun)
            problem = fill(file, values);
        if (problem.isEmpty() && !(begun && file.commit()))
            problem = file.lastError().text();
    }
    QSqlDatabase::removeDatabase(name);
    return problem;
}

} // namespace deskbell::tests
