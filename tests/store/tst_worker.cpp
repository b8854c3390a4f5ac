#include "server/store/migrations.h"
#include "server/store/readers.h"
#include "server/store/storagefailure.h"
#include "server/store/worker.h"
#include "tests/support/testdatabase.h"

#include <semaphore>

using namespace deskbell;
using namespace deskbell::server;
using deskbell::tests::TestDatabase;

namespace {

const Sql insertRow{"INSERT INTO mark (n) VALUES (?)"};
const Sql countRows{"SELECT count(*) FROM mark"};

/// What became of the jobs of one test.
struct Record
{
    QStringList finished;
    int wakeUps = 0;
};

class MarkJob final : public Job
{
public:
    using Work = std::function<Outcome(Transaction &)>;

    MarkJob(QString name, Work work) : m_name(std::move(name)), m_work(std::move(work)) { }
    Outcome run(Transaction &transaction) override
    {
        m_result = QStringLiteral("done");
        const Outcome outcome = m_work(transaction);
        if (outcome == Outcome::Undo)
            m_result = QStringLiteral("refused");
        return outcome;
    }
    void fail(const Error &error) override { m_result = QString(wireName(error.code)); }
    QString report() const { return m_name + u' ' + m_result; }

private:
    const QString m_name;
    const Work m_work;
    QString m_result;
};

Job::Outcome mark(Transaction &transaction, int n)
{
    transaction.change(insertRow, n);
    return Job::Outcome::Keep;
}

} // namespace

class TestWorker : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void aBatchIsAnsweredInOneWakeUp_data() { TestDatabase::addRows(); }
    void aBatchIsAnsweredInOneWakeUp();
    void aRefusedRequestIsUndoneAlone_data() { TestDatabase::addRows(); }
    void aRefusedRequestIsUndoneAlone();
    void aBrokenRuleHitsOneRequest_data() { TestDatabase::addRows(); }
    void aBrokenRuleHitsOneRequest();
    void aFailureOfTheDatabaseHitsTheBatch();
    void aFullQueueRefuses();
    void aReadSeesWhatWasAnswered_data() { TestDatabase::addRows(); }
    void aReadSeesWhatWasAnswered();
    void whatIsOrderedWaitsItsTurn();
    void stoppingFinishesTheQueue();
    void aLostConnectionComesBack();

private:
    /// A worker on a database with one table of marks, held back until a batch is queued.
    struct Bench;
    Record m_record;
};

struct TestWorker::Bench
{
    Bench(TestDatabase::Kind kind, Record &record, int queue = 5'000)
        : test(kind), deliveries([&record](Jobs jobs) {
              ++record.wakeUps;
              for (const auto &job : jobs)
                  record.finished.append(static_cast<MarkJob &>(*job).report());
          })
    {
        test.settings.queue = queue;
        auto database = std::move(*Database::open(test.settings, Database::Role::Writer));
        database->execute(QStringLiteral("CREATE TABLE mark (n INTEGER NOT NULL UNIQUE)"));
        worker = std::make_unique<Worker>(test.settings, deliveries);
        if (!worker->start())
            qFatal("The worker does not start.");
    }
    bool submit(const QString &name, MarkJob::Work work)
    {
        std::unique_ptr<Job> job = std::make_unique<MarkJob>(name, std::move(work));
        return worker->submit(job);
    }
    /// Keeps the worker busy until release(), so that what is submitted meanwhile is one batch.
    void hold()
    {
        submit(QStringLiteral("hold"), [this](Transaction &) {
            holding.release();
            go.acquire();
            return Job::Outcome::Keep;
        });
        holding.acquire();
    }
    void release() { go.release(); }
    int rows()
    {
        auto database = std::move(*Database::open(test.settings, Database::Role::Reader));
        return database->ask(QStringLiteral("SELECT count(*) FROM mark")).toInt();
    }

    TestDatabase test;
    std::binary_semaphore holding{0};
    std::counting_semaphore<8> go{0};
    Deliveries deliveries;
    std::unique_ptr<Worker> worker;
};

void TestWorker::init()
{
    m_record = {};
}

void TestWorker::aBatchIsAnsweredInOneWakeUp()
{
    QFETCH(TestDatabase::Kind, kind);
    Bench bench(kind, m_record);
    bench.hold();
    for (int i = 0; i < 100; ++i)
        bench.submit(QString::number(i), [i](Transaction &transaction) { return mark(transaction, i); });
    bench.release();
    QTRY_COMPARE(m_record.finished.size(), 101);
    QVERIFY2(m_record.wakeUps <= 2, qPrintable(QString::number(m_record.wakeUps))); // the hold, and the batch
    QCOMPARE(m_record.finished.last(), QStringLiteral("99 done"));
    QCOMPARE(bench.rows(), 100);
}

void TestWorker::aRefusedRequestIsUndoneAlone()
{
    QFETCH(TestDatabase::Kind, kind);
    Bench bench(kind, m_record);
    bench.hold();
    bench.submit(QStringLiteral("a"), [](Transaction &transaction) { return mark(transaction, 1); });
    bench.submit(QStringLiteral("b"), [](Transaction &transaction) {
        mark(transaction, 2);
        return Job::Outcome::Undo;
    });
    bench.submit(QStringLiteral("c"), [](Transaction &) { return Job::Outcome::Undo; });
    bench.submit(QStringLiteral("d"), [](Transaction &transaction) { return mark(transaction, 2); });
    bench.release();
    QTRY_COMPARE(m_record.finished.mid(1),
                 QStringList({QStringLiteral("a done"), QStringLiteral("b refused"), QStringLiteral("c refused"),
                              QStringLiteral("d done")}));
    QCOMPARE(bench.rows(), 2);
}

void TestWorker::aBrokenRuleHitsOneRequest()
{
    QFETCH(TestDatabase::Kind, kind);
    Bench bench(kind, m_record);
    bench.hold();
    for (int i = 0; i < 3; ++i) // the second breaks UNIQUE
        bench.submit(QString::number(i), [i](Transaction &transaction) { return mark(transaction, i / 2); });
    bench.release();
    QTRY_COMPARE(m_record.finished.mid(1),
                 QStringList({QStringLiteral("0 done"), QStringLiteral("1 internal"), QStringLiteral("2 done")}));
    QCOMPARE(bench.rows(), 2);
}

void TestWorker::aFailureOfTheDatabaseHitsTheBatch()
{
    Bench bench(TestDatabase::Kind::Sqlite, m_record);
    bench.hold();
    bench.submit(QStringLiteral("a"), [](Transaction &transaction) { return mark(transaction, 1); });
    bench.submit(QStringLiteral("b"), [](Transaction &) -> Job::Outcome {
        throw StorageFailure(StorageFailure::Kind::Full, QStringLiteral("no space (of this test)"));
    });
    bench.release();
    QTRY_COMPARE(m_record.finished.mid(1),
                 QStringList({QStringLiteral("a storage_full"), QStringLiteral("b storage_full")}));
    QCOMPARE(bench.worker->state(), Worker::State::Full);
    QCOMPARE(bench.rows(), 0);
    bench.submit(QStringLiteral("c"), [](Transaction &transaction) { return mark(transaction, 1); });
    QTRY_COMPARE(m_record.finished.last(), QStringLiteral("c done")); // without a restart
    QCOMPARE(bench.worker->state(), Worker::State::Good);
}

void TestWorker::aFullQueueRefuses()
{
    Bench bench(TestDatabase::Kind::Sqlite, m_record, 3);
    bench.hold();
    const auto work = [](Transaction &) { return Job::Outcome::Keep; };
    for (int i = 0; i < 3; ++i)
        QVERIFY(bench.submit(QString::number(i), work));
    QVERIFY(!bench.submit(QStringLiteral("late"), work));
    bench.release();
    QTRY_COMPARE(m_record.finished.size(), 4);
    QVERIFY(bench.submit(QStringLiteral("again"), work));
    QTRY_COMPARE(m_record.finished.size(), 5);
}

void TestWorker::aReadSeesWhatWasAnswered()
{
    QFETCH(TestDatabase::Kind, kind);
    Bench bench(kind, m_record);
    Readers readers(bench.test.settings, bench.deliveries);
    QVERIFY(readers.start());
    for (int i = 1; i <= 50; ++i) {
        bench.submit(QStringLiteral("write"), [i](Transaction &transaction) { return mark(transaction, i); });
        QTRY_COMPARE(m_record.finished.size(), 2 * i - 1);
        int seen = 0;
        std::unique_ptr<Job> job = std::make_unique<MarkJob>(QStringLiteral("read"), [&](Transaction &transaction) {
            Query query = transaction.query(countRows);
            seen = query.next() ? query.get<int>(0) : -1;
            return Job::Outcome::Keep;
        });
        QVERIFY(readers.submit(job));
        QTRY_COMPARE(m_record.finished.size(), 2 * i);
        QCOMPARE(seen, i);
    }
}

void TestWorker::whatIsOrderedWaitsItsTurn()
{
    Bench bench(TestDatabase::Kind::Sqlite, m_record);
    bench.test.settings.readers = 2;
    Readers readers(bench.test.settings, bench.deliveries);
    const auto letGo = qScopeGuard([&] { bench.release(); });
    QVERIFY(readers.start());
    const auto submit = [&](const char *name, Readers::Order order, const std::function<void()> &work) {
        std::unique_ptr<Job> job = std::make_unique<MarkJob>(QString::fromLatin1(name), [work](Transaction &) {
            work();
            return Job::Outcome::Keep;
        });
        return readers.submit(job, order);
    };
    const auto hold = [&] {
        bench.holding.release();
        bench.go.acquire();
    };
    QVERIFY(submit("first", Readers::Order::Kept, hold));
    bench.holding.acquire();
    QVERIFY(submit("second", Readers::Order::Kept, [] {}));
    QVERIFY(submit("any", Readers::Order::Any, [] {}));
    QTRY_COMPARE(m_record.finished, QStringList{QStringLiteral("any done")});
    bench.release();
    QTRY_COMPARE(
        m_record.finished,
        QStringList({QStringLiteral("any done"), QStringLiteral("first done"), QStringLiteral("second done")}));
}

void TestWorker::stoppingFinishesTheQueue()
{
    Bench bench(TestDatabase::Kind::Sqlite, m_record);
    bench.hold();
    for (int i = 0; i < 10; ++i)
        bench.submit(QString::number(i), [i](Transaction &transaction) { return mark(transaction, i); });
    bench.release();
    bench.worker->stop();
    bench.deliveries.flush();
    QCOMPARE(m_record.finished.size(), 11);
    QCOMPARE(bench.rows(), 10);
    QVERIFY(!bench.submit(QStringLiteral("late"), [](Transaction &) { return Job::Outcome::Keep; }));
}

void TestWorker::aLostConnectionComesBack()
{
    if (qEnvironmentVariableIsEmpty("DESKBELL_TEST_POSTGRESQL"))
        QSKIP("There is no PostgreSQL.");
    Bench bench(TestDatabase::Kind::PostgreSql, m_record);
    bench.submit(QStringLiteral("a"), [](Transaction &transaction) { return mark(transaction, 1); });
    QTRY_COMPARE(m_record.finished, QStringList{QStringLiteral("a done")});
    {
        auto other = std::move(*Database::open(bench.test.settings, Database::Role::Writer));
        other->execute(QStringLiteral("SELECT pg_terminate_backend(pid) FROM pg_stat_activity"
                                      " WHERE datname = current_database() AND pid <> pg_backend_pid()"));
    }
    bench.submit(QStringLiteral("b"), [](Transaction &transaction) { return mark(transaction, 2); });
    QTRY_COMPARE(m_record.finished.last(), QStringLiteral("b busy")); // never answered as stored
    bench.submit(QStringLiteral("c"), [](Transaction &transaction) { return mark(transaction, 3); });
    QTRY_COMPARE(m_record.finished.last(), QStringLiteral("c done"));
    QCOMPARE(bench.rows(), 2);
}

QTEST_GUILESS_MAIN(TestWorker)
#include "tst_worker.moc"
