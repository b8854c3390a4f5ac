#include "tests/bench/console/measure.h"

#include <QFile>
#include <QTextStream>

#include <algorithm>
#include <cmath>

namespace deskbell::bench {

void Durations::measure(const std::function<void()> &run)
{
    const auto begin = SteadyClock::now();
    run();
    add(millisecondsSince(begin));
}

double Durations::at(double share) const
{
    if (m_all.isEmpty())
        return 0;
    QList<double> sorted = m_all;
    std::sort(sorted.begin(), sorted.end());
    const auto place = qsizetype(std::ceil(share * double(sorted.size()))) - 1;
    return sorted.at(std::clamp<qsizetype>(place, 0, sorted.size() - 1));
}

double residentMiB()
{
    QFile status(QStringLiteral("/proc/self/status"));
    if (!status.open(QFile::ReadOnly))
        return 0;
    const QList<QByteArray> lines = status.readAll().split('\n');
    for (const QByteArray &line : lines) {
        if (line.startsWith("VmRSS:"))
            return line.mid(6).trimmed().split(' ').first().toDouble() / 1'024;
    }
    return 0;
}

bool print(const QList<Figure> &figures)
{
    QTextStream out(stdout);
    out << "| console | measured | limit |\n| --- | ---: | ---: |\n";
    bool kept = true;
    for (const Figure &each : figures) {
        const bool past = each.most > 0 && each.value > each.most;
        kept = kept && !past;
        const QString limit = each.most > 0 ? QStringLiteral("%1 %2").arg(each.most).arg(each.unit) : QString();
        out << QStringLiteral("| %1 | %2 %3%4 | %5 |\n")
                   .arg(each.name, QString::number(each.value, 'f', each.value < 100 ? 1 : 0), each.unit,
                        past ? QStringLiteral(" (past it)") : QString(), limit);
    }
    return kept;
}

} // namespace deskbell::bench
