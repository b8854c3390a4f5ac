#pragma once

#include "server/dialects/gate.h"
#include "server/dialects/reads.h"
#include "server/dialects/restendpoint.h"

namespace deskbell::server::dialects {

/// `sessions`: chats as sessions, and operators, over REST.
class SessionsDialect
{
public:
    /// `gate` outlives this.
    explicit SessionsDialect(Gate &gate) : m_gate(gate) { }
    Q_DISABLE_COPY_MOVE(SessionsDialect)

    void bind(RestEndpoint &rest);

private:
    void listActive(const Call &call);
    void listHistory(const Call &call);
    void start(const Call &call);
    void close(const Call &call);
    void listMessages(const Call &call);
    void listOperators(const Call &call, const std::function<bool(const Workload &)> &fits);
    void assign(const Call &call);
    void setStatus(const Call &call);
    QByteArray session(const api::Chat &chat, const std::optional<QString> &token = {}) const;
    QByteArray operatorOf(const Workload &workload) const;

    Gate &m_gate;
};

} // namespace deskbell::server::dialects
