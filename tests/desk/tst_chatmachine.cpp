#include "tests/desk/chatmodel.h"
#include "tests/support/testdesk.h"

#include <rapidcheck.h>

using namespace deskbell;
using namespace deskbell::server;
using deskbell::tests::ChatModel;
using deskbell::tests::Step;
using deskbell::tests::TestDatabase;
using deskbell::tests::TestDesk;

namespace rc {

template <>
struct Arbitrary<Step>
{
    static Gen<Step> arbitrary()
    {
        // In its whole range however small the run is, or the first runs would know but the first actions.
        const auto below = [](int end) { return gen::resize(kNominalSize, gen::inRange(0, end)); };
        return gen::build<Step>(
            gen::set(&Step::action, below(int(Step::actions.size()))), gen::set(&Step::chat, below(ChatModel::chats)),
            gen::set(&Step::who, below(ChatModel::operators)), gen::set(&Step::to, below(ChatModel::operators)));
    }
};

} // namespace rc

namespace {

/// The real desk, brought along the same steps as the model.
class Subject
{
public:
    explicit Subject(TestDatabase::Kind kind) : m_desk(kind, RateLimits::Switch::Off, policy())
    {
        for (int who = 0; who < ChatModel::operators; ++who)
            m_desk.addOperator(nameOf(who),
                               who == ChatModel::admin ? api::OperatorRole::Admin : api::OperatorRole::Operator,
                               ChatModel::capacity);
    }

    /// Everybody is there, and there are no chats.
    void begin()
    {
        m_operators.clear();
        m_visitors.clear();
        m_chats.assign(ChatModel::chats, std::nullopt);
        m_connected.assign(ChatModel::operators, true);
        for (int who = 0; who < ChatModel::operators; ++who) {
            m_operators.push_back(m_desk.signIn(nameOf(who)));
            m_desk.connect(m_operators.back());
        }
        for (int chat = 0; chat < ChatModel::chats; ++chat)
            m_visitors.push_back(m_desk.visitor());
        m_desk.events.clear();
    }
    /// So that nothing of it is in the way of the next run.
    void finish()
    {
        for (size_t chat = 0; chat < m_chats.size(); ++chat) {
            if (m_chats[chat])
                m_desk.outcome(m_visitors[chat], api::ChatEnd{*m_chats[chat], {}});
        }
        for (size_t who = 0; who < m_operators.size(); ++who) {
            if (m_connected[who])
                m_desk.disconnect(m_operators[who]);
        }
    }

    QByteArray take(const Step &step)
    {
        const Caller &visitor = m_visitors[size_t(step.chat)];
        const Caller &caller = m_operators[size_t(step.who)];
        const OperatorId &to = m_operators[size_t(step.to)].operatorId;
        auto &known = m_chats[size_t(step.chat)];
        if (step.name() == "start") {
            known = m_desk.startChat(visitor);
            return "ok";
        }
        if (step.name() == "pass") {
            m_desk.pass(ChatModel::stepS);
            return "ok";
        }
        if (step.name() == "leave" || step.name() == "come")
            return connect(step);
        const ChatId chat = known.value_or(ChatId::generate());
        if (step.name() == "claim")
            return m_desk.outcome(caller, api::ChatClaim{chat});
        if (step.name() == "release")
            return m_desk.outcome(caller, api::ChatRelease{chat});
        if (step.name() == "assign")
            return m_desk.outcome(caller, api::ChatAssign{chat, to});
        if (step.name() == "transfer")
            return m_desk.outcome(caller, api::ChatTransfer{chat, to});
        if (step.name() == "accept")
            return m_desk.outcome(caller, api::ChatAccept{chat});
        if (step.name() == "decline")
            return m_desk.outcome(caller, api::ChatDecline{chat});
        return m_desk.outcome(step.name() == "end" ? caller : visitor, api::ChatEnd{chat, {}});
    }

    std::optional<api::Chat> get(int chat)
    {
        const auto &known = m_chats[size_t(chat)];
        return known ? std::optional(*m_desk.call(m_operators.back(), api::ChatGet{*known})) : std::nullopt;
    }
    /// The same in the words of the model.
    QByteArray stateOf(const std::optional<api::Chat> &chat) const
    {
        if (!chat)
            return "none";
        QByteArray text(json::nameOf(chat->status).data());
        if (chat->operatorId)
            text += ", held by " + QByteArray::number(indexOf(*chat->operatorId));
        if (chat->offer) {
            const qint64 leftS = (chat->offer->expiresAt.ms - m_desk.clock.now().ms) / 1'000;
            text += ", offered to " + QByteArray::number(indexOf(*chat->offer->operatorId)) + " for "
                + QByteArray::number(leftS);
        }
        return text;
    }

    /// What whoever listens knows of the chat: as the last event that operators hear tells it.
    std::optional<api::Chat> told(int chat) const
    {
        for (auto event = m_desk.events.crbegin(); event != m_desk.events.crend(); ++event) {
            if (!event->name.startsWith("chat.") || event->rooms.first().startsWith("visitor:"))
                continue;
            const auto heard = json::decode<api::ChatEvent>(event->json);
            if (heard && heard->chat.id == m_chats[size_t(chat)])
                return heard->chat;
        }
        return std::nullopt;
    }

private:
    static api::DeskRouting policy()
    {
        api::DeskRouting policy;
        policy.transferTimeoutS = ChatModel::transferTimeoutS;
        policy.vanishTimeoutS = ChatModel::vanishTimeoutS;
        policy.abandonTimeoutS = 0;
        return policy;
    }
    static QString nameOf(int who) { return QStringLiteral("Operator%1").arg(who); }
    int indexOf(const OperatorId &id) const
    {
        const auto found = std::find_if(m_operators.begin(), m_operators.end(),
                                        [&](const Caller &each) { return each.operatorId == id; });
        return int(found - m_operators.begin());
    }
    QByteArray connect(const Step &step)
    {
        const bool comes = step.name() == "come";
        if (m_connected[size_t(step.who)] == comes)
            return "ok";
        m_connected[size_t(step.who)] = comes;
        if (comes)
            m_desk.connect(m_operators[size_t(step.who)]);
        else
            m_desk.disconnect(m_operators[size_t(step.who)]);
        return "ok";
    }

    TestDesk m_desk;
    std::vector<Caller> m_operators;
    std::vector<Caller> m_visitors; // one for each chat
    std::vector<std::optional<ChatId>> m_chats;
    std::vector<bool> m_connected;
};

/// Both, along all steps.
void walk(Subject &subject, const std::vector<Step> &steps)
{
    ChatModel model;
    subject.begin();
    std::array<std::optional<api::Chat>, ChatModel::chats> before{};
    for (const Step &step : steps) {
        const QByteArray expected = model.take(step);
        RC_ASSERT(subject.take(step).toStdString() == expected.toStdString());
        for (int chat = 0; chat < ChatModel::chats; ++chat) {
            const auto now = subject.get(chat);
            RC_ASSERT(subject.stateOf(now).toStdString() == model.state(chat).toStdString());
            if (!now)
                continue;
            RC_ASSERT(subject.told(chat) == now); // nothing changes in silence
            auto &earlier = before[size_t(chat)];
            const bool isNew = !earlier || earlier->id != now->id;
            RC_ASSERT(isNew || now == earlier || now->version > earlier->version);
            RC_ASSERT(isNew || earlier->status != api::ChatStatus::Ended || now == earlier);
            earlier = now;
        }
    }
}

} // namespace

/// Whatever operators and visitors do in whatever order, a chat is in the state that a small model says.
class TestChatMachine : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void followsTheModel_data() { TestDatabase::addRows(); }
    void followsTheModel();
};

void TestChatMachine::followsTheModel()
{
    QFETCH(TestDatabase::Kind, kind);
    Subject subject(kind);
    QVERIFY(rc::check(TestDatabase::nameOf(kind), [&](const std::vector<Step> &steps) {
        // Also after an assertion, which leaves by an exception.
        const auto finish = qScopeGuard([&] { subject.finish(); });
        walk(subject, steps);
    }));
}

QTEST_GUILESS_MAIN(TestChatMachine)

#include "tst_chatmachine.moc"
