#pragma once

#include <QObject>
#include <QThread>

#include <functional>
#include <memory>

namespace deskbell::server {

/// A thread that waits for the disk, so that the I/O thread does not: does what it is given, one after the other, and
/// has the results handed out on the thread that made it. Work that is still queued at the end is done first.
class FileLane final
{
public:
    explicit FileLane(const QString &name);
    ~FileLane();
    Q_DISABLE_COPY_MOVE(FileLane)

    void run(std::function<void()> work);
    /// `done` is not called any more once the lane is gone.
    template <class T>
    void run(std::function<T()> work, std::function<void(T)> done)
    {
        run([this, work = std::move(work), done = std::move(done)] {
            auto result = std::make_shared<T>(work());
            QMetaObject::invokeMethod(
                &m_home, [result, done] { done(std::move(*result)); }, Qt::QueuedConnection);
        });
    }

private:
    QObject m_home; // on the maker's thread; outlives the lane's
    QObject m_far; // on the lane's
    QThread m_thread;
};

} // namespace deskbell::server
