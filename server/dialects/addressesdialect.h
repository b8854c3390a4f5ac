#pragma once

#include "server/dialects/restendpoint.h"
#include "server/dialects/vocabulary.h"

namespace deskbell::server::dialects {

/// `addresses`: completing addresses, chats and messages over REST, and the event `chat message`.
class AddressesDialect final : public Vocabulary
{
public:
    /// `gate` outlives this.
    explicit AddressesDialect(Gate &gate);

    void bind(RestEndpoint &rest);
    QList<Told> tell(const api::Event &event, const QByteArrayList &rooms) const override;

private:
    void search(const Call &call);
    void startChat(const Call &call);
    void endChat(const Call &call);
    void sendMessage(const Call &call);
    void say(const EventCall &call);
    QByteArray message(const api::Message &message) const;
    QByteArray chat(const api::Chat &chat, const std::optional<QString> &token = {},
                    const std::optional<QString> &address = {}) const;

    Gate &m_gate;
};

} // namespace deskbell::server::dialects
