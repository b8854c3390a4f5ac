#include "console/net/visitorlookup.h"

namespace deskbell::console {

VisitorLookup::VisitorLookup(Link &link, Workspace &workspace, QObject *parent)
    : QObject(parent), m_link(link), m_workspace(workspace)
{
    connect(&workspace, &Workspace::connectionChanged, this, &VisitorLookup::followConnection);
    connect(&workspace.visitors(), &Visitors::told, this, [this](const VisitorId &id) { m_overtaken.insert(id); });
}

void VisitorLookup::open(const VisitorId &id)
{
    m_last = id;
    if (m_workspace.connection().phase == ConnectionState::Phase::Online && !m_asked.contains(id))
        ask(id);
}

void VisitorLookup::followConnection()
{
    const auto phase = m_workspace.connection().phase;
    if (phase == ConnectionState::Phase::Online) {
        if (!m_last.isNull() && !m_asked.contains(m_last))
            ask(m_last);
        return;
    }
    ++m_connection;
    m_overtaken.clear();
    for (const VisitorId &each : std::exchange(m_asked, {}))
        m_workspace.visitors().setState(each, VisitorState::Unasked);
    if (phase != ConnectionState::Phase::Offline) // another operator
        m_last = {};
}

void VisitorLookup::ask(const VisitorId &id)
{
    m_asked.insert(id);
    m_overtaken.remove(id);
    m_workspace.visitors().setState(id, VisitorState::Loading);
    m_link.request(api::VisitorGet{id}, this,
                   [this, id, connection = m_connection](const Result<api::Visitor> &visitor) {
                       if (connection == m_connection)
                           take(id, visitor);
                   });
}

void VisitorLookup::take(const VisitorId &id, const Result<api::Visitor> &visitor)
{
    if (m_overtaken.remove(id)) {
        ask(id);
    } else if (visitor && visitor->erasedAt) {
        m_workspace.takeVisitor(*visitor); // chats that an earlier run saw may still be here
    } else if (visitor) {
        m_workspace.visitors().take(*visitor);
    } else {
        m_asked.remove(id); // opening the chat again asks again
        m_workspace.visitors().setState(id, VisitorState::Failed);
    }
}

} // namespace deskbell::console
