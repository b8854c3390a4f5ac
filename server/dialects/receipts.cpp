#include "server/dialects/receipts.h"

namespace deskbell::server::dialects {

namespace {

constexpr int mostTold = 100; // of the messages that somebody reads at once, the last ones
constexpr qsizetype mostRemembered = 10'000;

} // namespace

void Receipts::look(const api::Event &event, std::function<void(const QList<Saying> &)> come)
{
    if (const auto *read = std::get_if<api::MessageRead>(&event))
        look(*read, std::move(come));
    else if (const auto *delivered = std::get_if<api::MessageDelivered>(&event))
        look(*delivered, std::move(come));
}

void Receipts::look(const api::ReceiptEvent &event, std::function<void(const QList<Saying> &)> come)
{
    const auto work = [chat = event.chatId, seq = event.seq](Request &request) {
        return messagesUpTo(request, chat, seq, mostTold);
    };
    m_gate.desk().perform<Conversation>(
        api::Effect::Read, Caller{}, work,
        [this, side = event.side, come = std::move(come)](const Result<Conversation> &found, const Outbox &) {
            if (!found)
                return;
            if (m_told.size() > mostRemembered)
                m_told.clear();
            QList<Saying> further;
            const QByteArray key = found->chat.id.toString().toLatin1() + QByteArray::number(int(side));
            for (const api::Message &each : found->messages) {
                const Saying saying = sayingOf(each, found->chat);
                qint64 &told = m_told[key + saying.status.data()];
                if (each.senderType == side || each.seq <= told)
                    continue;
                told = each.seq;
                further.append(saying);
            }
            come(further);
        });
}

} // namespace deskbell::server::dialects
