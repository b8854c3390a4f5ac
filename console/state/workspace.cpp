#include "console/state/workspace.h"

#include <QSet>
#include <QVariant>

namespace deskbell::console {

Workspace::Workspace(const Clock &clock, QObject *parent) : QObject(parent), m_clock(clock), m_typing(clock)
{
    connect(&m_typing, &Typing::changed, this, &Workspace::typingChanged);
}

const api::Chat *Workspace::chat(const ChatId &id) const
{
    const int row = rowOf(id);
    return row < 0 ? nullptr : &m_chats.at(row).chat;
}

bool Workspace::isMine(const api::Chat &chat) const
{
    return !m_self.id.isNull() && chat.operatorId == m_self.id;
}

bool Workspace::isOfferedToMe(const api::Chat &chat) const
{
    if (!chat.offer || m_self.id.isNull() || chat.status == api::ChatStatus::Ended || isMine(chat))
        return false;
    if (chat.offer->operatorId)
        return chat.offer->operatorId == m_self.id;
    return chat.offer->departmentId && m_office.belongs(m_self.id, *chat.offer->departmentId);
}

int Workspace::unread(const ChatId &id) const
{
    const int row = rowOf(id);
    return row < 0 ? 0 : m_chats.at(row).unread;
}

Thread *Workspace::thread(const ChatId &id)
{
    Thread *&thread = m_threads[id];
    if (!thread) {
        thread = new Thread(id, this);
        connect(thread, &Thread::waitingChanged, this, &Workspace::changeOutgoingCount);
        connect(thread, &Thread::insertionEnded, this, [this, id] { Q_EMIT threadGrew(id); });
        connect(thread, &Thread::entryChanged, this, [this, id] { Q_EMIT threadGrew(id); });
        connect(thread, &Thread::quotedChanged, this, [this, id] { Q_EMIT quotedChanged(id); });
    }
    return thread;
}

QList<api::ChatPosition> Workspace::positions() const
{
    constexpr int most = 900; // session.resume takes 1,000, and a packet so many
    QList<api::ChatPosition> ours; // and what is read, before all the others
    QList<api::ChatPosition> others;
    for (int row = 0; row < chatCount(); ++row) {
        if (isEnded(row))
            continue;
        const Item &item = m_chats.at(row);
        const Thread *thread = existingThread(item.chat.id);
        const bool loaded = thread && thread->isLoaded();
        const api::ChatPosition position{item.chat.id, loaded ? thread->lastSeq() : item.countedSeq,
                                         loaded ? thread->lastChange() : item.chat.lastChange};
        if (loaded || isMine(item.chat))
            ours.append(position);
        else if (others.size() < most)
            others.append(position);
    }
    return (ours + others).mid(0, most);
}

QList<api::ChatPosition> Workspace::uncounted() const
{
    QList<api::ChatPosition> behind;
    for (int row = 0; row < chatCount(); ++row) {
        if (isEnded(row))
            continue;
        const Item &item = m_chats.at(row);
        const Thread *thread = existingThread(item.chat.id);
        if (item.countedSeq < item.chat.lastSeq
            && !(thread && thread->isLoaded())) // a thread that is loaded is filled, which counts too
            behind.append({item.chat.id, item.countedSeq, item.chat.lastChange});
    }
    return behind;
}

void Workspace::setSelf(const api::Operator &self)
{
    m_self = self;
    Q_EMIT selfChanged();
}

void Workspace::setConnection(ConnectionState connection)
{
    if (connection == m_connection)
        return;
    m_connection = connection;
    if (connection.phase != ConnectionState::Phase::Online) // who types now is more than we know
        m_typing.stop();
    Q_EMIT connectionChanged();
}

void Workspace::setListState(ListScope scope, ListState state)
{
    if (listState(scope) == state)
        return;
    m_listStates[int(scope)] = state;
    Q_EMIT listStateChanged(scope);
}

void Workspace::takeChat(const api::Chat &chat)
{
    const int row = rowOf(chat.id);
    if (row < 0) {
        insertChats({seenFirst(chat)});
        return;
    }
    if (chat.version < chatAt(row).version)
        return;
    Item &item = m_chats.edit(row);
    const qint64 knownSeq = item.chat.lastSeq;
    const auto knownMessage = item.chat.lastMessage;
    const bool wasOffered = isOfferedToMe(item.chat);
    const bool becomesOurs = isMine(chat) && !isMine(item.chat);
    const qint64 read = std::max(item.chat.visitorReadSeq, chat.visitorReadSeq);
    const qint64 delivered = std::max(item.chat.visitorDeliveredSeq, chat.visitorDeliveredSeq);
    item.chat = chat;
    m_tags += QSet<QString>(chat.tags.begin(), chat.tags.end());
    bool wrote = false;
    if (becomesOurs) { // what the server has counted we need not count again
        wrote = chat.lastMessage && chat.lastMessage->senderType == api::SenderType::Visitor
            && item.countedSeq < chat.lastSeq;
        item.unread = seenFirst(chat).unread;
        item.countedSeq = std::max(item.countedSeq, chat.lastSeq);
    }
    item.chat.visitorReadSeq = read;
    item.chat.visitorDeliveredSeq = delivered;
    if (knownSeq > chat.lastSeq) { // a message overtook this state of the chat
        item.chat.lastSeq = knownSeq;
        item.chat.lastMessage = knownMessage;
    } else if (!becomesOurs && chat.lastMessage && item.countedSeq + 1 >= chat.lastSeq) {
        wrote = count(item, *chat.lastMessage); // with more in between, each of them is still to come
    }
    if (chat.status == api::ChatStatus::Ended)
        m_typing.set(chat.id, false);
    const bool offered = !wasOffered && isOfferedToMe(chat);
    Q_EMIT chatChanged(row);
    if (wrote)
        Q_EMIT visitorWrote(chat.id);
    if (offered)
        Q_EMIT chatOffered(chat.id);
}

void Workspace::setOpenChat(const ChatId &id, const ChatId &noLonger)
{
    m_openChats.remove(noLonger);
    if (!id.isNull()) {
        m_openChats.insert(id);
        letThreadsGo(id);
    }
    if (m_watched)
        setUnread(rowOf(id), 0);
}

/// In a long day many chats are opened. What was said in those of long ago is on disk, and at the server.
void Workspace::letThreadsGo(const ChatId &opened)
{
    constexpr qsizetype most = 40;
    m_opened.removeOne(opened);
    m_opened.append(opened);
    for (qsizetype at = 0; at < m_opened.size() && m_opened.size() > most;) {
        const ChatId &oldest = m_opened.at(at);
        const Thread *thread = existingThread(oldest);
        if (m_openChats.contains(oldest) || (thread && thread->hasOutgoing())) {
            ++at;
            continue;
        }
        delete m_threads.take(oldest);
        m_opened.removeAt(at);
    }
}

void Workspace::setWatched(bool watched)
{
    m_watched = watched;
    if (!watched)
        return;
    for (const ChatId &id : std::as_const(m_openChats))
        setUnread(rowOf(id), 0);
}

void Workspace::setUnread(int row, int unread)
{
    if (row < 0 || m_chats.at(row).unread == unread)
        return;
    m_chats.edit(row).unread = unread;
    Q_EMIT chatChanged(row);
}

void Workspace::addOutgoing(const api::Message &message, Delivery delivery, const QString &problem)
{
    thread(message.chatId)->addOutgoing(message);
    if (delivery != Delivery::Waiting)
        setDelivery(message.chatId, message.clientId.value_or(QString()), delivery, problem);
}

void Workspace::setDelivery(const ChatId &id, const QString &clientId, Delivery delivery, const QString &problem)
{
    if (Thread *thread = existingThread(id))
        thread->setDelivery(clientId, delivery, problem);
    if (delivery == Delivery::Failed)
        Q_EMIT sendingFailed(id, problem);
}

void Workspace::removeOutgoing(const ChatId &id, const QString &clientId)
{
    if (Thread *thread = existingThread(id))
        thread->removeOutgoing(clientId);
}

void Workspace::clear()
{
    while (!m_chats.isEmpty())
        removeChat(chatAt(chatCount() - 1).id);
    qDeleteAll(std::exchange(m_threads, {}));
    m_typing.stop();
    m_drafts.clear();
    m_tags.clear();
    m_office.clear();
    m_visitors.clear();
    m_listStates.clear();
    m_openChats.clear();
    m_opened.clear();
    changeOutgoingCount(-m_outgoingCount);
    setSelf({});
}

void Workspace::setDraft(const ChatId &id, const Draft &written)
{
    if (id.isNull() || draft(id) == written)
        return;
    if (written.isEmpty())
        m_drafts.remove(id);
    else
        m_drafts.insert(id, written);
    Q_EMIT draftChanged(id);
}

void Workspace::changeOutgoingCount(int by)
{
    if (by == 0)
        return;
    m_outgoingCount += by;
    Q_EMIT outgoingCountChanged(m_outgoingCount);
}

} // namespace deskbell::console
