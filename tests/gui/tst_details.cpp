#include "console/theme/direction.h"
#include "tests/gui/samples.h"
#include "tests/gui/stage.h"

#include <QAccessible>
#include <QAction>
#include <QClipboard>
#include <QDesktopServices>
#include <QLabel>
#include <QPushButton>

using namespace deskbell;
using namespace deskbell::console;

/// What the panel beside a conversation knows of the visitor.
class DetailsTest : public QObject
{
    Q_OBJECT

public Q_SLOTS:
    void follow(const QUrl &url) { followed.append(url.toString()); }

private Q_SLOTS:
    void init()
    {
        followed.clear();
        QDesktopServices::setUrlHandler(QStringLiteral("https"), this, "follow");
        stage = std::make_unique<Stage>();
        QVERIFY(stage->showBusyDesk());
    }
    void cleanup()
    {
        stage.reset();
        QDesktopServices::unsetUrlHandler(QStringLiteral("https"));
    }

    void showsWhatTheSiteSaid()
    {
        open({{QStringLiteral("Plan"), QStringLiteral("Studio")}, {QStringLiteral("Orders"), QString()}});
        QCOMPARE(rows(), QStringList({QStringLiteral("Plan: Studio"), QStringLiteral("Orders: –")}));
        QVERIFY(!hint()->isVisible());
        QVERIFY(stage->find<QLabel>("attributesTitleLabel")->isVisible());
    }

    void staysTrueByEvents()
    {
        open({{QStringLiteral("Plan"), QStringLiteral("Studio")}});
        api::Visitor visitor = priya();
        visitor.attributes = {{QStringLiteral("Plan"), QStringLiteral("Gallery")}};
        stage->workspace.takeEvent(api::VisitorUpdated{visitor});
        QCOMPARE(rows(), QStringList(QStringLiteral("Plan: Gallery")));
        visitor.id = VisitorId::generate();
        visitor.attributes.clear();
        stage->workspace.takeEvent(api::VisitorUpdated{visitor});
        QCOMPARE(rows().size(), 1); // somebody else
    }

    void showsWhereTheVisitorLives()
    {
        api::Visitor visitor = priya();
        visitor.address = QStringLiteral("Hauptstraße 12, 10827 Berlin");
        stage->actions.visitors.insert(visitor.id, visitor);
        stage->window.desk().openChat(stage->script.booking);
        auto *label = stage->find<QLabel>("addressLabel");
        QTRY_VERIFY(label->isVisible());
        QCOMPARE(label->accessibleName(), QStringLiteral("Address: Hauptstraße 12, 10827 Berlin"));
        visitor.address = QStringLiteral("Am Hafen 3, 20459 Hamburg");
        stage->workspace.takeEvent(api::VisitorUpdated{visitor});
        QCOMPARE(label->accessibleName(), QStringLiteral("Address: Am Hafen 3, 20459 Hamburg"));
    }

    void forgetsWhoWasErased()
    {
        open({{QStringLiteral("Plan"), QStringLiteral("Studio")}});
        api::Visitor visitor = priya();
        visitor.name = QStringLiteral("Erased visitor");
        visitor.email.reset();
        visitor.erasedAt = stage->clock.now();
        stage->workspace.takeEvent(api::VisitorUpdated{visitor});
        QCOMPARE(rows(), QStringList());
        QCOMPARE(hint()->text(), QStringLiteral("This visitor was erased."));
        for (const char *gone : {"emailLabel", "addressLabel", "pageLabel"})
            QVERIFY2(!stage->find<QLabel>(gone)->isVisible(), gone);
    }

    void waitsQuietly()
    {
        stage->window.desk().openChat(stage->script.booking);
        auto *title = stage->find<QLabel>("attributesTitleLabel");
        QVERIFY(!hint()->isVisible() && !title->isVisible()); // most answers come before one has looked
        QTRY_COMPARE(hint()->text(), QStringLiteral("Loading …"));
        QVERIFY(title->isVisible());
        stage->workspace.visitors().setState(priya().id, VisitorState::Failed);
        QVERIFY(hint()->text().startsWith(QStringLiteral("It could not be loaded.")));
        stage->workspace.visitors().take(priya());
        QCOMPARE(hint()->text(), QStringLiteral("It has said nothing of this visitor."));
    }

    void saysThatItComesWithTheConnection()
    {
        stage->script.goOffline();
        stage->window.desk().openChat(stage->script.booking);
        QTRY_COMPARE(hint()->text(), QStringLiteral("It comes when the connection is back."));
    }

    void showsTheOneWhoIsAtHand()
    {
        open({{QStringLiteral("Plan"), QStringLiteral("Studio")}});
        stage->window.desk().openChat(stage->script.invoice);
        QCOMPARE(rows(), QStringList());
        stage->window.desk().openChat(stage->script.booking);
        QCOMPARE(rows(), QStringList(QStringLiteral("Plan: Studio")));
    }

    void followsLinks_data()
    {
        QTest::addColumn<QString>("value");
        QTest::addColumn<bool>("isLink");
        const auto row = [](const char *value, bool isLink) {
            QTest::newRow(value) << QString::fromLatin1(value) << isLink;
        };
        row("https://shop.example/customers/7", true);
        row("http://shop.example", true);
        row("see https://shop.example", false);
        row("javascript:alert(1)", false);
        row("file:///etc/passwd", false);
        row("ftp://shop.example/invoices", false);
        row("https:", false);
        row("<a href=https://shop.example>7</a>", false);
    }
    void followsLinks()
    {
        QFETCH(QString, value);
        QFETCH(bool, isLink);
        QDesktopServices::setUrlHandler(QStringLiteral("http"), this, "follow");
        open({{QStringLiteral("Account"), value}});
        QLabel *label = labels().first();
        QAccessibleInterface *spoken = QAccessible::queryAccessibleInterface(label);
        QCOMPARE(spoken->role(), isLink ? QAccessible::Link : QAccessible::StaticText);
        QCOMPARE(label->actions().first()->isVisible(), isLink);
        stage->click(label);
        label->setFocus();
        QTest::keyClick(label, Qt::Key_Return);
        QCOMPARE(followed, isLink ? QStringList({value, value}) : QStringList());
        if (isLink)
            spoken->actionInterface()->doAction(QAccessibleActionInterface::pressAction());
        QCOMPARE(followed.size(), isLink ? 3 : 0);
        QDesktopServices::unsetUrlHandler(QStringLiteral("http"));
    }

    void copiesTheWhole()
    {
        const QString value = QStringLiteral("word ").repeated(90) + QString(200, QLatin1Char('x'));
        open({{QStringLiteral("Story"), value}});
        QLabel *label = labels().first();
        QVERIFY(label->text().size() < value.size());
        QVERIFY(label->width() <= label->parentWidget()->width());
        QVERIFY(label->toolTip().contains(value));
        QCOMPARE(label->accessibleName(), QStringLiteral("Story: ") + value);
        label->setFocus();
        QTest::keyClick(label, Qt::Key_C, Qt::ControlModifier);
        QCOMPARE(QGuiApplication::clipboard()->text(), value);
        QGuiApplication::clipboard()->clear();
        label->actions().last()->trigger();
        QCOMPARE(QGuiApplication::clipboard()->text(), value);
    }

    void isReachedByTabInItsPlace()
    {
        open({{QStringLiteral("Plan"), QStringLiteral("Studio")}, {QStringLiteral("Orders"), QStringLiteral("14")}});
        auto *messages = stage->find<QLabel>("messagesLabel");
        messages->setFocus(Qt::TabFocusReason);
        for (QLabel *each : labels()) {
            QTest::keyClick(&stage->window, Qt::Key_Tab);
            QCOMPARE(QApplication::focusWidget(), each);
        }
    }

    /// Though it may come when what stands below is there already.
    void comesBeforeTheEarlierChats()
    {
        api::Chat earlier = samples::ended(7);
        const api::Chat now = *stage->workspace.chat(stage->script.booking);
        earlier.visitorId = now.visitorId;
        earlier.createdAt.ms = now.createdAt.ms - 86'400'000;
        stage->workspace.takeChats({earlier});
        stage->window.desk().openChat(stage->script.booking);
        QTRY_VERIFY(stage->find<QPushButton>("earlierChatButton"));
        api::Visitor visitor = priya();
        visitor.attributes = {{QStringLiteral("Plan"), QStringLiteral("Studio")}};
        stage->workspace.visitors().take(visitor);
        QTRY_COMPARE(labels().size(), 1);
        stage->find<QLabel>("messagesLabel")->setFocus(Qt::TabFocusReason);
        QTest::keyClick(&stage->window, Qt::Key_Tab);
        QCOMPARE(QApplication::focusWidget(), labels().first());
        QTest::keyClick(&stage->window, Qt::Key_Tab);
        QCOMPARE(QApplication::focusWidget()->objectName(), QStringLiteral("earlierChatButton"));
    }

    void breaksNoLineOfOthers()
    {
        const QString turned = QStringLiteral("a%1b").arg(QChar(0x202E));
        open({{turned, QStringLiteral("x\ny")}});
        QCOMPARE(rows(), QStringList(QStringLiteral("ab: x y")));
    }

    void listsEarlierChats()
    {
        api::Chat earlier = samples::ended(7);
        const api::Chat now = *stage->workspace.chat(stage->script.booking);
        earlier.visitorId = now.visitorId;
        earlier.createdAt.ms = now.createdAt.ms - 86'400'000;
        stage->window.desk().openChat(stage->script.booking);
        QVERIFY(!stage->find<QPushButton>("earlierChatButton"));
        stage->workspace.takeChats({earlier});
        auto *button = stage->find<QPushButton>("earlierChatButton");
        QVERIFY(button);
        QTRY_VERIFY(button->isVisible());
        stage->click(button);
        QCOMPARE(stage->window.desk().chatId(), earlier.id);
    }

private:
    api::Visitor priya() const
    {
        const api::Chat &chat = *stage->workspace.chat(stage->script.booking);
        api::Visitor visitor;
        visitor.id = chat.visitorId;
        visitor.name = chat.visitorName;
        visitor.email = chat.visitorEmail;
        return visitor;
    }
    void open(const QList<api::VisitorAttribute> &attributes)
    {
        api::Visitor visitor = priya();
        visitor.attributes = attributes;
        stage->actions.visitors.insert(visitor.id, visitor);
        stage->window.desk().openChat(stage->script.booking);
        QCoreApplication::processEvents();
    }
    QList<QLabel *> labels() const
    {
        QList<QLabel *> shown;
        const auto all = stage->window.findChildren<QLabel *>(QStringLiteral("attributeLabel"));
        for (QLabel *each : all) {
            if (each->isVisible())
                shown.append(each);
        }
        return shown;
    }
    QStringList rows() const
    {
        QStringList rows;
        for (const QLabel *each : labels())
            rows.append(each->accessibleName());
        return rows;
    }
    QLabel *hint() const { return stage->find<QLabel>("attributesHintLabel"); }

    std::unique_ptr<Stage> stage;
    QStringList followed;
};

QTEST_MAIN(DetailsTest)
#include "tst_details.moc"
