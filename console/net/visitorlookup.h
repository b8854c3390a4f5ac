#pragma once

#include "console/net/link.h"
#include "console/state/workspace.h"

#include <QSet>

namespace deskbell::console {

/// Asks who the visitors are that somebody looks at. Events keep that true while there is a connection; after the next
/// one it is asked for again.
class VisitorLookup final : public QObject
{
    Q_OBJECT

public:
    /// None of them is owned.
    VisitorLookup(Link &link, Workspace &workspace, QObject *parent = nullptr);

    void open(const VisitorId &id);

private:
    void followConnection();
    void ask(const VisitorId &id);
    void take(const VisitorId &id, const Result<api::Visitor> &visitor);

    Link &m_link;
    Workspace &m_workspace;
    VisitorId m_last; // that somebody looked at
    QSet<VisitorId> m_asked; // on this connection
    QSet<VisitorId> m_overtaken; // whose answer is older than an event that came before it
    int m_connection = 0; // answers of an earlier one are dropped
};

} // namespace deskbell::console
