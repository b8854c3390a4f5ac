#pragma once

#include <QProcess>
#include <QTemporaryDir>
#include <QUrl>

namespace deskbell::console {

/// How long anything may take in these tests, in milliseconds.
inline constexpr int limitMs = 15'000;

/// A program that serves on a port of its own and says where in the last word of its first line.
class ServerProcess
{
public:
    ~ServerProcess() { kill(); }

    /// False when it did not come up; what it said is then on standard error.
    bool run(const QString &program, const QStringList &arguments);
    /// As `kill -9` does it.
    void kill();
    QUrl url() const { return m_url; }

private:
    QProcess m_process;
    QUrl m_url;
};

/// The real server with the demo desk, in a folder that goes with it. Started again it has the same port.
class DeskServer
{
public:
    enum class Rates { Unlimited, AsShipped };

    bool start(Rates rates = Rates::Unlimited);
    void kill() { m_process.kill(); }
    QUrl url() const { return m_process.url(); }
    /// Runs a subcommand on the data folder.
    bool administer(const QStringList &words);

private:
    QTemporaryDir m_data;
    ServerProcess m_process;
};

/// The small server for wire tests: namespace /custom, pinged each 300 ms.
QString socketioFixture();

} // namespace deskbell::console
