// What the server tells of, one after the other.
#include "console/state/workspace.h"

namespace deskbell::console {

void Workspace::takeMessage(const api::Message &message)
{
    Taken taken = Taken::Known;
    Thread *thread = existingThread(message.chatId);
    const qint64 before = thread ? thread->lastSeq() : 0;
    if (thread)
        taken = thread->take(message);
    if (message.senderType == api::SenderType::Visitor)
        m_typing.set(message.chatId, false);
    const int row = rowOf(message.chatId);
    if (row >= 0) {
        Item &item = m_chats.edit(row);
        const bool wrote = count(item, message);
        if (message.seq > item.chat.lastSeq || !item.chat.lastMessage) {
            item.chat.lastSeq = std::max(item.chat.lastSeq, message.seq);
            item.chat.lastMessage = message;
        }
        Q_EMIT chatChanged(row);
        if (wrote)
            Q_EMIT visitorWrote(message.chatId);
    }
    Q_EMIT messageTaken(message);
    if (taken == Taken::Gap)
        Q_EMIT gapFound(message.chatId, before);
}

void Workspace::takeChange(const api::Message &message)
{
    if (Thread *known = existingThread(message.chatId))
        known->change(message);
    const int row = rowOf(message.chatId);
    if (row < 0)
        return;
    api::Chat &chat = m_chats.edit(row).chat;
    chat.lastChange = std::max(chat.lastChange, message.change);
    if (chat.lastMessage && chat.lastMessage->seq == message.seq && chat.lastMessage->change < message.change)
        chat.lastMessage = message;
    Q_EMIT chatChanged(row);
    Q_EMIT messageChanged(message);
}

void Workspace::takeEvent(const api::Event &event)
{
    m_office.takeEvent(event);
    std::visit(
        [this](const auto &each) {
            using E = std::decay_t<decltype(each)>;
            if constexpr (std::is_base_of_v<
                              api::ChatEvent,
                              E> || std::is_same_v<E, api::ChatTransferred> || std::is_same_v<E, api::ChatDeclined>) {
                takeChat(each.chat);
            } else if constexpr (std::is_same_v<E, api::MessageSent>) {
                takeMessage(each.message);
            } else if constexpr (std::is_same_v<E, api::MessageEdited> || std::is_same_v<E, api::MessageDeleted>) {
                takeChange(each.message);
            } else if constexpr (std::is_base_of_v<api::ReceiptEvent, E>) {
                takeReceipt(each, std::is_same_v<E, api::MessageRead>);
            } else if constexpr (std::is_same_v<E, api::NoteAdded>) {
                if (Thread *known = existingThread(each.note.chatId))
                    known->takeNotes({each.note});
            } else if constexpr (std::is_same_v<E, api::TypingChanged>) {
                if (each.senderType == api::SenderType::Visitor)
                    m_typing.set(each.chatId, each.typing, each.text.value_or(QString()));
            } else if constexpr (std::is_same_v<E, api::VisitorUpdated>) {
                takeVisitor(each.visitor);
            } else if constexpr (std::is_same_v<E, api::PresenceChanged>) {
                takePresence(each);
            }
        },
        event);
    m_chats.settle();
}

void Workspace::takeVisitor(const api::Visitor &visitor)
{
    m_visitors.takeNews(visitor);
    const QList<ChatId> chats = chatsOf(visitor.id);
    for (const ChatId &each : chats) {
        const int row = rowOf(each);
        api::Chat &chat = m_chats.edit(row).chat;
        chat.visitorName = visitor.name;
        chat.visitorEmail = visitor.email;
        if (visitor.erasedAt)
            empty(each, *visitor.erasedAt);
        Q_EMIT chatChanged(row);
    }
}

/// As the server does it, with the numbers that it gives these changes: a later catch-up has nothing to add.
void Workspace::empty(const ChatId &id, Timestamp erasedAt)
{
    Q_EMIT chatErased(id);
    setDraft(id, {});
    const int row = rowOf(id);
    api::Chat &chat = m_chats.edit(row).chat;
    const qint64 changes = chat.lastChange;
    const auto emptied = [&](api::Message message) {
        if (message.deletedAt && message.text.isEmpty() && message.attachments.isEmpty())
            return message;
        message.text.clear();
        message.attachments.clear();
        message.deletedAt = message.deletedAt.value_or(erasedAt);
        if (message.senderType == api::SenderType::Visitor)
            message.senderName = chat.visitorName;
        message.change = changes + message.seq;
        return message;
    };
    chat.page.reset();
    chat.subject.reset();
    chat.endReason.reset();
    chat.tags.clear();
    chat.lastChange += chat.lastSeq;
    if (chat.rating)
        chat.rating->comment.reset();
    if (chat.offer)
        chat.offer->note.reset();
    if (chat.lastMessage)
        chat.lastMessage = emptied(*chat.lastMessage);
    Thread *known = existingThread(id);
    if (!known)
        return;
    known->forgetNotes();
    QList<api::Message> changed;
    for (int at = 0; at < known->entries().size(); ++at) {
        const api::Message &each = known->entries().at(at).message;
        if (each.seq != 0)
            changed.append(emptied(each));
    }
    for (const api::Message &each : std::as_const(changed)) {
        known->change(each);
        Q_EMIT messageChanged(each);
    }
}

void Workspace::takePresence(const api::PresenceChanged &presence)
{
    if (presence.visitorId)
        setVisitorOnline(*presence.visitorId, presence.online);
    if (presence.operatorId && *presence.operatorId == m_self.id && presence.status) {
        m_self.status = *presence.status;
        Q_EMIT selfChanged();
    }
}

void Workspace::takeReceipt(const api::ReceiptEvent &receipt, bool read)
{
    const int row = rowOf(receipt.chatId);
    if (row < 0)
        return;
    api::Chat &chat = m_chats.edit(row).chat;
    if (receipt.side != api::SenderType::Visitor) {
        // How far we are here we know. This is what the same person has read on another computer.
        if (read && isMine(chat) && receipt.seq >= chat.lastSeq)
            setUnread(row, 0);
        return;
    }
    chat.visitorDeliveredSeq = std::max(chat.visitorDeliveredSeq, receipt.seq);
    if (read)
        chat.visitorReadSeq = std::max(chat.visitorReadSeq, receipt.seq);
    Q_EMIT chatChanged(row);
}

bool Workspace::count(Item &item, const api::Message &message)
{
    if (message.seq <= item.countedSeq)
        return false;
    item.countedSeq = message.seq;
    if (message.senderType != api::SenderType::Visitor)
        return false;
    if (!m_watched || !m_openChats.contains(item.chat.id))
        ++item.unread;
    return true;
}

void Workspace::setVisitorOnline(const VisitorId &id, bool online)
{
    const QList<ChatId> chats = chatsOf(id);
    for (const ChatId &each : chats) {
        const int row = rowOf(each);
        if (chatAt(row).visitorOnline == online)
            continue;
        api::Chat &chat = m_chats.edit(row).chat;
        chat.visitorOnline = online;
        if (!online)
            m_typing.set(chat.id, false);
        Q_EMIT chatChanged(row);
    }
}

void Workspace::setProgress(const ChatId &id, const QString &clientId, int percent)
{
    if (Thread *thread = existingThread(id))
        thread->setProgress(clientId, percent);
}

} // namespace deskbell::console
