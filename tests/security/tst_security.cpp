#include "server/security/loginthrottle.h"
#include "server/security/passwords.h"
#include "server/security/ratelimiter.h"
#include "server/security/secrettoken.h"

#include <QSet>
#include <QTest>

using namespace deskbell;
using namespace deskbell::server;

namespace {

constexpr PasswordCost cheap{.passes = 1, .memoryBytes = 8192};
constexpr qint64 minuteMs = 60'000;

} // namespace

class TestSecurity : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void tokensAreLongAndDifferent();
    void passwordsAreChecked();
    void anUnknownAccountNeverMatches();
    void anotherCostIsHashedAnew();
    void tooManyVerificationsAreRefused();
    void anAccountWaitsLongerEachTime();
    void anAddressWaitsLongerEachTime();
    void attemptsUnderWayCount();
    void successStartsTheAccountAnew();
    void theThrottleCanBeSwitchedOff();
    void bucketsLetABurstThroughAndThenARate();
    void fullBucketsAreForgotten();
};

void TestSecurity::tokensAreLongAndDifferent()
{
    QSet<QString> seen;
    for (int i = 0; i < 1000; ++i) {
        const SecretToken token = SecretToken::generate();
        QCOMPARE(token.reveal().size(), 43); // 256 bits
        seen.insert(token.reveal());
        QCOMPARE(SecretToken::fromText(token.reveal()).hash(), token.hash());
        QVERIFY(!token.hash().contains(token.reveal()));
    }
    QCOMPARE(seen.size(), 1000);
}

void TestSecurity::passwordsAreChecked()
{
    const Passwords passwords(cheap);
    const auto hash = passwords.hash(QStringLiteral("grüße"));
    QVERIFY(hash->startsWith(QLatin1String("$argon2id$")));
    QVERIFY(passwords.check(QStringLiteral("grüße"), hash).matches);
    QVERIFY(!passwords.check(QStringLiteral("grüsse"), hash).matches);
    QVERIFY(!passwords.check(QStringLiteral("grüße"), hash).betterHash);
}

void TestSecurity::anUnknownAccountNeverMatches()
{
    const Passwords passwords(cheap);
    QVERIFY(!passwords.check(QString(), std::nullopt).matches);
    QVERIFY(!passwords.check(QStringLiteral("guess"), std::nullopt).matches);
}

void TestSecurity::anotherCostIsHashedAnew()
{
    const auto old = Passwords(cheap).hash(QStringLiteral("secret"));
    const Passwords dearer({.passes = 2, .memoryBytes = 16384});
    const auto verdict = dearer.check(QStringLiteral("secret"), old);
    QVERIFY(verdict.matches && verdict.betterHash);
    QVERIFY(!dearer.check(QStringLiteral("secret"), verdict.betterHash).betterHash);
    QVERIFY(!dearer.check(QStringLiteral("wrong"), old).betterHash);
}

void TestSecurity::tooManyVerificationsAreRefused()
{
    Passwords passwords(cheap);
    int answered = 0;
    int busy = 0;
    for (int i = 0; i < 70; ++i) {
        passwords.verify(QStringLiteral("x"), std::nullopt, [&](const Result<Passwords::Verdict> &verdict) {
            ++answered;
            busy += !verdict && verdict.error().code == ErrorCode::Busy ? 1 : 0;
        });
    }
    QCOMPARE(busy, 4); // two at work, 64 waiting
    QTRY_COMPARE(answered, 70);
    QCOMPARE(busy, 4);
}

void TestSecurity::anAccountWaitsLongerEachTime()
{
    ManualClock clock;
    LoginThrottle throttle(clock);
    for (int i = 0; i < 5; ++i)
        QVERIFY(throttle.begin(QStringLiteral("anna"), "address " + QByteArray::number(i)));
    QByteArray from = "elsewhere 0";
    for (const int minutes : {1, 2, 4, 8, 15, 15}) {
        const auto refused = throttle.begin(QStringLiteral("anna"), from);
        QVERIFY(!refused);
        QCOMPARE(refused.error().code, ErrorCode::TooManyRequests);
        QCOMPARE(refused.error().retryAfterSeconds, minutes * 60);
        clock.advance(minutes * minuteMs - 1);
        QVERIFY(!throttle.begin(QStringLiteral("anna"), from)); // being refused costs nothing further
        clock.advance(1);
        QVERIFY(throttle.begin(QStringLiteral("anna"), from));
        from[from.size() - 1] = char(from.back() + 1);
    }
    QVERIFY(throttle.begin(QStringLiteral("ben"), from));
    clock.advance(24 * 60 * minuteMs);
    for (int i = 0; i < 5; ++i)
        QVERIFY(throttle.begin(QStringLiteral("anna"), from)); // all is forgotten
}

void TestSecurity::anAddressWaitsLongerEachTime()
{
    ManualClock clock;
    LoginThrottle throttle(clock);
    for (int i = 0; i < 20; ++i)
        QVERIFY(throttle.begin(QString::number(i), "here"));
    QCOMPARE(throttle.begin(QStringLiteral("anna"), "here").error().retryAfterSeconds, 60);
    QVERIFY(throttle.begin(QStringLiteral("anna"), "there"));
    clock.advance(minuteMs);
    QVERIFY(throttle.begin(QStringLiteral("anna"), "here"));
    QCOMPARE(throttle.begin(QStringLiteral("ben"), "here").error().retryAfterSeconds, 120);
    throttle.succeeded(QStringLiteral("anna"), "here"); // was none, so the twenty alone count
    QVERIFY(throttle.begin(QStringLiteral("ben"), "here"));
    clock.advance(60 * minuteMs);
    QVERIFY(throttle.begin(QStringLiteral("anna"), "here"));
}

void TestSecurity::attemptsUnderWayCount()
{
    ManualClock clock;
    LoginThrottle throttle(clock);
    for (int i = 0; i < 5; ++i)
        QVERIFY(throttle.begin(QStringLiteral("anna"), "here"));
    QVERIFY(!throttle.begin(QStringLiteral("anna"), "here")); // though none of them has failed yet
    throttle.withdraw(QStringLiteral("anna"), "here");
    QVERIFY(throttle.begin(QStringLiteral("anna"), "here"));
}

void TestSecurity::successStartsTheAccountAnew()
{
    ManualClock clock;
    LoginThrottle throttle(clock);
    for (int i = 0; i < 5; ++i)
        QVERIFY(throttle.begin(QStringLiteral("anna"), "here"));
    throttle.succeeded(QStringLiteral("anna"), "here");
    for (int i = 0; i < 5; ++i)
        QVERIFY(throttle.begin(QStringLiteral("anna"), "here"));
    QVERIFY(!throttle.begin(QStringLiteral("anna"), "here"));
}

void TestSecurity::theThrottleCanBeSwitchedOff()
{
    ManualClock clock;
    LoginThrottle throttle(clock, {.enabled = false});
    for (int i = 0; i < 100; ++i)
        QVERIFY(throttle.begin(QStringLiteral("anna"), "here"));
}

void TestSecurity::bucketsLetABurstThroughAndThenARate()
{
    ManualClock clock;
    RateLimiter limiter(clock, {.burst = 5, .perSecond = 1});
    for (int i = 0; i < 5; ++i)
        QVERIFY(limiter.take("one"));
    const auto refused = limiter.take("one");
    QVERIFY(!refused);
    QCOMPARE(refused.error().code, ErrorCode::TooManyRequests);
    QCOMPARE(refused.error().retryAfterSeconds, 1);
    QVERIFY(limiter.take("other"));
    clock.advance(999);
    QVERIFY(!limiter.take("one"));
    clock.advance(1);
    QVERIFY(limiter.take("one"));
    QVERIFY(!limiter.take("one"));
    limiter.giveBack("one");
    QVERIFY(limiter.take("one"));
    clock.advance(3'600'000); // no more than the burst is saved up
    for (int i = 0; i < 5; ++i)
        QVERIFY(limiter.take("one"));
    QVERIFY(!limiter.take("one"));
}

void TestSecurity::fullBucketsAreForgotten()
{
    ManualClock clock;
    RateLimiter limiter(clock, {.burst = 5, .perSecond = 1});
    for (int i = 0; i < 100; ++i)
        QVERIFY(limiter.take(QByteArray::number(i)));
    QCOMPARE(limiter.size(), 100);
    clock.advance(minuteMs);
    QVERIFY(limiter.take("new"));
    QCOMPARE(limiter.size(), 1);
}

QTEST_GUILESS_MAIN(TestSecurity)
#include "tst_security.moc"
