#pragma once

class QThread;

namespace deskbell::server {

/// Replaces Qt's event dispatcher, whose cost grows with every open socket, by one on epoll. To be called before the
/// QCoreApplication is made. Does nothing on systems without epoll.
void installEventDispatcher();
/// The same for a thread that has not been started.
void installEventDispatcher(QThread &thread);

} // namespace deskbell::server
