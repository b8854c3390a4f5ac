#pragma once

#include "shared/api/frontdesk.h"

#include <QWidget>

#include <array>

class QBoxLayout;
class QCheckBox;
class QHBoxLayout;
class QLabel;

namespace deskbell::console {

class Theme;
class TimeBox;

/// The hours of one weekday: closed, or one or two stretches, with a bar of the day beside them where there is room.
class DayRow final : public QWidget
{
    Q_OBJECT

public:
    DayRow(const Theme &theme, int day, QWidget *parent = nullptr);

    void setHours(const QList<api::OpeningHours> &hours);
    QList<api::OpeningHours> hours() const;
    QSize minimumSizeHint() const override;

Q_SIGNALS:
    void changed();

protected:
    void paintEvent(QPaintEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;

private:
    struct Stretch
    {
        QWidget *box;
        TimeBox *from;
        TimeBox *to;
    };
    Stretch makeStretch(int number);
    void settle();

    const Theme &m_theme;
    int m_day;
    QCheckBox *m_open;
    QCheckBox *m_again; // after a break
    std::array<Stretch, 2> m_stretches;
    QList<api::OpeningHours> m_more; // stretches that there is no room for; they stay as they are
    QLabel *m_closed;
    QWidget *m_bar;
    QWidget *m_indent; // of a second line
    QBoxLayout *m_line; // in two where there is little room
};

/// The week, a row for each day.
class WeekGrid final : public QWidget
{
    Q_OBJECT

public:
    explicit WeekGrid(const Theme &theme, QWidget *parent = nullptr);

    void setHours(const QList<api::OpeningHours> &hours);
    /// In the order of the days, none for a day that is closed.
    QList<api::OpeningHours> hours() const;

Q_SIGNALS:
    void changed();

private:
    QList<DayRow *> m_days;
};

} // namespace deskbell::console
