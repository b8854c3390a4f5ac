#include "console/models/wording.h"
#include "console/theme/theme.h"
#include "tests/gui/samples.h"

#include <QDateTime>
#include <QTest>

using namespace deskbell;
using namespace deskbell::console;

/// Words for people: times, waiting, previews.
class WordingTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void tellsHowLongSomebodyWaits_data()
    {
        QTest::addColumn<qint64>("ms");
        QTest::addColumn<QString>("text");
        QTest::addColumn<int>("token");
        const auto row = [](qint64 ms, const char *text, Token token) {
            QTest::newRow(text) << ms << QString::fromLatin1(text) << int(token);
        };
        row(0, "0:00", Token::Ink2);
        row(59'999, "0:59", Token::Ink2);
        row(60'000, "1:00", Token::BrassText);
        row(179'999, "2:59", Token::BrassText);
        row(180'000, "3:00", Token::Danger);
        row(3'730'000, "1:02:10", Token::Danger);
    }
    void tellsHowLongSomebodyWaits()
    {
        QFETCH(qint64, ms);
        QTEST(waitText(ms), "text");
        QTEST(int(waitToken(ms)), "token");
        QCOMPARE(waitText(-5'000), QStringLiteral("0:00"));
    }

    void namesDays_data()
    {
        QTest::addColumn<int>("daysAgo");
        QTest::addColumn<QString>("heading");
        QTest::addColumn<QString>("inAList");
        QTest::newRow("today") << 0 << QStringLiteral("Today") << QStringLiteral("09:05");
        QTest::newRow("yesterday") << 1 << QStringLiteral("Yesterday") << QStringLiteral("Mon");
        QTest::newRow("this week") << 6 << QStringLiteral("Wednesday") << QStringLiteral("Wed");
        QTest::newRow("a week ago") << 7 << QStringLiteral("3 March 2026") << QStringLiteral("3 Mar");
    }
    void namesDays()
    {
        QFETCH(int, daysAgo);
        const QDateTime now(QDate(2026, 3, 10), QTime(14, 30));
        const QDateTime then = QDateTime(QDate(2026, 3, 10), QTime(9, 5)).addDays(-daysAgo);
        QTEST(dayText({then.toMSecsSinceEpoch()}, {now.toMSecsSinceEpoch()}), "heading");
        QTEST(listTimeText({then.toMSecsSinceEpoch()}, {now.toMSecsSinceEpoch()}), "inAList");
    }

    void keepsALineALine()
    {
        QCOMPARE(oneLine(QStringLiteral(" a\n\tb ")), QStringLiteral("a b"));
        QCOMPARE(oneLine(QStringLiteral("a") + QChar(0x202E) + QStringLiteral("b") + QChar(0x2066)),
                 QStringLiteral("ab"));
        QCOMPARE(oneLine(QStringLiteral("a") + QChar(0x7) + QStringLiteral("b")), QStringLiteral("a b"));
    }

    void shortensPages()
    {
        QCOMPARE(pageText(QStringLiteral("https://shop.example/a/b/?q=1#x")), QStringLiteral("shop.example/a/b"));
        QCOMPARE(pageText(QStringLiteral("/orders")), QStringLiteral("/orders"));
    }

    void previewsTheLastMessage()
    {
        api::Chat chat = samples::active(1);
        QCOMPARE(previewText(chat, samples::anna()), QStringLiteral("Hello"));
        chat.lastMessage = samples::written(1, 2, QStringLiteral("Good day"));
        QCOMPARE(previewText(chat, samples::anna()), QStringLiteral("You: Good day"));
        QCOMPARE(previewText(chat, {}), QStringLiteral("Anna: Good day"));
        chat.lastMessage->text.clear();
        chat.lastMessage->attachments = {{{}, QStringLiteral("plan.png"), 1, {}, {}, {}},
                                         {{}, QStringLiteral("bill.pdf"), 1, {}, {}, {}}};
        QCOMPARE(previewText(chat, {}), QStringLiteral("Anna: plan.png, bill.pdf"));
        chat.lastMessage.reset();
        QVERIFY(!previewText(chat, {}).isEmpty());
    }

    void abbreviatesNames()
    {
        QCOMPARE(initials(QStringLiteral("maria  Keller")), QStringLiteral("MK"));
        QCOMPARE(initials(QStringLiteral("Anna Maria von Thal")), QStringLiteral("AT"));
        QCOMPARE(initials(QStringLiteral("Elif")), QStringLiteral("E"));
        QCOMPARE(initials(QStringLiteral(" ")), QStringLiteral("?"));
    }
};

QTEST_APPLESS_MAIN(WordingTest)
#include "tst_wording.moc"
