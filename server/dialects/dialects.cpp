#include "server/dialects/dialects.h"

namespace deskbell::server::dialects {

namespace {

/// The desk's event with its struct; nothing for one that no dialect knows.
std::optional<api::Event> decode(const Published &published)
{
    std::optional<api::Event> event;
    api::forEachAlternative<api::Event>([&]<class E>() {
        if (published.name != QByteArrayView(E::name.data(), qsizetype(E::name.size())))
            return;
        if (auto decoded = json::decode<E>(QByteArrayView(published.json)))
            event = std::move(*decoded);
    });
    return event;
}

} // namespace

Dialects::Dialects(Desk &desk, socketio::Server &sockets, const Clock &clock, const Options &options,
                   DialectNamespace::Heartbeats heartbeats)
    : m_gate(desk, options), m_rest(m_gate, options.allowedOrigins), m_accounts(desk, clock, options.rateLimits),
      m_addresses(m_gate, m_rest), m_adminSide(m_gate, NamespacesDialect::Side::Admin),
      m_userSide(m_gate, NamespacesDialect::Side::User), m_sessions(m_gate, m_rest),
      m_rooms(m_gate, m_rest, m_accounts), m_support(m_gate, m_rest),
      m_root(sockets.of("/"), m_gate, heartbeats, admitAnybody, {&m_addresses, &m_rooms, &m_support}),
      m_admin(sockets.of("/admin"), m_gate, heartbeats, admitOperator, {&m_adminSide}),
      m_user(sockets.of("/user"), m_gate, heartbeats, admitCustomer, {&m_userSide})
{
}

void Dialects::publish(const Published &event)
{
    if (m_root.isEmpty() && m_admin.isEmpty() && m_user.isEmpty())
        return;
    const auto decoded = decode(event);
    if (!decoded)
        return;
    for (DialectNamespace *each : {&m_root, &m_admin, &m_user})
        each->publish(event.rooms, *decoded);
}

void Dialects::endSessions(const QList<SessionId> &sessions)
{
    for (DialectNamespace *each : {&m_root, &m_admin, &m_user})
        each->endSessions(sessions);
}

} // namespace deskbell::server::dialects
