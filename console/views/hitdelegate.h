#pragma once

#include "console/theme/theme.h"
#include "shared/clock.h"

#include <QAbstractItemDelegate>

namespace deskbell::console {

/// Paints one message that was found: whose chat it is, when it was said, and the words around what was looked for.
class HitDelegate final : public QAbstractItemDelegate
{
    Q_OBJECT

public:
    HitDelegate(const Theme &theme, const Clock &clock, QObject *parent = nullptr);

    void paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const override;
    QSize sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const override;

private:
    void paintGround(QPainter &painter, const QStyleOptionViewItem &option) const;
    void paintExcerpt(QPainter &painter, const QRect &rect, const QModelIndex &index) const;

    const Theme &m_theme;
    const Clock &m_clock;
};

} // namespace deskbell::console
