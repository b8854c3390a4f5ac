#pragma once

#include "shared/api/entities.h"

#include <QHash>

#include <mutex>

namespace deskbell::server {

/// Who is connected, counted by connection: several devices are one operator. In memory alone, since it is true
/// only as long as this process lives. Safe to use from every thread.
class PresenceService
{
public:
    enum class Change {
        None,
        Came, ///< The first connection.
        Left, ///< The last one is gone.
    };

    Change connected(const OperatorId &who);
    Change connected(const VisitorId &who);
    Change disconnected(const OperatorId &who);
    Change disconnected(const VisitorId &who);

    bool isOnline(const OperatorId &who) const;
    bool isOnline(const VisitorId &who) const;

    /// Fills in what the database does not know.
    void complete(api::Chat &chat) const;
    void complete(api::Visitor &visitor) const;
    /// One without a connection is offline, whatever they said of themselves.
    void complete(api::Operator &account) const;

private:
    Change count(const QString &who, int by);
    bool isCounted(const QString &who) const;

    mutable std::mutex m_mutex;
    QHash<QString, int> m_connections; // guarded; by id, always above 0
};

} // namespace deskbell::server
