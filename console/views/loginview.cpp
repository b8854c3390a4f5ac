#include "console/views/loginview.h"

#include "console/dialogs/passwordedit.h"
#include "console/settings/deskaddress.h"
#include "console/theme/direction.h"
#include "console/theme/iconengine.h"
#include "console/theme/theme.h"
#include "console/views/accountmenu.h"

#include <QAccessible>
#include <QLabel>
#include <QLineEdit>
#include <QPainter>
#include <QPointer>
#include <QPushButton>
#include <QScrollArea>
#include <QStyle>
#include <QVBoxLayout>

namespace deskbell::console {

namespace {

constexpr int formWidth = 360;
constexpr int needsPanel = 760; // of the window

QColor mixed(const QColor &ground, const QColor &over, double share)
{
    const auto channel = [share](int a, int b) { return qRound(a + (b - a) * share); };
    return {channel(ground.red(), over.red()), channel(ground.green(), over.green()),
            channel(ground.blue(), over.blue())};
}

/// Hidden until somebody has signed in before.
QPushButton *othersButton(const QString &text, QWidget *form)
{
    auto *others = new QPushButton(text, form);
    others->setObjectName(QStringLiteral("otherDesksButton"));
    others->setProperty("kind", QStringLiteral("quiet"));
    others->hide();
    return others;
}

} // namespace

LoginView::LoginView(const Theme &theme, Actions &actions, QWidget *parent)
    : QWidget(parent), m_theme(theme), m_actions(actions), m_form(new QWidget(this)), m_panel(new QWidget(this))
{
    setObjectName(QStringLiteral("loginView"));
    m_form->setFixedWidth(formWidth);
    auto *column = new QVBoxLayout(m_form);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(6);
    auto *title = new QLabel(tr("Welcome back"), m_form);
    title->setFont(theme.font(FontSize::Display, Weight::SemiBold));
    auto *line = new QLabel(tr("Sign in to take your place at the desk."), m_form);
    line->setFont(theme.font(FontSize::Reading));
    line->setProperty("tone", QStringLiteral("secondary"));
    column->addWidget(title);
    column->addWidget(line);
    column->addSpacing(space::xl);
    m_server = addField(new QLineEdit(m_form), QStringLiteral("serverEdit"), tr("Server"), QStringLiteral("server"));
    addWarning();
    m_email = addField(new QLineEdit(m_form), QStringLiteral("emailEdit"), tr("Email"), QStringLiteral("mail"));
    m_password = addField(new PasswordEdit(theme, m_form), QStringLiteral("passwordEdit"), tr("Password"),
                          QStringLiteral("lock"));

    m_problem = new QLabel(m_form);
    m_problem->setObjectName(QStringLiteral("problemLabel"));
    m_problem->setTextFormat(Qt::PlainText);
    m_problem->setWordWrap(true);
    m_problem->setProperty("tone", QStringLiteral("danger"));
    m_problem->setMinimumHeight(36); // the form does not jump when it says something
    m_problem->setAlignment(Qt::AlignLeft | Qt::AlignVCenter);
    m_submit = new QPushButton(tr("Sign in"), m_form);
    m_submit->setObjectName(QStringLiteral("signInButton"));
    m_submit->setProperty("kind", QStringLiteral("primary"));
    m_submit->setProperty("large", true);
    column->addWidget(m_problem);
    column->addWidget(m_submit);
    m_others = othersButton(tr("Other desks …"), m_form);
    column->addWidget(m_others);
    connect(m_others, &QPushButton::clicked, this, &LoginView::showAccounts);
    connect(m_submit, &QPushButton::clicked, this, &LoginView::submit);
    for (QLineEdit *edit : {m_server, m_email, m_password})
        connect(edit, &QLineEdit::returnPressed, this, &LoginView::submit);

    auto *scroll = new QScrollArea(this); // at a high scale there is less room than the form needs
    scroll->setObjectName(QStringLiteral("loginScrollArea"));
    scroll->setFrameShape(QFrame::NoFrame);
    scroll->setWidgetResizable(true);
    scroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    scroll->setFocusPolicy(Qt::NoFocus);
    scroll->viewport()->setAutoFillBackground(false);
    auto *ground = new QWidget;
    auto *center = new QVBoxLayout(ground);
    center->addStretch();
    center->addWidget(m_form, 0, Qt::AlignHCenter);
    center->addStretch();
    scroll->setWidget(ground);
    ground->setAutoFillBackground(false);
    auto *row = new QHBoxLayout(this);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(0);
    row->addWidget(m_panel);
    row->addWidget(scroll, 1);
}

void LoginView::resizeEvent(QResizeEvent *event)
{
    QWidget::resizeEvent(event);
    m_panel->setFixedWidth(width() < needsPanel ? 0 : width() * 2 / 5);
}

QLineEdit *LoginView::addField(QLineEdit *edit, const QString &name, const QString &caption, const QString &icon)
{
    auto *label = new QLabel(caption, m_form);
    label->setFont(m_theme.font(FontSize::List, Weight::SemiBold));
    edit->setObjectName(name);
    edit->setAccessibleName(caption);
    edit->setProperty("large", true);
    edit->setProperty("leading", true);
    edit->addAction(m_theme.icon(icon, Token::Ink3), QLineEdit::LeadingPosition);
    label->setBuddy(edit);
    auto *column = static_cast<QVBoxLayout *>(m_form->layout());
    column->addWidget(label);
    column->addWidget(edit);
    column->addSpacing(space::s);
    return edit;
}

/// Stands below the server's address while what is sent there could be read on the way.
void LoginView::addWarning()
{
    auto *warning = new QLabel(tr("Without https everybody on the way can read your password."), m_form);
    warning->setObjectName(QStringLiteral("clearTextLabel"));
    warning->setTextFormat(Qt::PlainText);
    warning->setWordWrap(true);
    warning->setProperty("tone", QStringLiteral("danger"));
    warning->hide();
    auto *column = static_cast<QVBoxLayout *>(m_form->layout());
    column->insertWidget(column->count() - 1, warning);
    connect(m_server, &QLineEdit::textChanged, warning, [this, warning] {
        const bool warns = isOpenToAll(deskAddress(server()));
        if (warns == !warning->isHidden())
            return;
        warning->setVisible(warns);
        m_server->setAccessibleDescription(warns ? warning->text() : QString());
        if (warns)
            announce(warning);
    });
}

void LoginView::announce(QLabel *label)
{
    QAccessibleEvent alert(label, QAccessible::Alert);
    QAccessible::updateAccessibility(&alert);
}

void LoginView::fill(const QString &server, const QString &email)
{
    m_server->setText(server);
    m_email->setText(email);
    focusFirstEmpty();
}

void LoginView::setAccounts(const QList<Account> &accounts)
{
    m_accounts = accounts;
    m_others->setVisible(!accounts.isEmpty());
}

void LoginView::showAccounts()
{
    auto *menu = new AccountMenu(m_accounts, {QUrl(server()), email()}, this);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    connect(menu, &AccountMenu::chosen, this, &LoginView::accountChosen);
    menu->popup(m_others->mapToGlobal(QPoint(0, m_others->height())));
    menu->setActiveAction(menu->actions().constFirst());
}

void LoginView::signIn(const QString &password)
{
    m_password->setText(password);
    submit();
}

void LoginView::say(const QString &problem)
{
    m_problem->setText(problem);
    if (!problem.isEmpty())
        announce(m_problem);
}

QString LoginView::server() const
{
    return m_server->text().trimmed();
}

QString LoginView::email() const
{
    return m_email->text().trimmed();
}

void LoginView::submit()
{
    if (!m_submit->isEnabled())
        return;
    const QUrl url = deskAddress(server());
    if (url.isEmpty()) {
        say(tr("The server's address should look like https://desk.example.com"));
        m_server->setFocus();
        return;
    }
    if (email().isEmpty() || m_password->text().isEmpty()) {
        say(tr("Please fill in email and password."));
        focusFirstEmpty();
        return;
    }
    say({});
    setBusy(true);
    m_actions.signIn(url, email(), m_password->text(), [self = QPointer(this)](const Result<Nothing> &result) {
        if (!self)
            return;
        self->setBusy(false);
        if (result) {
            self->m_password->clear();
            Q_EMIT self->signedIn();
            return;
        }
        self->say(result.error().message);
        self->m_password->setFocus();
        self->m_password->selectAll();
    });
}

void LoginView::setBusy(bool busy)
{
    for (QWidget *field : {m_server, m_email, m_password})
        field->setEnabled(!busy);
    m_submit->setEnabled(!busy);
    m_submit->setText(busy ? tr("Signing in …") : tr("Sign in"));
}

void LoginView::focusFirstEmpty()
{
    for (QLineEdit *edit : {m_server, m_email, m_password}) {
        if (edit->text().trimmed().isEmpty()) {
            edit->setFocus();
            return;
        }
    }
}

void LoginView::showEvent(QShowEvent *event)
{
    QWidget::showEvent(event);
    focusFirstEmpty();
}

void LoginView::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.fillRect(rect(), m_theme.color(Token::Panel));
    const QRect panel(0, 0, m_panel->width(), height());
    if (panel.isEmpty())
        return;
    if (isRightToLeft())
        painter.translate(QPoint(width() - panel.width(), 0));
    const auto placed = [&](const QRect &rect) { return QStyle::visualRect(layoutDirection(), panel, rect); };
    const bool light = m_theme.scheme() == Scheme::Light;
    painter.fillRect(panel, m_theme.color(light ? Token::Primary : Token::Paper));
    if (!light)
        painter.fillRect(placed({panel.right(), 0, 1, height()}), m_theme.color(Token::Line));
    const QColor ink = m_theme.color(light ? Token::OnPrimary : Token::Primary);
    const int left = std::min(56, panel.width() / 8);
    paintIcon(painter, placed({left - 4, 48, 40, 40}), QStringLiteral("bell"), ink);
    painter.setPen(ink);
    painter.setFont(m_theme.font(FontSize::Title, Weight::SemiBold));
    painter.drawText(placed({left + 46, 48, panel.width() - left - 46, 44}), Qt::AlignVCenter,
                     QStringLiteral("Deskbell"));

    // The bell again, large and cut by the edge: the one picture of the program. Mixed and not translucent, because
    // its strokes cross.
    const QColor ground = m_theme.color(light ? Token::Primary : Token::Paper);
    painter.setClipRect(panel);
    const double size = panel.width() * 1.15;
    const double cut = isRightToLeft() ? -size * 0.28 : panel.width() - size * 0.72; // by the outer edge
    paintIcon(painter, QRectF(cut, height() - size * 0.86, size, size), QStringLiteral("bell"),
              mixed(ground, ink, light ? 0.13 : 0.16));
    QStringList slogan = tr("Somebody rings.\nYou are there.").split(QLatin1Char('\n'));
    for (QString &line : slogan)
        line = directed(line); // full stops stand where they belong, whichever way the window runs
    painter.setFont(m_theme.font(FontSize::Display, Weight::SemiBold));
    painter.setPen(m_theme.color(light ? Token::OnPrimary : Token::Ink));
    painter.drawText(placed({left, 140, panel.width() - left, 90}), Qt::AlignLeft | Qt::AlignTop,
                     slogan.join(QLatin1Char('\n')));
}

} // namespace deskbell::console
