#pragma once

#include "shared/result.h"

namespace deskbell::server {

/// Keeps a second server off a SQLite file. The kernel releases the lock with the process, however it ends, so a
/// lock is never stale (which QLockFile cannot promise in containers, where process numbers repeat).
class LockFile
{
public:
    /// Errors: Internal; the message names the process that holds it.
    static Result<LockFile> take(const QString &path);
    ~LockFile();
    LockFile(LockFile &&other) noexcept : m_descriptor(std::exchange(other.m_descriptor, -1)) { }
    LockFile &operator=(LockFile &&other) noexcept
    {
        std::swap(m_descriptor, other.m_descriptor);
        return *this;
    }

private:
    explicit LockFile(int descriptor) : m_descriptor(descriptor) { }
    int m_descriptor = -1;
};

} // namespace deskbell::server
