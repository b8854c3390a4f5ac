#pragma once

#include "server/dialects/joining.h"
#include "server/dialects/restendpoint.h"
#include "server/dialects/supporttokens.h"

namespace deskbell::server::dialects {

/// `support`: chats as sessions that are begun with start-session, web tokens, and its events on `/`.
class SupportDialect final : public Vocabulary
{
public:
    /// `gate` outlives this.
    explicit SupportDialect(Gate &gate);

    void bind(RestEndpoint &rest);
    QList<Told> tell(const api::Event &event, const QByteArrayList &rooms) const override;
    void left(socketio::Socket &socket, const Caller &caller, const QByteArray &chat) const override;

private:
    void start(const Call &call);
    void get(const Call &call);
    void end(const Call &call);
    void sendMessage(const Call &call);
    void reportStatistics(const Call &call);

    void join(const EventCall &call);
    void say(const EventCall &call);
    void setTyping(const EventCall &call, bool typing);

    QByteArray session(const api::Chat &chat, const std::optional<QString> &token = {}) const;
    QByteArray message(const api::Message &message) const;
    QByteArray participantOf(const QByteArray &chat, const std::optional<OperatorId> &agent) const;
    QByteArray participant(const QByteArray &chat, const Caller &caller) const;

    Gate &m_gate;
    SupportTokens m_tokens;
};

} // namespace deskbell::server::dialects
