#pragma once

#include "shared/api/settingcommands.h"

#include <QWidget>

namespace deskbell::console {

class Theme;

/// How the widget will look on a page: its button in a corner, and its panel's head.
class LookPreview final : public QWidget
{
    Q_OBJECT

public:
    explicit LookPreview(const Theme &theme, QWidget *parent = nullptr);

    struct Look
    {
        QColor primary;
        api::Corner corner = api::Corner::Right;
        bool dark = false;
        bool brand = true;
        QString title;
        QString subtitle;
        QString greeting;
        bool operator==(const Look &) const = default;
    };
    void show(const Look &look);
    QSize sizeHint() const override { return {420, 300}; }
    QSize minimumSizeHint() const override { return {280, 300}; }

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    void paintPage(QPainter &painter) const;
    void paintPanel(QPainter &painter, const QRectF &panel) const;

    const Theme &m_theme;
    Look m_look;
};

} // namespace deskbell::console
