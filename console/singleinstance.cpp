#include "console/singleinstance.h"

#include <QCryptographicHash>
#include <QFileInfo>
#include <QLocalSocket>

namespace deskbell::console {

namespace {

constexpr int patienceMs = 1'000;

QString nameFor(const QString &folder)
{
    const QByteArray place = QFileInfo(folder).canonicalFilePath().toUtf8();
    const QByteArray hash = QCryptographicHash::hash(place, QCryptographicHash::Sha256).toHex();
    return QStringLiteral("deskbell-console-") + QString::fromLatin1(hash.left(24));
}

} // namespace

SingleInstance::SingleInstance(const QString &folder, QObject *parent) : QObject(parent)
{
    const QString name = nameFor(folder);
    QLocalServer::removeServer(name); // of one that was killed; the profile's lock says that it has gone
    m_server.setSocketOptions(QLocalServer::UserAccessOption);
    connect(&m_server, &QLocalServer::newConnection, this, [this] {
        while (QLocalSocket *socket = m_server.nextPendingConnection()) {
            socket->deleteLater(); // coming is all that there is to say
            Q_EMIT raiseRequested();
        }
    });
    m_server.listen(name);
}

bool SingleInstance::raiseOther(const QString &folder)
{
    QLocalSocket socket;
    socket.connectToServer(nameFor(folder));
    return socket.waitForConnected(patienceMs);
}

} // namespace deskbell::console
