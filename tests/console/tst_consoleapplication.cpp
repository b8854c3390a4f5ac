#include "console/application.h"
#include "console/singleinstance.h"
#include "console/views/conversationpanes.h"
#include "console/views/deskview.h"
#include "console/views/loginview.h"
#include "tests/console/consoleunderdesk.h"
#include "tests/console/fixtureprocess.h"
#include "tests/console/visitor.h"
#include "tests/support/process/serverprocess.h"

#include <QAbstractButton>
#include <QApplication>
#include <QDialog>
#include <QLabel>
#include <QPlainTextEdit>
#include <QProcess>
#include <QTest>

using namespace deskbell;
using namespace deskbell::console;

#define TRY_VERIFY(condition) QTRY_VERIFY_WITH_TIMEOUT(condition, limitMs)
#define TRY_COMPARE(actual, expected) QTRY_COMPARE_WITH_TIMEOUT(actual, expected, limitMs)

/// The whole console, windows and all, at the real server; and the program as it is started.
class TestConsoleApplication : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void signsInClaimsAndAnswers();
    void saysWhyItDoesNotSignIn();
    void goesOnWhereItWas();
    void programRefuses_data();
    void programRefuses();
    void programRunsOnceForEachProfile();
    void secondStartNamesAnotherDesk();
    void forgetsADeskWhenItIsTold();
    void findsTheWindowAsItWas();

private:
    template <class Widget = QWidget>
    Widget *shown(Application &console, const char *name)
    {
        auto *widget = console.window().findChild<Widget *>(QString::fromLatin1(name));
        return widget && widget->isVisible() ? widget : nullptr;
    }
    Options optionsFor(const QString &email) const
    {
        return {.server = m_server.url(), .login = email, .profile = m_folder.path()};
    }
    QProcess *startProgram(const QStringList &words, const QByteArray &input = {});

    tests::ServerProcess m_server;
    QTemporaryDir m_folder;
    OpenVault m_vault;
};

void TestConsoleApplication::initTestCase()
{
    QVERIFY(m_server.start(withoutRates));
}

void TestConsoleApplication::signsInClaimsAndAnswers()
{
    const auto profile = Profile::open(m_folder.path());
    QVERIFY(profile);
    Application console(*qApp, **profile, m_vault);
    console.start(optionsFor(anna), demoPassword);
    TRY_VERIFY(shown(console, "deskView"));
    QCOMPARE((*profile)->account(), (Account{m_server.url(), anna}));

    Visitor visitor(m_server.url());
    TRY_VERIFY(visitor.isConnected());
    visitor.start(QStringLiteral("Is anybody there?"));
    TRY_VERIFY(!visitor.chatId.isNull());
    console.window().desk().openChat(visitor.chatId);
    TRY_VERIFY(shown(console, "claimButton"));
    QTest::mouseClick(shown(console, "claimButton"), Qt::LeftButton);
    TRY_VERIFY(shown(console, "messageEdit"));
    QWidget *edit = shown(console, "messageEdit");
    QTest::keyClicks(edit, QStringLiteral("Yes, good morning!"));
    QTest::keyClick(edit, Qt::Key_Return);
    TRY_COMPARE(visitor.texts(),
                (QStringList{QStringLiteral("Is anybody there?"), QStringLiteral("Yes, good morning!")}));
    QVERIFY(visitor.typing.contains(true));
}

void TestConsoleApplication::saysWhyItDoesNotSignIn()
{
    const QTemporaryDir folder;
    const auto profile = Profile::open(folder.path());
    QVERIFY(profile);
    Application console(*qApp, **profile, m_vault);
    console.start(optionsFor(ben), QStringLiteral("guess"));
    TRY_VERIFY(!console.window().findChild<QLabel *>(QStringLiteral("problemLabel"))->text().isEmpty());
    QVERIFY(shown(console, "loginView"));
    QVERIFY((*profile)->account().isNull());
}

void TestConsoleApplication::goesOnWhereItWas()
{
    const Account account{m_server.url(), anna};
    QVERIFY(m_vault.tokens.contains(account.key())); // of the first test
    {
        const auto profile = Profile::open(m_folder.path());
        QVERIFY(profile);
        Application console(*qApp, **profile, m_vault);
        console.start({.profile = m_folder.path()}, {});
        TRY_VERIFY(shown(console, "deskView"));
        // And the chat that was claimed then is still open.
        ConversationPanes &panes = console.window().desk().conversations();
        TRY_COMPARE(panes.openChats().all().size(), 1);
        QCOMPARE(panes.chatId(), panes.openChats().all().first());
    }
    m_vault.tokens[account.key()] = QStringLiteral("stale");
    const auto profile = Profile::open(m_folder.path());
    QVERIFY(profile);
    Application console(*qApp, **profile, m_vault);
    console.start({.profile = m_folder.path()}, {});
    TRY_VERIFY(!console.window().findChild<QLabel *>(QStringLiteral("problemLabel"))->text().isEmpty());
    QVERIFY(shown(console, "loginView"));
    QCOMPARE(console.window().login().email(), anna);
}

/// The program as people start it, but never at the keychain of whoever runs the tests.
QProcess *TestConsoleApplication::startProgram(const QStringList &words, const QByteArray &input)
{
    auto *process = new QProcess(this);
    QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
    environment.insert(QStringLiteral("QT_QPA_PLATFORM"), QStringLiteral("offscreen"));
    environment.insert(QStringLiteral("DBUS_SESSION_BUS_ADDRESS"), QStringLiteral("unix:path=/nowhere"));
    process->setProcessEnvironment(environment);
    process->start(QStringLiteral(DESKBELL_CONSOLE), words);
    process->write(input);
    process->closeWriteChannel();
    return process;
}

void TestConsoleApplication::programRefuses_data()
{
    QTest::addColumn<QStringList>("words");
    QTest::addColumn<int>("exitCode");
    QTest::addColumn<QByteArray>("says");
    QTest::newRow("help") << QStringList{QStringLiteral("--help")} << 0 << QByteArray("--profile");
    QTest::newRow("version") << QStringList{QStringLiteral("--version")} << 0 << QByteArray("deskbell-console ");
    QTest::newRow("wrong use") << QStringList{QStringLiteral("--server"), QStringLiteral("desk")} << 2
                               << QByteArray("--server");
    QTest::newRow("no password") << QStringList{QStringLiteral("--login"), anna, QStringLiteral("--password-stdin")}
                                 << 1 << QByteArray("password");
    QTest::newRow("no folder") << QStringList{QStringLiteral("--profile"), QStringLiteral("/dev/null/profile")} << 1
                               << QByteArray("/dev/null/profile");
}

void TestConsoleApplication::programRefuses()
{
    QFETCH(QStringList, words);
    QFETCH(QByteArray, says);
    QProcess *process = startProgram(words);
    QVERIFY(process->waitForFinished(limitMs));
    QTEST(process->exitCode(), "exitCode");
    const QByteArray out = process->readAllStandardOutput();
    const QByteArray err = process->readAllStandardError();
    QVERIFY2((process->exitCode() == 0 ? out : err).contains(says), err);
}

void TestConsoleApplication::programRunsOnceForEachProfile()
{
    ConsoleUnderDesk other;
    other.signIn(m_server.url(), ben);
    TRY_VERIFY(other.isOnline());
    const QTemporaryDir folder;
    const QStringList words{QStringLiteral("--server"), m_server.url().toString(), QStringLiteral("--profile"),
                            folder.path()};
    QProcess *first =
        startProgram(words + QStringList{QStringLiteral("--login"), anna, QStringLiteral("--password-stdin")},
                     demoPassword.toUtf8() + '\n');
    const auto signedIn = [&] {
        QFile settings(folder.filePath(QStringLiteral("console.ini")));
        return settings.open(QFile::ReadOnly) && settings.readAll().contains(anna.toUtf8());
    };
    TRY_VERIFY(signedIn());
    QProcess *second = startProgram(words);
    QVERIFY(second->waitForFinished(limitMs));
    QCOMPARE(second->exitCode(), 0); // it has asked the first one to come forward
    first->terminate();
    QVERIFY(first->waitForFinished(limitMs));
    QCOMPARE(first->exitStatus(), QProcess::NormalExit);
    QCOMPARE(first->exitCode(), 0);
    QFile settings(folder.filePath(QStringLiteral("console.ini")));
    QVERIFY(settings.open(QFile::ReadOnly));
    QVERIFY(settings.readAll().contains("geometry=")); // it ended in order
    QVERIFY(!QFile::exists(folder.filePath(QStringLiteral("lock"))));
    QVERIFY(!SingleInstance::raiseOther(folder.path()));

    QProcess *third = startProgram(words);
    TRY_VERIFY(SingleInstance::raiseOther(folder.path()));
    third->kill(); // what it leaves behind locks nobody out, and nobody waits for it
    QVERIFY(third->waitForFinished(limitMs));
    QVERIFY(QFile::exists(folder.filePath(QStringLiteral("lock"))));
    QProcess *fourth = startProgram(words);
    TRY_VERIFY(SingleInstance::raiseOther(folder.path()));
    QCOMPARE(fourth->state(), QProcess::Running);
    fourth->terminate();
    QVERIFY(fourth->waitForFinished(limitMs));
    QCOMPARE(fourth->exitCode(), 0);
}

void TestConsoleApplication::secondStartNamesAnotherDesk()
{
    const QTemporaryDir folder;
    const auto profile = Profile::open(folder.path());
    QVERIFY(profile);
    Application console(*qApp, **profile, m_vault);
    console.start({.profile = folder.path()}, {});
    const SingleInstance instance(folder.path());
    QObject::connect(&instance, &SingleInstance::raiseRequested, &console.window(),
                     [&console](const Wish &wish) { console.takeWish(wish); });
    QVERIFY(SingleInstance::raiseOther(folder.path(), {QUrl(QStringLiteral("https://other.example")), ben}));
    TRY_COMPARE(console.window().login().email(), ben);
    QCOMPARE(console.window().login().server(), QStringLiteral("https://other.example"));
    console.window().hide();
    QVERIFY(SingleInstance::raiseOther(folder.path()));
    TRY_VERIFY(console.window().isVisible());
}

void TestConsoleApplication::forgetsADeskWhenItIsTold()
{
    const QTemporaryDir folder;
    const auto profile = Profile::open(folder.path());
    QVERIFY(profile);
    const Account gone{QUrl(QStringLiteral("https://desk.example")), anna};
    const Account kept{QUrl(QStringLiteral("https://other.example")), anna};
    (*profile)->setAccounts({gone, kept});
    const ChatId chat = ChatId::fromTrusted(QStringLiteral("0190f1d2-0000-7000-8000-0000000000a1"));
    QStringList copies;
    for (const Account &each : {gone, kept}) {
        const auto copy = (*profile)->shelf().keep("pasted", QStringLiteral("copy.txt"));
        QVERIFY(copy);
        copies.append(copy->path);
        QVERIFY((*profile)->outbox().add(each.key(), {chat, QStringLiteral("1"), QStringLiteral("Hello"), {}}));
        QVERIFY((*profile)->deskStore().setDraft(each.key(), chat, {QStringLiteral("Perhaps"), {*copy}},
                                                 SystemClock().now()));
        (*profile)->setOpenChats(each, {chat});
    }
    Application console(*qApp, **profile, m_vault);
    console.start({.profile = folder.path()}, {});
    const auto answer = [&console](const char *button) {
        auto *dialog = console.window().findChild<QDialog *>(QStringLiteral("removeDeskDialog"));
        QTest::mouseClick(dialog->findChild<QWidget *>(QLatin1String(button)), Qt::LeftButton);
        QCoreApplication::sendPostedEvents(dialog, QEvent::DeferredDelete);
    };
    Q_EMIT console.window().accountsKept({kept});
    answer("rejectButton");
    QCOMPARE((*profile)->accounts(), (QList<Account>{gone, kept}));
    QCOMPARE((*profile)->outbox().letters(gone.key())->size(), 1);
    Q_EMIT console.window().accountsKept({kept});
    answer("acceptButton");
    QCOMPARE((*profile)->accounts(), QList<Account>{kept});
    QVERIFY((*profile)->outbox().letters(gone.key())->isEmpty());
    QVERIFY((*profile)->deskStore().drafts(gone.key()).isEmpty());
    QVERIFY((*profile)->openChats(gone).isEmpty());
    QCOMPARE((*profile)->outbox().letters(kept.key())->size(), 1);
    QCOMPARE((*profile)->deskStore().drafts(kept.key()).size(), 1);
    QVERIFY(!QFile::exists(copies.first()) && QFile::exists(copies.last()));
    QCOMPARE((*profile)->openChats(kept), QList<ChatId>{chat});
}

void TestConsoleApplication::findsTheWindowAsItWas()
{
    const QTemporaryDir folder;
    DeskArrangement left;
    QVariantMap kept;
    {
        const auto profile = Profile::open(folder.path());
        QVERIFY(profile);
        Application console(*qApp, **profile, m_vault);
        console.start({.profile = folder.path()}, {});
        DeskView &desk = console.window().desk();
        console.window().resize(1'400, 900);
        desk.showScope(ListScope::Team);
        DeskArrangement wanted = desk.arrangement();
        wanted.details = false;
        desk.setArrangement(wanted);
        desk.conversations().openBeside({});
        left = desk.arrangement();
        QVERIFY(left.split && !left.details);
        // Without an orderly end, since that may never come.
        TRY_COMPARE((*profile)->window().value(QStringLiteral("split")).toBool(), true);
        kept = (*profile)->window();
        QCOMPARE(kept.value(QStringLiteral("geometry")).toByteArray(), console.window().saveGeometry());
    }
    const auto profile = Profile::open(folder.path());
    QVERIFY(profile);
    (*profile)->setWindow(kept);
    Application console(*qApp, **profile, m_vault);
    console.start({.profile = folder.path()}, {});
    QCOMPARE(console.window().size(), QSize(1'400, 900));
    const DeskArrangement found = console.window().desk().arrangement();
    QCOMPARE(found.scope, ListScope::Team);
    QVERIFY(found.split && !found.details);
}

QTEST_MAIN(TestConsoleApplication)
#include "tst_consoleapplication.moc"
