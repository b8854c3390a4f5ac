#include "console/admin/checklist.h"
#include "tests/console/adminstage.h"
#include "tests/console/visitor.h"

#include <QClipboard>
#include <QDateEdit>
#include <QTableView>

using namespace deskbell;
using namespace deskbell::console;

/// Keys, webhooks, the audit log and the figures, at the real server.
class TestAdminRecords : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { QVERIFY(m_server.start(withoutRates)); }
    void init();
    void cleanup() { m_stage.reset(); }
    void makesAndRevokesKeys();
    void showsASecretOnce();
    void refusesANameTwice();
    void tellsOtherServers();
    void saysWhatIsWrongWithAWebhook();
    void readsTheLog();
    void countsChats();
    void comparesOperators();
    void saysWhatIsWrongWithARange();

private:
    void makeKey(const QString &name);
    QString cell(const char *table, int row, int column);

    tests::ServerProcess m_server;
    std::unique_ptr<AdminStage> m_stage;
};

void TestAdminRecords::init()
{
    m_stage = std::make_unique<AdminStage>();
    QVERIFY(m_stage->signIn(m_server.url(), clara));
}

void TestAdminRecords::makeKey(const QString &name)
{
    m_stage->open("apikeys");
    m_stage->click("apikeysAddButton");
    m_stage->write("apikeysNameEdit", name);
    m_stage->click("apikeysSaveButton");
}

QString TestAdminRecords::cell(const char *table, int row, int column)
{
    const QAbstractItemModel *model = m_stage->find<QTableView>(table)->model();
    return model->index(row, column).data().toString();
}

void TestAdminRecords::makesAndRevokesKeys()
{
    makeKey(QStringLiteral("Web shop"));
    TRY_VERIFY(m_stage->shows("apikeysSecretBox"));
    const QString secret = m_stage->find<QLineEdit>("apikeysSecretEdit")->text();
    QVERIFY(secret.startsWith(QStringLiteral("dbk_")));
    m_stage->click("apikeysCopyButton");
    QCOMPARE(QGuiApplication::clipboard()->text(), secret);
    QVERIFY(!m_stage->shows("apikeysSaveButton")); // there is nothing to change about a key
    m_stage->click("apikeysRevokeButton");
    QVERIFY(m_stage->answer("revokeDialog", true));
    TRY_VERIFY(m_stage->text("apikeysStoryLabel").startsWith(QStringLiteral("Revoked on")));
    QVERIFY(!m_stage->shows("apikeysRevokeButton"));
    QVERIFY(!m_stage->shows("apikeysSecretBox"));
}

void TestAdminRecords::showsASecretOnce()
{
    makeKey(QStringLiteral("First"));
    TRY_VERIFY(m_stage->shows("apikeysSecretBox"));
    makeKey(QStringLiteral("Second"));
    TRY_VERIFY(m_stage->shows("apikeysSecretBox")
               && m_stage->rows("apikeysListView").contains(QStringLiteral("Second")));
    QVERIFY(m_stage->choose("apikeysListView", QStringLiteral("First")));
    QVERIFY(!m_stage->shows("apikeysSecretBox"));
    QVERIFY(m_stage->find<QLineEdit>("apikeysSecretEdit")->text().isEmpty());
}

void TestAdminRecords::refusesANameTwice()
{
    makeKey(QStringLiteral("Twice"));
    TRY_VERIFY(m_stage->shows("apikeysSecretBox"));
    makeKey(QStringLiteral("Twice"));
    TRY_COMPARE(m_stage->text("apikeysNameProblem"), QStringLiteral("An API key with this name exists already."));
}

void TestAdminRecords::tellsOtherServers()
{
    m_stage->open("webhooks");
    TRY_COMPARE(m_stage->text("webhooksStateLabel"), QStringLiteral("No webhooks yet"));
    m_stage->click("webhooksAddButton");
    m_stage->write("webhooksUrlEdit", QStringLiteral("https://crm.example.com/in"));
    auto *events = m_stage->find<CheckList>("webhooksEventsListView");
    events->setChecked({QStringLiteral("chat.started"), QStringLiteral("chat.ended")});
    m_stage->click("webhooksSaveButton");
    TRY_VERIFY(m_stage->shows("webhooksSecretBox"));
    QCOMPARE(m_stage->listed("webhooksListView"), QStringLiteral("crm.example.com"));
    m_stage->click("webhooksDeleteButton");
    QVERIFY(m_stage->answer("deleteWebhookDialog", true));
    TRY_VERIFY(m_stage->shows("webhooksState"));
}

void TestAdminRecords::saysWhatIsWrongWithAWebhook()
{
    m_stage->open("webhooks");
    TRY_VERIFY(m_stage->shows("webhooksState") && !m_stage->text("webhooksStateLabel").isEmpty());
    m_stage->click("webhooksAddButton");
    m_stage->write("webhooksUrlEdit", QStringLiteral("gopher://example.com"));
    m_stage->click("webhooksSaveButton");
    TRY_COMPARE(m_stage->text("webhooksUrlProblem"),
                QStringLiteral("It must be an http or https address without a password."));
}

void TestAdminRecords::readsTheLog()
{
    makeKey(QStringLiteral("For the log"));
    TRY_VERIFY(m_stage->shows("apikeysSecretBox"));
    QVERIFY(m_stage->open("audit"));
    TRY_COMPARE(cell("auditTableView", 0, 2), QStringLiteral("Made an API key"));
    QCOMPARE(cell("auditTableView", 0, 1), QStringLiteral("Clara Moreau"));
    QCOMPARE(cell("auditTableView", 0, 3), QStringLiteral("For the log"));
    auto *only = m_stage->find<QComboBox>("auditActionComboBox");
    only->setCurrentIndex(only->findText(QStringLiteral("Signed in")));
    TRY_COMPARE(cell("auditTableView", 0, 2), QStringLiteral("Signed in"));
    only->setCurrentIndex(only->findText(QStringLiteral("Erased a visitor")));
    TRY_VERIFY(m_stage->shows("auditNothingLabel"));
}

void TestAdminRecords::countsChats()
{
    QVERIFY(m_stage->open("stats"));
    const int before = m_stage->text("statsFigure0Label").toInt();
    Visitor visitor(m_server.url());
    TRY_VERIFY(visitor.isConnected());
    visitor.start(QStringLiteral("Hello?"));
    TRY_VERIFY(!visitor.chatId.isNull());
    m_stage->window.desk().showScope(ListScope::Queue);
    QVERIFY(m_stage->open("stats"));
    TRY_COMPARE(m_stage->text("statsFigure0Label").toInt(), before + 1);
    const QAbstractItemModel *model = m_stage->find<QTableView>("statsTableView")->model();
    QCOMPARE(model->index(model->rowCount() - 1, 0).data().toString(), QStringLiteral("All"));
    QCOMPARE(model->index(model->rowCount() - 1, 1).data().toInt(), before + 1);
    const auto *chart = m_stage->find<QWidget>("chartView");
    QVERIFY(chart->accessibleDescription().startsWith(QStringLiteral("Chats, at most ")));
    visitor.end();
}

void TestAdminRecords::comparesOperators()
{
    QVERIFY(m_stage->open("stats"));
    m_stage->find<QComboBox>("statsMeasureComboBox")->setCurrentIndex(2);
    m_stage->find<QComboBox>("statsByComboBox")->setCurrentIndex(0);
    TRY_COMPARE(m_stage->find<QTableView>("statsTableView")->model()->headerData(0, Qt::Horizontal).toString(),
                QStringLiteral("Operator"));
    const auto *chart = m_stage->find<QWidget>("chartView");
    TRY_VERIFY(chart->accessibleDescription().startsWith(QStringLiteral("Half of the chats within")));
}

void TestAdminRecords::saysWhatIsWrongWithARange()
{
    QVERIFY(m_stage->open("stats"));
    m_stage->find<QComboBox>("statsRangeComboBox")->setCurrentIndex(4);
    auto *from = m_stage->find<QDateEdit>("statsFromDateEdit");
    QVERIFY(from->isVisible());
    from->setDate(from->date().addYears(-2));
    TRY_COMPARE(m_stage->text("statsProblemLabel"), QStringLiteral("It can be a year at most."));
    from->setDate(m_stage->find<QDateEdit>("statsToDateEdit")->date());
    TRY_VERIFY(!m_stage->shows("statsProblemLabel"));
}

QTEST_MAIN(TestAdminRecords)
#include "tst_adminrecords.moc"
