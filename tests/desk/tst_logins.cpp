#include "server/desk/visitoraccountservice.h"
#include "tests/support/testdesk.h"

using namespace deskbell;
using namespace deskbell::server;
using deskbell::tests::TestDatabase;
using deskbell::tests::TestDesk;

/// Signing in, the sessions that come of it, and those who guess passwords.
class TestLogins : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void aTokenIsItsOwner_data() { TestDatabase::addRows(); }
    void aTokenIsItsOwner();
    void wrongCredentialsTellNothing();
    void anAccountIsLockedAfterFiveGuesses_data();
    void anAccountIsLockedAfterFiveGuesses();
    void guessesAtOnceAreNoWayAround();
    void anAddressIsLockedAfterTwentyGuesses();
    void visitorsGuessesCountToo();
    void aRightPasswordForgetsTheGuesses();
    void sessionsRunOut_data() { TestDatabase::addRows(); }
    void sessionsRunOut();
    void aNewPasswordEndsSessions_data() { TestDatabase::addRows(); }
    void aNewPasswordEndsSessions();
    void connectionsOfEndedSessionsAreClosed();
    void requestsAreLimitedInRate();

private:
    static QByteArray guess(TestDesk &desk, const QString &name, const QString &password,
                            const QByteArray &address = "192.0.2.1")
    {
        Caller stranger;
        stranger.address = address;
        return desk.outcome(stranger, api::OperatorLogin{TestDesk::emailOf(name), password});
    }
    static constexpr qint64 hourMs = 3'600'000;
    const QString m_anna = QStringLiteral("Anna");
    const QString m_wrong = QStringLiteral("wrong");
};

void TestLogins::aTokenIsItsOwner()
{
    QFETCH(TestDatabase::Kind, kind);
    TestDesk desk(kind);
    desk.addOperator(m_anna, api::OperatorRole::Admin);
    const auto answer = desk.call({}, api::OperatorLogin{QStringLiteral(" ANNA@Desk.Example "), TestDesk::password()});
    QCOMPARE(answer->account.name, m_anna);
    const Result<Caller> anna = desk.authenticate(answer->token);
    QCOMPARE(anna->kind, Caller::Kind::Admin);
    QCOMPARE(anna->operatorId, answer->account.id);
    QVERIFY(desk.call(*anna, api::OperatorLogout{}));
    QCOMPARE(desk.endedSessions, QList<SessionId>{anna->sessionId});
    QCOMPARE(desk.authenticate(answer->token).error().code, ErrorCode::InvalidToken);
    QCOMPARE(desk.outcome(*anna, api::OperatorMe{}), "invalid_token");
    QCOMPARE(desk.authenticate(QString()).error().code, ErrorCode::InvalidToken);
    QCOMPARE(desk.admit(QStringLiteral("nobody's")).error().code, ErrorCode::InvalidToken);
}

void TestLogins::wrongCredentialsTellNothing()
{
    TestDesk desk;
    desk.addOperator(m_anna);
    desk.addOperator(QStringLiteral("Ben"));
    QVERIFY(desk.administration()->disableOperator(TestDesk::emailOf(QStringLiteral("Ben"))));
    const auto errorOf = [&](const QString &name, const QString &password) {
        return desk.call({}, api::OperatorLogin{TestDesk::emailOf(name), password}).error();
    };
    const Error wrong = errorOf(m_anna, m_wrong);
    QCOMPARE(wrong.code, ErrorCode::InvalidCredentials);
    QCOMPARE(errorOf(QStringLiteral("Nobody"), TestDesk::password()), wrong);
    QCOMPARE(errorOf(QStringLiteral("Ben"), TestDesk::password()), wrong);
}

void TestLogins::anAccountIsLockedAfterFiveGuesses_data()
{
    QTest::addColumn<QString>("name");
    QTest::newRow("an account") << m_anna;
    QTest::newRow("no account") << QStringLiteral("Nobody");
}

void TestLogins::anAccountIsLockedAfterFiveGuesses()
{
    QFETCH(QString, name);
    TestDesk desk(TestDatabase::Kind::Sqlite, RateLimits::Switch::On);
    desk.addOperator(m_anna);
    for (int i = 0; i < 5; ++i)
        QCOMPARE(guess(desk, name, m_wrong, QByteArray::number(i)), "invalid_credentials");
    QCOMPARE(guess(desk, name, TestDesk::password(), "elsewhere"), "too_many_requests");
    Caller stranger;
    stranger.address = "elsewhere";
    const auto refused = desk.call(stranger, api::OperatorLogin{TestDesk::emailOf(name), TestDesk::password()});
    QCOMPARE(refused.error().retryAfterSeconds, 60);
    desk.clock.advance(60'000);
    QCOMPARE(guess(desk, m_anna, TestDesk::password()), "ok");
}

void TestLogins::guessesAtOnceAreNoWayAround()
{
    TestDesk desk(TestDatabase::Kind::Sqlite, RateLimits::Switch::On);
    desk.addOperator(m_anna);
    int wrong = 0;
    int refused = 0;
    for (int i = 0; i < 30; ++i) {
        desk.desk->submit({}, api::OperatorLogin{TestDesk::emailOf(m_anna), m_wrong}, [&](const Reply &reply) {
            ++(reply.json.error().code == ErrorCode::TooManyRequests ? refused : wrong);
        });
    }
    TestDesk::wait([&] { return wrong + refused == 30; });
    QCOMPARE(wrong, 5);
}

void TestLogins::anAddressIsLockedAfterTwentyGuesses()
{
    TestDesk desk(TestDatabase::Kind::Sqlite, RateLimits::Switch::On);
    desk.addOperator(m_anna);
    for (int i = 0; i < 20; ++i)
        QCOMPARE(guess(desk, QStringLiteral("Nobody%1").arg(i), m_wrong), "invalid_credentials");
    QCOMPARE(guess(desk, m_anna, TestDesk::password()), "too_many_requests");
    QCOMPARE(guess(desk, m_anna, TestDesk::password(), "elsewhere"), "ok");
}

void TestLogins::visitorsGuessesCountToo()
{
    TestDesk desk(TestDatabase::Kind::Sqlite, RateLimits::Switch::On);
    desk.addOperator(m_anna);
    VisitorAccountService visitors(*desk.desk, desk.clock, {.passwordCost = TestDesk::cheap});
    Caller stranger;
    stranger.address = "192.0.2.1";
    for (int i = 0; i < 20; ++i) {
        std::optional<ErrorCode> answer;
        visitors.logIn(stranger, QStringLiteral("nobody%1@mail.example").arg(i), m_wrong,
                       [&](const auto &signedIn) { answer = signedIn.error().code; });
        TestDesk::wait([&] { return answer.has_value(); });
        QCOMPARE(*answer, ErrorCode::InvalidCredentials);
    }
    QCOMPARE(guess(desk, m_anna, TestDesk::password()), "too_many_requests");
}

void TestLogins::aRightPasswordForgetsTheGuesses()
{
    TestDesk desk(TestDatabase::Kind::Sqlite, RateLimits::Switch::On);
    desk.addOperator(m_anna);
    for (int round = 0; round < 3; ++round) {
        for (int i = 0; i < 4; ++i)
            QCOMPARE(guess(desk, m_anna, m_wrong), "invalid_credentials");
        QCOMPARE(guess(desk, m_anna, TestDesk::password()), "ok");
    }
}

void TestLogins::sessionsRunOut()
{
    QFETCH(TestDatabase::Kind, kind);
    TestDesk desk(kind);
    desk.addOperator(m_anna);
    const auto login = desk.call({}, api::OperatorLogin{TestDesk::emailOf(m_anna), TestDesk::password()});
    const QString visitor = desk.admit()->token.value();
    // A visitor's lasts a day from its last use, as long as it is used.
    for (int day = 0; day < 3; ++day) {
        desk.clock.advance(20 * hourMs);
        QVERIFY(desk.admit(visitor));
    }
    desk.clock.advance(24 * hourMs);
    QCOMPARE(desk.admit(visitor).error().code, ErrorCode::InvalidToken);
    // An operator's lasts thirty days from the login.
    const Result<Caller> anna = desk.authenticate(login->token);
    QVERIFY(anna);
    desk.clock.advance(27 * 24 * hourMs);
    QCOMPARE(desk.authenticate(login->token).error().code, ErrorCode::InvalidToken);
    QCOMPARE(desk.outcome(*anna, api::OperatorMe{}), "invalid_token");
}

void TestLogins::aNewPasswordEndsSessions()
{
    QFETCH(TestDatabase::Kind, kind);
    TestDesk desk(kind);
    const Caller anna = desk.newOperator(m_anna);
    const QString fresh = QStringLiteral("battery staple");
    QVERIFY(desk.administration()->setPassword(TestDesk::emailOf(m_anna), fresh));
    QCOMPARE(desk.outcome(anna, api::OperatorMe{}), "invalid_token");
    QCOMPARE(guess(desk, m_anna, TestDesk::password()), "invalid_credentials");
    QCOMPARE(guess(desk, m_anna, fresh), "ok");
}

void TestLogins::connectionsOfEndedSessionsAreClosed()
{
    TestDesk desk;
    const Caller anna = desk.newOperator(m_anna);
    const Caller ben = desk.newOperator(QStringLiteral("Ben"));
    desk.desk->connected(anna);
    desk.desk->connected(ben);
    // As the command line does, beside the server.
    QVERIFY(desk.administration()->disableOperator(TestDesk::emailOf(m_anna)));
    TestDesk::wait([&] { return !desk.endedSessions.isEmpty(); });
    QCOMPARE(desk.endedSessions, QList<SessionId>{anna.sessionId});
}

void TestLogins::requestsAreLimitedInRate()
{
    TestDesk desk(TestDatabase::Kind::Sqlite, RateLimits::Switch::On);
    const Caller vera = desk.visitor();
    const ChatId chat = desk.startChat(vera);
    const api::MessageSend message{chat, QStringLiteral("Hi"), {}};
    for (int i = 0; i < 5; ++i)
        QCOMPARE(desk.outcome(vera, message), "ok");
    const auto refused = desk.call(vera, message);
    QCOMPARE(refused.error().code, ErrorCode::TooManyRequests);
    QCOMPARE(refused.error().retryAfterSeconds, 1);
    desk.clock.advance(1'000);
    QCOMPARE(desk.outcome(vera, message), "ok");
    QCOMPARE(desk.call(vera, api::ChatGet{chat})->lastSeq, 6);
}

QTEST_GUILESS_MAIN(TestLogins)

#include "tst_logins.moc"
