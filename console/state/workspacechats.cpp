// Which chats there are.
#include "console/state/workspace.h"

#include <QSet>

namespace deskbell::console {

QList<ChatId> Workspace::chatsOf(const VisitorId &id) const
{
    QList<ChatId> chats;
    const QList<int> rows = m_chats.rowsOf(id);
    for (const int row : rows)
        chats.append(chatAt(row).id);
    return chats;
}

void Workspace::takeSnapshot(const QList<api::Chat> &chats)
{
    QSet<ChatId> present;
    for (const api::Chat &each : chats)
        present.insert(each.id);
    takeChats(chats);
    QList<ChatId> gone;
    // From the last one on: each removal moves the rows after it.
    for (int row = chatCount() - 1; row >= 0; --row) {
        if (isEnded(row))
            continue;
        const api::Chat &chat = chatAt(row);
        const bool belongs = chat.status == api::ChatStatus::Waiting || isMine(chat);
        if (belongs && !present.contains(chat.id))
            gone.append(chat.id);
    }
    for (const ChatId &id : gone)
        removeChat(id);
}

void Workspace::takeChats(const QList<api::Chat> &chats)
{
    QHash<ChatId, qsizetype> places;
    QList<Item> fresh;
    for (const api::Chat &each : chats) {
        if (rowOf(each.id) >= 0) {
            takeChat(each);
        } else if (const auto place = places.constFind(each.id); place != places.constEnd()) {
            if (each.version >= fresh.at(*place).chat.version) // it moved from one page to the next meanwhile
                fresh[*place] = seenFirst(each);
        } else {
            places.insert(each.id, fresh.size());
            fresh.append(seenFirst(each));
        }
    }
    insertChats(fresh);
}

/// What was there before us counts as counted. How much of our own we have not read, wherever we were, the server
/// knows.
Workspace::Item Workspace::seenFirst(const api::Chat &chat) const
{
    const bool isRead = !isMine(chat) || (m_watched && m_openChats.contains(chat.id));
    return {chat, chat.lastSeq, isRead ? 0 : int(chat.operatorUnread)};
}

void Workspace::insertChats(const QList<Item> &chats)
{
    if (chats.isEmpty())
        return;
    const int first = chatCount();
    const int last = first + int(chats.size()) - 1;
    Q_EMIT chatInsertionBegins(first, last);
    m_chats.insert(first, chats);
    for (int row = first; row <= last; ++row) {
        const api::Chat &chat = chatAt(row);
        m_rows.insert(keyOf(chat.id), row);
        m_tags += QSet<QString>(chat.tags.begin(), chat.tags.end());
    }
    Q_EMIT chatsInserted(first, last);
    m_chats.pack(first, std::min(last, chatCount() - 1));
    if (m_restoring)
        return;
    for (const Item &each : chats) {
        if (each.chat.status == api::ChatStatus::Waiting)
            Q_EMIT visitorWrote(each.chat.id);
        if (isOfferedToMe(each.chat))
            Q_EMIT chatOffered(each.chat.id);
    }
}

void Workspace::restore(const QList<SeenChat> &chats, const QHash<ChatId, Draft> &drafts)
{
    m_drafts = drafts;
    m_restoring = true;
    insertChats(chats);
    m_restoring = false;
}

void Workspace::removeChat(const ChatId &id)
{
    const int row = rowOf(id);
    Q_EMIT chatRemovalBegins(row);
    const Item item = m_chats.takeAt(row); // from here on `id` may be gone: it may have been the chat's own
    const ChatId &gone = item.chat.id;
    m_rows.remove(keyOf(gone));
    if (row < chatCount()) {
        for (int &other : m_rows)
            other -= other > row ? 1 : 0;
    }
    Q_EMIT chatRemoved(gone);
    m_typing.remove(gone);
    // Unsent messages outlive the chat's place in the lists: the outbox still holds them.
    if (Thread *thread = existingThread(gone); thread && thread->entries().size() == 0)
        delete m_threads.take(gone);
}

} // namespace deskbell::console
