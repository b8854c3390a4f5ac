#include "console/admin/adminpage.h"

#include "console/admin/pagestate.h"
#include "console/dialogs/questions.h"
#include "console/state/workspace.h"
#include "console/theme/theme.h"

#include <QLabel>
#include <QPushButton>
#include <QStackedLayout>
#include <QVBoxLayout>

namespace deskbell::console {

AdminPage::AdminPage(const AdminContext &context, const PageTitle &title, QWidget *parent)
    : QWidget(parent), m_context(context), m_title(title), m_head(new QHBoxLayout), m_stack(new QStackedLayout),
      m_state(new PageState(context.theme, title.name, this)), m_wasOnline(isOnline())
{
    setObjectName(title.name + QStringLiteral("Page"));
    setAccessibleName(title.text);
    auto *heading = new QLabel(title.text, this);
    heading->setObjectName(named("TitleLabel"));
    heading->setFont(context.theme.font(FontSize::Title, Weight::SemiBold));
    auto *line = new QLabel(title.line, this);
    line->setProperty("tone", QStringLiteral("hint"));
    line->setWordWrap(true);
    auto *words = new QVBoxLayout;
    words->setSpacing(2);
    words->addWidget(heading);
    words->addWidget(line);
    m_head->setContentsMargins(space::xl, space::l, space::xl, space::m);
    m_head->setSpacing(space::s);
    m_head->addLayout(words, 1);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addLayout(m_head);
    column->addLayout(m_stack, 1);
    m_stack->addWidget(m_state);
    connect(m_state, &PageState::againRequested, this, [this] {
        if (isOnline())
            enter();
        else
            m_context.actions.tryNow();
    });
    connect(&context.workspace, &Workspace::connectionChanged, this, &AdminPage::takeConnection);
}

bool AdminPage::isOnline() const
{
    return m_context.workspace.connection().phase == ConnectionState::Phase::Online;
}

void AdminPage::setContent(QWidget *content)
{
    m_content = content;
    m_stack->addWidget(content);
}

QPushButton *AdminPage::addMainButton(const QString &name, const QString &text)
{
    auto *button = new QPushButton(text, this);
    button->setObjectName(name);
    button->setProperty("kind", QStringLiteral("primary"));
    addToHead(button);
    return button;
}

void AdminPage::addToHead(QWidget *widget)
{
    m_head->addWidget(widget, 0, Qt::AlignTop);
}

void AdminPage::enter()
{
    if (isOnline()) {
        if (!m_loaded) {
            m_state->showLoading();
            m_stack->setCurrentWidget(m_state);
        }
        load();
    } else if (!m_loaded) {
        m_state->showOffline();
        m_stack->setCurrentWidget(m_state);
    }
    settle();
}

void AdminPage::leave(std::function<void()> then)
{
    if (!isDirty()) {
        then();
        return;
    }
    m_context.questions.askConfirmation(this,
                                        {QStringLiteral("unsaved"), tr("Leave without saving?"),
                                         tr("What you have changed here is not saved yet, and would be lost."),
                                         tr("Leave"), tr("Stay")},
                                        [this, then = std::move(then)] {
                                            discard();
                                            then();
                                        });
}

void AdminPage::showContent()
{
    m_stack->setCurrentWidget(m_content);
}

void AdminPage::showEmpty(const QString &icon, const QString &text, const QString &line)
{
    m_state->say(icon, text, line);
    m_stack->setCurrentWidget(m_state);
}

void AdminPage::showFailure(const Error &error)
{
    if (error.code == ErrorCode::Disconnected && !isOnline())
        m_state->showOffline();
    else
        m_state->showFailure(error.message);
    m_stack->setCurrentWidget(m_state);
}

void AdminPage::takeConnection()
{
    const bool cameBack = isOnline() && !m_wasOnline;
    m_wasOnline = isOnline();
    if (cameBack && isVisible())
        enter(); // what happened meanwhile was not told
    else
        settle();
}

} // namespace deskbell::console
