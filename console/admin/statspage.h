#pragma once

#include "console/admin/adminpage.h"
#include "console/admin/statsmodel.h"

class QComboBox;
class QDateEdit;
class QTableView;

namespace deskbell::console {

class ChartView;

/// How the desk has done over a range of days: the figures at a glance, a chart, and a table with all of it.
class StatsPage final : public AdminPage
{
    Q_OBJECT

public:
    explicit StatsPage(const AdminContext &context, QWidget *parent = nullptr);

protected:
    void load() override;

private:
    enum class Range { Week, Month, Quarter, Year, Chosen };
    enum class Measure { Chats, Response, Waiting, Duration };

    QWidget *makeChoices();
    QWidget *makeFigures();
    QWidget *makeTable();
    QComboBox *makeChoice(const QString &name, const QString &caption, const QStringList &choices);
    void takeRange();
    void show(const api::StatsGetAnswer &answer, api::StatsBy by);
    void showFigures(const api::StatsRow &total);
    void showChart();

    QComboBox *m_range = nullptr;
    QComboBox *m_by = nullptr;
    QComboBox *m_measure = nullptr;
    QDateEdit *m_from = nullptr;
    QDateEdit *m_to = nullptr;
    QLabel *m_problem;
    QList<QLabel *> m_figures;
    ChartView *m_chart;
    QTableView *m_table = nullptr;
    StatsModel m_model;
    int m_asked = 0; // the answer that is waited for
};

} // namespace deskbell::console
