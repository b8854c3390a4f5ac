#include "server/store/lockfile.h"

#include <QCoreApplication>
#include <QFile>
#include <QSysInfo>

#include <cerrno>
#include <cstring>
#include <fcntl.h>
#include <sys/file.h>
#include <unistd.h>

namespace deskbell::server {

Result<LockFile> LockFile::take(const QString &path)
{
    const int descriptor = ::open(QFile::encodeName(path).constData(), O_RDWR | O_CREAT | O_CLOEXEC, 0600);
    if (descriptor < 0)
        return Error(ErrorCode::Internal,
                     QStringLiteral("%1 cannot be opened: %2").arg(path, QString::fromLocal8Bit(std::strerror(errno))));
    LockFile lock(descriptor);
    if (::flock(descriptor, LOCK_EX | LOCK_NB) != 0) {
        QByteArray holder(200, '\0');
        holder.truncate(std::max<qsizetype>(0, ::pread(descriptor, holder.data(), size_t(holder.size()), 0)));
        return Error(ErrorCode::Internal,
                     QStringLiteral("The database is in use by %1 (see %2). Stop it first.")
                         .arg(QString::fromUtf8(holder.trimmed()), path));
    }
    const QByteArray self = "process " + QByteArray::number(QCoreApplication::applicationPid()) + " on "
        + QSysInfo::machineHostName().toUtf8() + '\n';
    // Who holds it is for people alone, so a disk that is too full to say so does no harm.
    if (::ftruncate(descriptor, 0) == 0) [[maybe_unused]]
        const auto written = ::pwrite(descriptor, self.constData(), size_t(self.size()), 0);
    return lock;
}

LockFile::~LockFile()
{
    if (m_descriptor >= 0)
        ::close(m_descriptor);
}

} // namespace deskbell::server
