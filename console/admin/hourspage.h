#pragma once

#include "console/admin/settingspage.h"

class QComboBox;

namespace deskbell::console {

class HolidayList;
class WeekGrid;

/// When the desk is open: the week, and the days that are none of it.
class HoursPage final : public SettingsPage
{
    Q_OBJECT

public:
    explicit HoursPage(const AdminContext &context, QWidget *parent = nullptr);

protected:
    void fill(const api::DeskSettings &settings) override;
    api::SettingsUpdate wanted() const override;
    QByteArray content(const api::DeskSettings &settings) const override;

private:
    void addWeek();
    void addZone();
    void addHolidays();
    void sayWhatFollows();
    void settleToday();

    WeekGrid *m_week;
    QComboBox *m_zone;
    QLabel *m_follows;
    HolidayList *m_holidays;
};

} // namespace deskbell::console
