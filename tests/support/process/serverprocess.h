#pragma once

#include <QProcess>
#include <QTemporaryDir>
#include <QUrl>

namespace deskbell::tests {

/// The real deskbell-server as a process, with the demo desk in a data folder of its own. Ends with its object.
class ServerProcess
{
public:
    ServerProcess();
    ~ServerProcess();
    Q_DISABLE_COPY_MOVE(ServerProcess)

    /// Waits until it is ready; a later start takes the port of the first. False if it does not come up.
    bool start(const QStringList &options = {});
    /// Asks it to end and waits. False if it did not end well.
    bool stop();
    /// As a power cut would.
    void kill();

    const QUrl &url() const { return m_url; }
    QString dataFolder() const { return m_data.path(); }
    /// What it has logged.
    QByteArray log() { return m_process.readAllStandardError(); }

    /// Runs one of the program's other commands, such as `operator list`, on the data folder; gives what it printed.
    QByteArray run(const QStringList &arguments);

private:
    QTemporaryDir m_data;
    QProcess m_process;
    QUrl m_url;
};

} // namespace deskbell::tests
