#include "console/models/chatfinder.h"

#include <QPointer>

namespace deskbell::console {

namespace {

constexpr int pauseMs = 180;
constexpr qsizetype fewestLetters = 2;

std::optional<api::ChatStatus> statusIn(ListScope scope)
{
    switch (scope) {
    case ListScope::Queue:
        return api::ChatStatus::Waiting;
    case ListScope::Mine:
    case ListScope::Team:
        return api::ChatStatus::Active;
    case ListScope::Ended:
        return api::ChatStatus::Ended;
    case ListScope::All:
        break;
    }
    return std::nullopt;
}

} // namespace

ChatFinder::ChatFinder(const Workspace &workspace, Actions &actions, QObject *parent)
    : QObject(parent), m_workspace(workspace), m_actions(actions)
{
    m_pause.setSingleShot(true);
    m_pause.setInterval(pauseMs);
    connect(&m_pause, &QTimer::timeout, this, [this] { ask(std::nullopt); });
    connect(&workspace, &Workspace::connectionChanged, this, [this] {
        if (m_failed && m_workspace.connection().phase == ConnectionState::Phase::Online)
            tryAgain();
    });
}

void ChatFinder::setFilter(const ChatFilter &filter, ListScope scope)
{
    std::optional<api::ChatSearch> wanted;
    const bool hasWords = filter.text.size() >= fewestLetters;
    if (hasWords || filter.hasCriteria()) {
        wanted.emplace();
        if (hasWords)
            wanted->query = filter.text.left(200);
        wanted->departmentId = filter.department;
        wanted->operatorId = filter.holder;
        wanted->tag = filter.tag;
        wanted->priority = filter.priority;
        wanted->status = statusIn(scope);
    }
    if (wanted == m_search)
        return;
    m_search = wanted;
    ++m_question;
    m_next.reset();
    m_failed = false;
    m_asking = wanted.has_value();
    if (wanted)
        m_pause.start();
    else
        m_pause.stop();
    Q_EMIT stateChanged();
}

void ChatFinder::loadMore()
{
    if (m_next && !m_asking)
        ask(m_next);
}

void ChatFinder::tryAgain()
{
    if (m_search && !m_pause.isActive())
        ask(std::nullopt);
}

void ChatFinder::ask(const std::optional<QString> &cursor)
{
    const bool online = m_workspace.connection().phase == ConnectionState::Phase::Online;
    m_asking = online;
    m_failed = !online;
    Q_EMIT stateChanged();
    if (!online)
        return;
    api::ChatSearch search = *m_search;
    search.cursor = cursor;
    m_actions.searchChats(search,
                          [self = QPointer(this), question = ++m_question](const Result<api::ChatListAnswer> &answer) {
                              if (self && question == self->m_question)
                                  self->take(answer);
                          });
}

void ChatFinder::take(const Result<api::ChatListAnswer> &answer)
{
    m_asking = false;
    m_failed = !answer;
    if (answer) {
        m_next = answer->next;
        QSet<ChatId> chats;
        for (const api::Chat &each : answer->chats)
            chats.insert(each.id);
        Q_EMIT found(chats);
    }
    Q_EMIT stateChanged();
}

} // namespace deskbell::console
