#include "console/notify/desktopnotifier.h"

#include <QDBusMessage>
#include <QDBusPendingCallWatcher>
#include <QDBusPendingReply>

namespace deskbell::console {

namespace {

const QString service = QStringLiteral("org.freedesktop.Notifications");
const QString path = QStringLiteral("/org/freedesktop/Notifications");
const QString claimAction = QStringLiteral("claim");
const QString openAction = QStringLiteral("default"); // a click on the notification itself

constexpr uchar normalUrgency = 1;
constexpr uchar criticalUrgency = 2;

QDBusMessage call(const QString &method)
{
    return QDBusMessage::createMethodCall(service, path, service, method);
}

} // namespace

DesktopNotifier::DesktopNotifier(const QDBusConnection &bus) : m_bus(bus)
{
    m_bus.connect(service, path, service, QStringLiteral("ActionInvoked"), this, SLOT(takeAction(uint, QString)));
    m_bus.connect(service, path, service, QStringLiteral("NotificationClosed"), this, SLOT(takeClosed(uint, uint)));
}

DesktopNotifier::~DesktopNotifier()
{
    for (const Shown &each : std::as_const(m_shown)) {
        if (each.id != 0)
            close(each.id);
    }
}

void DesktopNotifier::show(const Notice &notice)
{
    Shown &shown = m_shown[notice.chat];
    const int asked = shown.asked = ++m_asked;
    QStringList actions{openAction, tr("Open")};
    if (notice.canBeClaimed)
        actions << claimAction << (notice.isOffer ? tr("Accept") : tr("Claim"));
    const QVariantMap hints{
        {QStringLiteral("urgency"), QVariant::fromValue(notice.urgent ? criticalUrgency : normalUrgency)},
        {QStringLiteral("category"), QStringLiteral("im.received")},
        {QStringLiteral("desktop-entry"), QStringLiteral("deskbell-console")},
        {QStringLiteral("suppress-sound"), true}, // the bell is ours
    };
    QDBusMessage message = call(QStringLiteral("Notify"));
    // Bodies may hold markup, and a visitor's words are none.
    message << QStringLiteral("Deskbell") << shown.id << QStringLiteral("deskbell-console") << notice.title
            << notice.body.toHtmlEscaped() << actions << hints << (notice.urgent ? 0 : -1);
    auto *watcher = new QDBusPendingCallWatcher(m_bus.asyncCall(message), this);
    connect(watcher, &QDBusPendingCallWatcher::finished, this, [this, watcher, chat = notice.chat, asked] {
        const QDBusPendingReply<uint> reply = *watcher;
        watcher->deleteLater();
        if (reply.isError())
            return;
        const auto found = m_shown.find(chat);
        if (found == m_shown.end())
            close(reply.value()); // taken back before the server had answered
        else if (found->asked >= asked)
            found->id = reply.value();
    });
}

void DesktopNotifier::withdraw(const ChatId &chat)
{
    const auto found = m_shown.constFind(chat);
    if (found == m_shown.constEnd())
        return;
    if (found->id != 0)
        close(found->id);
    m_shown.erase(found);
}

void DesktopNotifier::close(uint id)
{
    m_bus.asyncCall(call(QStringLiteral("CloseNotification")) << id);
}

void DesktopNotifier::takeAction(uint id, const QString &action)
{
    for (auto it = m_shown.constBegin(); it != m_shown.constEnd(); ++it) {
        if (it->id != id)
            continue;
        // A copy, since who hears this may withdraw it.
        const ChatId chat = it.key(); // NOLINT(performance-unnecessary-copy-initialization)
        if (action == claimAction)
            Q_EMIT claimRequested(chat);
        else
            Q_EMIT openRequested(chat);
        return;
    }
}

void DesktopNotifier::takeClosed(uint id, uint)
{
    m_shown.removeIf([id](const auto &shown) { return shown.value().id == id; });
}

} // namespace deskbell::console
