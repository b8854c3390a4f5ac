#pragma once

#include <QString>

#include <compare>
#include <optional>

namespace deskbell {

/// A moment in UTC, in milliseconds since 1970-01-01T00:00:00Z. On the wire RFC 3339 with milliseconds and `Z`.
struct Timestamp
{
    qint64 ms = 0;

    auto operator<=>(const Timestamp &) const = default;
    QString toString() const;
    /// Takes RFC 3339 with any offset; nothing for other text.
    static std::optional<Timestamp> fromString(QStringView text);
};

/// Where the program learns the time; tests turn one by hand.
class Clock
{
public:
    Clock() = default;
    virtual ~Clock() = default;
    Q_DISABLE_COPY_MOVE(Clock)

    /// Wall-clock time, for people and records. It may jump.
    virtual Timestamp now() const = 0;
    /// Milliseconds that only ever grow, for deadlines and rates.
    virtual qint64 monotonicMs() const = 0;
};

/// The machine's clock. Safe to use from every thread.
class SystemClock final : public Clock
{
public:
    Timestamp now() const override;
    qint64 monotonicMs() const override;
};

/// A clock that stands still until a test turns it.
class ManualClock final : public Clock
{
public:
    Timestamp now() const override { return m_now; }
    qint64 monotonicMs() const override { return m_monotonicMs; }
    void advance(qint64 ms)
    {
        m_now.ms += ms;
        m_monotonicMs += ms;
    }

private:
    Timestamp m_now{1'767'225'600'000}; // 2026-01-01T00:00:00Z
    qint64 m_monotonicMs = 1'000;
};

} // namespace deskbell
