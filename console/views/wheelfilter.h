#pragma once

#include <QObject>

namespace deskbell::console {

/// Lets the mouse wheel scroll the page and nothing else: a field that it passes over changes only where somebody has
/// chosen it before. For all windows of the program, as long as this lives.
class WheelFilter final : public QObject
{
    Q_OBJECT

public:
    explicit WheelFilter(QObject *parent = nullptr);

    bool eventFilter(QObject *watched, QEvent *event) override;
};

} // namespace deskbell::console
