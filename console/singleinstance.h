#pragma once

#include <QLocalServer>
#include <QUrl>

namespace deskbell::console {

/// What a second start of the program asks of the first.
struct Wish
{
    QUrl server{}; ///< Empty: where it is.
    QString login{}; ///< Empty: who it is.
    bool operator==(const Wish &) const = default;
};

/// One console for each profile: the first one listens, a second one asks it to come forward, and to the desk that its
/// options named, and leaves.
class SingleInstance final : public QObject
{
    Q_OBJECT

public:
    /// Listens for others of the same profile folder, which has to be held by this process.
    explicit SingleInstance(const QString &folder, QObject *parent = nullptr);

    /// Whether a console that holds the folder was there and has been asked. Waits a second at most.
    static bool raiseOther(const QString &folder, const Wish &wish = {});

Q_SIGNALS:
    void raiseRequested(const deskbell::console::Wish &wish);

private:
    void hear(QLocalSocket *socket);

    QLocalServer m_server;
};

} // namespace deskbell::console
