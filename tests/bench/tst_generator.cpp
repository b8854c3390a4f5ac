#include "tests/bench/generator/frame.h"
#include "tests/bench/generator/histogram.h"
#include "tests/bench/generator/ledger.h"
#include "tests/bench/generator/loop.h"
#include "tests/bench/generator/report.h"

#include <QTest>
#include <sstream>

using namespace deskbell::bench;

/// The load generator counts right: a benchmark that miscounts is worse than none.
class GeneratorTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void percentilesStayWithinABucket_data();
    void percentilesStayWithinABucket();
    void framesSurviveAnyCut();
    void brokenFramesAreRefused_data();
    void brokenFramesAreRefused();
    void clientFramesAreMasked();
    void ledgerFindsWhatIsWrong_data();
    void ledgerFindsWhatIsWrong();
    void reportCountsEverySide();
};

void GeneratorTest::percentilesStayWithinABucket_data()
{
    QTest::addColumn<double>("share");
    QTest::addColumn<qint64>("expected");
    QTest::newRow("median") << 0.5 << qint64(500'000'000);
    QTest::newRow("p99") << 0.99 << qint64(990'000'000);
    QTest::newRow("all") << 1.0 << qint64(1'000'000'000);
    QTest::newRow("least") << 0.0 << qint64(1'000'000);
}

void GeneratorTest::percentilesStayWithinABucket()
{
    QFETCH(double, share);
    QFETCH(qint64, expected);
    Histogram histogram;
    for (qint64 milliseconds = 1; milliseconds <= 1000; ++milliseconds)
        histogram.record(milliseconds * 1'000'000);
    const auto value = qint64(histogram.percentile(share));
    QVERIFY2(value >= expected && double(value) <= double(expected) * 1.017, qPrintable(QString::number(value)));
    QCOMPARE(histogram.count(), 1000u);
    QCOMPARE(qint64(histogram.largest()), qint64(1'000'000'000));
}

namespace {

/// Unmasked, as a server sends it.
std::string serverFrame(Opcode opcode, std::size_t size, char fill)
{
    std::string frame(1, char(0x80 | int(opcode)));
    if (size < 126)
        frame.push_back(char(size));
    else if (size < 65536)
        frame.append({char(126), char(size >> 8), char(size)});
    else
        frame.append({char(127), 0, 0, 0, 0, char(size >> 24), char(size >> 16), char(size >> 8), char(size)});
    return frame.append(size, fill);
}

} // namespace

void GeneratorTest::framesSurviveAnyCut()
{
    const std::vector<std::size_t> sizes{0, 1, 125, 126, 300, 65535, 65536, 5};
    std::string stream;
    for (const std::size_t size : sizes)
        stream += serverFrame(Opcode::Text, size, 'a');
    for (const std::size_t piece :
         {std::size_t(1), std::size_t(3), std::size_t(127), std::size_t(4096), stream.size()}) {
        FrameReader reader;
        std::vector<std::size_t> seen;
        for (std::size_t at = 0; at < stream.size(); at += piece)
            QVERIFY(reader.feed(std::string_view(stream).substr(at, piece),
                                [&](Opcode, std::string_view payload) { seen.push_back(payload.size()); }));
        QCOMPARE(seen, sizes);
    }
}

void GeneratorTest::brokenFramesAreRefused_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::newRow("masked") << QByteArray("\x81\x81\0\0\0\0x", 7);
    QTest::newRow("fragmented") << QByteArray("\x01\x01x");
    QTest::newRow("endless") << QByteArray("\x81\x7f\x7f\0\0\0\0\0\0\0", 10);
}

void GeneratorTest::brokenFramesAreRefused()
{
    QFETCH(QByteArray, bytes);
    FrameReader reader;
    QVERIFY(!reader.feed({bytes.constData(), std::size_t(bytes.size())}, [](Opcode, std::string_view) {}));
}

void GeneratorTest::clientFramesAreMasked()
{
    std::string frame;
    appendFrame(frame, Opcode::Text, "0123456789:;", 0x04030201);
    QCOMPARE(int(std::uint8_t(frame[0])), 0x81);
    QCOMPARE(int(std::uint8_t(frame[1])), 0x80 | 12);
    QCOMPARE(frame.substr(2, 4), std::string("\1\2\3\4"));
    for (std::size_t at = 0; at < 12; ++at)
        QCOMPARE(char(frame[6 + at] ^ frame[2 + at % 4]), char('0' + at));
}

void GeneratorTest::ledgerFindsWhatIsWrong_data()
{
    // a: ack, e: echo to the author, d: delivery to the other side; then the message's number and its seq.
    QTest::addColumn<QString>("story");
    QTest::addColumn<int>("violations");
    QTest::addColumn<int>("outstanding");
    QTest::newRow("all is well") << QStringLiteral("a01 e01 d01 d12 e12 a12") << 0 << 0;
    QTest::newRow("acks out of order") << QStringLiteral("d01 d12 e01 e12 a12 a01") << 0 << 0;
    QTest::newRow("nothing yet") << QString() << 0 << 2;
    QTest::newRow("no delivery") << QStringLiteral("a01 e01 a12 e12 d01") << 0 << 1;
    QTest::newRow("a gap") << QStringLiteral("d01 d13") << 1 << 2;
    QTest::newRow("out of order") << QStringLiteral("d12 d01") << 2 << 2;
    QTest::newRow("twice") << QStringLiteral("d01 d02") << 1 << 2;
    QTest::newRow("after it was complete") << QStringLiteral("a01 e01 d01 d02") << 1 << 1;
    QTest::newRow("two numbers") << QStringLiteral("d01 a02") << 1 << 2;
    QTest::newRow("never sent") << QStringLiteral("d21") << 1 << 2;
}

void GeneratorTest::ledgerFindsWhatIsWrong()
{
    QFETCH(QString, story);
    Loop loop;
    Ledger ledger;
    Participant visitor(loop, ledger, Role::Visitor), clerk(loop, ledger, Role::Operator);
    ledger.lanes.resize(1);
    ledger.lanes[0].chatId = "chat";
    ledger.lanes[0].sender = &visitor;
    ledger.lanes[0].receiver = &clerk;
    ledger.send(ledger.lanes[0], 0, true, "hello");
    ledger.send(ledger.lanes[0], 0, true, "again");
    for (const QString &step : story.split(QLatin1Char(' '), Qt::SkipEmptyParts)) {
        const std::uint32_t number = std::uint32_t(step[1].digitValue());
        const std::string message = QStringLiteral(R"({"chatId":"chat","seq":%1,"clientId":"0-%2"})")
                                        .arg(step[2].digitValue())
                                        .arg(number)
                                        .toStdString();
        if (step[0] == QLatin1Char('a'))
            ledger.acknowledged({.lane = 0, .number = number}, "[{\"ok\":" + message + "}]");
        else
            ledger.delivered(step[0] == QLatin1Char('e') ? visitor : clerk, "{\"message\":" + message + "}]");
    }
    QTEST(int(ledger.violationCount()), "violations");
    QTEST(int(ledger.outstanding()), "outstanding");
}

void GeneratorTest::reportCountsEverySide()
{
    Report report;
    report.measurements.emplace_back();
    QVERIFY2(!report.correct(), "nothing was sent");
    report.measurements[0].total = {.sent = 3, .acknowledged = 3, .delivered = 3, .echoed = 3};
    QVERIFY(report.correct());
    std::ostringstream text;
    report.write(text);
    QVERIFY(text.str().starts_with("{\"correct\":true"));
    report.measurements[0].total.delivered = 2;
    QVERIFY2(!report.correct(), "a delivery is missing");
    report.measurements[0].total.delivered = 3;
    report.violationCount = 1;
    QVERIFY2(!report.correct(), "something was out of order");
}

QTEST_APPLESS_MAIN(GeneratorTest)
#include "tst_generator.moc"
