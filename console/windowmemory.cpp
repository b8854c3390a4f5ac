#include "console/windowmemory.h"

#include "console/views/deskview.h"
#include "console/views/mainwindow.h"

#include <QEvent>

namespace deskbell::console {

namespace {

constexpr int soonMs = 500;

const QString geometry = QStringLiteral("geometry");
const QString scope = QStringLiteral("scope");
const QString details = QStringLiteral("details");
const QString split = QStringLiteral("split");
const QString panes = QStringLiteral("panes");
const QString conversations = QStringLiteral("conversations");

} // namespace

WindowMemory::WindowMemory(Profile &profile, MainWindow &window, QObject *parent)
    : QObject(parent), m_profile(profile), m_window(window)
{
    m_soon.setSingleShot(true);
    m_soon.setInterval(soonMs);
    connect(&m_soon, &QTimer::timeout, this, &WindowMemory::save);
    connect(&window.desk(), &DeskView::rearranged, this, &WindowMemory::noteChange);
    window.installEventFilter(this);
}

void WindowMemory::restore()
{
    const QVariantMap window = m_profile.window();
    m_window.restoreGeometry(window.value(geometry).toByteArray());
    DeskArrangement desk;
    const int kept = window.value(scope).toInt();
    if (kept >= 0 && kept <= int(ListScope::All))
        desk.scope = ListScope(kept);
    desk.details = window.value(details, true).toBool() || window.value(details).isNull();
    desk.split = window.value(split).toBool();
    desk.panes = window.value(panes).toByteArray();
    desk.conversations = window.value(conversations).toByteArray();
    m_window.desk().setArrangement(desk);
    m_isRestored = true;
}

void WindowMemory::save()
{
    if (!m_isRestored)
        return;
    m_soon.stop();
    const DeskArrangement desk = m_window.desk().arrangement();
    m_profile.setWindow({{geometry, m_window.saveGeometry()},
                         {scope, int(desk.scope)},
                         {details, desk.details},
                         {split, desk.split},
                         {panes, desk.panes},
                         {conversations, desk.conversations}});
}

void WindowMemory::noteChange()
{
    if (m_isRestored)
        m_soon.start();
}

bool WindowMemory::eventFilter(QObject *watched, QEvent *event)
{
    switch (event->type()) {
    case QEvent::Move:
    case QEvent::Resize:
    case QEvent::WindowStateChange:
        noteChange();
        break;
    default:
        break;
    }
    return QObject::eventFilter(watched, event);
}

} // namespace deskbell::console
