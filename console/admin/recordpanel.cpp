#include "console/admin/recordpanel.h"

#include "console/admin/editform.h"
#include "console/theme/theme.h"

#include <QAccessible>
#include <QApplication>
#include <QLabel>
#include <QPointer>
#include <QPushButton>
#include <QScrollArea>
#include <QShortcut>
#include <QStyle>
#include <QToolButton>
#include <QVBoxLayout>

namespace deskbell::console {

RecordPanel::RecordPanel(const Theme &theme, const QString &name, QWidget *parent)
    : QFrame(parent), m_theme(theme), m_name(name), m_form(new EditForm(theme, name, this)), m_title(new QLabel(this)),
      m_back(new QToolButton(this)), m_said(new QLabel(this)), m_discard(new QPushButton(tr("Discard"), this)),
      m_save(new QPushButton(tr("Save"), this))
{
    setObjectName(name + QStringLiteral("Panel"));
    setProperty("kind", QStringLiteral("record"));
    auto *scroll = new QScrollArea(this);
    scroll->setObjectName(name + QStringLiteral("ScrollArea"));
    scroll->setWidgetResizable(true);
    scroll->setFocusPolicy(Qt::NoFocus);
    scroll->setWidget(m_form);
    m_form->setContentsMargins(space::l, space::s, space::l, space::l);
    m_said->setObjectName(name + QStringLiteral("SaidLabel"));
    m_said->setTextFormat(Qt::PlainText);
    m_said->setWordWrap(true);
    m_said->setContentsMargins(space::l, space::s, space::l, 0);
    m_said->hide();
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addLayout(makeHead());
    column->addWidget(scroll, 1);
    column->addWidget(m_said);
    column->addLayout(makeFoot());
    connect(m_form, &EditForm::changed, this, &RecordPanel::settle);
    connect(qApp, &QApplication::focusChanged, scroll, [this, scroll](QWidget *, QWidget *now) {
        if (!now || !m_form->isAncestorOf(now))
            return;
        const auto reveal = [scroll, at = QPointer(now)] {
            if (at)
                scroll->ensureWidgetVisible(at, 0, space::xl);
        };
        QMetaObject::invokeMethod(scroll, reveal, Qt::QueuedConnection); // what is new has its place by then
    });
    connect(m_form, &EditForm::submitted, m_save, [this] { m_save->click(); });
    auto *shortcut = new QShortcut(QKeySequence::Save, this);
    shortcut->setContext(Qt::WidgetWithChildrenShortcut);
    connect(shortcut, &QShortcut::activated, m_save, [this] { m_save->click(); });
    settle();
}

QHBoxLayout *RecordPanel::makeHead()
{
    m_title->setObjectName(m_name + QStringLiteral("PanelTitleLabel"));
    m_title->setFont(m_theme.font(FontSize::Reading, Weight::SemiBold));
    m_title->setTextFormat(Qt::PlainText);
    m_title->setWordWrap(true);
    m_back->setObjectName(m_name + QStringLiteral("BackButton"));
    m_back->setIcon(m_theme.icon(QStringLiteral("back"), Token::Ink2));
    m_back->setIconSize({20, 20});
    m_back->setAccessibleName(tr("Back to the list"));
    m_back->setToolTip(tr("Back to the list"));
    m_back->hide();
    connect(m_back, &QToolButton::clicked, this, &RecordPanel::backRequested);
    auto *head = new QHBoxLayout;
    head->setContentsMargins(space::l, space::l, space::l, space::xs);
    head->setSpacing(space::s);
    head->addWidget(m_back, 0, Qt::AlignTop);
    head->addWidget(m_title, 1);
    return head;
}

QHBoxLayout *RecordPanel::makeFoot()
{
    m_discard->setObjectName(m_name + QStringLiteral("DiscardButton"));
    m_save->setObjectName(m_name + QStringLiteral("SaveButton"));
    m_save->setProperty("kind", QStringLiteral("primary"));
    m_save->setToolTip(QKeySequence(QKeySequence::Save).toString(QKeySequence::NativeText));
    connect(m_save, &QPushButton::clicked, this, &RecordPanel::saveRequested);
    connect(m_discard, &QPushButton::clicked, this, &RecordPanel::discardRequested);
    m_actions = new QHBoxLayout;
    m_actions->setSpacing(space::xs);
    auto *foot = new QHBoxLayout;
    foot->setContentsMargins(space::l, space::m, space::l, space::l);
    foot->setSpacing(space::s);
    foot->addLayout(m_actions);
    foot->addStretch();
    foot->addWidget(m_discard);
    foot->addWidget(m_save);
    return foot;
}

void RecordPanel::setTitle(const QString &title)
{
    m_title->setText(title);
    setAccessibleName(title);
}

void RecordPanel::setHeadVisible(bool visible)
{
    m_title->setVisible(visible);
}

void RecordPanel::setSaveText(const QString &text)
{
    m_save->setText(text);
}

void RecordPanel::setSaveVisible(bool visible)
{
    m_save->setVisible(visible);
}

QPushButton *RecordPanel::addAction(const QString &name, const QString &text)
{
    auto *button = new QPushButton(text, this);
    button->setObjectName(name);
    button->setProperty("kind", QStringLiteral("danger"));
    m_actions->addWidget(button);
    m_others.append(button);
    setTabOrder(m_discard, m_save);
    return button;
}

void RecordPanel::setBackVisible(bool visible)
{
    m_back->setVisible(visible);
}

void RecordPanel::setOnline(bool online)
{
    if (online == m_online)
        return;
    m_online = online;
    for (QPushButton *each : std::as_const(m_others))
        each->setEnabled(online);
    if (online)
        sayNothing();
    settle();
}

void RecordPanel::setBusy(bool busy)
{
    m_busy = busy;
    settle();
}

void RecordPanel::beginSaving()
{
    sayNothing();
    m_form->clearProblems();
    m_form->beginSaving();
    setBusy(true);
}

void RecordPanel::finishSaving(const std::function<void()> &fill)
{
    m_form->finishSaving(fill);
    setBusy(false);
    saySaved(m_form->isDirty() ? tr("Saved, but for what you have changed since") : tr("Saved"));
}

void RecordPanel::settle()
{
    const bool dirty = m_form->isDirty();
    if (dirty && m_said->property("tone").toString() == QLatin1String("success"))
        sayNothing(); // that was before
    if (!m_online)
        say(tr("There is no connection. You can save as soon as it is back."), QStringLiteral("brass"));
    m_save->setEnabled(dirty && m_online && !m_busy);
    m_discard->setVisible(dirty);
}

void RecordPanel::say(const QString &text, const QString &tone)
{
    if (m_said->text() == text && m_said->property("tone") == tone)
        return;
    m_said->setText(text);
    m_said->setProperty("tone", tone);
    m_said->style()->unpolish(m_said);
    m_said->style()->polish(m_said);
    m_said->setVisible(!text.isEmpty());
    if (text.isEmpty())
        return;
    QAccessibleEvent alert(m_said, QAccessible::Alert);
    QAccessible::updateAccessibility(&alert);
}

void RecordPanel::sayProblem(const QString &problem)
{
    say(problem, QStringLiteral("danger"));
}

void RecordPanel::saySaved(const QString &text)
{
    say(text, QStringLiteral("success"));
}

void RecordPanel::sayNothing()
{
    say({}, {});
}

} // namespace deskbell::console
