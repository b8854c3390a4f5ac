#include "console/views/alarmbar.h"

#include "console/models/wording.h"
#include "console/state/workspace.h"
#include "console/theme/iconengine.h"
#include "console/theme/theme.h"
#include "console/views/elidedlabel.h"

#include <QHBoxLayout>
#include <QPainter>
#include <QPushButton>
#include <QStyle>

namespace deskbell::console {

namespace {

constexpr int bellSize = 20;

} // namespace

AlarmBar::AlarmBar(const Theme &theme, const Workspace &workspace, QWidget *parent)
    : QFrame(parent), m_theme(theme), m_workspace(workspace), m_bell(new QLabel(this)), m_text(new ElidedLabel(this)),
      m_wait(new QLabel(this)), m_claim(new QPushButton(tr("Claim"), this))
{
    setObjectName(QStringLiteral("alarmBar"));
    m_text->setObjectName(QStringLiteral("alarmLabel"));
    m_wait->setObjectName(QStringLiteral("alarmWaitLabel"));
    m_wait->setFont(theme.font(FontSize::List, Weight::SemiBold));
    m_claim->setObjectName(QStringLiteral("alarmClaimButton"));
    m_claim->setProperty("kind", QStringLiteral("primary"));
    m_claim->setProperty("slim", true);
    auto *silence = new QPushButton(tr("Silence"), this);
    silence->setObjectName(QStringLiteral("alarmSilenceButton"));
    silence->setProperty("kind", QStringLiteral("brass"));
    silence->setToolTip(tr("Stops the bell until somebody else comes"));
    for (QPushButton *each : {m_claim, silence})
        each->setFocusPolicy(Qt::TabFocus);
    auto *row = new QHBoxLayout(this);
    row->setContentsMargins(space::l, 6, space::m, 6);
    row->setSpacing(space::s);
    row->addWidget(m_bell);
    row->addWidget(m_text, 1);
    row->addWidget(m_wait);
    row->addSpacing(space::s);
    row->addWidget(m_claim);
    row->addWidget(silence);
    connect(m_claim, &QPushButton::clicked, this, [this] {
        if (!m_callers.isEmpty())
            Q_EMIT claimRequested(ChatId(m_callers.constFirst()));
    });
    connect(silence, &QPushButton::clicked, this, &AlarmBar::silenceRequested);
    m_second.setInterval(1'000);
    connect(&m_second, &QTimer::timeout, this, &AlarmBar::tick);
    m_swing.setDuration(180);
    m_swing.setLoopCount(3);
    m_swing.setKeyValueAt(0, 0.0);
    m_swing.setKeyValueAt(0.25, 16.0);
    m_swing.setKeyValueAt(0.75, -16.0);
    m_swing.setKeyValueAt(1, 0.0);
    connect(&m_swing, &QVariantAnimation::valueChanged, this, &AlarmBar::drawBell);
    connect(&theme, &Theme::changed, this, &AlarmBar::drawBell);
    drawBell();
    hide();
}

void AlarmBar::setCallers(const QList<ChatId> &callers)
{
    m_callers = callers;
    if (callers.isEmpty()) {
        m_second.stop();
        m_swing.stop();
    } else {
        m_second.start();
        tick();
    }
    setVisible(!callers.isEmpty());
}

void AlarmBar::swing()
{
    // The desktop's wish for no motion reaches Qt's styles as a duration of none.
    if (isVisible() && style()->styleHint(QStyle::SH_Widget_Animation_Duration) > 0)
        m_swing.start();
}

void AlarmBar::tick()
{
    const api::Chat *chat = m_callers.isEmpty() ? nullptr : m_workspace.chat(m_callers.constFirst());
    if (!chat)
        return;
    const QString name = oneLine(chat->visitorName);
    const int others = int(m_callers.size()) - 1;
    const bool offered = m_workspace.isOfferedToMe(*chat);
    QString text = offered ? tr("The chat with %1 is offered to you").arg(name) : tr("%1 is waiting").arg(name);
    if (others > 0 && offered)
        text = tr("The chat with %1 is offered to you, and %n other(s) wait", nullptr, others).arg(name);
    else if (others > 0)
        text = tr("%1 and %n other(s) are waiting", nullptr, others).arg(name);
    m_text->setText(text);
    m_claim->setText(offered ? tr("Accept") : tr("Claim"));
    const qint64 waited = m_workspace.clock().now().ms - chat->createdAt.ms;
    m_wait->setText(chat->status == api::ChatStatus::Waiting ? waitText(waited) : QString());
    m_claim->setAccessibleName((offered ? tr("Accept the chat with %1") : tr("Claim the chat with %1")).arg(name));
    setAccessibleName(text);
}

void AlarmBar::drawBell()
{
    QPixmap picture(QSize(bellSize, bellSize) * devicePixelRatioF());
    picture.setDevicePixelRatio(devicePixelRatioF());
    picture.fill(Qt::transparent);
    QPainter painter(&picture);
    painter.setRenderHint(QPainter::Antialiasing);
    constexpr double half = bellSize / 2.0;
    painter.translate(half, 2); // it hangs from its top
    painter.rotate(m_swing.state() == QVariantAnimation::Running ? m_swing.currentValue().toDouble() : 0);
    painter.translate(-half, -2);
    paintIcon(painter, QRectF(0, 0, bellSize, bellSize), QStringLiteral("bell"), m_theme.color(Token::BrassText));
    m_bell->setPixmap(picture);
}

} // namespace deskbell::console
