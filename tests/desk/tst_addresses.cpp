#include "server/store/addresswords.h"
#include "tests/support/testdesk.h"

#include <QBuffer>

using namespace deskbell;
using namespace deskbell::server;
using deskbell::tests::TestDatabase;
using deskbell::tests::TestDesk;

namespace {

const QByteArray header = "street,houseNumber,postalCode,city,country\n";

Result<qint64> import(TestDesk &desk, QByteArray text)
{
    QBuffer file(&text);
    file.open(QIODevice::ReadOnly);
    return desk.administration()->importAddresses(file, [](qint64, qint64) {});
}

/// A file that is written while it is read, and knows how much of it was.
class EndlessList : public QIODevice
{
public:
    explicit EndlessList(int addresses) : m_left(addresses), m_next(header) { }
    bool isSequential() const override { return true; }
    qint64 given() const { return m_given; }

protected:
    qint64 readData(char *to, qint64 most) override
    {
        if (m_next.isEmpty() && m_left > 0)
            m_next = "Long Road," + QByteArray::number(m_left--) + ",10827,Berlin,Germany\n";
        const qint64 bytes = std::min<qint64>(most, m_next.size());
        std::copy_n(m_next.constData(), bytes, to);
        m_next.remove(0, bytes);
        m_given += bytes;
        return bytes;
    }
    qint64 writeData(const char *, qint64) override { return -1; }

private:
    int m_left;
    QByteArray m_next;
    qint64 m_given = 0;
};

} // namespace

/// Addresses: how they come in, and how they are found.
class TestAddresses : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void words_data();
    void words();
    void beginningsOfWordsAreFound_data() { TestDatabase::addRows(); }
    void beginningsOfWordsAreFound();
    void theBestMatchIsFirst();
    void whatIsTypedInFullIsFoundAmongMany_data() { TestDatabase::addRows(); }
    void whatIsTypedInFullIsFoundAmongMany();
    void whoeverAsksIsAnswered();
    void aListTakesThePlaceOfAnother_data() { TestDatabase::addRows(); }
    void aListTakesThePlaceOfAnother();
    void wrongLinesAreNamedAndChangeNothing_data() { TestDatabase::addRows(); }
    void wrongLinesAreNamedAndChangeNothing();
    void whatSpreadsheetsWriteIsRead();
    void aFileIsReadAsItIsNeeded();

private:
    static QStringList labels(TestDesk &desk, const QString &query, int limit = 10)
    {
        QStringList found;
        const auto answer = desk.call(Caller{}, api::AddressSearch{query, limit});
        for (const api::Address &each : answer->addresses)
            found.append(each.label);
        return found;
    }
};

void TestAddresses::words_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QStringList>("words");
    QTest::newRow("accents and case") << QStringLiteral("RUE de l'Église")
                                      << QStringList{QStringLiteral("rue"), QStringLiteral("de"), QStringLiteral("l"),
                                                     QStringLiteral("eglise")};
    QTest::newRow("letters of their own") << QStringLiteral("Straße Łódź Strøget ÆØ")
                                          << QStringList{QStringLiteral("strasse"), QStringLiteral("lodz"),
                                                         QStringLiteral("stroget"), QStringLiteral("aeo")};
    QTest::newRow("signs") << QStringLiteral("27a/b, \"x\" *: & 'y") << QStringLiteral("27a b x y").split(u' ');
    QTest::newRow("nothing") << QStringLiteral(" -- ") << QStringList{};
    QTest::newRow("another script") << QStringLiteral(
        "Улица Ленина 5") << QStringList{QStringLiteral("улица"), QStringLiteral("ленина"), QStringLiteral("5")};
}

void TestAddresses::words()
{
    QFETCH(QString, text);
    QFETCH(QStringList, words);
    QCOMPARE(addressWords(text), words);
}

void TestAddresses::beginningsOfWordsAreFound()
{
    QFETCH(TestDatabase::Kind, kind);
    TestDesk desk(kind);
    QVERIFY(import(desk,
                   header
                       + "Hauptstraße,12,10827,Berlin,Germany\nBerliner Straße,7,33330,Gütersloh,Germany\n"
                         "Rue de l'Église,3,75015,Paris,France\n")
                .ok());
    const QString haupt = QStringLiteral("Hauptstraße 12, 10827 Berlin, Germany");
    QCOMPARE(labels(desk, QStringLiteral("haupt")), QStringList{haupt});
    QCOMPARE(labels(desk, QStringLiteral("BERL 12 hauptstrasse")), QStringList{haupt});
    QCOMPARE(labels(desk, QStringLiteral("egli par")).size(), 1);
    QCOMPARE(labels(desk, QStringLiteral("gutersloh")).size(), 1);
    QCOMPARE(labels(desk, QStringLiteral("ber")).size(), 2);
    QCOMPARE(labels(desk, QStringLiteral("aupt")), QStringList{}); // the middle of a word
    QCOMPARE(labels(desk, QStringLiteral("haupt paris")), QStringList{});
    QCOMPARE(labels(desk, QStringLiteral("' OR \"; & |:* haupt NOT")), QStringList{}); // "not" and "or" are words
    QCOMPARE(labels(desk, QStringLiteral("*")), QStringList{});
    QCOMPARE(labels(desk, {}).size(), 3);
    QCOMPARE(labels(desk, {}, 2).size(), 2);
    QCOMPARE(labels(desk, QStringLiteral("ber"), 1).size(), 1);
}

void TestAddresses::theBestMatchIsFirst()
{
    TestDesk desk;
    QVERIFY(
        import(
            desk,
            header
                + "Platz der Wiener,1,1,Ort,\nWienerwald,2,2,Ort,\nWien,121,3,Ort,\nWien,12,3,Ort,\nGasse,1,3,Wien,\n")
            .ok());
    QCOMPARE(labels(desk, QStringLiteral("wien")),
             (QStringList{QStringLiteral("Wien 12, 3 Ort"), QStringLiteral("Wien 121, 3 Ort"),
                          QStringLiteral("Gasse 1, 3 Wien"), QStringLiteral("Wienerwald 2, 2 Ort"),
                          QStringLiteral("Platz der Wiener 1, 1 Ort")}));
    QCOMPARE(labels(desk, QStringLiteral("wien 12")).first(), QStringLiteral("Wien 12, 3 Ort"));
}

void TestAddresses::whatIsTypedInFullIsFoundAmongMany()
{
    QFETCH(TestDatabase::Kind, kind);
    TestDesk desk(kind);
    QByteArray many = header;
    for (int i = 0; i < 300; ++i)
        many += "Wienerwald," + QByteArray::number(1000 + i) + ",1,Ort,\n";
    QVERIFY(import(desk, many + "Wien,1,1,Ort,\n").ok());
    QCOMPARE(labels(desk, QStringLiteral("wien")).first(), QStringLiteral("Wien 1, 1 Ort"));
    QCOMPARE(labels(desk, QStringLiteral("wien")).size(), 10);
}

void TestAddresses::whoeverAsksIsAnswered()
{
    TestDesk desk;
    for (const Caller &caller : {Caller{}, desk.visitor(), desk.newOperator(QStringLiteral("Anna"))})
        QCOMPARE(desk.outcome(caller, api::AddressSearch{}), QByteArray("ok"));
}

void TestAddresses::aListTakesThePlaceOfAnother()
{
    QFETCH(TestDatabase::Kind, kind);
    TestDesk desk(kind);
    QCOMPARE(import(desk, header + "Old Road,1,1,Town,\nOlder Road,2,2,Town,\n").value(), 2);
    QCOMPARE(import(desk, header + "New Road,1,1,Town,\n").value(), 1);
    QCOMPARE(labels(desk, QStringLiteral("road")), QStringList{QStringLiteral("New Road 1, 1 Town")});
    QCOMPARE(labels(desk, QStringLiteral("old")), QStringList{});
    // One that was cut off behind its first line does not.
    QCOMPARE(import(desk, header).error().message, QStringLiteral("Nothing was imported: the file has no address."));
    QCOMPARE(labels(desk, {}), QStringList{QStringLiteral("New Road 1, 1 Town")});
}

void TestAddresses::wrongLinesAreNamedAndChangeNothing()
{
    QFETCH(TestDatabase::Kind, kind);
    TestDesk desk(kind);
    QVERIFY(import(desk, header + "Old Road,1,1,Town,\n").ok());
    const auto refused =
        import(desk,
               header + "New Road,1,1,Town,\nNew Road,2\n,3,1,Town,\nNew Road,4,\xff,Town,\nNew \"Road,5,1,Town,\n"
                   + QByteArray(17'000, 'x') + "\nNew Road,6,1,Town,\n\"open");
    QVERIFY(!refused.ok());
    QStringList lines;
    for (const FieldError &each : refused.error().errors)
        lines.append(each.field);
    QCOMPARE(lines.join(u','), QStringLiteral("line 3,line 4,line 5,line 7,line 9"));
    QCOMPARE(refused.error().errors.first().message, QStringLiteral("must have 5 fields and has 2"));
    QCOMPARE(labels(desk, {}), QStringList{QStringLiteral("Old Road 1, 1 Town")});
    QCOMPARE(labels(desk, QStringLiteral("old")).size(), 1);

    const auto headless = import(desk, "Old Road,1,1,Town,\n");
    QVERIFY(!headless.ok());
    QCOMPARE(headless.error().errors.first().field, QStringLiteral("line 1"));
    QVERIFY(!import(desk, "").ok());
}

void TestAddresses::whatSpreadsheetsWriteIsRead()
{
    TestDesk desk;
    QCOMPARE(import(desk,
                    "\xef\xbb\xbf" + header.chopped(1)
                        + "\r\n\"Road, \"\"the\"\" \nlong\", 1 ,\"1\",Town,\r\n\r\nLast,2,2,Town,Land")
                 .value(),
             2);
    QCOMPARE(labels(desk, QStringLiteral("the")), QStringList{QStringLiteral("Road, \"the\" \nlong 1, 1 Town")});
    QCOMPARE(labels(desk, QStringLiteral("land")), QStringList{QStringLiteral("Last 2, 2 Town, Land")});
}

void TestAddresses::aFileIsReadAsItIsNeeded()
{
    TestDesk desk;
    EndlessList file(20'000);
    file.open(QIODevice::ReadOnly);
    QList<qint64> seen;
    const auto imported = desk.administration()->importAddresses(file, [&](qint64 addresses, qint64 bytes) {
        // What was read ahead would be in memory.
        if (file.given() - bytes > 64 * 1024)
            qFatal("%lld bytes were read ahead", qlonglong(file.given() - bytes));
        seen.append(addresses);
    });
    QCOMPARE(imported.value(), 20'000);
    QCOMPARE(seen.size(), 21); // one for every thousand, and the last
    QVERIFY(std::is_sorted(seen.begin(), seen.end()));
}

QTEST_GUILESS_MAIN(TestAddresses)
#include "tst_addresses.moc"
