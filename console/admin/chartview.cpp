#include "console/admin/chartview.h"

#include "console/theme/theme.h"

#include <QHelpEvent>
#include <QPainter>
#include <QToolTip>

#include <cmath>

namespace deskbell::console {

namespace {

constexpr int axisWidth = 64;
constexpr int legendHeight = 28;
constexpr int labelHeight = 26;
constexpr int mostLines = 5;
constexpr double widestColumn = 28;

/// The first step that reaches the top in few lines.
double stepFor(double most, const QList<double> &steps)
{
    for (double scale = 1; scale < 1e12; scale *= 10) {
        for (const double step : steps) {
            if (step * scale * mostLines >= most)
                return step * scale;
        }
    }
    return most;
}

} // namespace

ChartView::ChartView(const Theme &theme, QWidget *parent) : QWidget(parent), m_theme(theme)
{
    setObjectName(QStringLiteral("chartView"));
    setMouseTracking(true);
    connect(&theme, &Theme::changed, this, qOverload<>(&QWidget::update));
}

void ChartView::show(const QStringList &series, const QList<ChartPoint> &points, std::function<QString(double)> text,
                     const QList<double> &steps)
{
    m_series = series;
    m_points = points;
    m_text = std::move(text);
    double most = 0;
    for (const ChartPoint &each : points) {
        for (const double value : each.values)
            most = std::max(most, value);
    }
    m_step = stepFor(std::max(most, steps.first()), steps);
    m_top = std::max(1.0, std::ceil(most / m_step)) * m_step;
    setAccessibleDescription(summary());
    update();
}

/// What one would see at a glance: the highest column.
QString ChartView::summary() const
{
    const ChartPoint *highest = nullptr;
    for (const ChartPoint &each : m_points) {
        if (!each.values.isEmpty() && (!highest || each.values.first() > highest->values.first()))
            highest = &each;
    }
    if (!highest || highest->values.first() <= 0)
        return tr("There is nothing to show.");
    return tr("%1, at most %2: %3. The table says it all.")
        .arg(m_series.value(0), m_text(highest->values.first()), highest->name);
}

QRectF ChartView::plot() const
{
    const QRectF whole = QRectF(rect()).adjusted(axisWidth, legendHeight, -4, -labelHeight);
    return isRightToLeft() ? whole.translated(4 - axisWidth, 0) : whole;
}

QColor ChartView::colorOf(int series) const
{
    return m_theme.color(series == 0 ? Token::Primary : Token::Brass);
}

int ChartView::pointAt(const QPointF &at) const
{
    const QRectF area = plot();
    if (m_points.isEmpty() || at.x() < area.left() || at.x() >= area.right())
        return -1;
    const int place = int((at.x() - area.left()) * double(m_points.size()) / area.width());
    return isRightToLeft() ? int(m_points.size()) - 1 - place : place;
}

bool ChartView::event(QEvent *event)
{
    if (event->type() != QEvent::ToolTip)
        return QWidget::event(event);
    const auto *help = static_cast<QHelpEvent *>(event);
    const int found = pointAt(help->pos());
    if (found < 0) {
        QToolTip::hideText();
        return true;
    }
    const ChartPoint &point = m_points.at(found);
    QStringList lines{point.name.toHtmlEscaped()};
    for (int series = 0; series < point.values.size(); ++series) {
        if (point.values.at(series) >= 0)
            lines.append(QStringLiteral("%1: %2").arg(m_series.value(series), m_text(point.values.at(series))));
    }
    QToolTip::showText(help->globalPos(), lines.join(QStringLiteral("<br>")), this);
    return true;
}

void ChartView::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    const QRectF area = plot();
    paintLegend(painter);
    if (!m_text)
        return;
    paintAxis(painter, area);
    paintColumns(painter, area);
    paintLabels(painter, area);
}

void ChartView::paintLegend(QPainter &painter) const
{
    painter.setFont(m_theme.font(FontSize::Small));
    const QFontMetrics metrics(painter.font());
    double x = plot().left();
    for (int series = 0; series < m_series.size(); ++series) {
        const int width = metrics.horizontalAdvance(m_series.at(series));
        const QRectF mark(x, 6, 10, 10);
        const QRectF text(x + 16, 2, width + 2, 18);
        const auto place = [this](const QRectF &at) {
            return isRightToLeft() ? QRectF(this->width() - at.right(), at.top(), at.width(), at.height()) : at;
        };
        painter.setPen(Qt::NoPen);
        painter.setBrush(colorOf(series));
        painter.drawRoundedRect(place(mark), 3, 3);
        painter.setPen(m_theme.color(Token::Ink2));
        painter.drawText(place(text), Qt::AlignCenter, m_series.at(series));
        x += 16 + width + space::xl;
    }
}

void ChartView::paintAxis(QPainter &painter, const QRectF &plot) const
{
    painter.setFont(m_theme.font(FontSize::Small));
    const int lines = int(std::lround(m_top / m_step));
    for (int line = 0; line <= lines; ++line) {
        const double y = std::round(plot.bottom() - plot.height() * line / lines) + 0.5;
        painter.setPen(QPen(m_theme.color(Token::Line), 1));
        painter.drawLine(QPointF(plot.left(), y), QPointF(plot.right(), y));
        painter.setPen(m_theme.color(Token::Ink3));
        const QRectF left(plot.left() - axisWidth, y - 9, axisWidth - space::s, 18);
        const QRectF right(plot.right() + space::s, y - 9, axisWidth - space::s, 18);
        painter.drawText(isRightToLeft() ? right : left,
                         (isRightToLeft() ? Qt::AlignLeft : Qt::AlignRight) | Qt::AlignVCenter, m_text(m_step * line));
    }
}

void ChartView::paintColumns(QPainter &painter, const QRectF &plot) const
{
    const int count = int(m_points.size());
    const double room = count > 0 ? plot.width() / count : 0;
    const int series = std::max(1, int(m_series.size()));
    const double width = std::min(widestColumn, std::max(1.5, room * 0.72 / series - 1));
    painter.save();
    painter.setClipRect(plot.adjusted(0, -2, 0, 1));
    painter.setPen(Qt::NoPen);
    for (int place = 0; place < count; ++place) {
        const ChartPoint &point = m_points.at(isRightToLeft() ? count - 1 - place : place);
        const double middle = plot.left() + room * (place + 0.5);
        double x = middle - (width * series + (series - 1)) / 2;
        for (int each = 0; each < point.values.size(); ++each, x += width + 1) {
            const double value = point.values.at(each);
            if (value <= 0)
                continue;
            const double height = std::max(2.0, plot.height() * value / m_top);
            const double corner = std::min({4.0, width / 2, height / 2});
            painter.setBrush(colorOf(each)); // round above; the axis cuts the rest off
            painter.drawRoundedRect(QRectF(x, plot.bottom() - height, width, height + 2 * corner), corner, corner);
        }
    }
    painter.restore();
}

/// As many labels as find room.
void ChartView::paintLabels(QPainter &painter, const QRectF &plot) const
{
    const int count = int(m_points.size());
    if (count == 0)
        return;
    painter.setFont(m_theme.font(FontSize::Small));
    painter.setPen(m_theme.color(Token::Ink3));
    const QFontMetrics metrics(painter.font());
    const double room = plot.width() / count;
    int widest = 1;
    for (const ChartPoint &each : m_points)
        widest = std::max(widest, std::min(120, metrics.horizontalAdvance(each.label)));
    const int every = std::max(1, int(std::ceil((widest + space::m) / room)));
    for (int place = 0; place < count; place += every) {
        const ChartPoint &point = m_points.at(isRightToLeft() ? count - 1 - place : place);
        const double span = room * every;
        const QRectF at(plot.left() + room * (place + 0.5) - span / 2, plot.bottom() + 6, span, 18);
        painter.drawText(at, Qt::AlignCenter, metrics.elidedText(point.label, Qt::ElideRight, std::max(int(span), 24)));
    }
}

} // namespace deskbell::console
