#include "console/admin/adminpage.h"
#include "console/admin/weekgrid.h"
#include "tests/console/adminstage.h"
#include "tests/console/visitor.h"

#include <QCheckBox>
#include <QDateEdit>

using namespace deskbell;
using namespace deskbell::console;

/// What the desk says and when it is open: the pages over its settings and canned replies, at the real server.
class TestAdminSettings : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { QVERIFY(m_server.start(withoutRates)); }
    void init();
    void cleanup() { m_stage.reset(); }
    void addsAndChangesReplies();
    void saysWhatIsWrongWithReplies_data();
    void saysWhatIsWrongWithReplies();
    void fillsRepliesIn();
    void deletesReplies();
    void setsTheHours();
    void saysWhatIsWrongWithHours();
    void dressesTheWidget();
    void asksMoreBeforeAChat();
    void keepsTheQuestion();
    void followsSettings();
    void setsTheRouting();
    void setsTheTags();
    void setsHolidays();

private:
    void addReply(const QString &shortcut, const QString &text);
    const api::DeskSettings &settings() const { return *m_stage->office().settings(); }

    tests::ServerProcess m_server;
    std::unique_ptr<AdminStage> m_stage;
};

void TestAdminSettings::init()
{
    m_stage = std::make_unique<AdminStage>();
    QVERIFY(m_stage->signIn(m_server.url(), clara));
}

void TestAdminSettings::addReply(const QString &shortcut, const QString &text)
{
    m_stage->open("replies");
    m_stage->click("repliesAddButton");
    m_stage->write("repliesShortcutEdit", shortcut);
    m_stage->write("repliesTitleEdit", QStringLiteral("A title"));
    m_stage->write("repliesTextEdit", text);
    m_stage->click("repliesSaveButton");
}

void TestAdminSettings::addsAndChangesReplies()
{
    m_stage->open("replies");
    TRY_VERIFY(m_stage->shows("repliesState") || m_stage->shows("repliesListView"));
    addReply(QStringLiteral("/hours"), QStringLiteral("We are open from nine to six."));
    TRY_COMPARE(m_stage->text("repliesSaidLabel"), QStringLiteral("Saved"));
    QCOMPARE(m_stage->office().cannedReplies().last().shortcut, QStringLiteral("hours"));
    m_stage->write("repliesTextEdit", QStringLiteral("We are open from nine to eight."));
    m_stage->click("repliesSaveButton");
    TRY_COMPARE(m_stage->office().cannedReplies().last().text, QStringLiteral("We are open from nine to eight."));
}

void TestAdminSettings::saysWhatIsWrongWithReplies_data()
{
    QTest::addColumn<QString>("shortcut");
    QTest::addColumn<QString>("text");
    QTest::addColumn<QByteArray>("place");
    QTest::addColumn<QString>("problem");
    QTest::newRow("none") << QString() << "Hello" << QByteArray("repliesShortcutProblem")
                          << "It needs 1 to 40 characters.";
    QTest::newRow("empty") << "empty" << QString() << QByteArray("repliesTextProblem")
                           << "It needs 1 to 4000 characters.";
    QTest::newRow("unknown variable") << "who"
                                      << "Hello {{visitor.age}}" << QByteArray("repliesTextProblem")
                                      << "There is no variable {{visitor.age}}.";
}

void TestAdminSettings::saysWhatIsWrongWithReplies()
{
    QFETCH(QString, shortcut);
    QFETCH(QString, text);
    QFETCH(QByteArray, place);
    QFETCH(QString, problem);
    addReply(shortcut, text);
    TRY_COMPARE(m_stage->text(place.constData()), problem);
}

void TestAdminSettings::fillsRepliesIn()
{
    Visitor visitor(m_server.url(), QStringLiteral("Vera Quint"));
    TRY_VERIFY(visitor.isConnected());
    visitor.start(QStringLiteral("Hello?"));
    TRY_VERIFY(m_stage->desk.workspace->chat(visitor.chatId));
    m_stage->desk.client->claim(visitor.chatId, m_stage->desk.tell());
    TRY_VERIFY(m_stage->desk.outcome
               && m_stage->desk.workspace->isMine(*m_stage->desk.workspace->chat(visitor.chatId)));
    QVERIFY(m_stage->open("replies") || m_stage->shows("repliesState"));
    m_stage->click("repliesAddButton");
    m_stage->write("repliesShortcutEdit", QStringLiteral("who"));
    m_stage->write("repliesTitleEdit", QStringLiteral("Who writes"));
    m_stage->write("repliesTextEdit", QStringLiteral("Hello "));
    auto *text = m_stage->find<QPlainTextEdit>("repliesTextEdit");
    text->moveCursor(QTextCursor::End);
    m_stage->click("repliesVariableButton"); // the first one: the visitor's name
    QCOMPARE(text->toPlainText(), QStringLiteral("Hello {{visitor.name}}"));
    m_stage->click("repliesSaveButton");
    TRY_COMPARE(m_stage->text("repliesSaidLabel"), QStringLiteral("Saved"));
    TRY_COMPARE(m_stage->text("repliesPreviewLabel"), QStringLiteral("Hello Vera Quint"));
    visitor.end();
}

void TestAdminSettings::deletesReplies()
{
    addReply(QStringLiteral("gone"), QStringLiteral("Soon gone."));
    TRY_COMPARE(m_stage->text("repliesSaidLabel"), QStringLiteral("Saved"));
    const qsizetype before = m_stage->office().cannedReplies().size();
    m_stage->click("repliesDeleteButton");
    QVERIFY(m_stage->answer("deleteCannedDialog", true));
    TRY_COMPARE(m_stage->office().cannedReplies().size(), before - 1);
}

void TestAdminSettings::setsTheHours()
{
    QVERIFY(m_stage->open("hours"));
    m_stage->find<QCheckBox>("hoursDay1CheckBox")->setChecked(true);
    m_stage->find<QComboBox>("hoursFrom11ComboBox")->setEditText(QStringLiteral("8:30"));
    m_stage->find<QComboBox>("hoursTo11ComboBox")->setEditText(QStringLiteral("12:00"));
    m_stage->find<QCheckBox>("hoursAgain1CheckBox")->setChecked(true);
    m_stage->click("hoursCopyButton");
    m_stage->find<QComboBox>("hoursTimeZoneComboBox")->setEditText(QStringLiteral("Europe/Berlin"));
    m_stage->click("hoursSaveButton");
    TRY_COMPARE(m_stage->text("hoursSaidLabel"), QStringLiteral("Saved"));
    QCOMPARE(settings().timeZone, QStringLiteral("Europe/Berlin"));
    QCOMPARE(settings().hours.size(), 10); // five days with a break
    const api::OpeningHours monday{1, QStringLiteral("08:30"), QStringLiteral("12:00")};
    QCOMPARE(settings().hours.first(), monday);
    QVERIFY(!m_stage->find<QAbstractButton>("hoursSaveButton")->isEnabled());
}

void TestAdminSettings::saysWhatIsWrongWithHours()
{
    QVERIFY(m_stage->open("hours"));
    m_stage->find<QCheckBox>("hoursDay7CheckBox")->setChecked(true);
    m_stage->find<QComboBox>("hoursTo17ComboBox")->setEditText(QStringLiteral("07:00"));
    m_stage->click("hoursSaveButton");
    TRY_COMPARE(m_stage->text("hoursHoursProblem"),
                QStringLiteral("It must go from one time to a later one, such as 09:00 to 17:30."));
    m_stage->click("hoursDiscardButton");
    QVERIFY(!m_stage->find<QCheckBox>("hoursDay7CheckBox")->isChecked());
    m_stage->find<QComboBox>("hoursTimeZoneComboBox")->setEditText(QStringLiteral("Mars/Olympus"));
    m_stage->click("hoursSaveButton");
    TRY_COMPARE(m_stage->text("hoursTimeZoneProblem"), QStringLiteral("It must be a zone such as Europe/Berlin."));
}

void TestAdminSettings::dressesTheWidget()
{
    QVERIFY(m_stage->open("widget"));
    m_stage->write("widgetDeskNameEdit", QStringLiteral("Brightroom"));
    m_stage->write("widgetGreetingEdit", QStringLiteral("Hello!"));
    m_stage->write("widgetLookEdit", QStringLiteral("#2F5FB3"));
    m_stage->find<QComboBox>("widgetLookPositionComboBox")->setCurrentIndex(1);
    m_stage->click("widgetSaveButton");
    TRY_COMPARE(m_stage->text("widgetSaidLabel"), QStringLiteral("Saved"));
    QCOMPARE(m_stage->office().deskName(), QStringLiteral("Brightroom"));
    QCOMPARE(settings().look.primary, QStringLiteral("#2F5FB3"));
    QCOMPARE(settings().look.position, api::Corner::Left);
    m_stage->write("widgetDeskNameEdit", QString());
    m_stage->click("widgetSaveButton");
    TRY_COMPARE(m_stage->text("widgetDeskNameProblem"), QStringLiteral("It needs 1 to 80 characters."));
}

void TestAdminSettings::asksMoreBeforeAChat()
{
    QVERIFY(m_stage->open("form"));
    TRY_COMPARE(m_stage->listed("formListView"), QStringLiteral("Name, Email address, Question"));
    m_stage->click("formAddButton");
    m_stage->find<QComboBox>("formKindComboBox")->setCurrentIndex(int(api::FieldKind::Choice));
    m_stage->write("formFormEdit", QStringLiteral("What about?"));
    m_stage->write("formChoicesEdit", QStringLiteral("An order"));
    m_stage->click("formSaveButton");
    TRY_COMPARE(m_stage->text("formChoicesProblem"), QStringLiteral("It needs at least two choices."));
    m_stage->write("formChoicesEdit", QStringLiteral("An order\nAn invoice"));
    m_stage->click("formSaveButton");
    TRY_COMPARE(m_stage->text("formSaidLabel"), QStringLiteral("Saved"));
    m_stage->click("formUpButton");
    TRY_COMPARE(m_stage->listed("formListView"), QStringLiteral("Name, Email address, What about?, Question"));
    m_stage->click("formRemoveButton");
    QVERIFY(m_stage->answer("removeFieldDialog", true));
    TRY_COMPARE(m_stage->listed("formListView"), QStringLiteral("Name, Email address, Question"));
}

void TestAdminSettings::keepsTheQuestion()
{
    QVERIFY(m_stage->open("form"));
    QVERIFY(m_stage->choose("formListView", QStringLiteral("Question")));
    m_stage->click("formRemoveButton");
    QVERIFY(m_stage->answer("removeFieldDialog", true));
    TRY_COMPARE(m_stage->text("formFormProblem"), QStringLiteral("The form must ask for the question."));
    QCOMPARE(m_stage->rows("formListView").size(), 3);
}

void TestAdminSettings::followsSettings()
{
    QVERIFY(m_stage->open("widget"));
    ConsoleUnderDesk other;
    other.signIn(m_server.url(), clara);
    TRY_VERIFY(other.isOnline());
    api::SettingsUpdate update;
    update.awayMessage = QStringLiteral("Back on Monday.");
    other.client->administer(Ask<api::SettingsUpdate>{update, [](const Result<api::DeskSettings> &) {}});
    TRY_COMPARE(m_stage->find<QPlainTextEdit>("widgetAwayMessageEdit")->toPlainText(),
                QStringLiteral("Back on Monday."));
}

void TestAdminSettings::setsTheRouting()
{
    QVERIFY(m_stage->open("routing"));
    m_stage->click("routingStrategy3RadioButton");
    m_stage->find<QSpinBox>("routingEscalateAfterSSpinBox")->setValue(180);
    m_stage->click("routingSaveButton");
    TRY_COMPARE(m_stage->text("routingSaidLabel"), QStringLiteral("Saved"));
    QCOMPARE(settings().routing->strategy, api::RoutingStrategy::LeastBusy);
    QCOMPARE(settings().routing->escalateAfterS, 180);
    m_stage->click("routingStrategy1RadioButton"); // for the others
    m_stage->click("routingSaveButton");
    TRY_VERIFY(settings().routing->strategy == api::RoutingStrategy::Manual);
}

void TestAdminSettings::setsTheTags()
{
    QVERIFY(m_stage->open("tags"));
    for (const char *each : {"returns", "  big   orders "}) {
        m_stage->write("tagsNewEdit", QString::fromLatin1(each));
        m_stage->click("tagsAddButton");
    }
    m_stage->click("tagsUpButton");
    m_stage->click("tagsSaveButton");
    TRY_COMPARE(m_stage->text("tagsSaidLabel"), QStringLiteral("Saved"));
    QCOMPARE(settings().tags, (QList<QString>{QStringLiteral("big orders"), QStringLiteral("returns")}));
}

void TestAdminSettings::setsHolidays()
{
    QVERIFY(m_stage->open("hours"));
    m_stage->click("holidayAddButton");
    m_stage->click("holidayAddButton");
    const auto dates = m_stage->window.findChildren<QDateEdit *>(QStringLiteral("holidayDateEdit"));
    QCOMPARE(dates.size(), 2);
    for (QDateEdit *each : dates)
        each->setDate(QDate(2031, 12, 25));
    m_stage->click("hoursSaveButton");
    const auto problems = m_stage->window.findChildren<QLabel *>(QStringLiteral("holidayProblem"));
    TRY_VERIFY(problems.last()->isVisible());
    QCOMPARE(problems.last()->text(), QStringLiteral("There is another line for the same day."));
    dates.last()->setDate(QDate(2031, 12, 24));
    m_stage->click("hoursSaveButton");
    TRY_COMPARE(m_stage->text("hoursSaidLabel"), QStringLiteral("Saved"));
    QCOMPARE(settings().holidays.size(), 2);
    QCOMPARE(settings().holidays.first().date, QStringLiteral("2031-12-24"));
}

QTEST_MAIN(TestAdminSettings)
#include "tst_adminsettings.moc"
