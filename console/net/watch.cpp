#include "console/net/watch.h"

namespace deskbell::console {

namespace {

constexpr int pageSize = 200;
constexpr int lookEveryMs = 4'000;

} // namespace

Watch::Watch(Link &link, Workspace &workspace, History &history, QObject *parent)
    : QObject(parent), m_link(link), m_workspace(workspace), m_history(history)
{
    m_pause.setInterval(lookEveryMs);
    connect(&m_pause, &QTimer::timeout, this, &Watch::look);
    m_pause.start();
}

void Watch::reset()
{
    ++m_generation;
    m_asking.clear();
    m_seen.clear();
}

void Watch::look()
{
    if (!m_link.isOpen())
        return;
    for (const ChatId &id : m_workspace.openChats()) {
        const api::Chat *chat = m_workspace.chat(id);
        const Thread *thread = m_workspace.existingThread(id);
        if (chat && chat->status == api::ChatStatus::Active && !m_workspace.isMine(*chat) && thread
            && thread->isLoaded() && !m_asking.contains(id))
            lookAt(id);
    }
}

void Watch::lookAt(const ChatId &id)
{
    m_asking.insert(id);
    m_link.request(api::ChatGet{id}, this, [this, id, generation = m_generation](const Result<api::Chat> &now) {
        if (generation != m_generation)
            return;
        m_asking.remove(id);
        if (now)
            takeState(*now);
    });
}

void Watch::takeState(const api::Chat &now)
{
    const Thread *thread = m_workspace.existingThread(now.id);
    if (!thread || !thread->isLoaded())
        return;
    if (now.lastSeq > thread->lastSeq())
        m_history.fill(now.id, thread->lastSeq());
    const qint64 known = std::max(m_seen.value(now.id), thread->lastChange());
    if (now.lastChange > known)
        askChanged({now.id, known, now.lastChange}, thread->lastSeq() + 1);
}

/// Page by page from the end, where most changes are. Each has a number of its own, so it is known when all are found;
/// where some are not among what is loaded, all of that was looked through.
void Watch::askChanged(const Search &search, qint64 before)
{
    m_asking.insert(search.id);
    api::MessageList command;
    command.chatId = search.id;
    command.before = before;
    command.limit = pageSize;
    m_link.request(command, this,
                   [this, search, generation = m_generation](const Result<api::MessageListAnswer> &page) {
                       if (generation != m_generation)
                           return;
                       m_asking.remove(search.id);
                       const Thread *thread = m_workspace.existingThread(search.id);
                       if (!page || !thread)
                           return; // the next look begins anew
                       Search more = search;
                       for (const api::Message &each : page->messages) {
                           if (each.change > search.known)
                               more.found.append(each);
                       }
                       const qint64 first = page->messages.isEmpty() ? 0 : page->messages.first().seq;
                       const bool isWhole = more.found.size() >= search.last - search.known;
                       if (page->more && first > thread->firstSeq() && !isWhole)
                           askChanged(more, first);
                       else
                           takeChanged(more);
                   });
}

/// All at once: half of them would look as if there were no others.
void Watch::takeChanged(const Search &search)
{
    m_seen.insert(search.id, search.last);
    for (const api::Message &each : search.found)
        m_workspace.takeChange(each);
}

} // namespace deskbell::console
