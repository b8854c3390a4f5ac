#include "console/net/history.h"

namespace deskbell::console {

namespace {

constexpr int pageSize = 50;
constexpr int gapSize = 200;
constexpr int teamPageSize = 200;
constexpr int teamPages = 5;

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
        if (thread->entries().size() < pageSize)
            loadEarlier(id);
        return;
    }
    const bool asked = m_wanted.contains(id);
    m_wanted.insert(id);
    if (asked || !m_link.isOpen())
        return;
    m_workspace.thread(id)->setFailed(false);
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
            m_workspace.thread(id)->setFailed(true);
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

void History::loadMore(ListScope scope)
{
    if (scope == ListScope::Queue || scope == ListScope::Mine)
        return; // they are there, always
    Paging &paging = pagingOf(scope);
    if (m_workspace.listState(scope) == ListState::Loading)
        return;
    if (paging.complete) {
        m_workspace.setListState(scope, ListState::Loaded); // another list has brought it all
        return;
    }
    m_workspace.setListState(scope, ListState::Loading);
    paging.pages = 0;
    if (m_link.isOpen())
        ask(scope);
}

/// What colleagues hold is among all chats, newest first, so it and All go through the same pages.
History::Paging &History::pagingOf(ListScope scope)
{
    return scope == ListScope::Ended ? m_ended : m_all;
}

void History::ask(ListScope scope)
{
    const auto wireScope = scope == ListScope::Ended ? api::ChatScope::Ended : api::ChatScope::All;
    const int limit = scope == ListScope::Team ? teamPageSize : pageSize;
    m_link.request(api::ChatList{wireScope, pagingOf(scope).cursor, limit}, this,
                   [this, scope, generation = m_generation](const Result<api::ChatListAnswer> &page) {
                       if (generation == m_generation)
                           takePage(scope, page);
                   });
}

void History::takePage(ListScope scope, const Result<api::ChatListAnswer> &page)
{
    if (!page) {
        if (m_link.isOpen())
            m_workspace.setListState(scope, ListState::Failed);
        return; // otherwise resume() asks again
    }
    Paging &paging = pagingOf(scope);
    paging.cursor = page->next;
    paging.complete = !page->next;
    m_workspace.takeChats(page->chats);
    // An open chat is seldom old; so many pages find those of colleagues behind what ended since.
    if (scope == ListScope::Team && !paging.complete && ++paging.pages < teamPages) {
        ask(scope);
        return;
    }
    m_workspace.setListState(scope, ListState::Loaded);
}

void History::resume()
{
    for (const ChatId &id : std::exchange(m_wanted, {}))
        open(id);
    for (const ChatId &id : m_workspace.openChats())
        askNotes(id, std::nullopt);
    for (const ListScope scope : {ListScope::Team, ListScope::Ended, ListScope::All}) {
        if (m_workspace.listState(scope) == ListState::Loading)
            ask(scope);
    }
    // What the server did not fit into its answer.
    const QList<Thread *> threads = m_workspace.threads();
    for (const Thread *thread : threads) {
        const api::Chat *chat = m_workspace.chat(thread->chatId());
        if (chat && thread->isLoaded() && thread->lastSeq() < chat->lastSeq)
            fill(chat->id, thread->lastSeq());
    }
}

void History::reset()
{
    ++m_generation;
    m_wanted.clear();
    m_filling.clear();
    m_earlier.clear();
    m_ended = {};
    m_all = {};
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
