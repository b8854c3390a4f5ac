#include "console/admin/checklist.h"
#include "tests/console/adminstage.h"
#include "tests/console/relay.h"

using namespace deskbell;
using namespace deskbell::console;

/// An admin keeps the desk's people: the window at the real server, and what colleagues see of it.
class TestAdminPeople : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { QVERIFY(m_server.start(withoutRates)); }
    void init();
    void cleanup() { m_stage.reset(); }
    void isHiddenFromOperators();
    void opensByKey();
    void addsOperators();
    void saysWhatIsWrong_data();
    void saysWhatIsWrong();
    void changesOperators();
    void keepsTheLastAdmin();
    void shutsOut();
    void setsPasswords();
    void dividesTheDesk();
    void deletesDepartments();
    void asksBeforeChangesAreLost();
    void followsColleagues();
    void saysThatThereIsNoConnection();

private:
    api::Operator who(const QString &name) const;

    tests::ServerProcess m_server;
    std::unique_ptr<AdminStage> m_stage;
};

void TestAdminPeople::init()
{
    m_stage = std::make_unique<AdminStage>();
    const bool asAnna = QLatin1String(QTest::currentTestFunction()) == QLatin1String("isHiddenFromOperators");
    QVERIFY(m_stage->signIn(m_server.url(), asAnna ? anna : clara));
}

api::Operator TestAdminPeople::who(const QString &name) const
{
    for (const api::Operator &each : m_stage->office().everybody()) {
        if (each.name == name)
            return each;
    }
    return {};
}

void TestAdminPeople::isHiddenFromOperators()
{
    QVERIFY(!m_stage->shows("adminButton"));
    QTest::keyClick(&m_stage->window, Qt::Key_0, Qt::ControlModifier);
    m_stage->window.desk().showAdmin();
    QVERIFY(!m_stage->window.desk().admin());
    QVERIFY(!m_stage->shows("adminView"));
}

void TestAdminPeople::opensByKey()
{
    QVERIFY(m_stage->shows("adminButton"));
    QTest::keyClick(&m_stage->window, Qt::Key_0, Qt::ControlModifier);
    QVERIFY(m_stage->shows("adminView"));
    QVERIFY(!m_stage->shows("conversationView"));
    QCOMPARE(QApplication::focusWidget()->objectName(), QStringLiteral("adminPlacesListView"));
    QTest::keyClick(QApplication::focusWidget(), Qt::Key_Down);
    TRY_VERIFY(m_stage->shows("operatorsPage"));
    TRY_COMPARE(m_stage->listed("operatorsListView"), QStringLiteral("Anna Lindqvist, Ben Okafor, Clara Moreau"));
    QTest::keyClick(&m_stage->window, Qt::Key_1, Qt::ControlModifier);
    QVERIFY(!m_stage->shows("adminView"));
    QVERIFY(m_stage->shows("chatListPane"));
}

void TestAdminPeople::addsOperators()
{
    QVERIFY(m_stage->open("operators"));
    m_stage->click("operatorsAddButton");
    QCOMPARE(QApplication::focusWidget()->objectName(), QStringLiteral("operatorsNameEdit"));
    QCOMPARE(m_stage->text("operatorsPanelTitleLabel"), QStringLiteral("New operator"));
    m_stage->write("operatorsNameEdit", QStringLiteral("Dora Keita"));
    m_stage->write("operatorsEmailEdit", QStringLiteral("dora@demo.deskbell.example"));
    m_stage->write("operatorsPasswordEdit", QStringLiteral("a-long-password"));
    m_stage->find<QSpinBox>("operatorsCapacitySpinBox")->setValue(6);
    m_stage->click("operatorsSaveButton");
    TRY_COMPARE(m_stage->text("operatorsSaidLabel"), QStringLiteral("Saved"));
    QCOMPARE(m_stage->rows("operatorsListView").size(), 4);
    QCOMPARE(m_stage->text("operatorsPanelTitleLabel"), QStringLiteral("Dora Keita"));
    QCOMPARE(who(QStringLiteral("Dora Keita")).capacity, 6);
    ConsoleUnderDesk dora;
    dora.client->signIn(m_server.url(), QStringLiteral("dora@demo.deskbell.example"), QStringLiteral("a-long-password"),
                        dora.tell());
    TRY_VERIFY(dora.isOnline());
}

void TestAdminPeople::saysWhatIsWrong_data()
{
    QTest::addColumn<QString>("name");
    QTest::addColumn<QString>("email");
    QTest::addColumn<QString>("password");
    QTest::addColumn<QByteArray>("place");
    QTest::addColumn<QString>("problem");
    const QString good = QStringLiteral("a-long-password");
    const QString dora = QStringLiteral("dora@demo.deskbell.example");
    QTest::newRow("no address") << "Dora"
                                << "dora" << good << QByteArray("operatorsEmailProblem")
                                << "This is not an email address.";
    QTest::newRow("no name") << QString() << dora << good << QByteArray("operatorsNameProblem")
                             << "It needs 1 to 200 characters.";
    QTest::newRow("short password") << "Dora" << dora << "short" << QByteArray("operatorsPasswordProblem")
                                    << "It needs 8 to 1000 characters.";
    QTest::newRow("twice") << "Anna" << anna << good << QByteArray("operatorsEmailProblem")
                           << "Somebody with this address exists already.";
}

void TestAdminPeople::saysWhatIsWrong()
{
    QFETCH(QString, name);
    QFETCH(QString, email);
    QFETCH(QString, password);
    QFETCH(QByteArray, place);
    QFETCH(QString, problem);
    QVERIFY(m_stage->open("operators"));
    m_stage->click("operatorsAddButton");
    m_stage->write("operatorsNameEdit", name);
    m_stage->write("operatorsEmailEdit", email);
    m_stage->write("operatorsPasswordEdit", password);
    m_stage->click("operatorsSaveButton");
    TRY_COMPARE(m_stage->text(place.constData()), problem);
    QCOMPARE(QApplication::focusWidget()->accessibleDescription(), problem);
    QVERIFY(m_stage->find<QAbstractButton>("operatorsSaveButton")->isEnabled()); // nothing of it is lost
    QCOMPARE(m_stage->find<QLineEdit>("operatorsNameEdit")->text(), name);
}

void TestAdminPeople::changesOperators()
{
    QVERIFY(m_stage->open("operators"));
    QVERIFY(m_stage->choose("operatorsListView", QStringLiteral("Ben Okafor")));
    QVERIFY(!m_stage->find<QAbstractButton>("operatorsSaveButton")->isEnabled());
    m_stage->write("operatorsNameEdit", QStringLiteral("Benedict Okafor"));
    m_stage->find<QSpinBox>("operatorsCapacitySpinBox")->setValue(7);
    m_stage->find<QLineEdit>("operatorsNameEdit")->setFocus();
    QTest::keyClick(&m_stage->window, Qt::Key_S, Qt::ControlModifier);
    TRY_COMPARE(m_stage->text("operatorsSaidLabel"), QStringLiteral("Saved"));
    QCOMPARE(m_stage->rows("operatorsListView").at(1), QStringLiteral("Benedict Okafor"));
    QVERIFY(m_server.run({QStringLiteral("operator"), QStringLiteral("list")}).contains("Benedict Okafor"));
    m_stage->write("operatorsNameEdit", QStringLiteral("Ben Okafor"));
    m_stage->click("operatorsSaveButton");
    TRY_COMPARE(m_stage->rows("operatorsListView").at(1), QStringLiteral("Ben Okafor"));
}

void TestAdminPeople::keepsTheLastAdmin()
{
    QVERIFY(m_stage->open("operators"));
    QVERIFY(m_stage->choose("operatorsListView", QStringLiteral("Clara Moreau")));
    QVERIFY(!m_stage->shows("operatorsDisableButton"));
    m_stage->find<QComboBox>("operatorsRoleComboBox")->setCurrentIndex(0);
    m_stage->click("operatorsSaveButton");
    TRY_COMPARE(m_stage->text("operatorsRoleProblem"), QStringLiteral("The desk would have no admin left."));
}

void TestAdminPeople::shutsOut()
{
    ConsoleUnderDesk annas;
    annas.signIn(m_server.url(), anna);
    TRY_VERIFY(annas.isOnline());
    QVERIFY(m_stage->open("operators"));
    QVERIFY(m_stage->choose("operatorsListView", QStringLiteral("Anna Lindqvist")));
    m_stage->click("operatorsDisableButton");
    QVERIFY(m_stage->answer("disableDialog", false));
    TRY_VERIFY(!m_stage->question("disableDialog"));
    QVERIFY(annas.isOnline());
    m_stage->click("operatorsDisableButton");
    QVERIFY(m_stage->answer("disableDialog", true));
    TRY_VERIFY(m_stage->shows("operatorsEnableButton"));
    QVERIFY(who(QStringLiteral("Anna Lindqvist")).disabled);
    TRY_COMPARE(annas.phase(), ConnectionState::Phase::SignedOut);
    m_stage->click("operatorsEnableButton");
    TRY_VERIFY(m_stage->shows("operatorsDisableButton"));
    annas.signIn(m_server.url(), anna);
    TRY_VERIFY(annas.isOnline());
}

void TestAdminPeople::setsPasswords()
{
    QVERIFY(m_stage->open("operators"));
    QVERIFY(m_stage->choose("operatorsListView", QStringLiteral("Ben Okafor")));
    QVERIFY(!m_stage->shows("operatorsOldPasswordEdit"));
    m_stage->write("operatorsPasswordEdit", QStringLiteral("another-password"));
    m_stage->click("operatorsSaveButton");
    TRY_COMPARE(m_stage->text("operatorsSaidLabel"), QStringLiteral("Saved"));
    QVERIFY(m_stage->find<QLineEdit>("operatorsPasswordEdit")->text().isEmpty());
    ConsoleUnderDesk bens;
    bens.client->signIn(m_server.url(), ben, QStringLiteral("another-password"), bens.tell());
    TRY_VERIFY(bens.isOnline());
    // One's own needs the one of today.
    QVERIFY(m_stage->choose("operatorsListView", QStringLiteral("Clara Moreau")));
    m_stage->write("operatorsPasswordEdit", QStringLiteral("another-password"));
    m_stage->write("operatorsOldPasswordEdit", QStringLiteral("not this one"));
    m_stage->click("operatorsSaveButton");
    TRY_COMPARE(m_stage->text("operatorsOldPasswordProblem"), QStringLiteral("This is not your password."));
}

void TestAdminPeople::dividesTheDesk()
{
    QVERIFY(m_stage->open("departments") || m_stage->shows("departmentsState"));
    TRY_COMPARE(m_stage->text("departmentsStateLabel"), QStringLiteral("One desk for everything"));
    m_stage->click("departmentsAddButton");
    m_stage->write("departmentsNameEdit", QStringLiteral("Billing"));
    auto *members = m_stage->find<CheckList>("departmentsOperatorIdsListView");
    QCOMPARE(members->count(), int(m_stage->office().operators().size()));
    QTest::mouseClick(members->viewport(), Qt::LeftButton, {}, members->visualItemRect(members->item(1)).center());
    QCOMPARE(members->checked(), QStringList(who(QStringLiteral("Ben Okafor")).id.toString()));
    m_stage->click("departmentsSaveButton");
    TRY_COMPARE(m_stage->listed("departmentsListView"), QStringLiteral("Billing"));
    const api::Department billing = m_stage->office().departments().first();
    QVERIFY(billing.operatorIds.contains(who(QStringLiteral("Ben Okafor")).id));
    // The same name again is refused at its field.
    m_stage->click("departmentsAddButton");
    m_stage->write("departmentsNameEdit", QStringLiteral("Billing"));
    m_stage->click("departmentsSaveButton");
    TRY_COMPARE(m_stage->text("departmentsNameProblem"), QStringLiteral("A department of this name exists already."));
    m_stage->click("departmentsDiscardButton");
    // And from the operator's side.
    QVERIFY(m_stage->open("operators"));
    QVERIFY(m_stage->choose("operatorsListView", QStringLiteral("Anna Lindqvist")));
    m_stage->find<CheckList>("operatorsDepartmentsListView")->item(0)->setCheckState(Qt::Checked);
    m_stage->click("operatorsSaveButton");
    TRY_COMPARE(m_stage->text("operatorsSaidLabel"), QStringLiteral("Saved"));
    const api::Department now = m_stage->office().departments().first();
    QCOMPARE(now.operatorIds.size(), 2);
}

void TestAdminPeople::deletesDepartments()
{
    QVERIFY(m_stage->open("departments") || m_stage->shows("departmentsState"));
    m_stage->click("departmentsAddButton");
    m_stage->write("departmentsNameEdit", QStringLiteral("Sales"));
    m_stage->click("departmentsSaveButton");
    TRY_VERIFY(m_stage->shows("departmentsDeleteButton"));
    m_stage->click("departmentsDeleteButton");
    QVERIFY(m_stage->answer("deleteDepartmentDialog", true));
    TRY_VERIFY(!m_stage->rows("departmentsListView").contains(QStringLiteral("Sales")));
}

void TestAdminPeople::asksBeforeChangesAreLost()
{
    QVERIFY(m_stage->open("operators"));
    QVERIFY(m_stage->choose("operatorsListView", QStringLiteral("Ben Okafor")));
    m_stage->write("operatorsNameEdit", QStringLiteral("Somebody"));
    // To another one, to another page, to the chats: each time one may stay.
    QVERIFY(m_stage->choose("operatorsListView", QStringLiteral("Anna Lindqvist")));
    QVERIFY(m_stage->answer("unsavedDialog", false));
    TRY_VERIFY(!m_stage->question("unsavedDialog"));
    TRY_COMPARE(m_stage->find<QListView>("operatorsListView")->currentIndex().row(), 1);
    m_stage->window.desk().admin()->showPage(QStringLiteral("departments"));
    QVERIFY(m_stage->answer("unsavedDialog", false));
    TRY_VERIFY(!m_stage->question("unsavedDialog"));
    QVERIFY(m_stage->shows("operatorsPage"));
    m_stage->click("queueButton");
    QVERIFY(m_stage->answer("unsavedDialog", false));
    TRY_VERIFY(!m_stage->question("unsavedDialog"));
    QVERIFY(m_stage->shows("adminView"));
    QVERIFY(m_stage->find<QAbstractButton>("adminButton")->isChecked());
    QCOMPARE(m_stage->find<QLineEdit>("operatorsNameEdit")->text(), QStringLiteral("Somebody"));
    m_stage->click("queueButton");
    QVERIFY(m_stage->answer("unsavedDialog", true));
    TRY_VERIFY(!m_stage->shows("adminView"));
    QVERIFY(m_stage->open("operators"));
    QCOMPARE(m_stage->find<QLineEdit>("operatorsNameEdit")->text(), QStringLiteral("Ben Okafor"));
}

void TestAdminPeople::followsColleagues()
{
    QVERIFY(m_stage->open("operators"));
    QVERIFY(m_stage->choose("operatorsListView", QStringLiteral("Ben Okafor")));
    ConsoleUnderDesk other;
    other.signIn(m_server.url(), clara);
    TRY_VERIFY(other.isOnline());
    api::OperatorUpdate change;
    change.operatorId = who(QStringLiteral("Ben Okafor")).id;
    change.name = QStringLiteral("Ben Adeyemi");
    other.client->administer(Ask<api::OperatorUpdate>{change, [](const Result<api::Operator> &) {}});
    TRY_COMPARE(m_stage->find<QLineEdit>("operatorsNameEdit")->text(), QStringLiteral("Ben Adeyemi"));
    // What one is writing is one's own.
    m_stage->find<QSpinBox>("operatorsCapacitySpinBox")->setValue(9);
    change.name = QStringLiteral("Ben Okafor");
    other.client->administer(Ask<api::OperatorUpdate>{change, [](const Result<api::Operator> &) {}});
    TRY_COMPARE(m_stage->rows("operatorsListView").at(1), QStringLiteral("Ben Okafor"));
    QCOMPARE(m_stage->find<QSpinBox>("operatorsCapacitySpinBox")->value(), 9);
}

void TestAdminPeople::saysThatThereIsNoConnection()
{
    QVERIFY(m_stage->open("operators"));
    QVERIFY(m_stage->choose("operatorsListView", QStringLiteral("Ben Okafor")));
    m_stage->write("operatorsNameEdit", QStringLiteral("Benny"));
    m_server.kill();
    TRY_VERIFY(m_stage->text("operatorsSaidLabel").startsWith(QStringLiteral("There is no connection.")));
    QVERIFY(!m_stage->find<QAbstractButton>("operatorsSaveButton")->isEnabled());
    QVERIFY(m_server.start(withoutRates));
    m_stage->desk.client->tryNow();
    TRY_VERIFY(m_stage->find<QAbstractButton>("operatorsSaveButton")->isEnabled());
    QCOMPARE(m_stage->find<QLineEdit>("operatorsNameEdit")->text(), QStringLiteral("Benny"));
}

QTEST_MAIN(TestAdminPeople)
#include "tst_adminpeople.moc"
