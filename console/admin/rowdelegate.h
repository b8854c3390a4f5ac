#pragma once

#include <QStyledItemDelegate>

namespace deskbell::console {

class Theme;

/// Paints a row of the administration: an avatar or an icon, a title over a line, and a note at the end.
class RowDelegate final : public QStyledItemDelegate
{
    Q_OBJECT

public:
    explicit RowDelegate(const Theme &theme, QObject *parent = nullptr)
        : QStyledItemDelegate(parent), m_theme(theme) { }

    void paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const override;
    QSize sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const override;

private:
    void paintMark(QPainter &painter, const QRect &at, const QModelIndex &index, const QColor &ground) const;

    const Theme &m_theme;
};

} // namespace deskbell::console
