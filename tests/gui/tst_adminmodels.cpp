#include "console/admin/auditmodel.h"
#include "console/admin/fieldproblem.h"
#include "console/admin/rowsmodel.h"
#include "console/admin/statsmodel.h"
#include "console/translation.h"

#include <QAbstractItemModelTester>
#include <QSignalSpy>
#include <QTest>

using namespace deskbell;
using namespace deskbell::console;

/// The lists of the administration: exact changes, pages, and figures in words.
class AdminModelsTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void changesRowsExactly_data();
    void changesRowsExactly();
    void readsRowsOut();
    void growsTheLogAtBothEnds();
    void leavesNoGapInTheLog();
    void asksForAPageOnce();
    void saysActions();
    void saysSpans_data();
    void saysSpans();
    void keepsTheTotalLast();
    void saysFieldProblems_data();
    void saysFieldProblems();

private:
    static QList<AdminRow> rows(const QString &letters);
    static QString letters(const RowsModel &model);
    static QList<api::AuditEntry> entries(qint64 from, qint64 downTo);

    const Translation m_translation{QStringLiteral("en")};
};

/// One for each letter; a capital one is the same thing, changed.
QList<AdminRow> AdminModelsTest::rows(const QString &letters)
{
    QList<AdminRow> rows;
    for (const QChar letter : letters)
        rows.append({letter.toLower(), letter, QStringLiteral("line"), QStringLiteral("note"), {}});
    return rows;
}

QString AdminModelsTest::letters(const RowsModel &model)
{
    QString letters;
    for (int row = 0; row < model.rowCount(); ++row)
        letters += model.index(row).data().toString();
    return letters;
}

void AdminModelsTest::changesRowsExactly_data()
{
    QTest::addColumn<QString>("before");
    QTest::addColumn<QString>("after");
    QTest::addColumn<int>("inserted");
    QTest::addColumn<int>("removed");
    QTest::addColumn<int>("moved");
    QTest::addColumn<int>("changed");
    QTest::newRow("same") << "abc"
                          << "abc" << 0 << 0 << 0 << 0;
    QTest::newRow("first") << ""
                           << "ab" << 2 << 0 << 0 << 0;
    QTest::newRow("last goes") << "abc"
                               << "ab" << 0 << 1 << 0 << 0;
    QTest::newRow("between") << "ac"
                             << "abc" << 1 << 0 << 0 << 0;
    QTest::newRow("changed") << "abc"
                             << "aBc" << 0 << 0 << 0 << 1;
    QTest::newRow("moved up") << "abc"
                              << "cab" << 0 << 0 << 1 << 0;
    QTest::newRow("renamed and moved") << "abc"
                                       << "bcA" << 0 << 0 << 2 << 1;
    QTest::newRow("all of it") << "abcd"
                               << "xDa" << 1 << 2 << 1 << 1;
}

void AdminModelsTest::changesRowsExactly()
{
    QFETCH(QString, before);
    QFETCH(QString, after);
    RowsModel model;
    const QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
    model.setRows(rows(before));
    const QSignalSpy inserted(&model, &QAbstractItemModel::rowsInserted);
    const QSignalSpy removed(&model, &QAbstractItemModel::rowsRemoved);
    const QSignalSpy moved(&model, &QAbstractItemModel::rowsMoved);
    const QSignalSpy changed(&model, &QAbstractItemModel::dataChanged);
    const QSignalSpy reset(&model, &QAbstractItemModel::modelReset);
    model.setRows(rows(after));
    QCOMPARE(letters(model), after);
    QTEST(int(inserted.size()), "inserted");
    QTEST(int(removed.size()), "removed");
    QTEST(int(moved.size()), "moved");
    QTEST(int(changed.size()), "changed");
    QCOMPARE(reset.size(), 0);
}

void AdminModelsTest::readsRowsOut()
{
    RowsModel model;
    model.setRows({{QStringLiteral("1"), QStringLiteral("Anna"), {}, QStringLiteral("admin"), {}}});
    QCOMPARE(model.index(0).data(Qt::AccessibleTextRole).toString(), QStringLiteral("Anna, admin"));
}

QList<api::AuditEntry> AdminModelsTest::entries(qint64 from, qint64 downTo)
{
    QList<api::AuditEntry> entries;
    for (qint64 number = from; number >= downTo; --number) {
        api::AuditEntry entry;
        entry.number = number;
        entry.action = QStringLiteral("operator.signedIn");
        entries.append(entry);
    }
    return entries;
}

void AdminModelsTest::growsTheLogAtBothEnds()
{
    AuditModel model;
    const QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
    model.take(entries(20, 11), 11);
    QCOMPARE(model.next(), 11);
    model.take(entries(10, 1), std::nullopt);
    QCOMPARE(model.rowCount(), 20);
    QVERIFY(!model.canFetchMore({}));
    const QSignalSpy removed(&model, &QAbstractItemModel::rowsRemoved);
    model.take(entries(22, 13), 13); // asked anew: two have come
    QCOMPARE(model.rowCount(), 22);
    QCOMPARE(removed.size(), 0);
    QVERIFY(!model.next());
}

void AdminModelsTest::leavesNoGapInTheLog()
{
    AuditModel model;
    const QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
    model.take(entries(20, 11), 11);
    model.take(entries(50, 41), 41); // between them are some that nobody has told of
    QCOMPARE(model.rowCount(), 10);
    QCOMPARE(model.next(), 41);
}

void AdminModelsTest::asksForAPageOnce()
{
    AuditModel model;
    model.take(entries(20, 11), 11);
    const QSignalSpy asked(&model, &AuditModel::moreRequested);
    model.fetchMore({});
    QVERIFY(!model.canFetchMore({}));
    QCOMPARE(asked.size(), 1);
    model.take({}, model.next()); // it failed
    QVERIFY(model.canFetchMore({}));
}

void AdminModelsTest::saysActions()
{
    QCOMPARE(AuditModel::actionText(QStringLiteral("operator.disabled")), QStringLiteral("Shut an operator out"));
    QCOMPARE(AuditModel::actionText(QStringLiteral("moon.painted")), QStringLiteral("moon.painted"));
}

void AdminModelsTest::saysSpans_data()
{
    QTest::addColumn<qint64>("ms");
    QTest::addColumn<QString>("text");
    QTest::newRow("nothing") << qint64(0) << "0 s";
    QTest::newRow("seconds") << qint64(44'600) << "45 s";
    QTest::newRow("minutes") << qint64(200'000) << "3:20 min";
    QTest::newRow("hours") << qint64(7'500'000) << "2:05 h";
    QTest::newRow("days") << qint64(129'600'000) << "1.5 d";
}

void AdminModelsTest::saysSpans()
{
    QFETCH(qint64, ms);
    QTEST(spanText(ms), "text");
}

void AdminModelsTest::keepsTheTotalLast()
{
    StatsModel model;
    const QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
    api::StatsGetAnswer answer;
    answer.rows = {{QStringLiteral("2026-03-02"), {}, 4, 3, 2, 40, {3, 20'000, 60'000}, {}, {}}};
    answer.total = answer.rows.first();
    answer.total.started = 9;
    model.setAnswer(answer, api::StatsBy::Day);
    QCOMPARE(model.rowCount(), 2);
    QCOMPARE(model.index(0, StatsModel::WaitingMedian).data().toString(), QStringLiteral("20 s"));
    QCOMPARE(model.index(0, StatsModel::ResponseMedian).data().toString(), QStringLiteral("–"));
    QCOMPARE(model.index(1, StatsModel::Name).data().toString(), QStringLiteral("All"));
    QCOMPARE(model.index(1, StatsModel::Started).data().toString(), QStringLiteral("9"));
    const QSignalSpy reset(&model, &QAbstractItemModel::modelReset);
    answer.rows[0].started = 5;
    model.setAnswer(answer, api::StatsBy::Day);
    QCOMPARE(reset.size(), 0);
    QCOMPARE(model.index(0, StatsModel::Started).data().toString(), QStringLiteral("5"));
    answer.rows = {{{}, {}, 4, 3, 2, 40, {}, {}, {}}};
    model.setAnswer(answer, api::StatsBy::Operator);
    QCOMPARE(model.index(0, StatsModel::Name).data().toString(), QStringLiteral("Nobody"));
}

void AdminModelsTest::saysFieldProblems_data()
{
    QTest::addColumn<QString>("said");
    QTest::addColumn<QString>("shown");
    QTest::newRow("missing") << "is missing"
                             << "This is needed.";
    QTest::newRow("length") << "must have 8 to 1000 characters"
                            << "It needs 8 to 1000 characters.";
    QTest::newRow("range") << "must be from 1 to 1000"
                           << "It must be from 1 to 1000.";
    QTest::newRow("newer than we are") << "must rhyme"
                                       << "Must rhyme.";
}

void AdminModelsTest::saysFieldProblems()
{
    QFETCH(QString, said);
    QTEST(fieldProblem({QStringLiteral("name"), said}), "shown");
}

QTEST_MAIN(AdminModelsTest)
#include "tst_adminmodels.moc"
