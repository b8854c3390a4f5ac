#include "console/dialogs/passwordedit.h"

#include "console/theme/theme.h"

#include <QEvent>
#include <QToolButton>

namespace deskbell::console {

namespace {

constexpr int side = 28;

} // namespace

PasswordEdit::PasswordEdit(const Theme &theme, QWidget *parent)
    : QLineEdit(parent), m_theme(theme), m_reveal(new QToolButton(this))
{
    m_reveal->setObjectName(QStringLiteral("revealButton"));
    m_reveal->setProperty("kind", QStringLiteral("reveal"));
    m_reveal->setFixedSize(side, side);
    m_reveal->setCursor(Qt::ArrowCursor);
    m_reveal->setFocusPolicy(Qt::TabFocus);
    m_reveal->setCheckable(true);
    connect(m_reveal, &QToolButton::toggled, this, &PasswordEdit::setShown);
    connect(&theme, &Theme::changed, this, [this] { setShown(m_reveal->isChecked()); });
    setShown(false);
    place();
}

void PasswordEdit::setShown(bool shown)
{
    setEchoMode(shown ? QLineEdit::Normal : QLineEdit::Password);
    m_reveal->setIcon(m_theme.icon(shown ? QStringLiteral("eye-off") : QStringLiteral("eye"), Token::Ink3));
    m_reveal->setToolTip(shown ? tr("Hide the password") : tr("Show the password"));
    m_reveal->setAccessibleName(tr("Show the password")); // that it is pressed says the rest
}

void PasswordEdit::place()
{
    const bool mirrored = isRightToLeft();
    setTextMargins(mirrored ? side : 0, 0, mirrored ? 0 : side, 0);
    constexpr int gap = 5;
    m_reveal->move(mirrored ? gap : width() - side - gap, (height() - side) / 2);
}

void PasswordEdit::resizeEvent(QResizeEvent *event)
{
    QLineEdit::resizeEvent(event);
    place();
}

void PasswordEdit::changeEvent(QEvent *event)
{
    QLineEdit::changeEvent(event);
    if (event->type() == QEvent::LayoutDirectionChange)
        place();
}

} // namespace deskbell::console
