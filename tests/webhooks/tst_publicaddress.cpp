#include "server/webhooks/publicaddress.h"
#include "server/webhooks/webhookcall.h"

#include <QTest>

using namespace deskbell::server;

/// Where webhooks may go, and what they are signed with.
class TestPublicAddress : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void isPublic_data();
    void isPublic();
    void theSignatureIsThatOfEverybody();
};

void TestPublicAddress::isPublic_data()
{
    QTest::addColumn<bool>("expected");
    for (const char *open :
         {"8.8.8.8", "93.184.216.34", "172.32.0.1", "100.128.0.1", "2606:4700::1111", "2a00:1450::1"})
        QTest::newRow(open) << true;
    for (const char *closed : {"127.0.0.1",
                               "127.9.9.9",
                               "0.0.0.0",
                               "10.1.2.3",
                               "172.16.0.1",
                               "172.31.255.255",
                               "192.168.1.1",
                               "169.254.169.254",
                               "100.64.0.1",
                               "224.0.0.1",
                               "255.255.255.255",
                               "198.18.0.1",
                               "::",
                               "::1",
                               "::7f00:1",
                               "::ffff:127.0.0.1",
                               "::ffff:10.0.0.1",
                               "fe80::1",
                               "fe80::1%eth0",
                               "fc00::1",
                               "fd12::1",
                               "64:ff9b::7f00:1",
                               "2002:7f00:1::1",
                               "ff02::1",
                               "2001:db8::1",
                               ""})
        QTest::newRow(closed) << false;
}

void TestPublicAddress::isPublic()
{
    QFETCH(bool, expected);
    QCOMPARE(deskbell::server::isPublic(QHostAddress(QString::fromLatin1(QTest::currentDataTag()))), expected);
}

void TestPublicAddress::theSignatureIsThatOfEverybody()
{
    // As `printf '1700000000.{"a":1}' | openssl dgst -sha256 -hmac secret` has it.
    QCOMPARE(webhookSignature("secret", 1'700'000'000, R"({"a":1})"),
             QByteArray("t=1700000000,v1=49f24e537407743fa4a0242bb63b94b9a47ee99cbbe071ccd8a22550ae411686"));
}

QTEST_GUILESS_MAIN(TestPublicAddress)

#include "tst_publicaddress.moc"
