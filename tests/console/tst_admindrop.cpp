#include "tests/console/adminstage.h"

#include <QWindow>

using namespace deskbell;
using namespace deskbell::console;

/// Tags put into an order with the mouse: pressed, dragged and dropped, as far as the server.
class TestAdminDrop : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void init();
    void ordersTags_data();
    void ordersTags();
    void leavesWhatIsDroppedElsewhere();

private:
    QStringList shown() { return m_stage->rows("tagsListView"); }
    /// In the window: that much below the top of the row.
    QPoint placeOf(int row, int below);
    /// From one place to the other. While something is dragged Qt runs an event loop of its own, in which the hand
    /// has to go on; false if nothing was dragged.
    bool drag(const QPoint &from, const QPoint &to);

    const QStringList m_tags{QStringLiteral("delivery"), QStringLiteral("returns"), QStringLiteral("invoice"),
                             QStringLiteral("repair")};
    tests::ServerProcess m_server;
    ConsoleUnderDesk m_colleague; // hears what the server has
    std::unique_ptr<AdminStage> m_stage;
};

void TestAdminDrop::initTestCase()
{
    QVERIFY(m_server.start(withoutRates));
    m_colleague.signIn(m_server.url(), ben);
    TRY_VERIFY(m_colleague.isOnline());
}

void TestAdminDrop::init()
{
    m_stage = std::make_unique<AdminStage>();
    QVERIFY(m_stage->signIn(m_server.url(), clara));
    api::SettingsUpdate update;
    update.tags = m_tags;
    bool done = false;
    m_stage->desk.client->administer(
        Ask<api::SettingsUpdate>{update, [&done](const Result<api::DeskSettings> &answer) { done = bool(answer); }});
    TRY_VERIFY(done);
    QVERIFY(m_stage->open("tags"));
    TRY_COMPARE(shown(), m_tags);
}

QPoint TestAdminDrop::placeOf(int row, int below)
{
    auto *list = m_stage->find<QListView>("tagsListView");
    const QRect at = list->visualRect(list->model()->index(row, 0));
    return list->viewport()->mapTo(&m_stage->window, QPoint(at.center().x(), at.top() + below));
}

bool TestAdminDrop::drag(const QPoint &from, const QPoint &to)
{
    QWindow *window = m_stage->window.windowHandle();
    int step = 0;
    QTimer hand;
    QObject::connect(&hand, &QTimer::timeout, &hand, [&] {
        ++step;
        if (step < 3) {
            QTest::mouseMove(window, to + QPoint(step, 0));
        } else {
            hand.stop();
            QTest::mouseRelease(window, Qt::LeftButton, {}, to);
        }
    });
    QTest::mousePress(window, Qt::LeftButton, {}, from);
    QTest::mouseMove(window, from + QPoint(2, 2));
    hand.start();
    QTest::mouseMove(window, from + QPoint(QApplication::startDragDistance() * 2, 4)); // comes back after the drop
    const bool isDropped = step == 3;
    hand.stop();
    return isDropped;
}

void TestAdminDrop::ordersTags_data()
{
    QTest::addColumn<int>("row");
    QTest::addColumn<int>("above");
    QTest::addColumn<QStringList>("order");
    const auto order = [this](const QList<int> &places) {
        QStringList tags;
        for (const int place : places)
            tags.append(m_tags.at(place));
        return tags;
    };
    QTest::newRow("down") << 0 << 2 << order({1, 0, 2, 3});
    QTest::newRow("up") << 2 << 1 << order({0, 2, 1, 3});
    QTest::newRow("to the top") << 3 << 0 << order({3, 0, 1, 2});
    QTest::newRow("to the end") << 1 << 4 << order({0, 2, 3, 1});
    QTest::newRow("where it was") << 1 << 1 << order({0, 1, 2, 3});
}

void TestAdminDrop::ordersTags()
{
    QFETCH(int, row);
    QFETCH(int, above);
    QFETCH(QStringList, order);
    constexpr int height = 34;
    const QPoint to = above < m_tags.size() ? placeOf(above, 3) : placeOf(above - 1, height - 3);
    QVERIFY(drag(placeOf(row, height / 2), to));
    QCOMPARE(shown(), order);
    auto *save = m_stage->find<QAbstractButton>("tagsSaveButton");
    QCOMPARE(save->isEnabled(), order != m_tags);
    if (order == m_tags)
        return;
    m_stage->click("tagsSaveButton");
    TRY_COMPARE(m_stage->text("tagsSaidLabel"), QStringLiteral("Saved"));
    TRY_COMPARE(QStringList(m_colleague.workspace->office().settings()->tags), order);
}

void TestAdminDrop::leavesWhatIsDroppedElsewhere()
{
    QVERIFY(drag(placeOf(0, 10), QPoint(20, 300)));
    QCOMPARE(shown(), m_tags);
    QVERIFY(!m_stage->find<QAbstractButton>("tagsSaveButton")->isEnabled());
}

int main(int argc, char *argv[])
{
    // The one platform without a screen on which programs can drag; "offscreen" lets go of everything at once.
    qputenv("QT_QPA_PLATFORM", "minimal:enable_fonts");
    QApplication application(argc, argv);
    TestAdminDrop test;
    return QTest::qExec(&test, argc, argv);
}
#include "tst_admindrop.moc"
