#include "tests/bench/console/measure.h"
#include "tests/console/consolewindow.h"
#include "tests/console/longestturn.h"
#include "tests/console/relay.h"
#include "tests/console/visitor.h"
#include "tests/support/fulldesk/fulldesk.h"
#include "tests/support/process/serverprocess.h"

#include <QLineEdit>
#include <QMenu>
#include <QScrollBar>

using namespace deskbell;
using namespace deskbell::console;

#define TRY_VERIFY(condition) QTRY_VERIFY_WITH_TIMEOUT(condition, limitMs)
#define TRY_COMPARE(actual, expected) QTRY_COMPARE_WITH_TIMEOUT(actual, expected, limitMs)

namespace {

// What a debug build on a busy machine keeps; what people are promised is measured by ./dev bench.
constexpr double longestTurnMs = 500;
constexpr double mostMiB = 200;
constexpr int farDown = 15'000; // rows, three hundred pages below the first

/// What became of a list: how often it began anew, and what came and went.
class Changes
{
public:
    explicit Changes(QAbstractItemModel *model)
    {
        QObject::connect(model, &QAbstractItemModel::modelReset, &m_context, [this] { ++resets; });
        QObject::connect(model, &QAbstractItemModel::rowsRemoved, &m_context,
                         [this](const QModelIndex &, int first, int last) { removed += last - first + 1; });
        QObject::connect(model, &QAbstractItemModel::rowsInserted, &m_context,
                         [this](const QModelIndex &, int first, int last) {
                             inserted += last - first + 1;
                             most = std::max(most, last - first + 1);
                         });
    }
    int resets = 0;
    int removed = 0;
    int inserted = 0;
    int most = 0; ///< At once.

private:
    QObject m_context;
};

} // namespace

/// The real window at a real server with 100,000 chats: it begins with what is to be done, fetches what one goes to,
/// and never all of it anew.
class TestManyChats : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void init() { m_turns.begin(); }
    void beginsWithWhatIsToBeDone();
    void findsOneAsOneTypes();
    void narrowsThemAll();
    void fetchesPageByPage();
    void comesBackToWhatItHas();
    void cleanup();
    void cleanupTestCase();

private:
    int rows() { return m_console.list()->model()->rowCount(); }
    QScrollBar *bar() { return m_console.list()->verticalScrollBar(); }
    QString title(int row) { return m_console.list()->model()->index(row, 0).data().toString(); }

    const tests::FullDesk m_all{};
    tests::ServerProcess m_server;
    std::unique_ptr<Relay> m_relay;
    ConsoleWindow m_console;
    LongestTurn m_turns;
};

void TestManyChats::initTestCase()
{
    QCOMPARE(m_all.writeTo(m_server.dataFolder()), QString());
    QVERIFY(m_server.start(withoutRates));
    m_relay = std::make_unique<Relay>(m_server.url());
    m_turns.begin();
    QVERIFY(m_console.start(m_relay->url(), anna));
    qInfo("the window stands, longest turn %.0f ms", m_turns.milliseconds());
    QVERIFY(m_turns.milliseconds() < longestTurnMs);
}

void TestManyChats::cleanup()
{
    qInfo("longest turn %.0f ms, %.0f MiB", m_turns.milliseconds(), bench::residentMiB());
    QVERIFY(m_turns.milliseconds() < longestTurnMs);
}

void TestManyChats::cleanupTestCase()
{
    QVERIFY(bench::residentMiB() < mostMiB);
}

void TestManyChats::beginsWithWhatIsToBeDone()
{
    TRY_VERIFY(rows() >= m_all.waiting); // and those of the demo desk
    QVERIFY(m_console.list()->indexAt(m_console.list()->viewport()->rect().center()).isValid());
    m_console.click("mineButton");
    QVERIFY(rows() >= m_all.own);
    m_console.click("endedButton");
    TRY_VERIFY(rows() > 0);
    QVERIFY2(rows() < 200, qPrintable(QString::number(rows()))); // a page of the 97,500
}

void TestManyChats::findsOneAsOneTypes()
{
    m_console.press(Qt::Key_F, Qt::ControlModifier);
    m_console.type(QStringLiteral("zachar"));
    TRY_COMPARE(rows(), 1);
    TRY_COMPARE(title(0), m_all.oldestVisitor());
    m_console.press(Qt::Key_Return);
    TRY_COMPARE(m_console.text("visitorNameLabel"), m_all.oldestVisitor());
    const auto *thread = m_console.find<QAbstractItemView>("threadView");
    TRY_COMPARE(thread->model()->rowCount(), 1);
    QVERIFY(thread->model()->index(0, 0).data().toString().contains(m_all.saidIn(1)));
    QVERIFY(m_console.text("readOnlyLabel").startsWith(QStringLiteral("This chat ended on")));

    auto *search = m_console.find<QLineEdit>("searchEdit");
    search->setFocus();
    search->selectAll();
    m_console.type(QStringLiteral("visitor 5"));
    TRY_VERIFY(rows() >= 50); // a page of the thousands that there are, and those who wait
    m_console.type(QStringLiteral("0123"));
    TRY_COMPARE(rows(), 1);
    QCOMPARE(title(0), QStringLiteral("Visitor 50123"));
    search->clear();
    TRY_VERIFY(rows() > 1);
}

void TestManyChats::narrowsThemAll()
{
    m_console.click("endedButton");
    const int before = rows();
    m_console.press(Qt::Key_F, Qt::ControlModifier | Qt::ShiftModifier);
    TRY_VERIFY(QApplication::activePopupWidget());
    auto *menu = qobject_cast<QMenu *>(QApplication::activePopupWidget());
    const auto entry = [](const QMenu *of, const char *text) {
        const QList<QAction *> all = of->actions();
        return *std::find_if(all.begin(), all.end(),
                             [=](const QAction *each) { return each->text() == QLatin1String(text); });
    };
    entry(entry(menu, "Priority")->menu(), "Urgent")->trigger();
    menu->close();
    const int urgent = m_all.ended / tests::FullDesk::urgentEach;
    // The server finds them a page at a time, and more as one scrolls.
    TRY_VERIFY(rows() >= 50);
    QVERIFY(rows() < urgent);
    const auto scrolled = [&] {
        bar()->triggerAction(QScrollBar::SliderToMaximum);
        return rows() == urgent;
    };
    TRY_VERIFY(scrolled());
    m_console.click("filterChip");
    QVERIFY(rows() >= std::max(urgent, before));
}

void TestManyChats::fetchesPageByPage()
{
    m_console.click("endedButton");
    Changes changes(m_console.list()->model());
    while (rows() < farDown) {
        QCoreApplication::processEvents(); // the list is laid out, and has a new end
        const int before = rows();
        QSignalSpy more(m_console.list()->model(), &QAbstractItemModel::rowsInserted);
        bar()->triggerAction(QScrollBar::SliderToMaximum);
        QVERIFY(!more.isEmpty() || more.wait(limitMs));
        QVERIFY(rows() > before);
    }
    QCOMPARE(changes.resets, 0);
    QCOMPARE(changes.removed, 0);
    QVERIFY(changes.most <= 50); // a page
    // At the end stand those that were found and narrowed to before.
    m_console.list()->setFocus();
    m_console.press(Qt::Key_End);
    TRY_COMPARE(m_console.text("visitorNameLabel"), m_all.oldestVisitor());
    m_console.press(Qt::Key_Up);
    TRY_COMPARE(m_console.text("visitorNameLabel"), title(rows() - 2));
}

void TestManyChats::comesBackToWhatItHas()
{
    const int ended = rows();
    Changes ofEnded(m_console.list()->model());
    m_console.click("queueButton");
    const int waiting = rows();
    Changes ofQueue(m_console.list()->model());
    m_relay->cut();
    TRY_VERIFY(m_console.shows("offlineBar"));
    QCOMPARE(rows(), waiting);
    Visitor visitor(m_server.url(), QStringLiteral("Quentin Vogel"));
    TRY_VERIFY(visitor.isConnected());
    visitor.start(QStringLiteral("Hello?"));
    TRY_VERIFY(!visitor.chatId.isNull());
    m_relay->mend();
    m_console.click("tryNowButton");
    TRY_VERIFY(m_console.rowOf(visitor.chatId).isValid());
    TRY_VERIFY(!m_console.shows("offlineBar"));
    QCOMPARE(rows(), waiting + 1);
    QCOMPARE(ofQueue.inserted, 1);
    for (const Changes *each : {&ofQueue, &ofEnded}) {
        QCOMPARE(each->resets, 0);
        QCOMPARE(each->removed, 0);
    }
    QCOMPARE(ofEnded.inserted, 0);
    m_console.click("endedButton");
    QCOMPARE(rows(), ended);
}

QTEST_MAIN(TestManyChats)
#include "tst_manychats.moc"
