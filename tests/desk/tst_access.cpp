#include "tests/support/testdesk.h"

#include <map>

using namespace deskbell;
using namespace deskbell::server;
using deskbell::tests::TestDatabase;
using deskbell::tests::TestDesk;

namespace {

/// What an operation is tried on: a chat, and the visitor whose it is.
struct Target
{
    ChatId chat;
    Caller visitor;
    OperatorId other; ///< An operator who does not hold the chat.
    DepartmentId department;
};

using MakeCommand = std::function<api::Command(const Target &)>;

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

    Target target(api::ChatStatus status)
    {
        Target target;
        target.visitor = desk.visitor();
        target.chat = desk.startChat(target.visitor);
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

namespace {

struct Row
{
    const char *name;
    api::ChatStatus status;
    MakeCommand make;
    const char *expected; // of each caller, in the order of Cast
    bool offered = false; // to the other operator, by its holder
};

constexpr auto waiting = api::ChatStatus::Waiting;
constexpr auto active = api::ChatStatus::Active;
constexpr auto ended = api::ChatStatus::Ended;

// clang-format off
const QList<Row> rows{
    {"chat.start", active, [](const Target &) { return api::ChatStart{}; },
     "ok ok ok forbidden forbidden forbidden"},
    {"chat.list", active, [](const Target &) { return api::ChatList{}; },
     "unauthenticated ok ok ok ok ok"},
    {"chat.get", waiting, [](const Target &at) { return api::ChatGet{at.chat}; },
     "unauthenticated ok chat_not_found ok ok ok"},
    {"chat.get", active, [](const Target &at) { return api::ChatGet{at.chat}; },
     "unauthenticated ok chat_not_found ok ok ok"},
    {"chat.get", ended, [](const Target &at) { return api::ChatGet{at.chat}; },
     "unauthenticated ok chat_not_found ok ok ok"},
    {"chat.claim", waiting, [](const Target &at) { return api::ChatClaim{at.chat}; },
     "unauthenticated forbidden forbidden ok ok ok"},
    {"chat.claim", active, [](const Target &at) { return api::ChatClaim{at.chat}; },
     "unauthenticated forbidden forbidden ok chat_already_claimed chat_already_claimed"},
    {"chat.claim", ended, [](const Target &at) { return api::ChatClaim{at.chat}; },
     "unauthenticated forbidden forbidden chat_ended chat_ended chat_ended"},
    {"chat.end", waiting, [](const Target &at) { return api::ChatEnd{at.chat, {}}; },
     "unauthenticated ok chat_not_found forbidden forbidden ok"},
    {"chat.end", active, [](const Target &at) { return api::ChatEnd{at.chat, {}}; },
     "unauthenticated ok chat_not_found ok forbidden ok"},
    {"chat.end", ended, [](const Target &at) { return api::ChatEnd{at.chat, {}}; },
     "unauthenticated ok chat_not_found ok forbidden ok"},
    {"message.send", waiting, [](const Target &at) { return api::MessageSend{at.chat, QStringLiteral("Hi"), {}}; },
     "unauthenticated ok chat_not_found forbidden forbidden forbidden"},
    {"message.send", active, [](const Target &at) { return api::MessageSend{at.chat, QStringLiteral("Hi"), {}}; },
     "unauthenticated ok chat_not_found ok forbidden forbidden"},
    {"message.send", ended, [](const Target &at) { return api::MessageSend{at.chat, QStringLiteral("Hi"), {}}; },
     "unauthenticated chat_ended chat_not_found chat_ended chat_ended chat_ended"},
    {"message.list", waiting, [](const Target &at) { return api::MessageList{at.chat, {}, {}, 50}; },
     "unauthenticated ok chat_not_found ok ok ok"},
    {"message.list", active, [](const Target &at) { return api::MessageList{at.chat, {}, {}, 50}; },
     "unauthenticated ok chat_not_found ok ok ok"},
    {"typing.set", waiting, [](const Target &at) { return api::TypingSet{at.chat, true}; },
     "unauthenticated ok chat_not_found forbidden forbidden forbidden"},
    {"typing.set", active, [](const Target &at) { return api::TypingSet{at.chat, true}; },
     "unauthenticated ok chat_not_found ok forbidden forbidden"},
    {"typing.set", ended, [](const Target &at) { return api::TypingSet{at.chat, true}; },
     "unauthenticated chat_ended chat_not_found chat_ended chat_ended chat_ended"},
    {"operator.login", active,
     [](const Target &) { return api::OperatorLogin{TestDesk::emailOf(QStringLiteral("Holder")), TestDesk::password()}; },
     "ok ok ok ok ok ok"},
    {"operator.logout", active, [](const Target &) { return api::OperatorLogout{}; },
     "unauthenticated forbidden forbidden ok ok ok"},
    {"operator.me", active, [](const Target &) { return api::OperatorMe{}; },
     "unauthenticated forbidden forbidden ok ok ok"},
    {"operator.list", active, [](const Target &) { return api::OperatorList{}; },
     "unauthenticated forbidden forbidden ok ok ok"},
    {"operator.status", active, [](const Target &) { return api::OperatorSetStatus{api::OperatorStatus::Busy}; },
     "unauthenticated forbidden forbidden ok ok ok"},
    {"visitor.get", active, [](const Target &at) { return api::VisitorGet{at.visitor.visitorId}; },
     "unauthenticated ok visitor_not_found ok ok ok"},
    {"chat.release", waiting, [](const Target &at) { return api::ChatRelease{at.chat}; },
     "unauthenticated forbidden forbidden forbidden forbidden ok"},
    {"chat.release", active, [](const Target &at) { return api::ChatRelease{at.chat}; },
     "unauthenticated forbidden forbidden ok forbidden ok"},
    {"chat.release", ended, [](const Target &at) { return api::ChatRelease{at.chat}; },
     "unauthenticated forbidden forbidden chat_ended chat_ended chat_ended"},
    {"chat.assign", waiting, [](const Target &at) { return api::ChatAssign{at.chat, at.other}; },
     "unauthenticated forbidden forbidden forbidden forbidden ok"},
    {"chat.assign", active, [](const Target &at) { return api::ChatAssign{at.chat, at.other}; },
     "unauthenticated forbidden forbidden ok forbidden ok"},
    {"chat.assign", ended, [](const Target &at) { return api::ChatAssign{at.chat, at.other}; },
     "unauthenticated forbidden forbidden chat_ended chat_ended chat_ended"},
    {"chat.transfer", waiting, [](const Target &at) { return api::ChatTransfer{at.chat, at.other}; },
     "unauthenticated forbidden forbidden forbidden forbidden chat_not_active"},
    {"chat.transfer", active, [](const Target &at) { return api::ChatTransfer{at.chat, at.other}; },
     "unauthenticated forbidden forbidden ok forbidden ok"},
    {"chat.transfer", ended, [](const Target &at) { return api::ChatTransfer{at.chat, at.other}; },
     "unauthenticated forbidden forbidden chat_ended chat_ended chat_ended"},
    {"chat.accept", waiting, [](const Target &at) { return api::ChatAccept{at.chat}; },
     "unauthenticated forbidden forbidden no_offer no_offer no_offer"},
    {"chat.accept", active, [](const Target &at) { return api::ChatAccept{at.chat}; },
     "unauthenticated forbidden forbidden forbidden ok forbidden", true},
    {"chat.decline", active, [](const Target &at) { return api::ChatDecline{at.chat}; },
     "unauthenticated forbidden forbidden no_offer no_offer no_offer"},
    {"chat.decline", active, [](const Target &at) { return api::ChatDecline{at.chat}; },
     "unauthenticated forbidden forbidden ok ok ok", true},
    {"chat.route", waiting, [](const Target &at) { return api::ChatRoute{at.chat}; },
     "unauthenticated forbidden forbidden no_operator_available no_operator_available no_operator_available"},
    {"chat.route", active, [](const Target &at) { return api::ChatRoute{at.chat}; },
     "unauthenticated forbidden forbidden no_operator_available forbidden no_operator_available"},
    {"chat.update", waiting, [](const Target &at) { return api::ChatUpdate{at.chat, QStringLiteral("Order"), {}}; },
     "unauthenticated forbidden forbidden ok ok ok"},
    {"chat.update", active, [](const Target &at) { return api::ChatUpdate{at.chat, QStringLiteral("Order"), {}}; },
     "unauthenticated forbidden forbidden ok forbidden ok"},
    {"chat.tag", active, [](const Target &at) { return api::ChatTag{at.chat, {QStringLiteral("order")}, {}}; },
     "unauthenticated forbidden forbidden ok forbidden ok"},
    {"chat.tag", ended, [](const Target &at) { return api::ChatTag{at.chat, {QStringLiteral("order")}, {}}; },
     "unauthenticated forbidden forbidden ok forbidden ok"},
    {"chat.rate", waiting, [](const Target &at) { return api::ChatRate{at.chat, 5, {}}; },
     "unauthenticated chat_not_active chat_not_found forbidden forbidden forbidden"},
    {"chat.rate", active, [](const Target &at) { return api::ChatRate{at.chat, 5, {}}; },
     "unauthenticated ok chat_not_found forbidden forbidden forbidden"},
    {"chat.rate", ended, [](const Target &at) { return api::ChatRate{at.chat, 5, {}}; },
     "unauthenticated ok chat_not_found forbidden forbidden forbidden"},
    {"note.add", active, [](const Target &at) { return api::NoteAdd{at.chat, QStringLiteral("Calls back")}; },
     "unauthenticated forbidden forbidden ok ok ok"},
    {"note.list", active, [](const Target &at) { return api::NoteList{at.chat}; },
     "unauthenticated forbidden forbidden ok ok ok"},
    {"department.create", active,
     [](const Target &at) { return api::DepartmentCreate{at.chat.toString(), {at.other}}; },
     "unauthenticated forbidden forbidden forbidden forbidden ok"},
    {"department.update", active,
     [](const Target &at) { return api::DepartmentUpdate{at.department, at.chat.toString(), {}}; },
     "unauthenticated forbidden forbidden forbidden forbidden ok"},
    {"department.delete", active, [](const Target &at) { return api::DepartmentDelete{at.department}; },
     "unauthenticated forbidden forbidden forbidden forbidden ok"},
    {"department.list", active, [](const Target &) { return api::DepartmentList{}; },
     "ok ok ok ok ok ok"},
    {"address.search", active, [](const Target &) { return api::AddressSearch{}; }, "ok ok ok ok ok ok"},
    {"session.resume", active, [](const Target &at) { return api::SessionResume{{{at.chat, 0}}}; },
     "unauthenticated ok ok ok ok ok"},
};
// clang-format on

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
    for (int who = 0; who < Cast::count; ++who) {
        const Target target = cast().target(row.status);
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
        if (name == "chat.start" || name == "operator.login" || name == "department.list" || name == "address.search")
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
