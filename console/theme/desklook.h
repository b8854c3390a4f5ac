#pragma once

#include <QProxyStyle>

namespace deskbell::console {

class Theme;

/// The program's style: Fusion's behaviour with the drawing and metrics of LOOKS.md where a style sheet cannot reach.
class DeskLook final : public QProxyStyle
{
    Q_OBJECT

public:
    explicit DeskLook(const Theme &theme);

    int pixelMetric(PixelMetric metric, const QStyleOption *option, const QWidget *widget) const override;
    int styleHint(StyleHint hint, const QStyleOption *option, const QWidget *widget,
                  QStyleHintReturn *returnData) const override;
    void drawPrimitive(PrimitiveElement element, const QStyleOption *option, QPainter *painter,
                       const QWidget *widget) const override;

private:
    void drawTick(const QStyleOption &option, QPainter &painter) const;

    const Theme &m_theme;
};

} // namespace deskbell::console
