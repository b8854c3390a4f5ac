#include "tests/desk/accesstable.h"

#include <map>

using namespace deskbell;
using namespace deskbell::server;
using deskbell::tests::TestDatabase;
using deskbell::tests::TestDesk;
using namespace deskbell::tests::access;

namespace {

/// A desk with everybody who may ask: made once per database, since each row of the table needs it.
class Cast
{
public:
    explicit Cast(TestDatabase::Kind kind) : desk(kind)
    {
        desk.addOperator(QStringLiteral("Holder"), api::OperatorRole::Operator, 1000); // each row leaves some with them
        desk.addOperator(QStringLiteral("Other"), api::OperatorRole::Operator, 1000);
        desk.addOperator(QStringLiteral("Admin"), api::OperatorRole::Admin);
        m_holder = desk.signIn(QStringLiteral("Holder"));
        m_other = desk.signIn(QStringLiteral("Other"));
        m_admin = desk.signIn(QStringLiteral("Admin"));
    }

    static constexpr int count = 6;
    static const char *nameOf(int who)
    {
        return std::array{"stranger", "visitor", "other visitor", "holder", "other operator", "admin"}[size_t(who)];
    }
    /// Signed in anew, as some operations end the session.
    Caller caller(int who, const Target &target)
    {
        switch (who) {
        case 0:
            return {};
        case 1:
            return target.visitor;
        case 2:
            return desk.visitor();
        case 3:
            return desk.signIn(QStringLiteral("Holder"));
        case 4:
            return desk.signIn(QStringLiteral("Other"));
        default:
            return desk.signIn(QStringLiteral("Admin"));
        }
    }

    enum class Files { None, One };
    Target target(api::ChatStatus status, Files files = Files::None)
    {
        Target target;
        target.visitor = desk.visitor();
        target.chat = desk.startChat(target.visitor, QStringLiteral("Hello"));
        if (files == Files::One)
            target.attachment = desk.sendFile(target.visitor, target.chat);
        if (status != api::ChatStatus::Waiting && !desk.call(m_holder, api::ChatClaim{target.chat}))
            qFatal("The chat cannot be claimed.");
        target.other = m_other.operatorId;
        target.department = department();
        if (status == api::ChatStatus::Ended && !desk.call(m_holder, api::ChatEnd{target.chat, {}}))
            qFatal("The chat cannot be ended.");
        return target;
    }

    TestDesk desk;

    /// Has the holder offer the chat to the other operator.
    void offer(const Target &at)
    {
        if (!desk.call(m_holder, api::ChatTransfer{at.chat, m_other.operatorId}))
            qFatal("The chat cannot be offered.");
    }
    DepartmentId department()
    {
        const auto made = desk.call(m_admin, api::DepartmentCreate{ChatId::generate().toString()});
        return made->id;
    }

private:
    Caller m_holder;
    Caller m_other;
    Caller m_admin;
};

} // namespace

/// Who may do what.
class TestAccess : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void everyOperation_data();
    void everyOperation();
    void theTableIsWhole();
    void aDisabledOperatorMayNothing();
    void whatDoesNotExistIsNotFound();

private:
    Cast &cast();

    std::map<TestDatabase::Kind, std::unique_ptr<Cast>> m_casts;
};

void TestAccess::everyOperation_data()
{
    QTest::addColumn<TestDatabase::Kind>("kind");
    QTest::addColumn<qsizetype>("index");
    for (const auto kind : TestDatabase::kinds()) {
        for (qsizetype index = 0; index < rows.size(); ++index) {
            QTest::addRow("%s: %s, %s%s", TestDatabase::nameOf(kind), rows[index].name,
                          json::nameOf(rows[index].status).data(), rows[index].offered ? ", offered" : "")
                << kind << index;
        }
    }
}

Cast &TestAccess::cast()
{
    QFETCH(TestDatabase::Kind, kind);
    auto &cast = m_casts[kind];
    if (!cast)
        cast = std::make_unique<Cast>(kind);
    return *cast;
}

void TestAccess::everyOperation()
{
    QFETCH(qsizetype, index);
    const Row &row = rows[index];
    const QByteArrayList expected = QByteArray(row.expected).split(' ');
    QCOMPARE(expected.size(), Cast::count);
    const auto files = QByteArray(row.name) == "attachment.get" ? Cast::Files::One : Cast::Files::None;
    for (int who = 0; who < Cast::count; ++who) {
        const Target target = cast().target(row.status, files);
        if (row.offered)
            cast().offer(target);
        const Caller caller = cast().caller(who, target);
        const QByteArray outcome = cast().desk.outcome(caller, row.make(target));
        QVERIFY2(outcome == expected[who], QByteArray(Cast::nameOf(who)) + ": " + outcome + ", not " + expected[who]);
    }
}

void TestAccess::theTableIsWhole()
{
    QSet<QByteArray> tried;
    for (const Row &row : rows)
        tried.insert(row.name);
    api::forEachAlternative<api::Command>([&]<class Command>() {
        const std::string_view name = Command::operation.name;
        QVERIFY2(tried.remove(QByteArray(name.data(), qsizetype(name.size()))), name.data());
    });
    QVERIFY(tried.isEmpty());
}

void TestAccess::aDisabledOperatorMayNothing()
{
    TestDesk desk;
    const Caller anna = desk.newOperator(QStringLiteral("Anna"));
    const Caller vera = desk.visitor();
    const Target target{desk.startChat(vera), vera, anna.operatorId, DepartmentId::generate()};
    QVERIFY(desk.administration()->disableOperator(TestDesk::emailOf(QStringLiteral("Anna"))));
    for (const Row &row : rows) {
        const QByteArray name(row.name);
        if (QByteArrayList{"chat.start", "operator.login", "department.list", "address.search", "settings.get",
                           "desk.get"}
                .contains(name))
            continue; // anybody's
        QVERIFY2(desk.outcome(anna, row.make(target)) == "invalid_token", row.name);
    }
    QCOMPARE(desk.outcome({}, api::OperatorLogin{TestDesk::emailOf(QStringLiteral("Anna")), TestDesk::password()}),
             "invalid_credentials");
}

void TestAccess::whatDoesNotExistIsNotFound()
{
    TestDesk desk;
    const Caller anna = desk.newOperator(QStringLiteral("Anna"));
    const ChatId chat = ChatId::generate();
    QCOMPARE(desk.outcome(anna, api::ChatGet{chat}), "chat_not_found");
    QCOMPARE(desk.outcome(anna, api::ChatClaim{chat}), "chat_not_found");
    QCOMPARE(desk.outcome(anna, api::MessageSend{chat, QStringLiteral("Hi"), {}}), "chat_not_found");
    QCOMPARE(desk.outcome(anna, api::VisitorGet{VisitorId::generate()}), "visitor_not_found");
}

QTEST_GUILESS_MAIN(TestAccess)

#include "tst_access.moc"
