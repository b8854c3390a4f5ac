#include "console/views/threadstate.h"

#include "console/theme/theme.h"
#include "console/views/threadview.h"

#include <QLabel>
#include <QPushButton>
#include <QVBoxLayout>

namespace deskbell::console {

ThreadState::ThreadState(const Theme &theme, const Workspace &workspace, ThreadView &view)
    : QWidget(view.viewport()), m_workspace(workspace), m_view(view), m_line(new QLabel(this)),
      m_again(new QPushButton(tr("Try again"), this))
{
    setObjectName(QStringLiteral("threadState"));
    m_line->setObjectName(QStringLiteral("threadStateLabel"));
    m_line->setFont(theme.font(FontSize::List));
    m_line->setProperty("tone", QStringLiteral("hint"));
    m_line->setAlignment(Qt::AlignCenter);
    m_line->setWordWrap(true);
    m_again->setObjectName(QStringLiteral("threadAgainButton"));
    connect(m_again, &QPushButton::clicked, this, &ThreadState::againRequested);
    connect(&workspace, &Workspace::connectionChanged, this, &ThreadState::showState);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(space::l, space::l, space::l, space::l);
    column->setSpacing(space::m);
    column->addStretch();
    column->addWidget(m_line);
    column->addWidget(m_again, 0, Qt::AlignHCenter);
    column->addStretch();
    auto *over = new QVBoxLayout(view.viewport());
    over->setContentsMargins(0, 0, 0, 0);
    over->addWidget(this);
    hide();
}

void ThreadState::setThread(Thread *thread)
{
    if (m_thread)
        m_thread->disconnect(this);
    m_thread = thread;
    if (thread)
        connect(thread, &Thread::loadedChanged, this, &ThreadState::showState);
    showState();
}

void ThreadState::showState()
{
    const bool missing = m_thread && !m_thread->isLoaded();
    const bool online = m_workspace.connection().phase == ConnectionState::Phase::Online;
    const bool failed = missing && online && m_thread->hasFailed();
    m_view.setLoading(missing && online && !failed);
    m_line->setText(failed ? tr("This conversation could not be loaded.")
                           : tr("This conversation is not on this computer. It comes when the connection is back."));
    m_again->setVisible(failed);
    setVisible(missing && (failed || !online));
}

} // namespace deskbell::console
