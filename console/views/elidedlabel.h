#pragma once

#include <QLabel>

namespace deskbell::console {

/// One line of plain text that is shortened to its room and never asks for more. Whole in its tooltip while shortened.
class ElidedLabel final : public QLabel
{
    Q_OBJECT

public:
    explicit ElidedLabel(QWidget *parent = nullptr);

    QSize minimumSizeHint() const override;

protected:
    void paintEvent(QPaintEvent *event) override;
    bool event(QEvent *event) override;
};

} // namespace deskbell::console
