#include "console/admin/timebox.h"

#include <QLineEdit>

namespace deskbell::console {

namespace {

constexpr int timeWidth = 90;
constexpr int minutesOfDay = 24 * 60;
constexpr int halfHour = 30;

QString timeText(int minutes)
{
    return QStringLiteral("%1:%2")
        .arg(minutes / 60, 2, 10, QLatin1Char('0'))
        .arg(minutes % 60, 2, 10, QLatin1Char('0'));
}

} // namespace

TimeBox::TimeBox(QWidget *parent) : QComboBox(parent)
{
    setEditable(true);
    setInsertPolicy(QComboBox::NoInsert);
    lineEdit()->setObjectName(QStringLiteral("qt_time"));
    setFixedWidth(timeWidth);
    for (int minutes = 0; minutes <= minutesOfDay; minutes += halfHour)
        addItem(timeText(minutes));
}

QString TimeBox::time() const
{
    const QString text = currentText().trimmed();
    return text.size() == 4 && text.at(1) == QLatin1Char(':') ? QLatin1Char('0') + text : text;
}

} // namespace deskbell::console
