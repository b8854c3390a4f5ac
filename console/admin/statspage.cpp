#include "console/admin/statspage.h"

#include "console/admin/chartview.h"
#include "console/admin/fieldproblem.h"
#include "console/state/workspace.h"
#include "console/theme/theme.h"

#include <QComboBox>
#include <QDateEdit>
#include <QDateTime>
#include <QHeaderView>
#include <QLabel>
#include <QLocale>
#include <QTableView>
#include <QVBoxLayout>

#include <array>

namespace deskbell::console {

namespace {

constexpr qint64 secondMs = 1'000;
constexpr std::array rangeDays{7, 30, 90, 365};
constexpr int tableRow = 34;

Timestamp startOf(const QDate &day)
{
    return {day.startOfDay(Qt::UTC).toMSecsSinceEpoch()}; // as the server divides days
}

} // namespace

StatsPage::StatsPage(const AdminContext &context, QWidget *parent)
    : AdminPage(context,
                {QStringLiteral("stats"), QStringLiteral("chart"), tr("Statistics"),
                 tr("How many chats there were, and how long people waited for an answer.")},
                parent),
      m_problem(new QLabel(this)), m_chart(new ChartView(context.theme, this))
{
    m_problem->setObjectName(named("ProblemLabel"));
    m_problem->setProperty("tone", QStringLiteral("danger"));
    m_problem->hide();
    m_chart->setAccessibleName(tr("Chart"));
    auto *content = new QWidget(this);
    auto *column = new QVBoxLayout(content);
    column->setContentsMargins(space::xl, 0, space::xl, space::l);
    column->setSpacing(space::m);
    column->addWidget(makeChoices());
    column->addWidget(m_problem);
    column->addWidget(makeFigures());
    column->addWidget(m_chart, 3);
    column->addWidget(makeTable(), 2);
    setContent(content);
    takeRange();
}

QComboBox *StatsPage::makeChoice(const QString &name, const QString &caption, const QStringList &choices)
{
    auto *box = new QComboBox(this);
    box->setObjectName(title().name + name + QStringLiteral("ComboBox"));
    box->setAccessibleName(caption);
    box->addItems(choices);
    return box;
}

QWidget *StatsPage::makeChoices()
{
    m_range = makeChoice(
        QStringLiteral("Range"), tr("Over which days"),
        {tr("The last 7 days"), tr("The last 30 days"), tr("The last 90 days"), tr("The last year"), tr("From … to")});
    m_range->setCurrentIndex(int(Range::Month));
    m_by = makeChoice(QStringLiteral("By"), tr("By what"), {tr("by operator"), tr("by department"), tr("by day")});
    m_by->setCurrentIndex(int(api::StatsBy::Day));
    m_measure = makeChoice(QStringLiteral("Measure"), tr("What the chart shows"),
                           {tr("Chats"), tr("First answer"), tr("Waiting time"), tr("Duration")});
    auto *row = new QWidget(this);
    auto *line = new QHBoxLayout(row);
    line->setContentsMargins(0, 0, 0, 0);
    line->setSpacing(space::s);
    line->addWidget(m_measure);
    line->addWidget(m_by);
    line->addWidget(m_range);
    const auto date = [&](const char *name, const QString &caption) {
        auto *edit = new QDateEdit(row);
        edit->setObjectName(named(name));
        edit->setAccessibleName(caption);
        edit->setDisplayFormat(tr("dd/MM/yyyy"));
        line->addWidget(edit);
        connect(edit, &QDateEdit::dateChanged, this, [this] {
            if (Range(m_range->currentIndex()) == Range::Chosen)
                enter();
        });
        return edit;
    };
    m_from = date("FromDateEdit", tr("From"));
    m_to = date("ToDateEdit", tr("To, this day included"));
    line->addStretch();
    connect(m_range, &QComboBox::currentIndexChanged, this, [this] {
        takeRange();
        enter();
    });
    connect(m_by, &QComboBox::currentIndexChanged, this, [this] { enter(); });
    connect(m_measure, &QComboBox::currentIndexChanged, this, &StatsPage::showChart);
    return row;
}

QWidget *StatsPage::makeFigures()
{
    auto *row = new QWidget(this);
    auto *line = new QHBoxLayout(row);
    line->setContentsMargins(0, 0, 0, 0);
    line->setSpacing(space::m);
    const std::array captions{tr("Chats"), tr("First answer"), tr("Waiting time"), tr("Duration")};
    for (const QString &caption : captions) {
        auto *card = new QFrame(row);
        card->setProperty("kind", QStringLiteral("figure"));
        auto *column = new QVBoxLayout(card);
        column->setContentsMargins(space::l, space::m, space::l, space::m);
        column->setSpacing(0);
        auto *head = new QLabel(caption, card);
        head->setProperty("tone", QStringLiteral("secondary"));
        auto *figure = new QLabel(card);
        figure->setObjectName(title().name + QStringLiteral("Figure%1Label").arg(m_figures.size()));
        figure->setFont(context().theme.font(FontSize::Title, Weight::SemiBold));
        auto *line2 = new QLabel(card);
        line2->setProperty("tone", QStringLiteral("hint"));
        line2->setFont(context().theme.font(FontSize::Small));
        for (QLabel *each : {head, figure, line2})
            column->addWidget(each);
        m_figures << figure << line2;
        line->addWidget(card, 1);
    }
    return row;
}

QWidget *StatsPage::makeTable()
{
    m_table = new QTableView(this);
    m_table->setObjectName(named("TableView"));
    m_table->setProperty("kind", QStringLiteral("figures"));
    m_table->setAccessibleName(tr("All figures"));
    m_table->setModel(&m_model);
    m_table->setShowGrid(false);
    m_table->verticalHeader()->hide();
    m_table->verticalHeader()->setDefaultSectionSize(tableRow);
    m_table->horizontalHeader()->setSectionResizeMode(QHeaderView::ResizeToContents);
    m_table->horizontalHeader()->setSectionResizeMode(StatsModel::Name, QHeaderView::Stretch);
    m_table->horizontalHeader()->setHighlightSections(false);
    m_table->setSelectionBehavior(QAbstractItemView::SelectRows);
    m_table->setEditTriggers(QAbstractItemView::NoEditTriggers);
    m_table->setVerticalScrollMode(QAbstractItemView::ScrollPerPixel);
    m_table->setTabKeyNavigation(false);
    m_table->setMinimumHeight(4 * tableRow);
    return m_table;
}

/// The dates follow the range, until somebody wants dates of their own.
void StatsPage::takeRange()
{
    const auto range = Range(m_range->currentIndex());
    for (QWidget *each : {static_cast<QWidget *>(m_from), static_cast<QWidget *>(m_to)})
        each->setVisible(range == Range::Chosen);
    if (range == Range::Chosen)
        return;
    const QDate today = QDateTime::fromMSecsSinceEpoch(context().workspace.clock().now().ms, Qt::UTC).date();
    m_to->setDate(today);
    m_from->setDate(today.addDays(1 - rangeDays.at(size_t(range))));
}

void StatsPage::load()
{
    const auto by = api::StatsBy(m_by->currentIndex());
    const api::StatsGet wanted{startOf(m_from->date()), startOf(m_to->date().addDays(1)), by};
    const int number = ++m_asked;
    ask(wanted, [this, by, number](const Result<api::StatsGetAnswer> &answer) {
        if (number != m_asked) // somebody has chosen otherwise since then
            return;
        m_problem->setVisible(!answer && isLoaded());
        if (answer)
            return show(*answer, by);
        const QList<FieldError> &errors = answer.error().errors;
        m_problem->setText(errors.isEmpty() ? answer.error().message : fieldProblem(errors.first()));
        if (!isLoaded())
            showFailure(answer.error());
    });
}

void StatsPage::show(const api::StatsGetAnswer &answer, api::StatsBy by)
{
    setLoaded();
    m_model.setAnswer(answer, by);
    showFigures(answer.total);
    showChart();
    showContent();
}

void StatsPage::showFigures(const api::StatsRow &total)
{
    m_figures.at(0)->setText(QLocale().toString(total.started));
    m_figures.at(1)->setText(
        tr("%1 claimed, %2 ended").arg(QLocale().toString(total.claimed), QLocale().toString(total.ended)));
    const std::array spans{&total.firstResponse, &total.waiting, &total.duration};
    for (int i = 0; i < int(spans.size()); ++i) {
        const api::StatsSpan &span = *spans.at(size_t(i));
        m_figures.at(2 + 2 * i)->setText(span.count == 0 ? QStringLiteral("–") : spanText(span.medianMs));
        m_figures.at(3 + 2 * i)->setText(span.count == 0 ? tr("none yet")
                                                         : tr("95 of 100 within %1").arg(spanText(span.p95Ms)));
    }
}

void StatsPage::showChart()
{
    const auto measure = Measure(m_measure->currentIndex());
    const bool days = m_model.by() == api::StatsBy::Day;
    QList<ChartPoint> points;
    for (const api::StatsRow &each : m_model.groups()) {
        const QString name = m_model.nameOf(each);
        const QDate day = days ? QDate::fromString(each.key, Qt::ISODate) : QDate();
        ChartPoint point{day.isValid() ? QLocale().toString(day, tr("d MMM")) : name, name, {}};
        const api::StatsSpan &span = measure == Measure::Response ? each.firstResponse
            : measure == Measure::Waiting                         ? each.waiting
                                                                  : each.duration;
        if (measure == Measure::Chats)
            point.values = {double(each.started)};
        else if (span.count == 0)
            point.values = {-1, -1};
        else
            point.values = {double(span.medianMs), double(span.p95Ms)};
        points.append(point);
    }
    if (measure == Measure::Chats)
        m_chart->show({tr("Chats")}, points, [](double value) { return QLocale().toString(qint64(value)); }, {1, 2, 5});
    else
        m_chart->show({tr("Half of the chats within"), tr("95 of 100 within")}, points,
                      [](double value) { return spanText(qint64(value)); },
                      {5.0 * secondMs, 10.0 * secondMs, 15.0 * secondMs, 30.0 * secondMs, 60.0 * secondMs,
                       120.0 * secondMs, 300.0 * secondMs, 600.0 * secondMs, 900.0 * secondMs, 1'800.0 * secondMs,
                       3'600.0 * secondMs, 7'200.0 * secondMs, 14'400.0 * secondMs, 43'200.0 * secondMs,
                       86'400.0 * secondMs});
}

} // namespace deskbell::console
