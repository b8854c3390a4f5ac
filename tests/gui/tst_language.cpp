#include "console/models/wording.h"
#include "console/views/chatlistview.h"
#include "console/views/composerview.h"
#include "console/views/messagelayout.h"
#include "console/views/threadview.h"
#include "tests/gui/stage.h"

#include <QAbstractButton>
#include <QDateTime>
#include <QLabel>
#include <QScopeGuard>

using namespace deskbell;
using namespace deskbell::console;

/// The same desk for people who speak, and read, another way.
class LanguageTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void speaksGerman()
    {
        Stage stage(QStringLiteral("de"));
        QVERIFY(stage.showBusyDesk());
        QCOMPARE(stage.find<QLabel>("scopeLabel")->text(), QStringLiteral("Warten"));
        QVERIFY(stage.find<QLabel>("summaryLabel")->text().startsWith(QStringLiteral("3 warten · längstens")));
        stage.window.desk().showScope(ListScope::Mine);
        stage.window.desk().openChat(stage.script.booking);
        QCOMPARE(stage.find<QAbstractButton>("endChatButton")->text(), QStringLiteral("Chat schließen"));
        QCOMPARE(stage.find<MessageEdit>()->placeholderText(), QStringLiteral("Antwort an Priya Raman …"));
        const qint64 third = QDateTime(QDate(2026, 3, 3), QTime(9, 5)).toMSecsSinceEpoch();
        QCOMPARE(fullTimeText({third}), QStringLiteral("Di. 3. März 2026, 09:05"));
    }

    void tellsOneFromMany_data()
    {
        QTest::addColumn<QString>("language");
        QTest::addColumn<QString>("one");
        QTest::addColumn<QString>("two");
        QTest::newRow("English") << QStringLiteral("en") << QStringLiteral("1 message waits here and will be sent")
                                 << QStringLiteral("2 messages wait here and will be sent");
        QTest::newRow("German") << QStringLiteral("de") << QStringLiteral("1 Nachricht wartet hier und wird gesendet")
                                << QStringLiteral("2 Nachrichten warten hier und werden gesendet");
    }
    void tellsOneFromMany()
    {
        QFETCH(QString, language);
        Stage stage(language);
        QVERIFY(stage.showBusyDesk());
        stage.script.goOffline();
        auto *line = stage.find<QLabel>("offlineLabel");
        stage.actions.send(stage.script.booking, QStringLiteral("Hello"));
        QFETCH(QString, one);
        QVERIFY2(line->text().endsWith(one), qPrintable(line->text()));
        stage.actions.send(stage.script.booking, QStringLiteral("Hello?"));
        QFETCH(QString, two);
        QVERIFY2(line->text().endsWith(two), qPrintable(line->text()));
    }

    void carriesItsLanguages()
    {
        QVERIFY(Translation::languages().contains(QStringLiteral("de")));
        QCOMPARE(Translation::nameOf(QStringLiteral("de")), QStringLiteral("Deutsch"));
        QCOMPARE(Translation::nameOf(QStringLiteral("en")), QStringLiteral("English"));
        const Translation unknown(QStringLiteral("tlh"));
        QVERIFY(Translation::languages().contains(unknown.language()));
    }

    void readsFromTheRight()
    {
        Stage stage;
        QGuiApplication::setLayoutDirection(Qt::RightToLeft);
        const auto back = qScopeGuard([] { QGuiApplication::setLayoutDirection(Qt::LeftToRight); });
        QVERIFY(stage.showBusyDesk());
        stage.window.desk().showScope(ListScope::Mine);
        stage.window.desk().openChat(stage.script.booking);
        const auto middle = [&](const QWidget *widget) {
            return widget->mapTo(&stage.window, widget->rect().center()).x();
        };
        auto *thread = stage.find<ThreadView>();
        QVERIFY(middle(stage.find<QWidget>("railView")) > middle(stage.find<ChatListView>()));
        QVERIFY(middle(stage.find<ChatListView>()) > middle(thread));
        QVERIFY(middle(thread) > middle(stage.find<QWidget>("detailsView")));
        QVERIFY(middle(stage.find<QWidget>("sendButton")) < middle(stage.find<MessageEdit>()));
        stage.actions.send(stage.script.booking, QStringLiteral("Hello"));
        const QAbstractItemModel *model = thread->model();
        const int width = thread->viewport()->width();
        QVERIFY(layOutMessage(model->index(0, 0), width, stage.theme).bubble.center().x() > width / 2);
        const MessageLayout own = layOutMessage(model->index(model->rowCount() - 1, 0), width, stage.theme);
        QVERIFY(own.bubble.center().x() < width / 2);
        QVERIFY(own.bubble.contains(own.textAt));
    }
};

QTEST_MAIN(LanguageTest)
#include "tst_language.moc"
