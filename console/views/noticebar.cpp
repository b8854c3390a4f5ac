#include "console/views/noticebar.h"

#include "console/models/wording.h"
#include "console/state/workspace.h"
#include "console/theme/theme.h"
#include "console/views/elidedlabel.h"

#include <QAccessible>
#include <QHBoxLayout>
#include <QLabel>
#include <QPushButton>
#include <QToolButton>

namespace deskbell::console {

namespace {

QLabel *iconLabel(const Theme &theme, const QString &icon, Token token, QWidget *parent)
{
    auto *label = new QLabel(parent);
    const auto draw = [label, &theme, icon, token] {
        label->setPixmap(theme.icon(icon, token).pixmap(QSize(18, 18), label->devicePixelRatioF()));
    };
    QObject::connect(&theme, &Theme::changed, label, draw);
    draw();
    return label;
}

QHBoxLayout *barLayout(QFrame *bar, int left)
{
    auto *row = new QHBoxLayout(bar);
    row->setContentsMargins(left, 6, space::m, 6);
    row->setSpacing(space::s);
    return row;
}

} // namespace

OfflineBar::OfflineBar(const Theme &theme, const Workspace &workspace, QWidget *parent)
    : QFrame(parent), m_workspace(workspace), m_text(new ElidedLabel(this)), m_tryNow(new QPushButton(this))
{
    setObjectName(QStringLiteral("offlineBar"));
    m_text->setObjectName(QStringLiteral("offlineLabel"));
    m_tryNow->setObjectName(QStringLiteral("tryNowButton"));
    m_tryNow->setText(tr("Try now"));
    m_tryNow->setFocusPolicy(Qt::TabFocus);
    m_tryNow->setProperty("kind", QStringLiteral("brass"));
    QHBoxLayout *row = barLayout(this, space::l);
    row->addWidget(iconLabel(theme, QStringLiteral("offline"), Token::BrassText, this));
    row->addWidget(m_text, 1);
    row->addWidget(m_tryNow);
    connect(m_tryNow, &QPushButton::clicked, this, &OfflineBar::tryNowRequested);
    connect(&workspace, &Workspace::connectionChanged, this, &OfflineBar::show);
    connect(&workspace, &Workspace::outgoingCountChanged, this, &OfflineBar::show);
    show();
}

void OfflineBar::show()
{
    const ConnectionState &connection = m_workspace.connection();
    const bool offline = connection.phase == ConnectionState::Phase::Offline;
    if (offline) {
        QString text = tr("Offline since %1").arg(clockText(connection.since));
        const int count = m_workspace.outgoingCount();
        text += QStringLiteral(" · ");
        text +=
            count > 0 ? tr("%n message(s) wait here and will be sent", nullptr, count) : tr("you can go on writing");
        m_text->setText(text);
        m_tryNow->setEnabled(!connection.attempting);
        m_tryNow->setText(connection.attempting ? tr("Trying …") : tr("Try now"));
    }
    setVisible(offline);
}

NoticeBar::NoticeBar(const Theme &theme, QWidget *parent, const QString &name)
    : QFrame(parent), m_text(new QLabel(this))
{
    setObjectName(name + QStringLiteral("Bar"));
    setProperty("kind", QStringLiteral("notice"));
    m_text->setObjectName(name + QStringLiteral("Label"));
    m_text->setTextFormat(Qt::PlainText);
    m_text->setWordWrap(true);
    auto *close = new QToolButton(this);
    close->setObjectName(name + QStringLiteral("CloseButton"));
    close->setIcon(theme.icon(QStringLiteral("close"), Token::Ink2));
    close->setToolTip(tr("Close"));
    close->setFocusPolicy(Qt::TabFocus);
    close->setAccessibleName(tr("Close the notice"));
    QHBoxLayout *row = barLayout(this, space::xl);
    row->addWidget(iconLabel(theme, QStringLiteral("danger"), Token::Danger, this));
    row->addWidget(m_text, 1);
    row->addWidget(close);
    m_goes.setSingleShot(true);
    m_goes.setInterval(10'000);
    connect(&m_goes, &QTimer::timeout, this, [this] { say({}); });
    connect(close, &QToolButton::clicked, this, [this] {
        m_lasting.clear();
        say({});
    });
    hide();
}

void NoticeBar::say(const QString &text, Stay stay)
{
    if (stay == Stay::UntilClosed && !m_lasting.contains(text))
        m_lasting.append(text);
    const bool isNews = !text.isEmpty();
    m_text->setText(isNews && stay == Stay::Moment ? text : m_lasting.join(QLatin1Char('\n')));
    setVisible(!m_text->text().isEmpty());
    m_goes.stop();
    if (!isNews)
        return;
    if (stay == Stay::Moment)
        m_goes.start();
    QAccessibleEvent alert(m_text, QAccessible::Alert);
    QAccessible::updateAccessibility(&alert);
}

} // namespace deskbell::console
