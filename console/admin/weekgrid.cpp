#include "console/admin/weekgrid.h"

#include "console/admin/timebox.h"
#include "console/theme/theme.h"

#include <QCheckBox>
#include <QLabel>
#include <QLocale>
#include <QPainter>
#include <QPushButton>
#include <QVBoxLayout>

namespace deskbell::console {

namespace {

constexpr int dayWidth = 116;
constexpr int narrowest = 340;
constexpr int oneLineNeeds = 680;
constexpr int barWidth = 92;
constexpr int barHeight = 8;
constexpr int minutesOfDay = 24 * 60;

/// Minutes since midnight; what is no time is midnight.
int minutesOf(const QString &time)
{
    return time.section(QLatin1Char(':'), 0, 0).toInt() * 60 + time.section(QLatin1Char(':'), 1, 1).toInt();
}

} // namespace

DayRow::DayRow(const Theme &theme, int day, QWidget *parent)
    : QWidget(parent), m_theme(theme), m_day(day),
      m_open(new QCheckBox(QLocale().dayName(day, QLocale::LongFormat), this)), m_again(new QCheckBox(tr("and"), this)),
      m_closed(new QLabel(tr("closed"), this)), m_bar(new QWidget(this)), m_indent(new QWidget(this)),
      m_line(new QBoxLayout(QBoxLayout::LeftToRight, this))
{
    const QString name = QLocale().dayName(day, QLocale::LongFormat);
    m_open->setObjectName(QStringLiteral("hoursDay%1CheckBox").arg(day));
    m_open->setAccessibleName(tr("%1 is open").arg(name));
    m_open->setFixedWidth(dayWidth);
    m_again->setObjectName(QStringLiteral("hoursAgain%1CheckBox").arg(day));
    m_again->setAccessibleName(tr("%1 has a break").arg(name));
    m_closed->setProperty("tone", QStringLiteral("hint"));
    m_bar->setFixedSize(barWidth, barHeight);
    m_stretches = {makeStretch(1), makeStretch(2)};
    m_line->setContentsMargins(0, 0, 0, 0);
    m_line->setSpacing(space::xs);
    m_indent->setFixedWidth(dayWidth);
    const auto addRow = [this](std::initializer_list<QWidget *> parts) {
        auto *row = new QHBoxLayout;
        row->setSpacing(space::s);
        for (QWidget *each : parts)
            row->addWidget(each);
        m_line->addLayout(row);
        return row;
    };
    addRow({m_open, m_stretches[0].box, m_closed})->addStretch();
    addRow({m_indent, m_again, m_stretches[1].box})->addStretch();
    m_line->addWidget(m_bar);
    m_line->setStretch(1, 1);
    for (QCheckBox *each : {m_open, m_again})
        connect(each, &QCheckBox::toggled, this, &DayRow::settle);
    setHours({});
}

DayRow::Stretch DayRow::makeStretch(int number)
{
    auto *box = new QWidget(this);
    auto *row = new QHBoxLayout(box);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(space::xs);
    const QString day = QLocale().dayName(m_day, QLocale::LongFormat);
    const auto time = [&](const QString &end, const QString &name, const QString &first) {
        auto *choice = new TimeBox(box);
        choice->setObjectName(QStringLiteral("hours%1%2%3ComboBox").arg(end).arg(number).arg(m_day));
        choice->setAccessibleName(name);
        choice->setTime(first);
        connect(choice, &TimeBox::editTextChanged, this, &DayRow::settle);
        row->addWidget(choice);
        return choice;
    };
    const bool second = number == 2;
    auto *from = time(QStringLiteral("From"), tr("%1 opens").arg(day),
                      second ? QStringLiteral("14:00") : QStringLiteral("09:00"));
    row->addWidget(new QLabel(QStringLiteral("–"), box));
    auto *to = time(QStringLiteral("To"), tr("%1 closes").arg(day),
                    second ? QStringLiteral("18:00") : QStringLiteral("17:00"));
    return {box, from, to};
}

void DayRow::setHours(const QList<api::OpeningHours> &hours)
{
    m_more = hours.mid(int(m_stretches.size()));
    m_open->setChecked(!hours.isEmpty());
    m_again->setChecked(hours.size() > 1);
    for (size_t number = 0; number < m_stretches.size() && int(number) < hours.size(); ++number) {
        m_stretches[number].from->setTime(hours.at(int(number)).from);
        m_stretches[number].to->setTime(hours.at(int(number)).to);
    }
    settle();
}

QList<api::OpeningHours> DayRow::hours() const
{
    QList<api::OpeningHours> hours;
    for (size_t number = 0; number < m_stretches.size(); ++number) {
        if (!m_open->isChecked() || (number == 1 && !m_again->isChecked()))
            break;
        hours.append({m_day, m_stretches[number].from->time(), m_stretches[number].to->time()});
    }
    if (m_open->isChecked())
        hours.append(m_more);
    return hours;
}

void DayRow::settle()
{
    const bool open = m_open->isChecked();
    m_stretches[0].box->setVisible(open);
    m_again->setVisible(open);
    m_stretches[1].box->setVisible(open && m_again->isChecked());
    m_closed->setVisible(!open);
    update();
    Q_EMIT changed();
}

QSize DayRow::minimumSizeHint() const
{
    return {narrowest, QWidget::minimumSizeHint().height()};
}

/// Where there is little room the second stretch stands below the first, and the bar is left out.
void DayRow::resizeEvent(QResizeEvent *event)
{
    QWidget::resizeEvent(event);
    const bool wide = width() >= oneLineNeeds;
    m_line->setDirection(wide ? QBoxLayout::LeftToRight : QBoxLayout::TopToBottom);
    m_indent->setVisible(!wide);
    m_bar->setVisible(wide);
}

/// The day from midnight to midnight, and when the desk is open in it.
void DayRow::paintEvent(QPaintEvent *)
{
    if (m_bar->isHidden())
        return;
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(Qt::NoPen);
    const QRectF whole = m_bar->geometry();
    painter.setBrush(m_theme.color(Token::Bubble));
    painter.drawRoundedRect(whole, barHeight / 2.0, barHeight / 2.0);
    painter.setBrush(m_theme.color(Token::Primary));
    const QList<api::OpeningHours> open = hours();
    for (const api::OpeningHours &each : open) {
        const double from = std::clamp(minutesOf(each.from), 0, minutesOfDay);
        const double to = std::clamp(minutesOf(each.to), 0, minutesOfDay);
        if (to <= from)
            continue;
        const double left = isRightToLeft() ? minutesOfDay - to : from;
        painter.drawRoundedRect(QRectF(whole.left() + whole.width() * left / minutesOfDay, whole.top(),
                                       whole.width() * (to - from) / minutesOfDay, barHeight),
                                barHeight / 2.0, barHeight / 2.0);
    }
}

WeekGrid::WeekGrid(const Theme &theme, QWidget *parent) : QWidget(parent)
{
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(space::xs);
    for (int day = 1; day <= 7; ++day) {
        auto *row = new DayRow(theme, day, this);
        connect(row, &DayRow::changed, this, &WeekGrid::changed);
        m_days.append(row);
        column->addWidget(row);
    }
    auto *copy = new QPushButton(tr("Monday's hours for all weekdays"), this);
    copy->setObjectName(QStringLiteral("hoursCopyButton"));
    copy->setProperty("kind", QStringLiteral("quiet"));
    connect(copy, &QPushButton::clicked, this, [this] {
        for (int day = 1; day < 5; ++day)
            m_days.at(day)->setHours(m_days.first()->hours());
    });
    column->addWidget(copy, 0, Qt::AlignLeft);
    setFocusPolicy(Qt::TabFocus);
    setFocusProxy(m_days.first()->findChild<QCheckBox *>());
}

void WeekGrid::setHours(const QList<api::OpeningHours> &hours)
{
    for (int day = 0; day < m_days.size(); ++day) {
        QList<api::OpeningHours> ofDay;
        for (const api::OpeningHours &each : hours) {
            if (each.day == day + 1)
                ofDay.append(each);
        }
        m_days.at(day)->setHours(ofDay);
    }
}

QList<api::OpeningHours> WeekGrid::hours() const
{
    QList<api::OpeningHours> hours;
    for (const DayRow *each : m_days)
        hours.append(each->hours());
    return hours;
}

} // namespace deskbell::console
