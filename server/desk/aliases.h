#pragma once

#include "shared/api/entities.h"

#include <QHash>

#include <optional>

namespace deskbell::server {

/// By what name customers and operators are known to the sites that gave them an id of their own: that id, else ours.
/// Lives on the I/O thread.
class Aliases
{
public:
    void add(const QString &ourId, const QString &givenId) { m_given.insert(ourId, givenId); }
    void addAll(const QHash<QString, QString> &given) { m_given.insert(given); }

    QString of(const QString &ourId) const { return m_given.value(ourId, ourId); }
    QString of(const VisitorId &id) const { return of(id.toString()); }
    QString of(const OperatorId &id) const { return of(id.toString()); }
    std::optional<QString> of(const std::optional<OperatorId> &id) const
    {
        return id ? std::optional(of(*id)) : std::nullopt;
    }

private:
    QHash<QString, QString> m_given; // by our id
};

} // namespace deskbell::server
