#pragma once

#include <QTcpServer>
#include <QTcpSocket>
#include <QUrl>

namespace deskbell::console {

/// Stands between a client and its server, to cut the line or to let it go dead.
class Relay final : public QObject
{
    Q_OBJECT

public:
    explicit Relay(const QUrl &server);

    QUrl url() const;
    int accepted() const { return m_accepted; }
    /// Ends all lines; new ones are refused until mend().
    void cut();
    void mend();
    /// From now on nothing goes through, and nobody is told.
    void freeze() { m_frozen = true; }
    void thaw();
    /// From now on the server hears the client, but its answers are lost.
    void loseAnswers() { m_answersLost = true; }

private:
    void accept(QTcpSocket *client);
    void pass(QTcpSocket *from, QTcpSocket *to);
    void hangUp(QTcpSocket *socket);

    QUrl m_server;
    QTcpServer m_listener;
    quint16 m_port = 0;
    int m_accepted = 0;
    bool m_frozen = false;
    bool m_answersLost = false;
    struct Pair
    {
        QTcpSocket *client;
        QTcpSocket *server;
    };
    QList<Pair> m_pairs;
};

} // namespace deskbell::console
