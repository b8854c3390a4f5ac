#include "console/notify/trayicon.h"

#include "console/theme/iconengine.h"

#include <QDBusMessage>
#include <QDBusPendingCall>
#include <QDBusPendingReply>
#include <QDBusServiceWatcher>
#include <QMenu>
#include <QPainter>
#include <QVariant>

namespace deskbell::console {

namespace {

const QString trayService = QStringLiteral("org.kde.StatusNotifierWatcher");

} // namespace

TrayIcon::TrayIcon(const Theme &theme, QObject *parent, std::chrono::milliseconds patience)
    : QObject(parent), m_theme(theme), m_patience(patience), m_bus(QDBusConnection::sessionBus())
{
    m_giveUp.setSingleShot(true);
    connect(&m_giveUp, &QTimer::timeout, this, &TrayIcon::make);
    connect(&theme, &Theme::changed, this, &TrayIcon::draw);
}

TrayIcon::~TrayIcon() = default;

void TrayIcon::setVisible(bool visible)
{
    m_isWanted = visible;
    if (m_icon)
        m_icon->setVisible(visible);
    else if (visible)
        awaitTray();
}

void TrayIcon::awaitTray()
{
    if (m_giveUp.isActive())
        return;
    if (!m_bus.isConnected()) { // no other kind but the one that does not say so
        make();
        return;
    }
    m_giveUp.start(m_patience);
    auto *watcher = new QDBusServiceWatcher(trayService, m_bus, QDBusServiceWatcher::WatchForRegistration, &m_giveUp);
    connect(watcher, &QDBusServiceWatcher::serviceRegistered, this, &TrayIcon::make);
    QDBusMessage ask =
        QDBusMessage::createMethodCall(QStringLiteral("org.freedesktop.DBus"), QStringLiteral("/org/freedesktop/DBus"),
                                       QStringLiteral("org.freedesktop.DBus"), QStringLiteral("NameHasOwner"));
    ask << trayService;
    auto *answer = new QDBusPendingCallWatcher(m_bus.asyncCall(ask), this);
    connect(answer, &QDBusPendingCallWatcher::finished, this, [this, answer] {
        answer->deleteLater();
        const QDBusPendingReply<bool> reply = *answer;
        if (reply.isValid() && reply.value())
            make();
    });
}

void TrayIcon::make()
{
    m_giveUp.stop();
    if (m_icon || !m_isWanted)
        return;
    m_icon = std::make_unique<QSystemTrayIcon>();
    m_icon->setContextMenu(m_menu);
    connect(m_icon.get(), &QSystemTrayIcon::activated, this, [this](QSystemTrayIcon::ActivationReason reason) {
        if (reason == QSystemTrayIcon::Trigger || reason == QSystemTrayIcon::DoubleClick)
            Q_EMIT raiseRequested();
    });
    draw();
    m_icon->show();
}

bool TrayIcon::isFound() const
{
    return m_icon && m_icon->isVisible() && QSystemTrayIcon::isSystemTrayAvailable();
}

void TrayIcon::setContextMenu(QMenu *menu)
{
    m_menu = menu;
    if (m_icon)
        m_icon->setContextMenu(menu);
}

void TrayIcon::setCount(int count)
{
    if (count == m_count)
        return;
    m_count = count;
    draw();
    tellLauncher();
}

QPixmap TrayIcon::picture(int size) const
{
    QPixmap picture(size, size);
    picture.fill(Qt::transparent);
    QPainter painter(&picture);
    painter.setRenderHint(QPainter::Antialiasing);
    paintIcon(painter, QRectF(0, 0, size, size), QStringLiteral("bell"), m_theme.color(Token::Brass));
    if (m_count > 0) {
        const double side = size * 0.55;
        const QRectF badge(size - side, 0, side, side);
        painter.setPen(Qt::NoPen);
        painter.setBrush(m_theme.color(Token::Danger));
        painter.drawEllipse(badge);
        QFont font = m_theme.font(FontSize::Small, Weight::SemiBold);
        font.setPixelSize(std::max(6, int(side * 0.7)));
        painter.setFont(font);
        painter.setPen(m_theme.color(Token::Panel));
        painter.drawText(badge, Qt::AlignCenter, m_count > 9 ? QStringLiteral("+") : QString::number(m_count));
    }
    return picture;
}

void TrayIcon::draw()
{
    if (!m_icon)
        return;
    QIcon icon;
    for (const int size : {16, 22, 24, 32, 48, 64})
        icon.addPixmap(picture(size));
    m_icon->setIcon(icon);
    m_icon->setToolTip(m_count > 0 ? tr("Deskbell: %n waiting", nullptr, m_count) : tr("Deskbell"));
}

void TrayIcon::tellLauncher()
{
    QDBusMessage update =
        QDBusMessage::createSignal(QStringLiteral("/com/deskbell/console"),
                                   QStringLiteral("com.canonical.Unity.LauncherEntry"), QStringLiteral("Update"));
    update << QStringLiteral("application://deskbell-console.desktop")
           << QVariantMap{{QStringLiteral("count"), qint64(m_count)},
                          {QStringLiteral("count-visible"), m_count > 0},
                          {QStringLiteral("urgent"), m_count > 0}};
    m_bus.send(update);
}

} // namespace deskbell::console
