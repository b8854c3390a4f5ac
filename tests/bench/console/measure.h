#pragma once

#include <QList>
#include <QString>

#include <chrono>
#include <functional>

namespace deskbell::bench {

using SteadyClock = std::chrono::steady_clock;

inline double millisecondsSince(SteadyClock::time_point begin)
{
    return std::chrono::duration<double, std::milli>(SteadyClock::now() - begin).count();
}

/// Durations of one kind, in milliseconds.
class Durations
{
public:
    void add(double milliseconds) { m_all.append(milliseconds); }
    void measure(const std::function<void()> &run);
    double at(double share) const;
    double worst() const { return at(1); }
    qsizetype count() const { return m_all.size(); }

private:
    QList<double> m_all;
};

/// Resident memory of this process, in MiB.
double residentMiB();

/// One line of the table: what was measured, what it came to, what it may be.
struct Figure
{
    QString name;
    double value = 0;
    double most = 0; ///< 0: no limit was set.
    QString unit;
};

/// Prints the Markdown table; false when something is past its limit.
bool print(const QList<Figure> &figures);

} // namespace deskbell::bench
