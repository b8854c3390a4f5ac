#pragma once

#include <QByteArray>

#include <functional>
#include <optional>

namespace deskbell::server {

/// Takes the body of a request as it comes, so that it is never in memory as a whole. Lives in the I/O thread; it is
/// destroyed with its request, which may be at any time.
class BodySink
{
public:
    enum class State {
        Pausing, ///< Nothing is read from the client, and its time does not run.
        Reading,
        Refusing, ///< It takes no more; the rest is read and dropped, so that the client gets to read the answer.
    };

    BodySink() = default;
    virtual ~BodySink() = default;
    Q_DISABLE_COPY_MOVE(BodySink)

    virtual State state() const = 0;
    /// May be called in every state, for what was read already.
    virtual void take(const QByteArray &bytes) = 0;
    /// Who is told that the state has changed.
    void setListener(std::function<void()> listener) { m_listener = std::move(listener); }

protected:
    void tellListener()
    {
        if (m_listener)
            m_listener();
    }

private:
    std::function<void()> m_listener;
};

/// Gives the body of an answer piece by piece. Lives in the I/O thread.
class BodySource
{
public:
    /// Called once, now or later and not after the end of the source, with a piece that is not empty; with nothing when
    /// it cannot be read.
    using Done = std::function<void(std::optional<QByteArray>)>;

    BodySource() = default;
    virtual ~BodySource() = default;
    Q_DISABLE_COPY_MOVE(BodySource)

    /// Bytes in all, known from the beginning.
    virtual qint64 size() const = 0;
    /// Asks for the next piece; one at a time, until size() is reached.
    virtual void read(Done done) = 0;
};

} // namespace deskbell::server
