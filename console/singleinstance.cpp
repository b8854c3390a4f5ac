#include "console/singleinstance.h"

#include <QCryptographicHash>
#include <QFileInfo>
#include <QLocalSocket>

namespace deskbell::console {

namespace {

constexpr int patienceMs = 1'000;
constexpr qint64 mostBytes = 4'096;

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
        while (QLocalSocket *socket = m_server.nextPendingConnection())
            hear(socket);
    });
    m_server.listen(name);
}

/// Whoever comes says two lines, and goes.
void SingleInstance::hear(QLocalSocket *socket)
{
    socket->setReadBufferSize(mostBytes);
    const auto take = [this, socket] {
        const QByteArrayList lines = socket->readAll().split('\n');
        socket->deleteLater();
        const QString server = QString::fromUtf8(lines.value(0));
        Q_EMIT raiseRequested(
            {server.isEmpty() ? QUrl() : QUrl(server, QUrl::StrictMode), QString::fromUtf8(lines.value(1))});
    };
    if (socket->state() == QLocalSocket::UnconnectedState)
        take();
    else
        connect(socket, &QLocalSocket::disconnected, this, take);
}

bool SingleInstance::raiseOther(const QString &folder, const Wish &wish)
{
    QLocalSocket socket;
    socket.connectToServer(nameFor(folder));
    if (!socket.waitForConnected(patienceMs))
        return false;
    const QString login = QString(wish.login).remove(QLatin1Char('\n'));
    socket.write(wish.server.toString(QUrl::FullyEncoded).toUtf8() + '\n' + login.toUtf8() + '\n');
    socket.waitForBytesWritten(patienceMs);
    socket.disconnectFromServer();
    return true;
}

} // namespace deskbell::console
