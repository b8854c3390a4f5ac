#pragma once

#include "server/dialects/gate.h"
#include "server/dialects/reads.h"
#include "server/dialects/vocabulary.h"

namespace deskbell::server::dialects {

/// `namespaces`: the events of `/admin` or of `/user`.
class NamespacesDialect final : public Vocabulary
{
public:
    enum class Side { Admin, User };

    /// `gate` outlives this.
    NamespacesDialect(Gate &gate, Side side);

    /// Lets a client in: by credentials, and the adminId or userId that it has to give.
    void admit(const socketio::Socket &socket,
               const std::function<void(const Result<IdentityHandler::Identified> &)> &done);
    QList<Told> tell(const api::Event &event, const QByteArrayList &rooms) const override;

private:
    void listUnassigned(const EventCall &call);
    void assign(const EventCall &call);
    void start(const EventCall &call);
    void say(const EventCall &call);
    void end(const EventCall &call);
    QByteArray room(const Conversation &conversation) const;
    QByteArray assigned(const api::Chat &chat) const;
    QByteArray message(const api::Message &message, const std::optional<QString> &receiver) const;

    Gate &m_gate;
    const Side m_side;
};

} // namespace deskbell::server::dialects
