#pragma once

#include <functional>

#include <QtGlobal>

namespace deskbell::console {

/// How long to wait before each further attempt. The bound doubles from attempt to attempt, and each wait is drawn
/// evenly below it, so that consoles which lost one server together do not come back together.
class Backoff
{
public:
    /// In milliseconds.
    struct Bounds
    {
        qint64 least = 500;
        qint64 first = 1'000; ///< Bound of the first wait.
        qint64 most = 15'000;
    };
    /// Gives a number from 0 to below 1.
    using Random = std::function<double()>;

    Backoff();
    explicit Backoff(Bounds bounds, Random random = {});

    /// The next wait, in milliseconds.
    qint64 next();
    void reset() { m_attempts = 0; }

private:
    Bounds m_bounds;
    Random m_random;
    int m_attempts = 0; // since the last success; stops growing where it makes no difference
};

} // namespace deskbell::console
