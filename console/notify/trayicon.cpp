#include "console/notify/trayicon.h"

#include "console/theme/iconengine.h"

#include <QDBusConnection>
#include <QDBusMessage>
#include <QPainter>
#include <QVariant>

namespace deskbell::console {

TrayIcon::TrayIcon(const Theme &theme, QObject *parent) : QSystemTrayIcon(parent), m_theme(theme)
{
    connect(&theme, &Theme::changed, this, &TrayIcon::draw);
    connect(this, &QSystemTrayIcon::activated, this, [this](ActivationReason reason) {
        if (reason == Trigger || reason == DoubleClick)
            Q_EMIT raiseRequested();
    });
    draw();
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
    QIcon icon;
    for (const int size : {16, 22, 24, 32, 48, 64})
        icon.addPixmap(picture(size));
    setIcon(icon);
    setToolTip(m_count > 0 ? tr("Deskbell: %n waiting", nullptr, m_count) : tr("Deskbell"));
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
    QDBusConnection::sessionBus().send(update);
}

} // namespace deskbell::console
