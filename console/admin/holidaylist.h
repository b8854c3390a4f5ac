#pragma once

#include "shared/api/frontdesk.h"

#include <QDate>
#include <QWidget>

class QLabel;
class QPushButton;
class QVBoxLayout;

namespace deskbell::console {

class HolidayRow;
class Theme;

/// The days on which the week's hours do not hold, the earliest first, with rows that come and go.
class HolidayList final : public QWidget
{
    Q_OBJECT

public:
    explicit HolidayList(const Theme &theme, QWidget *parent = nullptr);

    void setHolidays(const QList<api::Holiday> &holidays);
    /// In the order of the rows.
    QList<api::Holiday> holidays() const;
    /// Days before this one fade, and can be removed together.
    void setToday(const QDate &today);
    /// What the server has against a row; -1 takes all problems away.
    void showProblem(int row, const QString &problem);

Q_SIGNALS:
    void changed();

protected:
    void focusInEvent(QFocusEvent *event) override;

private:
    HolidayRow *makeRow();
    void add();
    void remove(HolidayRow *row);
    void removePast();
    void sort();
    void settle();
    void chainTabs();
    bool has(const QDate &day) const;

    const Theme &m_theme;
    QVBoxLayout *m_column;
    QList<HolidayRow *> m_rows;
    QLabel *m_nothing;
    QPushButton *m_add;
    QPushButton *m_removePast;
    QDate m_today;
    QDate m_lastAdded;
};

} // namespace deskbell::console
