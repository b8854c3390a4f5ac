// What a person does with a conversation: by mouse, by keys, by the menu of a message.
#include "console/models/threadmodel.h"
#include "console/theme/theme.h"
#include "console/views/messagedelegate.h"
#include "console/views/threadview.h"

#include <QApplication>
#include <QContextMenuEvent>
#include <QMenu>

namespace deskbell::console {

void ThreadView::mousePressEvent(QMouseEvent *event)
{
    QAbstractItemView::mousePressEvent(event);
    if (event->button() != Qt::LeftButton)
        return;
    const QPoint way = event->pos() - m_grip.at;
    const bool thrice = m_grip.twiceMs && way.manhattanLength() < QApplication::startDragDistance()
        && event->timestamp() - *m_grip.twiceMs < quint64(QApplication::doubleClickInterval());
    if (event->modifiers().testFlag(Qt::ShiftModifier) && m_selection.isIn(indexAt(event->pos())))
        extendSelection(event->pos());
    else
        takeHold(event->pos(), thrice ? TextSelection::Unit::Message : TextSelection::Unit::Character);
}

void ThreadView::mouseDoubleClickEvent(QMouseEvent *event)
{
    QAbstractItemView::mouseDoubleClickEvent(event);
    if (event->button() != Qt::LeftButton)
        return;
    takeHold(event->pos(), TextSelection::Unit::Word);
    m_grip.twiceMs = event->timestamp();
}

void ThreadView::mouseReleaseEvent(QMouseEvent *event)
{
    if (event->button() == Qt::LeftButton && !letGo(event->pos()))
        useWhatIsAt(event->pos());
    QAbstractItemView::mouseReleaseEvent(event);
}

/// What is not words: feet, quotes, files.
void ThreadView::useWhatIsAt(const QPoint &position)
{
    const QModelIndex index = indexAt(position);
    if (!index.isValid())
        return;
    const QRect row = visualRect(index);
    const QString clientId = index.data(ThreadModel::ClientIdRole).toString();
    if (m_delegate->isSendAgainAt(index, row, position))
        Q_EMIT sendAgainRequested(clientId);
    else if (m_delegate->isStopAt(index, row, position))
        Q_EMIT stopRequested(clientId);
    else if (const qint64 seq = m_delegate->quotedAt(index, row, position); seq > 0)
        Q_EMIT quotedRequested(seq);
    else if (const auto file = m_delegate->fileAt(index, row, position))
        useFile(*file);
}

bool ThreadView::isPressable(const QPoint &position) const
{
    const QModelIndex index = indexAt(position);
    if (!index.isValid())
        return false;
    const QRect row = visualRect(index);
    return m_delegate->isSendAgainAt(index, row, position) || m_delegate->isStopAt(index, row, position)
        || m_delegate->quotedAt(index, row, position) > 0 || m_delegate->fileAt(index, row, position)
        || linkUnder(position);
}

void ThreadView::mouseMoveEvent(QMouseEvent *event)
{
    if (m_grip.held && event->buttons().testFlag(Qt::LeftButton)) {
        dragOn(event->pos());
        return; // or rows would become the current one on the way
    }
    viewport()->setCursor(isPressable(event->pos())       ? Qt::PointingHandCursor
                              : isOverWords(event->pos()) ? Qt::IBeamCursor
                                                          : Qt::ArrowCursor);
    QAbstractItemView::mouseMoveEvent(event);
}

bool ThreadView::event(QEvent *event)
{
    // Escape is ours while there is a selection to leave, and the window's otherwise.
    if (event->type() == QEvent::ShortcutOverride && !m_selection.isEmpty()
        && static_cast<QKeyEvent *>(event)->key() == Qt::Key_Escape)
        event->accept();
    return QAbstractItemView::event(event);
}

void ThreadView::keyPressEvent(QKeyEvent *event)
{
    const QModelIndex index = currentIndex();
    const bool failed = index.isValid() && Delivery(index.data(ThreadModel::DeliveryRole).toInt()) == Delivery::Failed;
    const bool enter = event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter;
    if (event->matches(QKeySequence::Copy))
        copy();
    else if (event->key() == Qt::Key_Escape && !m_selection.isEmpty())
        dropSelection();
    else if (enter && takeEnter(index))
        event->accept();
    else if (failed && event->key() == Qt::Key_Delete)
        Q_EMIT discardRequested(index.data(ThreadModel::ClientIdRole).toString());
    else if (event->key() == Qt::Key_F2 && isEditable(index))
        Q_EMIT editRequested(index.data(ThreadModel::SeqRole).toLongLong());
    else if (event->key() == Qt::Key_Delete && isEditable(index))
        Q_EMIT deleteRequested(index.data(ThreadModel::SeqRole).toLongLong());
    else
        QAbstractItemView::keyPressEvent(event);
}

void ThreadView::contextMenuEvent(QContextMenuEvent *event)
{
    const bool byMouse = event->reason() == QContextMenuEvent::Mouse;
    const QModelIndex index = byMouse ? indexAt(event->pos()) : currentIndex();
    if (!index.isValid())
        return;
    setCurrentIndex(index);
    auto *menu = new QMenu(this);
    menu->setObjectName(QStringLiteral("messageMenu"));
    menu->setAttribute(Qt::WA_DeleteOnClose);
    addCopyActions(*menu, index);
    addLinkActions(*menu, index, byMouse ? linkUnder(event->pos()) : std::nullopt);
    addFileActions(*menu, index);
    addUnsentActions(*menu, index);
    addAnswerActions(*menu, index);
    if (isEditable(index)) {
        const qint64 seq = index.data(ThreadModel::SeqRole).toLongLong();
        menu->addAction(m_theme.icon(QStringLiteral("edit"), Token::Ink2), tr("Edit"), QKeySequence(Qt::Key_F2), this,
                        [this, seq] { Q_EMIT editRequested(seq); });
        menu->addAction(m_theme.icon(QStringLiteral("close"), Token::Danger), tr("Delete …"),
                        QKeySequence(Qt::Key_Delete), this, [this, seq] { Q_EMIT deleteRequested(seq); });
    }
    menu->popup(event->globalPos());
}

void ThreadView::offerMenu(const QModelIndex &index)
{
    const QPoint at = visualRect(index).center();
    QContextMenuEvent menu(QContextMenuEvent::Keyboard, at, viewport()->mapToGlobal(at));
    contextMenuEvent(&menu);
}

QModelIndex ThreadView::moveCursor(CursorAction action, Qt::KeyboardModifiers)
{
    const int last = model()->rowCount() - 1;
    const int row = currentIndex().isValid() ? currentIndex().row() : last + 1;
    switch (action) {
    case MoveUp:
    case MovePrevious:
    case MoveLeft:
        return model()->index(std::max(0, row - 1), 0);
    case MoveDown:
    case MoveNext:
    case MoveRight:
        return model()->index(std::min(last, row + 1), 0);
    case MoveHome:
        return model()->index(0, 0);
    case MoveEnd:
        return model()->index(last, 0);
    case MovePageUp:
        return model()->index(std::max(0, row - 8), 0);
    case MovePageDown:
        return model()->index(std::min(last, row + 8), 0);
    }
    return {};
}

} // namespace deskbell::console
