#include "console/application.h"
#include "console/models/threadmodel.h"
#include "tests/console/consoleunderdesk.h"
#include "tests/flow/customer.h"
#include "tests/support/process/serverprocess.h"

#include <QAbstractButton>
#include <QAbstractItemView>
#include <QApplication>
#include <QJsonArray>
#include <QJsonObject>
#include <QLineEdit>
#include <QPushButton>
#include <QTemporaryDir>
#include <QTest>

using namespace deskbell;
using namespace deskbell::tests;

namespace {

constexpr int limitMs = 30'000; // for everything that passes between the three programs

QJsonObject saying(const QString &text)
{
    return {{QStringLiteral("text"), text}};
}

} // namespace

/// One chat from the question to the end through the real programs: server process, browser page, console window.
class FlowTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup();
    void oneChatInEveryDialect();
    void oneChatFromEndToEnd();

private:
    template <class Part>
    Part *part(const char *name) const
    {
        Part *found = m_window->findChild<Part *>(QLatin1String(name));
        if (!found)
            qFatal("The window has no %s.", name);
        return found;
    }
    void signIn();
    bool claimFromQueue(const QString &visitor);
    void say(const QString &text);
    bool hears(const QString &text) const;
    QStringList thread() const;
    bool closeChat();
    static QStringList textsOf(const QJsonValue &list);

    std::unique_ptr<ServerProcess> m_server;
    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<console::Profile> m_profile;
    console::OpenVault m_vault; // a person's keychain is none of a test's business
    std::unique_ptr<console::Application> m_console;
    QWidget *m_window = nullptr;
};

/// As a person would: by the keyboard, and by clicking what can be seen.
void FlowTest::signIn()
{
    console::Options options;
    options.server = m_server->url();
    options.login = QStringLiteral("anna@demo.deskbell.example");
    m_console->start(options, {});
    for (QWidget *window : QApplication::topLevelWidgets()) {
        if (qobject_cast<console::MainWindow *>(window))
            m_window = window;
    }
    QVERIFY(m_window);
    QTest::keyClicks(part<QLineEdit>("passwordEdit"), QStringLiteral("deskbell"));
    QTest::mouseClick(part<QPushButton>("signInButton"), Qt::LeftButton);
    QTRY_VERIFY_WITH_TIMEOUT(part<QWidget>("deskView")->isVisible(), limitMs);
}

bool FlowTest::claimFromQueue(const QString &visitor)
{
    auto *list = part<QAbstractItemView>("chatListView");
    QModelIndex row;
    const bool waits = QTest::qWaitFor(
        [&] {
            const auto rows = list->model()->match(list->model()->index(0, 0), Qt::DisplayRole, visitor, 1);
            row = rows.value(0);
            return row.isValid();
        },
        limitMs);
    if (!waits)
        return false;
    list->scrollTo(row);
    QTest::mouseClick(list->viewport(), Qt::LeftButton, {}, list->visualRect(row).center());
    auto *claim = part<QPushButton>("claimButton");
    if (!QTest::qWaitFor([&] { return claim->isVisible() && claim->isEnabled(); }, limitMs))
        return false;
    QTest::mouseClick(claim, Qt::LeftButton);
    return QTest::qWaitFor([&] { return part<QWidget>("messageEdit")->isVisible(); }, limitMs);
}

void FlowTest::say(const QString &text)
{
    auto *reply = part<QWidget>("messageEdit");
    reply->setFocus();
    QTest::keyClicks(reply, text);
    QTest::keyClick(reply, Qt::Key_Return);
}

/// The texts of the open conversation; those that the server does not have yet end in "…".
QStringList FlowTest::thread() const
{
    QStringList texts;
    const QAbstractItemModel *model = part<QAbstractItemView>("threadView")->model();
    for (int row = 0; row < model->rowCount(); ++row) {
        const QModelIndex index = model->index(row, 0);
        const auto delivery = console::Delivery(index.data(console::ThreadModel::DeliveryRole).toInt());
        const QString mark = console::isUnsent(delivery) ? QStringLiteral("…") : QString();
        texts.append(index.data(Qt::DisplayRole).toString() + mark);
    }
    return texts;
}

bool FlowTest::hears(const QString &text) const
{
    return QTest::qWaitFor([&] { return thread().contains(text); }, limitMs);
}

bool FlowTest::closeChat()
{
    QTest::mouseClick(part<QAbstractButton>("endChatButton"), Qt::LeftButton);
    if (!QTest::qWaitFor([&] { return m_window->findChild<QWidget *>(QStringLiteral("endChatDialog")); }, limitMs))
        return false;
    QTest::mouseClick(part<QPushButton>("acceptButton"), Qt::LeftButton);
    return true;
}

QStringList FlowTest::textsOf(const QJsonValue &list)
{
    QStringList texts;
    for (const auto &text : list.toArray())
        texts.append(text.toString());
    return texts;
}

void FlowTest::init()
{
    m_server = std::make_unique<ServerProcess>();
    QVERIFY(m_server->start(console::withoutRates));
    m_folder = std::make_unique<QTemporaryDir>();
    auto profile = console::Profile::open(m_folder->path());
    QVERIFY2(profile, profile ? "" : qPrintable(profile.error().message));
    m_profile = std::move(*profile);
    m_console = std::make_unique<console::Application>(*qApp, *m_profile, m_vault);
    signIn();
}

void FlowTest::cleanup()
{
    m_window = nullptr;
    m_console.reset();
    m_profile.reset();
    m_folder.reset();
    m_server.reset();
}

/// Clients of all dialects, the widget in its page and the console in its window see the same, in the same order.
void FlowTest::oneChatInEveryDialect()
{
    constexpr int rounds = 3;
    Customer customer(m_server->url());
    QVERIFY(customer.isThere());
    QVERIFY(customer.does(QStringLiteral("open")));
    QVERIFY(customer.does(QStringLiteral("ask"),
                          {{QStringLiteral("name"), QStringLiteral("Dora Babel")},
                           {QStringLiteral("question"), QStringLiteral("Is everybody there?")}}));
    QVERIFY(claimFromQueue(QStringLiteral("Dora Babel")));
    QVERIFY(hears(QStringLiteral("Is everybody there?")));
    const int others = customer.tell(QStringLiteral("gather")).toInt();
    QVERIFY(others > 0);
    for (int round = 1; round <= rounds; ++round) {
        QVERIFY(customer.does(QStringLiteral("sayAll"), {{QStringLiteral("round"), round}}));
        say(QStringLiteral("console %1").arg(round));
    }

    const int expected = 1 + rounds * (others + 2); // the widget and the console
    const QStringList stored =
        textsOf(customer.tell(QStringLiteral("heardByAll"), {{QStringLiteral("count"), expected}}));
    QCOMPARE(stored.size(), expected);
    QCOMPARE(textsOf(customer.tell(QStringLiteral("texts"))), stored);
    const auto own = [&] { // but for what the window says besides
        QStringList texts = thread();
        texts.removeIf([&](const QString &text) { return !stored.contains(text); });
        return texts;
    };
    QTRY_COMPARE_WITH_TIMEOUT(own(), stored, limitMs);
    QCOMPARE(customer.tell(QStringLiteral("problems")).toArray(), QJsonArray());
}

void FlowTest::oneChatFromEndToEnd()
{
    Customer customer(m_server->url());
    QVERIFY(customer.isThere());
    QVERIFY(customer.does(QStringLiteral("open")));
    QVERIFY(customer.does(QStringLiteral("ask"),
                          {{QStringLiteral("name"), QStringLiteral("Carla Fontana")},
                           {QStringLiteral("question"), QStringLiteral("Do you ship to Bari?")}}));

    QVERIFY(claimFromQueue(QStringLiteral("Carla Fontana")));
    QVERIFY(hears(QStringLiteral("Do you ship to Bari?")));
    say(QStringLiteral("We do, in three days."));
    QVERIFY(customer.does(QStringLiteral("hear"), saying(QStringLiteral("We do, in three days."))));
    QVERIFY(customer.does(QStringLiteral("write"), saying(QStringLiteral("And what does it cost?"))));
    QVERIFY(hears(QStringLiteral("And what does it cost?")));

    // The server dies without a word. Both go on writing, and the customer even reloads the page.
    m_server->kill();
    QVERIFY(customer.does(QStringLiteral("write"), saying(QStringLiteral("Written while the server was gone"))));
    say(QStringLiteral("Nothing, above 50 euros."));
    QVERIFY(hears(QStringLiteral("Nothing, above 50 euros.…")));
    QVERIFY(m_server->start(console::withoutRates));
    QVERIFY(hears(QStringLiteral("Nothing, above 50 euros.")));
    QVERIFY(hears(QStringLiteral("Written while the server was gone")));
    QVERIFY(customer.does(QStringLiteral("hear"), saying(QStringLiteral("Nothing, above 50 euros."))));
    QVERIFY(customer.does(QStringLiteral("reload")));
    QVERIFY(customer.does(QStringLiteral("hear"), saying(QStringLiteral("Nothing, above 50 euros."))));

    // And once more, in good order this time.
    QVERIFY(m_server->stop());
    QVERIFY(m_server->start(console::withoutRates));
    QVERIFY(customer.does(QStringLiteral("write"), saying(QStringLiteral("Thank you!"))));
    QVERIFY(hears(QStringLiteral("Thank you!")));

    QVERIFY(closeChat());
    QVERIFY(customer.does(QStringLiteral("ended")));
    QTRY_VERIFY_WITH_TIMEOUT(!part<QWidget>("messageEdit")->isVisible(), limitMs);

    // Both saw the same, each line once.
    const QStringList own = thread();
    const QStringList theirs = textsOf(customer.tell(QStringLiteral("texts")));
    for (const char *text : {"Do you ship to Bari?", "We do, in three days.", "And what does it cost?",
                             "Written while the server was gone", "Nothing, above 50 euros.", "Thank you!"}) {
        QCOMPARE(own.count(QLatin1String(text)), 1);
        QCOMPARE(theirs.count(QLatin1String(text)), 1);
    }
    QCOMPARE(customer.tell(QStringLiteral("problems")).toArray(), QJsonArray());
}

QTEST_MAIN(FlowTest)
#include "tst_flow.moc"
