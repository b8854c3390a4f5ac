#pragma once

#include "console/theme/theme.h"
#include "shared/clock.h"

#include <QAbstractItemDelegate>

namespace deskbell::console {

/// Paints one chat of a list: avatar, name, how long it waits or when it was, the last words, what is unread.
class ChatDelegate final : public QAbstractItemDelegate
{
    Q_OBJECT

public:
    ChatDelegate(const Theme &theme, const Clock &clock, QObject *parent = nullptr);

    void paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const override;
    QSize sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const override;

private:
    struct Layout
    {
        QRect ground, avatar, name, time, preview;
        QPointF badge; // the middle of its right edge
    };
    Layout layout(const QRect &row, int timeWidth, int unread) const;
    void paintGround(QPainter &painter, const QStyleOptionViewItem &option, const QRect &ground) const;

    const Theme &m_theme;
    const Clock &m_clock;
};

} // namespace deskbell::console
