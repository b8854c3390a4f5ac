#include "console/theme/iconengine.h"

#include "console/theme/theme.h"

#include <QFile>
#include <QHash>
#include <QPainter>
#include <QSvgRenderer>

namespace deskbell::console {

namespace {

/// Renderers by name and colour: parsing an SVG at each repaint of a list would be felt.
QSvgRenderer &renderer(const QString &name, const QColor &color)
{
    static QHash<QString, QSharedPointer<QSvgRenderer>> renderers;
    QSharedPointer<QSvgRenderer> &known = renderers[name + color.name(QColor::HexArgb)];
    if (!known) {
        QFile file(QStringLiteral(":/deskbell/icons/%1.svg").arg(name));
        const bool opened = file.open(QIODevice::ReadOnly);
        Q_ASSERT_X(opened, "icon", qPrintable(name));
        Q_UNUSED(opened)
        known = QSharedPointer<QSvgRenderer>::create(
            file.readAll().replace("currentColor", color.name(QColor::HexRgb).toLatin1()));
    }
    return *known;
}

} // namespace

void paintIcon(QPainter &painter, const QRectF &rect, const QString &name, const QColor &color)
{
    renderer(name, color).render(&painter, rect);
}

IconEngine::IconEngine(const Theme &theme, QString name, Token token, Token disabled)
    : m_theme(theme), m_name(std::move(name)), m_token(token), m_disabled(disabled)
{
}

void IconEngine::paint(QPainter *painter, const QRect &rect, QIcon::Mode mode, QIcon::State)
{
    paintIcon(*painter, rect, m_name, m_theme.color(mode == QIcon::Disabled ? m_disabled : m_token));
}

QPixmap IconEngine::pixmap(const QSize &size, QIcon::Mode mode, QIcon::State state)
{
    return scaledPixmap(size, mode, state, 1.0);
}

QPixmap IconEngine::scaledPixmap(const QSize &size, QIcon::Mode mode, QIcon::State state, qreal)
{
    // `size` is in device pixels already; QIcon sets the ratio itself.
    QPixmap pixmap(size);
    pixmap.fill(Qt::transparent);
    QPainter painter(&pixmap);
    paint(&painter, QRect(QPoint(0, 0), size), mode, state);
    return pixmap;
}

QIconEngine *IconEngine::clone() const
{
    return new IconEngine(m_theme, m_name, m_token, m_disabled);
}

} // namespace deskbell::console
