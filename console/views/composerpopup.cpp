#include "console/views/composerpopup.h"

#include "console/theme/theme.h"
#include "console/views/composerview.h"

#include <QKeyEvent>
#include <QListWidget>
#include <QVBoxLayout>

namespace deskbell::console {

namespace {

constexpr int rowHeight = 34;
constexpr int mostRows = 6;

} // namespace

ComposerPopup::ComposerPopup(const Theme &theme, ComposerView &composer, QWidget *parent)
    : QFrame(parent), m_composer(composer), m_edit(composer.field()), m_list(new QListWidget(this)),
      m_column(new QVBoxLayout(this))
{
    m_list->setFont(theme.font(FontSize::List));
    m_list->setFocusPolicy(Qt::NoFocus);
    m_list->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_list->setTextElideMode(Qt::ElideRight);
    m_column->setContentsMargins(space::s, space::s, space::s, space::s);
    m_column->setSpacing(space::xs);
    m_column->addWidget(m_list);
    hide();
    m_edit.installEventFilter(this);
    parent->installEventFilter(this);
    connect(m_list, &QListWidget::currentRowChanged, this, &ComposerPopup::followMark);
    connect(m_list, &QListWidget::itemClicked, this, [this] { take(m_list->currentRow()); });
}

void ComposerPopup::clearRows()
{
    m_list->clear();
}

void ComposerPopup::addRow(const QString &text, const QString &spoken)
{
    auto *item = new QListWidgetItem(text, m_list);
    item->setSizeHint({0, rowHeight});
    if (!spoken.isEmpty())
        item->setData(Qt::AccessibleTextRole, spoken);
}

void ComposerPopup::appear()
{
    if (m_list->count() == 0) {
        hide();
        return;
    }
    m_list->setCurrentRow(0);
    m_list->setFixedHeight(std::min(m_list->count(), mostRows) * rowHeight);
    m_column->activate();
    setGeometry(place(sizeHint().height()));
    show();
    raise();
}

int ComposerPopup::topFor(int height) const
{
    return std::max(0, m_composer.mapTo(parentWidget(), QPoint(0, 0)).y() - height - space::xs);
}

void ComposerPopup::followMark(int row)
{
    if (row >= 0)
        showMarked(row); // readers follow the mark, which has no focus of its own: Qt's list tells them
}

bool ComposerPopup::takeKey(int key)
{
    const int row = m_list->currentRow();
    const int last = m_list->count() - 1;
    switch (key) {
    case Qt::Key_Up:
        m_list->setCurrentRow(row > 0 ? row - 1 : last);
        return true;
    case Qt::Key_Down:
        m_list->setCurrentRow(row < last ? row + 1 : 0);
        return true;
    case Qt::Key_Return:
    case Qt::Key_Enter:
    case Qt::Key_Tab:
        take(row);
        return true;
    case Qt::Key_Escape:
        sendAway();
        hide();
        return true;
    default:
        return false;
    }
}

bool ComposerPopup::eventFilter(QObject *watched, QEvent *event)
{
    if (!isVisible())
        return QFrame::eventFilter(watched, event);
    const bool ofEdit = watched == &m_edit;
    if (ofEdit && event->type() == QEvent::ShortcutOverride
        && static_cast<QKeyEvent *>(event)->key() == Qt::Key_Escape) {
        event->accept();
        return true;
    }
    if (ofEdit && event->type() == QEvent::KeyPress && takeKey(static_cast<QKeyEvent *>(event)->key()))
        return true;
    if ((ofEdit && event->type() == QEvent::FocusOut) || (watched == parentWidget() && event->type() == QEvent::Resize))
        hide();
    return QFrame::eventFilter(watched, event);
}

} // namespace deskbell::console
