#include "console/views/chatlistview.h"

#include "console/theme/painting.h"

#include <QKeyEvent>
#include <QPainter>

namespace deskbell::console {

ChatListView::ChatListView(const Theme &theme, QWidget *parent) : QListView(parent), m_theme(theme)
{
    setUniformItemSizes(true);
    setVerticalScrollMode(ScrollPerPixel);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setFrameShape(NoFrame);
    setSelectionMode(SingleSelection);
    setMouseTracking(true);
    setEditTriggers(NoEditTriggers);
    connect(this, &QListView::clicked, this, &ChatListView::chosen);
}

void ChatListView::setLoading(bool loading)
{
    m_loading = loading;
    viewport()->update();
}

void ChatListView::keyPressEvent(QKeyEvent *event)
{
    const QPersistentModelIndex before = currentIndex();
    const bool wasSelected = before.isValid() && selectionModel()->isSelected(before);
    if ((event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter) && currentIndex().isValid())
        Q_EMIT confirmed(currentIndex());
    else
        QListView::keyPressEvent(event);
    // Rows that move or vanish change the current one too; only a person's own step opens a chat.
    const QModelIndex now = currentIndex();
    if (now.isValid() && selectionModel()->isSelected(now) && !(wasSelected && now == before))
        Q_EMIT chosen(currentIndex());
}

void ChatListView::paintEvent(QPaintEvent *event)
{
    const bool isEmpty = model()->rowCount() == 0;
    if (!m_loading || !isEmpty)
        QListView::paintEvent(event);
    QPainter painter(viewport());
    for (int row = 0; row < 6 && m_loading && isEmpty; ++row)
        paintSkeletonRow(painter, QRect(0, row * 68, viewport()->width(), 68), m_theme, row);
    if (hasFocus() && !currentIndex().isValid()) { // no row says that the keyboard is here
        painter.setPen(QPen(m_theme.color(Token::Primary), 2));
        painter.drawRoundedRect(viewport()->rect().adjusted(2, 2, -2, -2), radius::control, radius::control);
    }
}

} // namespace deskbell::console
