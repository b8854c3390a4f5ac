// What a person does with a conversation: by mouse, by keys, by the menu of a message.
#include "console/models/threadmodel.h"
#include "console/theme/theme.h"
#include "console/views/messagedelegate.h"
#include "console/views/threadview.h"

#include <QClipboard>
#include <QContextMenuEvent>
#include <QGuiApplication>
#include <QMenu>

namespace deskbell::console {

void ThreadView::mouseReleaseEvent(QMouseEvent *event)
{
    const QModelIndex index = indexAt(event->pos());
    if (event->button() == Qt::LeftButton && index.isValid()) {
        const QString clientId = index.data(ThreadModel::ClientIdRole).toString();
        if (m_delegate->isSendAgainAt(index, visualRect(index), event->pos()))
            Q_EMIT sendAgainRequested(clientId);
        else if (m_delegate->isStopAt(index, visualRect(index), event->pos()))
            Q_EMIT stopRequested(clientId);
        else if (const qint64 seq = m_delegate->quotedAt(index, visualRect(index), event->pos()); seq > 0)
            Q_EMIT quotedRequested(seq);
        else if (const auto file = m_delegate->fileAt(index, visualRect(index), event->pos()))
            useFile(*file);
    }
    QAbstractItemView::mouseReleaseEvent(event);
}

void ThreadView::mouseMoveEvent(QMouseEvent *event)
{
    const QModelIndex index = indexAt(event->pos());
    const bool hand = index.isValid()
        && (m_delegate->isSendAgainAt(index, visualRect(index), event->pos())
            || m_delegate->isStopAt(index, visualRect(index), event->pos())
            || m_delegate->quotedAt(index, visualRect(index), event->pos()) > 0
            || m_delegate->fileAt(index, visualRect(index), event->pos()));
    viewport()->setCursor(hand ? Qt::PointingHandCursor : Qt::ArrowCursor);
    QAbstractItemView::mouseMoveEvent(event);
}

void ThreadView::keyPressEvent(QKeyEvent *event)
{
    const QModelIndex index = currentIndex();
    const bool failed = index.isValid() && Delivery(index.data(ThreadModel::DeliveryRole).toInt()) == Delivery::Failed;
    const bool enter = event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter;
    if (event->matches(QKeySequence::Copy))
        copyCurrent();
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

void ThreadView::copyCurrent()
{
    if (currentIndex().isValid())
        QGuiApplication::clipboard()->setText(currentIndex().data(Qt::DisplayRole).toString());
}

void ThreadView::contextMenuEvent(QContextMenuEvent *event)
{
    const QModelIndex index = event->reason() == QContextMenuEvent::Mouse ? indexAt(event->pos()) : currentIndex();
    if (!index.isValid())
        return;
    setCurrentIndex(index);
    auto *menu = new QMenu(this);
    menu->setObjectName(QStringLiteral("messageMenu"));
    menu->setAttribute(Qt::WA_DeleteOnClose);
    menu->addAction(m_theme.icon(QStringLiteral("copy"), Token::Ink2), tr("Copy text"), this, &ThreadView::copyCurrent);
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
