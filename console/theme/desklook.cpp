#include "console/theme/desklook.h"

#include "console/theme/iconengine.h"
#include "console/theme/theme.h"

#include <QPainter>
#include <QStyleOption>

namespace deskbell::console {

DeskLook::DeskLook(const Theme &theme) : QProxyStyle(QStringLiteral("Fusion")), m_theme(theme)
{
}

int DeskLook::pixelMetric(PixelMetric metric, const QStyleOption *option, const QWidget *widget) const
{
    switch (metric) {
    case PM_SmallIconSize:
    case PM_ButtonIconSize:
        return 20;
    case PM_ButtonShiftHorizontal:
    case PM_ButtonShiftVertical:
        return 0;
    case PM_IndicatorWidth:
    case PM_IndicatorHeight:
        return 18;
    case PM_SplitterWidth:
        return 1;
    default:
        return QProxyStyle::pixelMetric(metric, option, widget);
    }
}

int DeskLook::styleHint(StyleHint hint, const QStyleOption *option, const QWidget *widget,
                        QStyleHintReturn *returnData) const
{
    switch (hint) {
    case SH_UnderlineShortcut: // only while Alt is down
    case SH_EtchDisabledText:
    case SH_DitherDisabledText:
        return 0;
    case SH_ToolTip_WakeUpDelay:
        return 500;
    default:
        return QProxyStyle::styleHint(hint, option, widget, returnData);
    }
}

void DeskLook::drawPrimitive(PrimitiveElement element, const QStyleOption *option, QPainter *painter,
                             const QWidget *widget) const
{
    if (element == PE_FrameFocusRect) {
        // One focus ring everywhere: 2 px of primary, rounded like the control inside it.
        painter->save();
        painter->setRenderHint(QPainter::Antialiasing);
        painter->setPen(QPen(m_theme.color(Token::Primary), 2));
        painter->setBrush(Qt::NoBrush);
        painter->drawRoundedRect(QRectF(option->rect).adjusted(1, 1, -1, -1), radius::control, radius::control);
        painter->restore();
        return;
    }
    if (element == PE_IndicatorCheckBox) {
        drawTick(*option, *painter);
        return;
    }
    QProxyStyle::drawPrimitive(element, option, painter, widget);
}

void DeskLook::drawTick(const QStyleOption &option, QPainter &painter) const
{
    const bool on = option.state.testFlag(State_On);
    const bool enabled = option.state.testFlag(State_Enabled);
    const QColor frame = m_theme.color(on && enabled ? Token::Primary : enabled ? Token::Ink3 : Token::Line);
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(QPen(frame, 2));
    painter.setBrush(on ? frame : m_theme.color(Token::Raised));
    const QRectF box = QRectF(option.rect).adjusted(1, 1, -1, -1);
    painter.drawRoundedRect(box, 3, 3);
    if (on)
        paintIcon(painter, box, QStringLiteral("tick"), m_theme.color(enabled ? Token::OnPrimary : Token::Ink3));
    painter.restore();
}

} // namespace deskbell::console
