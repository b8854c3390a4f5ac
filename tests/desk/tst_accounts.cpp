#include "tests/support/testdesk.h"

using namespace deskbell;
using namespace deskbell::server;
using deskbell::tests::TestDatabase;
using deskbell::tests::TestDesk;

/// Operators' accounts as admins keep them.
class TestAccounts : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void areAddedAndChanged_data() { TestDatabase::addRows(); }
    void areAddedAndChanged();
    void areDisabled_data() { TestDatabase::addRows(); }
    void areDisabled();
    void anotherRoleEndsSessions();
    void oneAdminIsLeft();
    void onesOwnPasswordNeedsTheOld_data() { TestDatabase::addRows(); }
    void onesOwnPasswordNeedsTheOld();
    void guessesAtTheOldPasswordAreLimited();
    void apiKeysActWithTheirRole_data() { TestDatabase::addRows(); }
    void apiKeysActWithTheirRole();
    void revokedKeysAreShutOut();

private:
    const QString m_new = QStringLiteral("battery staple");
};

void TestAccounts::areAddedAndChanged()
{
    QFETCH(TestDatabase::Kind, kind);
    TestDesk desk(kind);
    const Caller admin = desk.newOperator(QStringLiteral("Clara"), api::OperatorRole::Admin);
    const api::OperatorCreate command{QStringLiteral("Ben@Desk.example"), QStringLiteral("Ben"),
                                      api::OperatorRole::Operator, 3, TestDesk::password()};
    const auto ben = desk.call(admin, command);
    QCOMPARE(ben->email, QStringLiteral("ben@desk.example"));
    QCOMPARE(ben->capacity, 3);
    QCOMPARE(desk.outcome(admin, command), "operator_exists");
    const Caller signedIn = desk.signIn(QStringLiteral("Ben"));
    const ChatId chat = desk.startChat(desk.visitor(), QStringLiteral("Hello"));
    QVERIFY(desk.call(signedIn, api::ChatClaim{chat}));
    QVERIFY(desk.call(admin, api::OperatorUpdate{ben->id, QStringLiteral("Benjamin"), {}, 5}));
    QCOMPARE(desk.call(signedIn, api::OperatorMe{})->capacity, 5);
    QCOMPARE(desk.call(signedIn, api::MessageSend{chat, QStringLiteral("Hi"), {}})->senderName,
             QStringLiteral("Benjamin"));
    QVERIFY(desk.endedSessions.isEmpty());
    QCOMPARE(desk.outcome(admin, api::OperatorCreate{QStringLiteral("x"), QStringLiteral("X"), {}, 2, m_new}),
             "invalid_request");
}

void TestAccounts::areDisabled()
{
    QFETCH(TestDatabase::Kind, kind);
    TestDesk desk(kind);
    const Caller admin = desk.newOperator(QStringLiteral("Clara"), api::OperatorRole::Admin);
    const Caller phone = desk.newOperator(QStringLiteral("Anna"));
    const Caller laptop = desk.signIn(QStringLiteral("Anna"));
    QVERIFY(desk.call(admin, api::OperatorDisable{phone.operatorId, true})->disabled);
    QCOMPARE(QSet<SessionId>(desk.endedSessions.begin(), desk.endedSessions.end()),
             QSet<SessionId>({phone.sessionId, laptop.sessionId}));
    QCOMPARE(desk.outcome(laptop, api::ChatList{}), "invalid_token");
    const api::OperatorLogin login{TestDesk::emailOf(QStringLiteral("Anna")), TestDesk::password()};
    QCOMPARE(desk.outcome({}, login), "invalid_credentials");
    QVERIFY(!desk.call(admin, api::OperatorDisable{phone.operatorId, false})->disabled);
    QCOMPARE(desk.outcome({}, login), "ok");
}

void TestAccounts::anotherRoleEndsSessions()
{
    TestDesk desk;
    const Caller admin = desk.newOperator(QStringLiteral("Clara"), api::OperatorRole::Admin);
    const Caller anna = desk.newOperator(QStringLiteral("Anna"));
    QVERIFY(desk.call(admin, api::OperatorUpdate{anna.operatorId, {}, api::OperatorRole::Admin, {}}));
    QCOMPARE(desk.endedSessions, QList<SessionId>{anna.sessionId});
    QCOMPARE(desk.signIn(QStringLiteral("Anna")).kind, Caller::Kind::Admin);
}

void TestAccounts::oneAdminIsLeft()
{
    TestDesk desk;
    const Caller admin = desk.newOperator(QStringLiteral("Clara"), api::OperatorRole::Admin);
    QVERIFY(desk.call(admin, api::ApiKeyCreate{QStringLiteral("crm"), api::OperatorRole::Admin})); // is no person
    QCOMPARE(desk.outcome(admin, api::OperatorDisable{admin.operatorId, true}), "last_admin");
    QCOMPARE(desk.outcome(admin, api::OperatorUpdate{admin.operatorId, {}, api::OperatorRole::Operator, {}}),
             "last_admin");
    desk.addOperator(QStringLiteral("Dora"), api::OperatorRole::Admin);
    QCOMPARE(desk.outcome(admin, api::OperatorDisable{admin.operatorId, true}), "ok");
}

void TestAccounts::onesOwnPasswordNeedsTheOld()
{
    QFETCH(TestDatabase::Kind, kind);
    TestDesk desk(kind);
    const Caller anna = desk.newOperator(QStringLiteral("Anna"));
    const Caller laptop = desk.signIn(QStringLiteral("Anna"));
    const Caller admin = desk.newOperator(QStringLiteral("Clara"), api::OperatorRole::Admin);
    QCOMPARE(desk.outcome(anna, api::OperatorSetPassword{anna.operatorId, m_new, {}}), "invalid_request");
    QCOMPARE(desk.outcome(anna, api::OperatorSetPassword{anna.operatorId, m_new, m_new}), "invalid_credentials");
    QCOMPARE(desk.outcome(anna, api::OperatorSetPassword{admin.operatorId, m_new, TestDesk::password()}), "forbidden");
    QCOMPARE(desk.outcome(anna, api::OperatorSetPassword{anna.operatorId, m_new, TestDesk::password()}), "ok");
    QCOMPARE(desk.endedSessions, QList<SessionId>{laptop.sessionId}); // whoever showed the password stays
    const QString email = TestDesk::emailOf(QStringLiteral("Anna"));
    QCOMPARE(desk.outcome({}, api::OperatorLogin{email, TestDesk::password()}), "invalid_credentials");
    QCOMPARE(desk.outcome({}, api::OperatorLogin{email, m_new}), "ok");
    QCOMPARE(desk.outcome(admin, api::OperatorSetPassword{anna.operatorId, TestDesk::password(), {}}), "ok");
    QCOMPARE(desk.outcome({}, api::OperatorLogin{email, TestDesk::password()}), "ok");
    QCOMPARE(desk.outcome(anna, api::OperatorMe{}), "invalid_token");
}

void TestAccounts::guessesAtTheOldPasswordAreLimited()
{
    TestDesk desk(TestDatabase::Kind::Sqlite, RateLimits::Switch::On);
    const Caller anna = desk.newOperator(QStringLiteral("Anna"));
    QByteArray outcome;
    for (int i = 0; i < 6; ++i) {
        desk.clock.advance(1000);
        outcome = desk.outcome(anna, api::OperatorSetPassword{anna.operatorId, m_new, m_new});
    }
    QCOMPARE(outcome, "too_many_requests");
}

void TestAccounts::apiKeysActWithTheirRole()
{
    QFETCH(TestDatabase::Kind, kind);
    TestDesk desk(kind);
    const Caller admin = desk.newOperator(QStringLiteral("Clara"), api::OperatorRole::Admin);
    const auto made = desk.call(admin, api::ApiKeyCreate{QStringLiteral("crm"), api::OperatorRole::Admin});
    QVERIFY(made->apiKey.startsWith(QStringLiteral("dbk_")));
    QCOMPARE(desk.outcome(admin, api::ApiKeyCreate{QStringLiteral("crm"), {}}), "apikey_exists");
    const auto key = desk.authenticate(made->apiKey);
    QCOMPARE(key->kind, Caller::Kind::Admin);
    QCOMPARE(key->name, QStringLiteral("crm"));
    const ChatId chat = desk.startChat(desk.visitor(), QStringLiteral("Hello"));
    QCOMPARE(desk.outcome(*key, api::ChatGet{chat}), "ok");
    QCOMPARE(desk.outcome(*key, api::ChatClaim{chat}), "forbidden"); // it holds no chat
    QCOMPARE(desk.outcome(*key, api::OperatorLogout{}), "forbidden");
    QCOMPARE(desk.outcome(*key, api::ChatEnd{chat, {}}), "ok");
    QCOMPARE(desk.outcome(*key, api::OperatorDisable{key->operatorId, true}), "operator_not_found");
    QCOMPARE(desk.call(admin, api::OperatorList{})->operators.size(), 1); // is nobody's colleague
    QCOMPARE(desk.call(*key, api::CannedCreate{QStringLiteral("hi"), QStringLiteral("Hi"), QStringLiteral("Hi")}).ok(),
             true);
    const auto audit = desk.call(admin, api::AuditList{QStringLiteral("canned.created"), {}, 50});
    QCOMPARE(audit->entries.first().actorType, api::ActorType::ApiKey);
    QCOMPARE(audit->entries.first().actorName, QStringLiteral("crm"));
    const auto lesser = desk.call(admin, api::ApiKeyCreate{QStringLiteral("bot"), api::OperatorRole::Operator});
    QCOMPARE(desk.outcome(*desk.authenticate(lesser->apiKey), api::ApiKeyList{}), "forbidden");
    desk.clock.advance(20LL * 365 * 24 * 3'600'000);
    QVERIFY(desk.authenticate(made->apiKey)); // does not run out
}

void TestAccounts::revokedKeysAreShutOut()
{
    TestDesk desk;
    const Caller admin = desk.newOperator(QStringLiteral("Clara"), api::OperatorRole::Admin);
    const auto made = desk.administration()->addApiKey(QStringLiteral("crm"), api::OperatorRole::Admin);
    const Caller key = *desk.authenticate(made->apiKey);
    QVERIFY(desk.call(admin, api::ApiKeyRevoke{made->key.id})->revokedAt);
    QCOMPARE(desk.endedSessions, QList<SessionId>{key.sessionId});
    QCOMPARE(desk.outcome(key, api::ChatList{}), "invalid_token");
    QCOMPARE(desk.authenticate(made->apiKey).error().code, ErrorCode::InvalidToken);
    // The name is free again.
    QVERIFY(desk.administration()->addApiKey(QStringLiteral("crm"), api::OperatorRole::Operator));
    QVERIFY(desk.administration()->revokeApiKey(QStringLiteral("crm")));
    QCOMPARE(desk.administration()->revokeApiKey(QStringLiteral("crm")).error().code, ErrorCode::ApiKeyNotFound);
    QCOMPARE(desk.call(admin, api::ApiKeyList{})->keys.size(), 2);
}

QTEST_GUILESS_MAIN(TestAccounts)

#include "tst_accounts.moc"
