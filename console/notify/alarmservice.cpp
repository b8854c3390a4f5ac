#include "console/notify/alarmservice.h"

#include "console/models/wording.h"

#include <QVariant>

namespace deskbell::console {

AlarmService::AlarmService(Workspace &workspace, Notifier &notifier, Ringer &ringer, AlarmTimes times, QObject *parent)
    : QObject(parent), m_workspace(workspace), m_notifier(notifier), m_ringer(ringer), m_times(times)
{
    m_repeat.setSingleShot(true);
    m_telling.setSingleShot(true);
    connect(&m_telling, &QTimer::timeout, this, [this] {
        Q_EMIT callingCountChanged(callingCount());
        Q_EMIT ringingChanged();
    });
    connect(&m_repeat, &QTimer::timeout, this, &AlarmService::ringAgain);
    connect(&workspace, &Workspace::visitorWrote, this, &AlarmService::takeWriting);
    connect(&workspace, &Workspace::chatOffered, this, &AlarmService::takeOffer);
    connect(&workspace.office(), &Office::departmentsChanged, this, &AlarmService::settleAll); // offers to ours
    connect(&workspace, &Workspace::chatChanged, this, [this](int row) { settle(m_workspace.chatAt(row).id); });
    connect(&workspace, &Workspace::chatRemoved, this, &AlarmService::drop);
    connect(&workspace, &Workspace::selfChanged, this, &AlarmService::settleAll);
    connect(&workspace, &Workspace::connectionChanged, this, &AlarmService::settleAll);
}

/// Whoever is signed in hears of their own chats, and of what they are asked by name.
bool AlarmService::isThere() const
{
    return m_workspace.connection().phase != ConnectionState::Phase::SignedOut && !m_workspace.self().id.isNull();
}

/// Who is busy hears nothing of the queue.
bool AlarmService::isOnDuty() const
{
    return isThere() && m_workspace.self().status == api::OperatorStatus::Online;
}

void AlarmService::setVisualOnly(bool visualOnly)
{
    m_visualOnly = visualOnly;
    if (visualOnly)
        m_ringer.silence();
}

void AlarmService::setNotifying(bool notifying)
{
    m_notifying = notifying;
    if (notifying)
        return;
    const auto calling = m_calling.keys();
    for (const ChatId &id : calling)
        m_notifier.withdraw(id);
    for (const ChatId &id : std::exchange(m_told, {}))
        m_notifier.withdraw(id);
}

void AlarmService::hush()
{
    if (!isRinging())
        return;
    m_hushed = true;
    m_ringer.silence();
    Q_EMIT ringingChanged();
}

QList<ChatId> AlarmService::callers() const
{
    QList<ChatId> callers = m_calling.keys();
    std::sort(callers.begin(), callers.end(), [this](const ChatId &a, const ChatId &b) {
        const api::Chat *first = m_workspace.chat(a);
        const api::Chat *second = m_workspace.chat(b);
        return first && (!second || first->createdAt < second->createdAt);
    });
    return callers;
}

void AlarmService::takeWriting(const ChatId &id)
{
    const api::Chat *chat = m_workspace.chat(id);
    if (!chat || !isThere())
        return;
    if (chat->status == api::ChatStatus::Waiting) {
        if (calls(*chat) && !m_calling.contains(id))
            begin(*chat);
    } else if (m_workspace.isMine(*chat) && m_workspace.unread(id) > 0) {
        tell(*chat, false);
        ring();
    }
}

/// One that is offered rings though it waits already, and has been silenced.
void AlarmService::takeOffer(const ChatId &id)
{
    const api::Chat *chat = m_workspace.chat(id);
    if (chat && calls(*chat))
        begin(*chat);
}

/// Whether somebody is to take it, and it could be us.
bool AlarmService::calls(const api::Chat &chat) const
{
    const bool isOffered = m_workspace.isOfferedToMe(chat);
    if (isOffered && chat.offer->operatorId)
        return isThere();
    return isOnDuty() && (isOffered || chat.status == api::ChatStatus::Waiting);
}

void AlarmService::begin(const api::Chat &chat)
{
    m_calling.insert(chat.id, {});
    m_hushed = false;
    tell(chat, false);
    ring();
    if (!m_repeat.isActive())
        m_repeat.start(m_times.repeat);
    m_telling.start();
}

void AlarmService::settle(const ChatId &id)
{
    const api::Chat *chat = m_workspace.chat(id);
    // Handled elsewhere is handled, whether we look or not; what stays ours goes when it is read.
    const bool isOurs = chat && chat->status == api::ChatStatus::Active && m_workspace.isMine(*chat);
    const bool isRead = m_workspace.unread(id) == 0;
    if ((m_calling.contains(id) && !(chat && calls(*chat))) || (m_told.contains(id) && (!isOurs || isRead)))
        drop(id);
}

/// Somebody goes on or off duty: those who wait call, or stop calling.
void AlarmService::settleAll()
{
    const auto calling = m_calling.keys();
    for (const ChatId &id : calling)
        settle(id);
    if (!isThere()) {
        const auto told = m_told.values();
        for (const ChatId &id : told)
            drop(id);
        return;
    }
    for (int row = 0; row < m_workspace.chatCount(); ++row) {
        if (m_workspace.isEnded(row))
            continue;
        const api::Chat &chat = m_workspace.chatAt(row);
        if (calls(chat) && !m_calling.contains(chat.id))
            begin(chat);
    }
}

void AlarmService::drop(const ChatId &id)
{
    const bool called = m_calling.remove(id);
    if (m_told.remove(id) || called)
        m_notifier.withdraw(id);
    if (!called)
        return;
    if (m_calling.isEmpty()) {
        m_repeat.stop();
        m_ringer.silence();
    }
    m_telling.start();
}

void AlarmService::ringAgain()
{
    bool urgent = false;
    const qint64 now = m_workspace.clock().now().ms;
    const std::chrono::milliseconds patience = timeToEscalate();
    QList<ChatId> late;
    for (auto it = m_calling.begin(); it != m_calling.end(); ++it) {
        const api::Chat *chat = m_workspace.chat(it.key());
        const bool isLate = chat && chat->status == api::ChatStatus::Waiting // offers run out by themselves
            && now - chat->createdAt.ms >= patience.count();
        if (isLate && !it->urgent)
            late.append(it.key());
        it->urgent = isLate;
        urgent = urgent || isLate;
    }
    if (m_hushed && !late.isEmpty()) {
        m_hushed = false;
        Q_EMIT ringingChanged();
    }
    if (!m_hushed)
        ring();
    m_repeat.start(urgent ? m_times.repeat / 2 : m_times.repeat);
    for (const ChatId &id : late) {
        if (const api::Chat *chat = m_workspace.chat(id))
            tell(*chat, true);
    }
    if (!late.isEmpty())
        Q_EMIT escalated(late.constFirst());
}

/// As the desk has set it, where it has.
std::chrono::milliseconds AlarmService::timeToEscalate() const
{
    const auto &settings = m_workspace.office().settings();
    const int seconds = settings && settings->routing ? settings->routing->escalateAfterS : 0;
    return seconds > 0 ? std::chrono::seconds(seconds) : m_times.escalate;
}

void AlarmService::ring()
{
    if (!m_visualOnly)
        m_ringer.ring();
    Q_EMIT rang();
}

void AlarmService::tell(const api::Chat &chat, bool urgent)
{
    if (!m_notifying)
        return;
    if (!calls(chat))
        m_told.insert(chat.id);
    m_notifier.show(noticeOf(chat, urgent));
}

Notice AlarmService::noticeOf(const api::Chat &chat, bool urgent) const
{
    const QString name = chat.visitorName.simplified();
    const QString said = chat.lastMessage ? saidText(*chat.lastMessage).left(300) : QString();
    const bool waiting = chat.status == api::ChatStatus::Waiting;
    if (m_workspace.isOfferedToMe(chat)) {
        const QString note = chat.offer->note.value_or(QString()).simplified().left(300);
        return {chat.id, tr("The chat with %1 is offered to you").arg(name), note.isEmpty() ? said : note, true, urgent,
                true};
    }
    QString title = waiting ? tr("%1 is waiting").arg(name) : name;
    if (urgent)
        title = tr("%1 is still waiting").arg(name);
    return {chat.id, title, said, waiting, urgent, false};
}

} // namespace deskbell::console
