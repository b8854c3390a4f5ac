#pragma once

#include <QProcess>
#include <QUrl>

namespace deskbell::console {

/// How long anything may take in these tests, in milliseconds.
inline constexpr int limitMs = 15'000;

/// The small server for wire tests as a process: namespace /custom, pinged each 300 ms.
class FixtureProcess
{
public:
    ~FixtureProcess();

    /// False when it did not come up; what it said is then on standard error.
    bool start();
    QUrl url() const { return m_url; }

private:
    QProcess m_process;
    QUrl m_url;
};

} // namespace deskbell::console
