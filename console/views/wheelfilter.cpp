#include "console/views/wheelfilter.h"

#include <QAbstractSpinBox>
#include <QComboBox>
#include <QCoreApplication>
#include <QEvent>
#include <QSlider>

namespace deskbell::console {

namespace {

/// Null unless it is a field whose value the wheel would change.
QWidget *valueField(QObject *object)
{
    const bool isOne = qobject_cast<QAbstractSpinBox *>(object) || qobject_cast<QComboBox *>(object)
        || qobject_cast<QSlider *>(object);
    return isOne ? static_cast<QWidget *>(object) : nullptr;
}

} // namespace

WheelFilter::WheelFilter(QObject *parent) : QObject(parent)
{
    QCoreApplication::instance()->installEventFilter(this);
}

bool WheelFilter::eventFilter(QObject *watched, QEvent *event)
{
    if (event->type() == QEvent::Polish) {
        // The wheel would give it the keyboard before it says anything of itself.
        if (QWidget *field = valueField(watched); field && field->focusPolicy() == Qt::WheelFocus)
            field->setFocusPolicy(Qt::StrongFocus);
    } else if (event->type() == QEvent::Wheel) {
        if (const QWidget *field = valueField(watched); field && !field->hasFocus()) {
            event->ignore(); // it goes on to what it lies in
            return true;
        }
    }
    return QObject::eventFilter(watched, event);
}

} // namespace deskbell::console
