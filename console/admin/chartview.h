#pragma once

#include <QWidget>

#include <functional>

namespace deskbell::console {

class Theme;

/// One place on the chart's axis, with its values.
struct ChartPoint
{
    QString label; ///< Below it, short.
    QString name; ///< In full, for the tooltip.
    QList<double> values; ///< One for each series; less than none: not known.
    bool operator==(const ChartPoint &) const = default;
};

/// Columns over time or over names, one or two series side by side. What it shows stands in a table too; for readers
/// it is one picture with a name and a summary.
class ChartView final : public QWidget
{
    Q_OBJECT

public:
    explicit ChartView(const Theme &theme, QWidget *parent = nullptr);

    /// `text` says a value for people; `steps` are what the axis may go up by, smallest first, tenfold beyond.
    void show(const QStringList &series, const QList<ChartPoint> &points, std::function<QString(double)> text,
              const QList<double> &steps);
    QSize sizeHint() const override { return {640, 260}; }
    QSize minimumSizeHint() const override { return {320, 220}; }

protected:
    bool event(QEvent *event) override;
    void paintEvent(QPaintEvent *event) override;

private:
    QRectF plot() const;
    int pointAt(const QPointF &at) const;
    void paintAxis(QPainter &painter, const QRectF &plot) const;
    void paintColumns(QPainter &painter, const QRectF &plot) const;
    void paintLabels(QPainter &painter, const QRectF &plot) const;
    void paintLegend(QPainter &painter) const;
    QColor colorOf(int series) const;
    QString summary() const;

    const Theme &m_theme;
    QStringList m_series;
    QList<ChartPoint> m_points;
    std::function<QString(double)> m_text;
    double m_step = 1; // of the axis
    double m_top = 1; // its end, a multiple of the step
};

} // namespace deskbell::console
