#pragma once

#include <QTimer>

namespace deskbell::server {

class Desk;

/// Removes chats that ended longer ago than the settings keep them, a few at a time so that nobody waits for it.
/// Of the I/O thread.
class RetentionService : public QObject
{
    Q_OBJECT

public:
    explicit RetentionService(Desk &desk);

    /// Looks now, and goes on until nothing old is left.
    void sweep();
    void stop();

private:
    Desk &m_desk;
    QTimer m_timer;
};

} // namespace deskbell::server
