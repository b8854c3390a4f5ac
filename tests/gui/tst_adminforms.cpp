#include "console/admin/checklist.h"
#include "console/admin/durationbox.h"
#include "tests/gui/adminscene.h"

#include <QComboBox>
#include <QLabel>
#include <QLineEdit>
#include <QListView>
#include <QPlainTextEdit>
#include <QScrollArea>
#include <QScrollBar>
#include <QSpinBox>
#include <qpa/qwindowsysteminterface.h>

using namespace deskbell;
using namespace deskbell::console;

/// The forms of the administration: what is typed while something is saved, and how spans of time are typed.
class AdminFormsTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        scene = std::make_unique<AdminScene>();
        QVERIFY(scene->begin());
        scene->keepsUpdates = true;
    }
    void cleanup() { scene.reset(); }
    void keepsWhatIsTypedWhileSaving();
    void keepsWhatIsTypedInARecord();
    void staysWithTheOneThatWasChosen();
    void leavesTheHandsWhereTheyType();
    void showsWhatAWebhookHears();
    void scrollsOverFieldsThatNobodyHasChosen();
    void readsDurations_data();
    void readsDurations();
    void stepsToRoundSpans();

private:
    std::unique_ptr<AdminScene> scene;
};

void AdminFormsTest::keepsWhatIsTypedWhileSaving()
{
    scene->open("widget");
    auto *name = scene->find<QLineEdit>("widgetDeskNameEdit");
    auto *greeting = scene->find<QPlainTextEdit>("widgetGreetingEdit");
    greeting->setPlainText(QStringLiteral("Good day!  "));
    name->setFocus();
    name->setText(QStringLiteral("Brightroom Ltd"));
    scene->press("widgetSaveButton");
    QVERIFY(scene->update);
    name->setFocus();
    name->setCursorPosition(6);
    QTest::keyClicks(name, QStringLiteral("er "));
    api::DeskSettings saved = scene->settings();
    saved.deskName = *scene->update->command.deskName;
    saved.greeting = QStringLiteral("Good day!"); // the server has its own mind
    scene->workspace.takeEvent(api::SettingsUpdated{saved}); // which tells everybody before it answers
    QCOMPARE(name->text(), QStringLiteral("Brighter room Ltd"));
    scene->update->done(saved);
    QCOMPARE(name->text(), QStringLiteral("Brighter room Ltd"));
    QCOMPARE(name->cursorPosition(), 9);
    QCOMPARE(greeting->toPlainText(), QStringLiteral("Good day!"));
    QCOMPARE(scene->find<QLabel>("widgetSaidLabel")->text(),
             QStringLiteral("Saved, but for what you have changed since"));
    QVERIFY(scene->find<QAbstractButton>("widgetSaveButton")->isEnabled());
    scene->press("widgetDiscardButton");
    QCOMPARE(name->text(), QStringLiteral("Brightroom Ltd"));
    QVERIFY(!scene->find<QAbstractButton>("widgetSaveButton")->isEnabled());
}

void AdminFormsTest::keepsWhatIsTypedInARecord()
{
    scene->open("operators");
    auto *name = scene->find<QLineEdit>("operatorsNameEdit");
    auto *places = scene->find<QSpinBox>("operatorsCapacitySpinBox");
    name->setText(QStringLiteral("Anna Lind"));
    scene->press("operatorsSaveButton");
    QVERIFY(scene->operatorUpdate);
    places->setValue(9);
    api::Operator saved = *std::find_if(
        scene->workspace.office().everybody().begin(), scene->workspace.office().everybody().end(),
        [this](const api::Operator &each) { return each.id == scene->operatorUpdate->command.operatorId; });
    saved.name = *scene->operatorUpdate->command.name;
    scene->operatorUpdate->done(saved);
    QCOMPARE(name->text(), QStringLiteral("Anna Lind"));
    QCOMPARE(places->value(), 9);
    QVERIFY(scene->find<QAbstractButton>("operatorsSaveButton")->isEnabled());
}

/// Who leaves for another one while the first is being saved stays there.
void AdminFormsTest::staysWithTheOneThatWasChosen()
{
    scene->open("operators");
    auto *name = scene->find<QLineEdit>("operatorsNameEdit");
    auto *list = scene->find<QListView>("operatorsListView");
    name->setText(QStringLiteral("Anna Lind"));
    scene->press("operatorsSaveButton");
    const auto first = scene->operatorUpdate;
    QVERIFY(first);
    list->setCurrentIndex(list->model()->index(2, 0));
    scene->questions.confirmed(); // to leave without saving
    const QString other = name->text();
    name->setText(other + QStringLiteral(" Jr"));
    api::Operator saved = scene->workspace.office().everybody().first();
    saved.id = first->command.operatorId;
    saved.name = *first->command.name;
    first->done(saved);
    QCOMPARE(name->text(), other + QStringLiteral(" Jr"));
    QCOMPARE(list->currentIndex().row(), 2);
    QCOMPARE(scene->find<QLabel>("operatorsPanelTitleLabel")->text(), other);
}

void AdminFormsTest::leavesTheHandsWhereTheyType()
{
    scene->open("widget");
    auto *name = scene->find<QLineEdit>("widgetDeskNameEdit");
    auto *title = scene->find<QLineEdit>("widgetLookTitleEdit");
    name->clear();
    scene->press("widgetSaveButton");
    title->setFocus();
    QTest::keyClicks(title, QStringLiteral("Lamps"));
    scene->update->done(Error::invalid(QStringLiteral("deskName"), QStringLiteral("must have 1 to 80 characters")));
    QVERIFY(title->hasFocus());
    QVERIFY(scene->shows("widgetDeskNameProblem"));
    scene->press("widgetSaveButton");
    scene->update->done(Error::invalid(QStringLiteral("deskName"), QStringLiteral("must have 1 to 80 characters")));
    QVERIFY(name->hasFocus());
}

void AdminFormsTest::showsWhatAWebhookHears()
{
    scene->open("webhooks");
    auto *list = scene->find<QListView>("webhooksListView");
    auto *events = scene->find<CheckList>("webhooksEventsListView");
    list->setCurrentIndex(list->model()->index(0, 0));
    QCOMPARE(events->checked(), QStringLiteral("chat.started chat.ended chat.rated").split(u' '));
    list->setCurrentIndex(list->model()->index(1, 0)); // everything
    const int all = events->count();
    QVERIFY(all > 10);
    QCOMPARE(events->checked().size(), all);
    QVERIFY(!events->isEnabled());
    scene->press("webhooksAddButton");
    QCOMPARE(events->count(), all);
    QCOMPARE(events->checked(), QStringList());
    QVERIFY(events->isEnabled());
}

/// As the mouse does it: the page moves, and no value with it.
void AdminFormsTest::scrollsOverFieldsThatNobodyHasChosen()
{
    scene->open("routing");
    scene->window.resize(900, 420);
    const auto wheel = [this](QWidget *over) {
        const QPoint at = over->mapTo(&scene->window, over->rect().center());
        QWindowSystemInterface::handleWheelEvent(scene->window.windowHandle(), at, scene->window.mapToGlobal(at), {},
                                                 {0, -120});
        QCoreApplication::processEvents();
    };
    QList<QWidget *> fields;
    for (QAbstractSpinBox *each : scene->window.findChildren<QAbstractSpinBox *>())
        fields.append(each);
    for (QComboBox *each : scene->window.findChildren<QComboBox *>())
        fields.append(each);
    int passed = 0;
    for (QWidget *each : fields) {
        if (!each->isVisible())
            continue;
        auto *area = scene->find<QScrollArea>("routingScrollArea");
        area->ensureWidgetVisible(each);
        area->verticalScrollBar()->setValue(area->verticalScrollBar()->value() - 1); // not at its end
        const int before = area->verticalScrollBar()->value();
        wheel(each);
        QVERIFY2(area->verticalScrollBar()->value() > before, qPrintable(each->objectName()));
        QVERIFY2(!each->hasFocus(), qPrintable(each->objectName()));
        ++passed;
    }
    QVERIFY(passed > 2);
    QVERIFY(!scene->find<QAbstractButton>("routingSaveButton")->isEnabled()); // nothing has changed
}

void AdminFormsTest::readsDurations_data()
{
    QTest::addColumn<QString>("typed");
    QTest::addColumn<int>("seconds");
    QTest::addColumn<QString>("words");
    QTest::newRow("a number is in the unit before") << "5" << 300 << "5 minutes";
    QTest::newRow("with its unit") << "45 seconds" << 45 << "45 seconds";
    QTest::newRow("short") << "90s" << 90 << "1 minute 30 seconds";
    QTest::newRow("two units") << "1 h 30 min" << 5'400 << "1 hour 30 minutes";
    QTest::newRow("a part") << "1.5 hours" << 5'400 << "1 hour 30 minutes";
    QTest::newRow("a day") << "1 day" << 86'400 << "1 day";
    QTest::newRow("none") << "Never" << 0 << "Never";
    QTest::newRow("zero") << "0" << 0 << "Never";
    QTest::newRow("too long") << "2 days" << 120 << "2 minutes";
    QTest::newRow("no time") << "soon" << 120 << "2 minutes";
}

void AdminFormsTest::readsDurations()
{
    QFETCH(QString, typed);
    DurationBox box;
    box.setRange(0, 86'400);
    box.setSpecialValueText(QStringLiteral("Never"));
    box.setValue(120);
    QCOMPARE(box.text(), QStringLiteral("2 minutes"));
    box.show();
    QVERIFY(QTest::qWaitForWindowActive(&box));
    box.setFocus();
    box.selectAll();
    QTest::keyClicks(&box, typed);
    QTest::keyClick(&box, Qt::Key_Return);
    QTEST(box.value(), "seconds");
    QTEST(box.text(), "words");
}

void AdminFormsTest::stepsToRoundSpans()
{
    DurationBox box;
    box.setRange(1, 7 * 86'400);
    box.setValue(57);
    const QList<int> up{60, 90, 120};
    for (const int each : up) {
        QTest::keyClick(&box, Qt::Key_Up);
        QCOMPARE(box.value(), each);
    }
    box.setValue(3'600);
    QTest::keyClick(&box, Qt::Key_Up);
    QCOMPARE(box.value(), 7'200);
    box.setValue(60);
    QTest::keyClick(&box, Qt::Key_Down);
    QCOMPARE(box.value(), 55);
    box.setValue(4);
    QTest::keyClick(&box, Qt::Key_Down);
    QCOMPARE(box.value(), 1);
}

QTEST_MAIN(AdminFormsTest)
#include "tst_adminforms.moc"
