#include "console/views/mainwindow.h"

#include "console/dialogs/questions.h"
#include "console/state/workspace.h"
#include "console/views/deskview.h"
#include "console/views/loginview.h"

#include <QStackedWidget>

namespace deskbell::console {

MainWindow::MainWindow(Theme &theme, Workspace &workspace, Actions &actions, Questions &questions, QWidget *parent)
    : QMainWindow(parent), m_theme(theme), m_workspace(workspace), m_actions(actions), m_questions(questions),
      m_pages(new QStackedWidget(this)), m_login(new LoginView(theme, actions, this)),
      m_desk(new DeskView(theme, workspace, actions, questions, this))
{
    setObjectName(QStringLiteral("mainWindow"));
    setWindowIcon(theme.icon(QStringLiteral("bell"), Token::Brass));
    m_pages->setObjectName(QStringLiteral("pagesStackedWidget"));
    m_pages->addWidget(m_login);
    m_pages->addWidget(m_desk);
    setCentralWidget(m_pages);
    setMinimumSize(420, 480);
    resize(1280, 800);
    connect(&workspace, &Workspace::connectionChanged, this, &MainWindow::showPage);
    connect(m_desk, &DeskView::appearanceRequested, this, [this](Appearance appearance) {
        m_theme.setAppearance(appearance);
        Q_EMIT appearanceChosen(appearance);
    });
    connect(m_desk, &DeskView::signOutRequested, this, &MainWindow::signOut);
    connect(m_desk, &DeskView::waitingChanged, this, [this](int count) {
        m_waiting = count;
        showPage();
    });
    showPage();
}

void MainWindow::showPage()
{
    const auto phase = m_workspace.connection().phase;
    const bool atDesk = phase == ConnectionState::Phase::Online || phase == ConnectionState::Phase::Offline;
    QWidget *page = atDesk ? static_cast<QWidget *>(m_desk) : m_login;
    if (m_pages->currentWidget() != page) {
        m_pages->setCurrentWidget(page);
        if (atDesk)
            m_desk->focusStart();
    }
    setWindowTitle(atDesk && m_waiting > 0 ? QStringLiteral("(%1) Deskbell").arg(m_waiting)
                                           : QStringLiteral("Deskbell"));
}

void MainWindow::signOut()
{
    const int waiting = m_workspace.outgoingCount();
    if (waiting == 0) {
        m_actions.signOut();
        return;
    }
    m_questions.askSignOut(this, waiting, [this] { m_actions.signOut(); });
}

} // namespace deskbell::console
