#include "console/net/receipts.h"

namespace deskbell::console {

namespace {

constexpr int pauseMs = 150;

} // namespace

Receipts::Receipts(Link &link, Workspace &workspace, QObject *parent)
    : QObject(parent), m_link(link), m_workspace(workspace)
{
    m_pause.setSingleShot(true);
    m_pause.setInterval(pauseMs);
    connect(&m_pause, &QTimer::timeout, this, &Receipts::tell);
    connect(&workspace, &Workspace::messageTaken, this, [this](const api::Message &message) {
        if (message.senderType == api::SenderType::Visitor)
            noteArrival(message.chatId);
    });
}

void Receipts::start()
{
    m_toldRead.clear();
    for (int row = 0; row < m_workspace.chatCount(); ++row) {
        if (!m_workspace.isEnded(row))
            noteArrival(ChatId(m_workspace.chatAt(row).id));
    }
    if (!m_read.isEmpty())
        m_pause.start();
}

void Receipts::stop()
{
    m_pause.stop();
    m_arrived.clear();
}

void Receipts::noteArrival(const ChatId &id)
{
    const api::Chat *chat = m_workspace.chat(id);
    const bool concerns = chat && chat->status == api::ChatStatus::Active && m_workspace.isMine(*chat);
    if (!concerns || chat->lastSeq <= chat->operatorDeliveredSeq)
        return;
    m_arrived.insert(id, chat->lastSeq);
    if (m_link.isOpen() && !m_pause.isActive())
        m_pause.start();
}

void Receipts::tellRead(const ChatId &id)
{
    const api::Chat *chat = m_workspace.chat(id);
    const bool concerns = chat && chat->status == api::ChatStatus::Active && m_workspace.isMine(*chat);
    if (!concerns || chat->lastSeq <= std::max(chat->operatorReadSeq, m_toldRead.value(id)))
        return;
    m_read.insert(id, chat->lastSeq);
    if (m_link.isOpen() && !m_pause.isActive())
        m_pause.start();
}

void Receipts::tell()
{
    if (!m_link.isOpen())
        return;
    const auto read = std::exchange(m_read, {});
    const auto arrived = std::exchange(m_arrived, {});
    for (auto at = read.begin(); at != read.end(); ++at) {
        m_toldRead.insert(at.key(), at.value());
        m_link.request(api::MessageSetRead{at.key(), at.value()}, this, [](const Result<Nothing> &) {});
    }
    for (auto at = arrived.begin(); at != arrived.end(); ++at) {
        if (read.value(at.key()) < at.value()) // what was read has arrived
            m_link.request(api::MessageSetDelivered{at.key(), at.value()}, this, [](const Result<Nothing> &) {});
    }
}

} // namespace deskbell::console
