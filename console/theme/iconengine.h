#pragma once

#include "console/theme/tokens.h"

#include <QIconEngine>

namespace deskbell::console {

class Theme;

/// Draws one icon of resources/icons in a colour of the theme, afresh at each size, scale and change of the theme.
class IconEngine final : public QIconEngine
{
public:
    IconEngine(const Theme &theme, QString name, Token token, Token disabled);

    void paint(QPainter *painter, const QRect &rect, QIcon::Mode mode, QIcon::State state) override;
    QPixmap pixmap(const QSize &size, QIcon::Mode mode, QIcon::State state) override;
    QPixmap scaledPixmap(const QSize &size, QIcon::Mode mode, QIcon::State state, qreal scale) override;
    QIconEngine *clone() const override;

private:
    const Theme &m_theme;
    QString m_name;
    Token m_token;
    Token m_disabled;
};

/// Draws an icon of resources/icons into the rectangle.
void paintIcon(QPainter &painter, const QRectF &rect, const QString &name, const QColor &color);

} // namespace deskbell::console
