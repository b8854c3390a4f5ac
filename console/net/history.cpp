#include "console/net/history.h"

namespace deskbell::console {

namespace {

constexpr int pageSize = 50;
constexpr int gapSize = 200;

} // namespace

History::History(Link &link, Workspace &workspace, QObject *parent)
    : QObject(parent), m_link(link), m_workspace(workspace)
{
    connect(&workspace, &Workspace::gapFound, this, &History::fill);
}

void History::open(const ChatId &id)
{
    askNotes(id, std::nullopt);
    if (const Thread *thread = m_workspace.existingThread(id); thread && thread->isLoaded()) {
        const api::Chat *chat = m_workspace.chat(id);
        if (chat && thread->lastSeq() < chat->lastSeq) // from an earlier run, which saw less of it
            fill(id, thread->lastSeq());
        return;
    }
    const bool asked = m_wanted.contains(id);
    m_wanted.insert(id);
    if (asked || !m_link.isOpen())
        return;
    api::MessageList command;
    command.chatId = id;
    command.limit = pageSize;
    m_link.request(command, this, [this, id, generation = m_generation](const Result<api::MessageListAnswer> &page) {
        if (generation != m_generation)
            return;
        if (page) {
            m_wanted.remove(id);
            m_workspace.thread(id)->takeLatest(page->messages, page->more);
        } else if (m_link.isOpen()) {
            m_wanted.remove(id); // opening it again asks again
        }
    });
}

/// All of them, oldest first: there are few, and a colleague's may lie anywhere between those that are known.
void History::askNotes(const ChatId &id, const std::optional<QString> &cursor)
{
    if (!m_link.isOpen())
        return; // opening it again, or coming back, asks again
    api::NoteList command;
    command.chatId = id;
    command.cursor = cursor;
    command.limit = 200;
    m_link.request(command, this, [this, id, generation = m_generation](const Result<api::NoteListAnswer> &page) {
        Thread *known = m_workspace.existingThread(id);
        if (generation != m_generation || !page || !known)
            return;
        known->takeNotes(page->notes);
        if (page->next)
            askNotes(id, page->next);
    });
}

void History::loadEarlier(const ChatId &id)
{
    const Thread *thread = m_workspace.existingThread(id);
    if (!thread || !thread->isLoaded() || !thread->hasEarlier() || m_earlier.contains(id) || !m_link.isOpen())
        return;
    m_earlier.insert(id);
    api::MessageList command;
    command.chatId = id;
    command.before = thread->firstSeq();
    command.limit = pageSize;
    m_link.request(command, this, [this, id, generation = m_generation](const Result<api::MessageListAnswer> &page) {
        if (generation != m_generation)
            return;
        m_earlier.remove(id);
        if (Thread *known = m_workspace.existingThread(id); known && page)
            known->takeEarlier(page->messages, page->more);
    });
}

void History::loadEnded()
{
    using api::ChatScope;
    const ListState state = m_workspace.listState(ChatScope::Ended);
    const bool complete = state == ListState::Loaded && !m_endedCursor;
    if (state == ListState::Loading || complete)
        return;
    m_workspace.setListState(ChatScope::Ended, ListState::Loading);
    if (m_link.isOpen())
        askEnded();
}

void History::askEnded()
{
    m_link.request(api::ChatList{api::ChatScope::Ended, m_endedCursor, pageSize}, this,
                   [this, generation = m_generation](const Result<api::ChatListAnswer> &page) {
                       if (generation != m_generation)
                           return;
                       if (!page) {
                           if (m_link.isOpen())
                               m_workspace.setListState(api::ChatScope::Ended, ListState::Failed);
                           return; // otherwise resume() asks again
                       }
                       m_endedCursor = page->next;
                       m_workspace.takeChats(page->chats);
                       m_workspace.setListState(api::ChatScope::Ended, ListState::Loaded);
                   });
}

void History::resume()
{
    for (const ChatId &id : std::exchange(m_wanted, {}))
        open(id);
    if (!m_workspace.openChat().isNull())
        askNotes(m_workspace.openChat(), std::nullopt);
    if (m_workspace.listState(api::ChatScope::Ended) == ListState::Loading)
        askEnded();
    // What the server did not fit into its answer.
    for (int row = 0; row < m_workspace.chatCount(); ++row) {
        const api::Chat &chat = m_workspace.chatAt(row);
        const Thread *thread = m_workspace.existingThread(chat.id);
        if (thread && thread->isLoaded() && thread->lastSeq() < chat.lastSeq)
            fill(chat.id, thread->lastSeq());
    }
}

void History::reset()
{
    ++m_generation;
    m_wanted.clear();
    m_filling.clear();
    m_earlier.clear();
    m_endedCursor.reset();
}

void History::fill(const ChatId &id, qint64 after)
{
    if (m_filling.contains(id) || !m_link.isOpen())
        return; // after a reconnect resume() looks again
    m_filling.insert(id);
    api::MessageList command;
    command.chatId = id;
    command.after = after;
    command.limit = gapSize;
    m_link.request(command, this, [this, id, generation = m_generation](const Result<api::MessageListAnswer> &page) {
        if (generation != m_generation)
            return;
        m_filling.remove(id);
        if (!page)
            return;
        for (const api::Message &each : page->messages)
            m_workspace.takeMessage(each);
        if (page->more && !page->messages.isEmpty())
            fill(id, page->messages.last().seq);
    });
}

} // namespace deskbell::console
