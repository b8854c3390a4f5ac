#include "console/views/loginview.h"
#include "tests/gui/stage.h"

#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QSignalSpy>
#include <QStackedWidget>
#include <QToolButton>

using namespace deskbell;
using namespace deskbell::console;

/// Signing in: what it asks for, what it says when that does not do.
class LoginTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        stage = std::make_unique<Stage>();
        server = stage->find<QLineEdit>("serverEdit");
        email = stage->find<QLineEdit>("emailEdit");
        password = stage->find<QLineEdit>("passwordEdit");
        submit = stage->find<QPushButton>("signInButton");
        QVERIFY(stage->show());
        stage->window.login().fill(QStringLiteral("https://desk.example"), QStringLiteral("anna@desk.example"));
    }

    void beginsWhereSomethingIsMissing()
    {
        QVERIFY(password->hasFocus());
        stage->window.login().fill({}, {});
        QVERIFY(server->hasFocus());
    }

    void signsInWithEnter()
    {
        QTest::keyClicks(password, QStringLiteral("secret"));
        QTest::keyClick(password, Qt::Key_Return);
        QCOMPARE(stage->actions.calls, QStringList{QStringLiteral("signIn https://desk.example anna@desk.example")});
        QVERIFY(!submit->isEnabled());
        QVERIFY(!password->isEnabled());
        const QSignalSpy signedIn(&stage->window.login(), &LoginView::signedIn);
        stage->actions.held();
        QCOMPARE(signedIn.size(), 1);
        QVERIFY(password->text().isEmpty());
        QVERIFY(submit->isEnabled());
    }

    void saysWhyItWasRefused()
    {
        stage->actions.refusal = Error{ErrorCode::InvalidCredentials, QStringLiteral("Email or password is wrong.")};
        QTest::keyClicks(password, QStringLiteral("wrong"));
        stage->click(submit);
        QCOMPARE(problem(), QStringLiteral("Email or password is wrong."));
        QVERIFY(password->hasFocus());
        QCOMPARE(password->selectedText().size(), 5);
        QVERIFY(submit->isEnabled());
        stage->actions.refusal.reset();
        stage->click(submit);
        QVERIFY(problem().isEmpty());
    }

    void refusesWhatCannotWork_data()
    {
        QTest::addColumn<QString>("address");
        QTest::addColumn<QString>("mail");
        QTest::addColumn<QString>("says");
        const QString mail = QStringLiteral("anna@desk.example");
        QTest::newRow("no server") << QString() << mail << QStringLiteral("address");
        QTest::newRow("another scheme") << QStringLiteral("ftp://desk.example") << mail << QStringLiteral("address");
        QTest::newRow("no address") << QStringLiteral("http://a b") << mail << QStringLiteral("address");
        QTest::newRow("no email") << QStringLiteral("desk.example") << QString() << QStringLiteral("email");
    }
    void refusesWhatCannotWork()
    {
        QFETCH(QString, address);
        QFETCH(QString, mail);
        QFETCH(QString, says);
        stage->window.login().fill(address, mail);
        stage->window.login().signIn(QStringLiteral("secret"));
        QVERIFY2(problem().contains(says), qPrintable(problem()));
        QVERIFY(stage->actions.calls.isEmpty());
    }

    void takesAnAddressWithoutScheme_data()
    {
        QTest::addColumn<QString>("typed");
        QTest::addColumn<QString>("address");
        QTest::addColumn<bool>("warns");
        const auto add = [](const char *name, const char *typed, const char *address, bool warns) {
            QTest::newRow(name) << QString::fromLatin1(typed) << QString::fromLatin1(address) << warns;
        };
        add("a name", "desk.example.com", "https://desk.example.com", false);
        add("a port", "desk.example.com:8443/chat", "https://desk.example.com:8443/chat", false);
        add("this computer", "127.0.0.1:8080", "http://127.0.0.1:8080", false);
        add("this computer's name", "localhost:8080", "http://localhost:8080", false);
        add("in clear, as somebody says", "http://desk.example.com", "http://desk.example.com", true);
        add("in clear, within", "http://[::1]:8080", "http://[::1]:8080", false);
    }

    void takesAnAddressWithoutScheme()
    {
        QFETCH(QString, typed);
        QFETCH(QString, address);
        stage->window.login().fill(typed, QStringLiteral("a@b"));
        QTEST(stage->find<QLabel>("clearTextLabel")->isVisible(), "warns");
        stage->window.login().signIn(QStringLiteral("secret"));
        QCOMPARE(stage->actions.calls, QStringList{QStringLiteral("signIn %1 a@b").arg(address)});
    }

    void warnsWhileOneTypes()
    {
        server->clear();
        const auto *warning = stage->find<QLabel>("clearTextLabel");
        QTest::keyClicks(server, QStringLiteral("http://desk.example"));
        QVERIFY(warning->isVisible());
        server->clear();
        QVERIFY(!warning->isVisible());
        QVERIFY(server->accessibleDescription().isEmpty());
    }

    void showsThePassword()
    {
        QCOMPARE(password->echoMode(), QLineEdit::Password);
        auto *reveal = stage->find<QToolButton>("revealButton");
        QVERIFY(!reveal->accessibleName().isEmpty());
        password->setFocus();
        QTest::keyClick(password, Qt::Key_Tab);
        QVERIFY(reveal->hasFocus()); // without a mouse as well
        QTest::keyClick(reveal, Qt::Key_Space);
        QCOMPARE(password->echoMode(), QLineEdit::Normal);
        QTest::keyClick(reveal, Qt::Key_Space);
        QCOMPARE(password->echoMode(), QLineEdit::Password);
    }

    void givesWayToTheDesk()
    {
        auto *pages = stage->find<QStackedWidget>("pagesStackedWidget");
        QCOMPARE(pages->currentWidget()->objectName(), QStringLiteral("loginView"));
        stage->script.goOnline();
        QCOMPARE(pages->currentWidget()->objectName(), QStringLiteral("deskView"));
        stage->script.playQueue();
        QTRY_COMPARE(stage->window.windowTitle(), QStringLiteral("(3) Deskbell"));
        stage->script.goOffline();
        QCOMPARE(pages->currentWidget()->objectName(), QStringLiteral("deskView"));
        stage->workspace.setConnection({});
        QCOMPARE(pages->currentWidget()->objectName(), QStringLiteral("loginView"));
    }

private:
    QString problem() const { return stage->find<QLabel>("problemLabel")->text(); }

    std::unique_ptr<Stage> stage;
    QLineEdit *server = nullptr;
    QLineEdit *email = nullptr;
    QLineEdit *password = nullptr;
    QPushButton *submit = nullptr;
};

QTEST_MAIN(LoginTest)
#include "tst_login.moc"
