#include "console/views/actiontable.h"
#include "tests/gui/adminscene.h"

#include <QAbstractItemView>
#include <QAbstractSpinBox>
#include <QAccessible>
#include <QComboBox>
#include <QLabel>
#include <QLineEdit>
#include <QListWidget>
#include <QPlainTextEdit>
#include <QRegularExpression>

using namespace deskbell;
using namespace deskbell::console;

/// What the pages of the administration have in common: names, states, keys, and that they are for admins alone.
class AdminScreenTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void namesEveryControl();
    void showsWhatIsOnItsWay();
    void triesAgain();
    void waitsForAConnection();
    void isGoneWithTheRole();
    void isGoneWithTheSession();
    void asksInsteadOfLosing();
    void reachesEveryPageByKey();
    void takesTurnsWhereItIsNarrow();
    void leavesTheChatAlone();

private:
    using Scene = AdminScene;
};

void AdminScreenTest::namesEveryControl()
{
    Scene scene;
    QVERIFY(scene.begin());
    scene.window.desk().showAdmin();
    const QRegularExpression kind(QStringLiteral("(Button|Edit|View|CheckBox|ComboBox|SpinBox)$"));
    int seen = 0;
    const auto widgets = scene.window.desk().admin()->findChildren<QWidget *>();
    for (QWidget *widget : widgets) {
        const bool control = qobject_cast<QAbstractButton *>(widget) || qobject_cast<QLineEdit *>(widget)
            || qobject_cast<QPlainTextEdit *>(widget) || qobject_cast<QAbstractItemView *>(widget)
            || qobject_cast<QComboBox *>(widget) || qobject_cast<QAbstractSpinBox *>(widget);
        const bool list = QByteArray(widget->metaObject()->className()).startsWith("QComboBoxPrivate")
            || QByteArray(widget->metaObject()->className()) == "QComboBoxListView";
        const bool inside = widget->objectName().startsWith(QStringLiteral("qt_")) || list
            || qobject_cast<QComboBox *>(widget->parentWidget()) || qobject_cast<QLineEdit *>(widget->parentWidget());
        const bool table = widget->parentWidget() && widget->parentWidget()->inherits("QTableView");
        if (!control || inside || table)
            continue;
        ++seen;
        QAccessibleInterface *spoken = QAccessible::queryAccessibleInterface(widget);
        QVERIFY(spoken);
        const QByteArray which = QByteArray(widget->metaObject()->className()) + ' ' + widget->objectName().toUtf8();
        QVERIFY2(!spoken->text(QAccessible::Name).isEmpty() || widget->isHidden(), which.constData());
        QVERIFY2(widget->objectName().contains(kind), which.constData());
    }
    QVERIFY2(seen >= 115, qPrintable(QString::number(seen)));
}

void AdminScreenTest::showsWhatIsOnItsWay()
{
    Scene scene;
    QVERIFY(scene.begin());
    scene.admin.silent = true;
    scene.open("apikeys");
    QVERIFY(scene.shows("apikeysState"));
    QCOMPARE(scene.find<QWidget>("apikeysState")->accessibleName(), QStringLiteral("Loading"));
}

void AdminScreenTest::triesAgain()
{
    Scene scene;
    QVERIFY(scene.begin());
    scene.admin.refusal = Error(ErrorCode::Busy, QStringLiteral("The server has too much to do."));
    scene.open("apikeys");
    QCOMPARE(scene.find<QLabel>("apikeysStateLabel")->text(), QStringLiteral("This could not be loaded"));
    scene.admin.refusal.reset();
    scene.click(scene.find<QAbstractButton>("apikeysAgainButton"));
    QVERIFY(!scene.shows("apikeysState"));
    QVERIFY(scene.shows("apikeysListView"));
    // What is there stays there, whatever the next answer is.
    scene.admin.refusal = Error(ErrorCode::Busy);
    scene.open("audit");
    scene.open("apikeys");
    QVERIFY(scene.shows("apikeysListView"));
}

void AdminScreenTest::waitsForAConnection()
{
    Scene scene;
    QVERIFY(scene.begin());
    scene.script.goOffline();
    scene.open("webhooks");
    QCOMPARE(scene.find<QLabel>("webhooksStateLabel")->text(), QStringLiteral("No connection"));
    scene.click(scene.find<QAbstractButton>("webhooksAgainButton"));
    QVERIFY(scene.called(QStringLiteral("tryNow")));
    scene.workspace.setConnection({ConnectionState::Phase::Online, scene.clock.now(), false});
    QVERIFY(scene.shows("webhooksListView"));
}

void AdminScreenTest::isGoneWithTheRole()
{
    Scene scene;
    QVERIFY(scene.begin());
    scene.open("operators");
    QVERIFY(scene.shows("adminView"));
    api::Operator self = scene.workspace.self();
    self.role = api::OperatorRole::Operator;
    scene.workspace.setSelf(self);
    QVERIFY(!scene.window.desk().isAtAdmin());
    QVERIFY(!scene.window.desk().admin());
    QVERIFY(!scene.find<QWidget>("adminButton")->isVisible());
    QVERIFY(!scene.window.table().action(QStringLiteral("admin"))->isEnabled());
}

void AdminScreenTest::isGoneWithTheSession()
{
    Scene scene;
    QVERIFY(scene.begin());
    scene.open("operators");
    scene.workspace.clear();
    QVERIFY(!scene.window.desk().admin());
}

void AdminScreenTest::asksInsteadOfLosing()
{
    Scene scene;
    QVERIFY(scene.begin());
    scene.open("widget");
    scene.find<QLineEdit>("widgetDeskNameEdit")->setText(QStringLiteral("Elsewhere"));
    scene.window.desk().showScope(ListScope::Mine);
    QCOMPARE(scene.questions.asked, QStringList(QStringLiteral("unsaved")));
    QVERIFY(scene.window.desk().isAtAdmin());
    scene.questions.confirmed();
    QVERIFY(!scene.window.desk().isAtAdmin());
    QVERIFY(scene.find<QAbstractButton>("mineButton")->isChecked());
    scene.open("widget");
    QCOMPARE(scene.find<QLineEdit>("widgetDeskNameEdit")->text(), QStringLiteral("Brightroom"));
}

void AdminScreenTest::reachesEveryPageByKey()
{
    Scene scene;
    QVERIFY(scene.begin());
    QTest::keyClick(&scene.window, Qt::Key_0, Qt::ControlModifier);
    auto *places = scene.find<QListWidget>("adminPlacesListView");
    QCOMPARE(QApplication::focusWidget(), places);
    for (int row = 1; row < places->count(); ++row) {
        QTest::keyClick(QApplication::focusWidget(), Qt::Key_Down);
        QCOMPARE(scene.window.desk().admin()->page()->title().text, places->item(row)->text());
        // From the list into the page, and round again.
        QTest::keyClick(&scene.window, Qt::Key_F6);
        QVERIFY2(scene.window.desk().admin()->page()->isAncestorOf(QApplication::focusWidget()),
                 qPrintable(places->item(row)->text()));
        QTest::keyClick(&scene.window, Qt::Key_F6, Qt::ShiftModifier);
        QCOMPARE(QApplication::focusWidget(), places);
    }
}

void AdminScreenTest::takesTurnsWhereItIsNarrow()
{
    Scene scene;
    QVERIFY(scene.begin());
    scene.window.resize(560, 720);
    scene.open("operators");
    QVERIFY(scene.shows("operatorsListView"));
    QVERIFY(!scene.shows("operatorsPanel"));
    auto *list = scene.find<QListView>("operatorsListView");
    QTest::mouseClick(list->viewport(), Qt::LeftButton, {}, list->visualRect(list->model()->index(1, 0)).center());
    QVERIFY(!scene.shows("operatorsListView"));
    QVERIFY(scene.shows("operatorsPanel"));
    scene.click(scene.find<QAbstractButton>("operatorsBackButton"));
    QVERIFY(scene.shows("operatorsListView"));
}

/// A key that is meant for a chat does nothing to one that cannot be seen.
void AdminScreenTest::leavesTheChatAlone()
{
    Scene scene;
    QVERIFY(scene.begin());
    scene.window.desk().openChat(scene.script.booking);
    QVERIFY(scene.window.table().action(QStringLiteral("endChat"))->isEnabled());
    scene.open("operators");
    QVERIFY(!scene.window.table().action(QStringLiteral("endChat"))->isEnabled());
    QTest::keyClick(&scene.window, Qt::Key_E, Qt::ControlModifier);
    QVERIFY(scene.questions.asked.isEmpty());
    scene.window.desk().showScope(ListScope::Mine);
    QVERIFY(scene.window.table().action(QStringLiteral("endChat"))->isEnabled());
    QCOMPARE(scene.window.desk().chatId(), scene.script.booking);
}

QTEST_MAIN(AdminScreenTest)
#include "tst_adminscreen.moc"
