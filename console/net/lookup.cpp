#include "console/net/lookup.h"

namespace deskbell::console {

namespace {

constexpr int hitsAtOnce = 30;
constexpr int chatsOfOne = 50; // of one visitor
constexpr int pageSize = 200;

} // namespace

Lookup::Lookup(Link &link, Workspace &workspace, QObject *parent)
    : QObject(parent), m_link(link), m_workspace(workspace)
{
}

void Lookup::search(const QString &query, const std::optional<QString> &cursor, Found found)
{
    api::MessageSearch command;
    command.query = query;
    command.cursor = cursor;
    command.limit = hitsAtOnce;
    m_link.request(
        command, this,
        [this, found = std::move(found), generation = m_generation](const Result<api::MessageSearchAnswer> &answer) {
            if (generation == m_generation)
                found(answer);
        });
}

void Lookup::searchChats(const api::ChatSearch &search, FoundChats found)
{
    m_link.request(
        search, this,
        [this, found = std::move(found), generation = m_generation](const Result<api::ChatListAnswer> &answer) {
            if (generation != m_generation)
                return;
            if (answer)
                m_workspace.takeChats(answer->chats);
            found(answer);
        });
}

void Lookup::loadChatsOf(const VisitorId &visitor)
{
    if (!m_link.isOpen())
        return;
    api::ChatList command;
    command.scope = api::ChatScope::All;
    command.visitorId = visitor;
    command.limit = chatsOfOne;
    m_link.request(command, this, [this, generation = m_generation](const Result<api::ChatListAnswer> &answer) {
        if (generation == m_generation && answer)
            m_workspace.takeChats(answer->chats);
    });
}

void Lookup::bring(const ChatId &id, qint64 seq, const Done &done)
{
    if (m_workspace.chat(id)) {
        bringThread(id, seq, done);
        return;
    }
    m_link.request(api::ChatGet{id}, this,
                   [this, id, seq, done, generation = m_generation](const Result<api::Chat> &chat) {
                       if (generation != m_generation)
                           return;
                       if (!chat) {
                           done(chat.error());
                           return;
                       }
                       m_workspace.takeChat(*chat);
                       bringThread(id, seq, done);
                   });
}

void Lookup::bringThread(const ChatId &id, qint64 seq, const Done &done)
{
    if (m_workspace.thread(id)->isLoaded()) {
        bringEarlier(id, seq, done);
        return;
    }
    api::MessageList command;
    command.chatId = id;
    command.limit = pageSize;
    m_link.request(command, this,
                   [this, id, seq, done, generation = m_generation](const Result<api::MessageListAnswer> &page) {
                       if (generation != m_generation)
                           return;
                       if (!page) {
                           done(page.error());
                           return;
                       }
                       m_workspace.thread(id)->takeLatest(page->messages, page->more);
                       bringEarlier(id, seq, done);
                   });
}

/// Page by page, since a thread has no gaps.
void Lookup::bringEarlier(const ChatId &id, qint64 seq, const Done &done)
{
    const Thread *thread = m_workspace.thread(id);
    if (thread->firstSeq() <= seq) {
        done(seq <= thread->lastSeq() ? Result<Nothing>(Nothing{}) : Result<Nothing>(ErrorCode::MessageNotFound));
        return;
    }
    api::MessageList command;
    command.chatId = id;
    command.before = thread->firstSeq();
    command.limit = pageSize;
    m_link.request(command, this,
                   [this, id, seq, done, before = thread->firstSeq(),
                    generation = m_generation](const Result<api::MessageListAnswer> &page) {
                       if (generation != m_generation)
                           return;
                       if (!page) {
                           done(page.error());
                           return;
                       }
                       Thread *known = m_workspace.thread(id);
                       known->takeEarlier(page->messages, page->more);
                       if (known->firstSeq() < before)
                           bringEarlier(id, seq, done);
                       else // neither this page nor another that came meanwhile has brought anything
                           done(ErrorCode::MessageNotFound);
                   });
}

void Lookup::fetch(const ChatId &id, qint64 seq)
{
    const std::pair wanted(id, seq);
    if (!m_link.isOpen() || m_fetching.contains(wanted))
        return;
    m_fetching.insert(wanted);
    api::MessageList command;
    command.chatId = id;
    command.after = seq - 1;
    command.limit = 1;
    m_link.request(command, this,
                   [this, wanted, generation = m_generation](const Result<api::MessageListAnswer> &page) {
                       if (generation != m_generation)
                           return;
                       m_fetching.remove(wanted);
                       Thread *thread = m_workspace.existingThread(wanted.first);
                       if (thread && page && !page->messages.isEmpty() && page->messages.first().seq == wanted.second)
                           thread->takeQuoted(page->messages.first());
                   });
}

void Lookup::reset()
{
    ++m_generation;
    m_fetching.clear();
}

} // namespace deskbell::console
