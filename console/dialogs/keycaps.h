#pragma once

#include <QString>
#include <QWidget>

class QPainter;

namespace deskbell::console {

class Theme;

/// Draws the keys of a shortcut, each as a small cap, ending at the right middle of the rectangle (at its left where
/// people read from the right). Returns the width that they take.
int paintKeys(QPainter &painter, const QRect &rect, const Theme &theme, const QString &keys);

/// The keys of a shortcut as a widget.
class KeyCaps final : public QWidget
{
    Q_OBJECT

public:
    KeyCaps(const Theme &theme, QString keys, QWidget *parent = nullptr);
    QSize sizeHint() const override;

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    const Theme &m_theme;
    QString m_keys;
};

} // namespace deskbell::console
