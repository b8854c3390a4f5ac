#include "tests/support/testdesk.h"

#include <rapidcheck.h>

#include <map>

using namespace deskbell;
using namespace deskbell::server;
using deskbell::tests::TestDatabase;
using deskbell::tests::TestDesk;

namespace {

constexpr int people = 3;
constexpr int visitors = 8;
constexpr int capacity = 2;
constexpr int stepS = 20;
constexpr int askAgainAfterS = 60;

struct Step
{
    int action = 0; ///< Index in `actions`.
    int visitor = 0;
    int who = 0; ///< An operator.

    static constexpr std::array actions{"start", "start", "accept", "decline", "end",
                                        "pass",  "leave", "come",   "busy",    "online"};
    QByteArray name() const { return actions[size_t(action)]; }
};

std::ostream &operator<<(std::ostream &stream, const Step &step)
{
    return stream << step.name().toStdString() << " visitor " << step.visitor << " operator " << step.who;
}

} // namespace

namespace rc {

template <>
struct Arbitrary<Step>
{
    static Gen<Step> arbitrary()
    {
        // In its whole range however small the run is, or the first runs would know but the first actions.
        const auto below = [](int end) { return gen::resize(kNominalSize, gen::inRange(0, end)); };
        return gen::build<Step>(gen::set(&Step::action, below(int(Step::actions.size()))),
                                gen::set(&Step::visitor, below(visitors)), gen::set(&Step::who, below(people)));
    }
};

} // namespace rc

namespace {

/// A desk that routes, and what a bystander knows of it from what people did and from its events.
class Subject
{
public:
    Subject(TestDatabase::Kind kind, api::RoutingStrategy strategy)
        : m_desk(kind, RateLimits::Switch::Off, policy(strategy))
    {
        for (int who = 0; who < people; ++who)
            m_desk.addOperator(nameOf(who), api::OperatorRole::Operator, capacity);
    }

    void begin()
    {
        m_operators.clear();
        m_visitors.clear();
        m_chats.assign(visitors, std::nullopt);
        m_passes.clear();
        m_holders.clear();
        for (int who = 0; who < people; ++who) {
            m_operators.push_back({m_desk.signIn(nameOf(who))});
            take({9, 0, who});
            take({7, 0, who});
        }
        for (int i = 0; i < visitors; ++i)
            m_visitors.push_back(m_desk.visitor());
        m_desk.events.clear();
    }
    void finish()
    {
        for (int i = 0; i < visitors; ++i)
            take({4, i, 0});
        for (int who = 0; who < people; ++who)
            take({6, 0, who});
    }

    void take(const Step &step)
    {
        Person &person = m_operators[size_t(step.who)];
        const QByteArray name = step.name();
        if (name == "start") {
            m_chats[size_t(step.visitor)] = m_desk.startChat(m_visitors[size_t(step.visitor)]);
        } else if (name == "pass") {
            m_desk.pass(stepS);
        } else if (name == "leave" || name == "come") {
            if (person.isThere == (name == "come"))
                return;
            person.isThere = !person.isThere;
            person.isThere ? m_desk.connect(person.caller) : m_desk.disconnect(person.caller);
        } else if (name == "busy" || name == "online") {
            person.isOnline = name == "online";
            m_desk.outcome(
                person.caller,
                api::OperatorSetStatus{person.isOnline ? api::OperatorStatus::Online : api::OperatorStatus::Busy});
        } else if (const auto chat = m_chats[size_t(step.visitor)]) {
            if (name == "accept")
                m_desk.outcome(person.caller, api::ChatAccept{*chat});
            else if (name == "decline")
                m_desk.outcome(person.caller, api::ChatDecline{*chat});
            else
                m_desk.outcome(m_visitors[size_t(step.visitor)], api::ChatEnd{*chat, {}});
        }
    }

    /// What has to be true after every step.
    void check()
    {
        listen();
        QList<api::Chat> waiting;
        QHash<OperatorId, int> load;
        for (const auto &id : m_chats) {
            if (!id)
                continue;
            const api::Chat chat = *m_desk.call(m_operators.front().caller, api::ChatGet{*id});
            RC_ASSERT(chat.operatorId.has_value() || chat.status != api::ChatStatus::Active);
            RC_ASSERT(!chat.operatorId || chat.status != api::ChatStatus::Waiting);
            RC_ASSERT(!chat.offer || chat.status == api::ChatStatus::Waiting);
            if (chat.offer) {
                RC_ASSERT(chat.offer->expiresAt > m_desk.clock.now());
                RC_ASSERT(person(*chat.offer->operatorId).isThere);
                ++load[*chat.offer->operatorId];
            } else if (chat.status == api::ChatStatus::Waiting) {
                waiting.append(chat);
            } else if (chat.status == api::ChatStatus::Active) {
                ++load[*chat.operatorId];
            }
        }
        for (const Person &each : m_operators) {
            const OperatorId id = each.caller.operatorId;
            RC_ASSERT(load.value(id) <= capacity);
            if (!each.isThere || !each.isOnline || load.value(id) == capacity)
                continue;
            for (const api::Chat &chat : waiting) // nobody waits for who is free, unless they have let it go by
                RC_ASSERT(m_passes.contains({chat.id, id}));
        }
    }

private:
    struct Person
    {
        Caller caller;
        bool isThere = false;
        bool isOnline = true;
    };

    static api::DeskRouting policy(api::RoutingStrategy strategy)
    {
        api::DeskRouting policy;
        policy.strategy = strategy;
        policy.abandonTimeoutS = 0;
        return policy;
    }
    static QString nameOf(int who) { return QStringLiteral("Operator%1").arg(who); }
    const Person &person(const OperatorId &id) const
    {
        return *std::find_if(m_operators.begin(), m_operators.end(),
                             [&](const Person &each) { return each.caller.operatorId == id; });
    }

    /// Notes who has let which chat go by, until they may be asked again.
    void listen()
    {
        const Timestamp now = m_desk.clock.now();
        for (const Published &event : std::as_const(m_desk.events)) {
            if (!event.name.startsWith("chat.") || event.rooms.first().startsWith("visitor:"))
                continue;
            const api::Chat chat = json::decode<api::ChatEvent>(event.json)->chat;
            if (event.name == "chat.declined")
                m_passes[{chat.id, *json::decode<api::ChatDeclined>(event.json)->operatorId}] = now;
            else if (event.name == "chat.released")
                m_passes[{chat.id, m_holders.value(chat.id)}] = now;
            else if (event.name == "chat.claimed")
                std::erase_if(m_passes, [&](const auto &each) { return each.first.first == chat.id; });
            m_holders.insert(chat.id, chat.operatorId.value_or(OperatorId()));
        }
        m_desk.events.clear();
        std::erase_if(m_passes, [&](const auto &each) { return each.second.ms <= now.ms - askAgainAfterS * 1'000; });
    }

    TestDesk m_desk;
    std::vector<Person> m_operators;
    std::vector<Caller> m_visitors;
    std::vector<std::optional<ChatId>> m_chats; // of each visitor
    std::map<std::pair<ChatId, OperatorId>, Timestamp> m_passes;
    QHash<ChatId, OperatorId> m_holders;
};

} // namespace

/// Whatever happens, nobody is given more than they can take, and nobody waits while somebody is free.
class TestRoutingMachine : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void fillsEveryPlace_data();
    void fillsEveryPlace();
};

void TestRoutingMachine::fillsEveryPlace_data()
{
    QTest::addColumn<TestDatabase::Kind>("kind");
    QTest::addColumn<api::RoutingStrategy>("strategy");
    for (const auto kind : TestDatabase::kinds()) {
        for (const auto strategy : {api::RoutingStrategy::RoundRobin, api::RoutingStrategy::LeastBusy})
            QTest::addRow("%s: %s", TestDatabase::nameOf(kind), json::nameOf(strategy).data()) << kind << strategy;
    }
}

void TestRoutingMachine::fillsEveryPlace()
{
    QFETCH(TestDatabase::Kind, kind);
    QFETCH(api::RoutingStrategy, strategy);
    Subject subject(kind, strategy);
    QVERIFY(rc::check(QTest::currentDataTag(), [&](const std::vector<Step> &steps) {
        subject.begin();
        const auto finish = qScopeGuard([&] { subject.finish(); });
        for (const Step &step : steps) {
            subject.take(step);
            subject.check();
        }
    }));
}

QTEST_GUILESS_MAIN(TestRoutingMachine)

#include "tst_routingmachine.moc"
