#include "tests/console/consolewindow.h"
#include "tests/console/relay.h"
#include "tests/console/visitor.h"
#include "tests/support/process/serverprocess.h"

#include <array>

using namespace deskbell;
using namespace deskbell::console;

#define TRY_VERIFY(condition) QTRY_VERIFY_WITH_TIMEOUT(condition, limitMs)
#define TRY_COMPARE(actual, expected) QTRY_COMPARE_WITH_TIMEOUT(actual, expected, limitMs)

namespace {

const QString clara = QStringLiteral("clara@demo.deskbell.example");
constexpr int rounds = 21;

} // namespace

/// Two consoles with their windows, and chats that both want at the same moment: both ask before either can have an
/// answer. Clara, at a third console without a window, tells what the server made of it.
class TestClaimRace : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void init();
    void oneGetsTheChat_data();
    void oneGetsTheChat();
    void eachTakesAnother();

private:
    using Ask = std::function<void(ConsoleWindow &)>;

    /// Someone new in the queue, whom both windows show; null if that does not come about.
    Visitor *wait(const QString &name);
    /// Both do it. What one of them asks is longer on its way in two rounds of three, so that each wins.
    bool atOnce(int round, const Ask &ask, const ChatId &wanted);
    bool holds(ConsoleWindow &each, const ChatId &id);
    bool hasLost(ConsoleWindow &each, const ChatId &id, const QString &to);
    bool isQuiet(ConsoleWindow &each)
    {
        return each.console().alarm().callingCount() == 0 && !each.console().alarm().isRinging()
            && !each.shows("alarmBar");
    }
    QString holder(const ChatId &id)
    {
        const api::Chat *chat = m_clara.workspace->chat(id);
        return chat && chat->status == api::ChatStatus::Active ? chat->operatorName.value_or(QString()) : QString();
    }

    tests::ServerProcess m_server;
    ConsoleUnderDesk m_clara;
    std::array<std::unique_ptr<Relay>, 2> m_relays; // of Anna and of Ben
    ConsoleWindow m_anna;
    ConsoleWindow m_ben;
    const QList<ConsoleWindow *> m_both{&m_anna, &m_ben};
    const QStringList m_names{QStringLiteral("Anna Lindqvist"), QStringLiteral("Ben Okafor")};
    std::vector<std::unique_ptr<Visitor>> m_visitors;
};

void TestClaimRace::initTestCase()
{
    QVERIFY(m_server.start(withoutRates));
    m_clara.signIn(m_server.url(), clara);
    TRY_VERIFY(m_clara.isOnline());
    // Nobody of the demo desk waits any longer, so that only those of the tests ring.
    QList<ChatId> waiting;
    for (int row = 0; row < m_clara.workspace->chatCount(); ++row) {
        if (m_clara.workspace->chatAt(row).status == api::ChatStatus::Waiting)
            waiting.append(m_clara.workspace->chatAt(row).id);
    }
    for (const ChatId &id : std::as_const(waiting))
        m_clara.client->claim(id, [](const Result<Nothing> &) {});
    TRY_COMPARE(m_clara.countOf(api::ChatStatus::Waiting), 0);
    for (auto &each : m_relays)
        each = std::make_unique<Relay>(m_server.url());
    QVERIFY(m_anna.start(m_relays[0]->url(), anna));
    QVERIFY(m_ben.start(m_relays[1]->url(), ben));
}

void TestClaimRace::init()
{
    m_visitors.clear();
}

Visitor *TestClaimRace::wait(const QString &name)
{
    m_visitors.push_back(std::make_unique<Visitor>(m_server.url(), name));
    Visitor *visitor = m_visitors.back().get();
    const auto until = [](const auto &condition) { return QTest::qWaitFor(condition, limitMs); };
    if (!until([&] { return visitor->isConnected(); }))
        return nullptr;
    visitor->start(QStringLiteral("Is my lamp on its way?"));
    const auto isSeen = [&] {
        return !visitor->chatId.isNull() && m_anna.rowOf(visitor->chatId).isValid()
            && m_ben.rowOf(visitor->chatId).isValid();
    };
    return until(isSeen) ? visitor : nullptr;
}

bool TestClaimRace::atOnce(int round, const Ask &ask, const ChatId &wanted)
{
    Relay *slow = round % 3 == 0 ? nullptr : m_relays.at(std::size_t(round % 3 - 1)).get();
    if (slow)
        slow->freeze();
    ask(*m_both.at(round % 2));
    ask(*m_both.at(1 - round % 2));
    if (!holder(wanted).isEmpty()) // nothing can have come back yet
        return false;
    const bool isTaken = QTest::qWaitFor([&] { return !holder(wanted).isEmpty(); }, limitMs);
    if (slow)
        slow->thaw();
    return isTaken;
}

/// In the window: it is among one's own, and one can write.
bool TestClaimRace::holds(ConsoleWindow &each, const ChatId &id)
{
    return each.desk().chatId() == id && each.text("scopeLabel") == QStringLiteral("Mine") && each.rowOf(id).isValid()
        && each.shows("messageEdit") && !each.shows("claimButton");
}

/// In the window: words for why not and whose it is, and it waits for nobody any more.
bool TestClaimRace::hasLost(ConsoleWindow &each, const ChatId &id, const QString &to)
{
    return each.desk().chatId() == id && each.text("scopeLabel") == QStringLiteral("Queue")
        && each.text("noticeLabel") == to + QStringLiteral(" has claimed this chat.")
        && each.text("standingLabel") == QStringLiteral("With ") + to
        && each.text("readOnlyLabel") == to + QStringLiteral(" is taking care of this chat.")
        && !each.rowOf(id).isValid() && !each.shows("messageEdit") && !each.shows("claimButton");
}

void TestClaimRace::oneGetsTheChat_data()
{
    QTest::addColumn<Ask>("ask");
    QTest::newRow("by a click") << Ask([](ConsoleWindow &each) { each.click("claimButton"); });
    QTest::newRow("by the key") << Ask(
        [](ConsoleWindow &each) { each.press(Qt::Key_Return, Qt::ControlModifier | Qt::ShiftModifier); });
    QTest::newRow("by taking the next") << Ask([](ConsoleWindow &each) { each.press(Qt::Key_N, Qt::ControlModifier); });
}

void TestClaimRace::oneGetsTheChat()
{
    QFETCH(Ask, ask);
    QList<int> won{0, 0};
    for (int round = 0; round < rounds; ++round) {
        for (ConsoleWindow *each : m_both)
            each->click("queueButton");
        Visitor *visitor = wait(QStringLiteral("Visitor %1").arg(round));
        QVERIFY(visitor);
        const ChatId id = visitor->chatId;
        for (ConsoleWindow *each : m_both) {
            QVERIFY(each->choose(id));
            TRY_VERIFY(each->shows("claimButton"));
            TRY_VERIFY(each->shows("alarmBar"));
        }
        QVERIFY(atOnce(round, ask, id));
        TRY_VERIFY(holds(m_anna, id) || holds(m_ben, id));
        const int winner = holds(m_anna, id) ? 0 : 1;
        ++won[winner];
        TRY_VERIFY(hasLost(*m_both.at(1 - winner), id, m_names.at(winner)));
        QVERIFY(holds(*m_both.at(winner), id));
        TRY_COMPARE(holder(id), m_names.at(winner));
        TRY_VERIFY(isQuiet(m_anna) && isQuiet(m_ben));
        m_both.at(winner)->type(QStringLiteral("Yes"));
        m_both.at(winner)->press(Qt::Key_Return);
        TRY_COMPARE(visitor->texts().last(), QStringLiteral("Yes"));
        visitor->end();
        TRY_VERIFY(!m_anna.shows("messageEdit") && !m_ben.shows("messageEdit"));
    }
    QVERIFY2(!won.contains(0), "Always the same one was quicker.");
}

void TestClaimRace::eachTakesAnother()
{
    QList<int> won{0, 0};
    for (int round = 0; round < rounds; ++round) {
        for (ConsoleWindow *each : m_both)
            each->click("queueButton");
        const Visitor *first = wait(QStringLiteral("First %1").arg(round));
        QVERIFY(first);
        const Visitor *second = wait(QStringLiteral("Second %1").arg(round));
        QVERIFY(second);
        QVERIFY(atOnce(
            round, [](ConsoleWindow &each) { each.press(Qt::Key_N, Qt::ControlModifier); }, first->chatId));
        const auto hold = [this](const Visitor &one, const Visitor &other) {
            return holds(m_anna, one.chatId) && holds(m_ben, other.chatId);
        };
        TRY_VERIFY(hold(*first, *second) || hold(*second, *first));
        const int winner = holds(m_anna, first->chatId) ? 0 : 1;
        ++won[winner]; // of the one who has waited longer
        TRY_COMPARE(holder(first->chatId), m_names.at(winner));
        TRY_COMPARE(holder(second->chatId), m_names.at(1 - winner));
        TRY_VERIFY(isQuiet(m_anna) && isQuiet(m_ben));
        for (const auto &each : m_visitors)
            each->end();
        TRY_VERIFY(!m_anna.shows("messageEdit") && !m_ben.shows("messageEdit"));
        m_visitors.clear();
    }
    QVERIFY2(!won.contains(0), "Always the same one was quicker.");
}

QTEST_MAIN(TestClaimRace)
#include "tst_claimrace.moc"
