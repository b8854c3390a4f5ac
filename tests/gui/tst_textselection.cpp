#include "tests/gui/spokenstage.h"

#include <QClipboard>
#include <QScrollBar>

using namespace deskbell;
using namespace deskbell::console;

/// The words of messages under the mouse: they are selected and copied.
class TextSelectionTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        QGuiApplication::clipboard()->setText(QStringLiteral("as it was"));
        stage = std::make_unique<SpokenStage>();
        QVERIFY(stage->open());
    }
    void cleanup() { QGuiApplication::setLayoutDirection(Qt::LeftToRight); }

    void selectsAPart_data()
    {
        QTest::addColumn<bool>("own");
        QTest::addColumn<Qt::LayoutDirection>("direction");
        QTest::addColumn<QString>("text");
        QTest::addColumn<int>("from");
        QTest::addColumn<int>("to");
        QTest::addColumn<QString>("selected");
        const QString english = QStringLiteral("The walnut table");
        const QString walnut = QStringLiteral("walnut");
        const QString hebrew = QStringLiteral("שולחן אגוז יפה");
        QTest::newRow("forwards") << false << Qt::LeftToRight << english << 4 << 10 << walnut;
        QTest::newRow("backwards") << false << Qt::LeftToRight << english << 10 << 4 << walnut;
        QTest::newRow("in an own message") << true << Qt::LeftToRight << english << 4 << 10 << walnut;
        QTest::newRow("over lines") << false << Qt::LeftToRight << QStringLiteral("one\ntwo") << 1 << 6
                                    << QStringLiteral("ne\ntw");
        QTest::newRow("in a mirrored window") << false << Qt::RightToLeft << english << 4 << 10 << walnut;
        QTest::newRow("from the right") << false << Qt::LeftToRight << hebrew << 6 << 10 << QStringLiteral("אגוז");
        QTest::newRow("from the right, mirrored")
            << true << Qt::RightToLeft << hebrew << 6 << 10 << QStringLiteral("אגוז");
    }
    void selectsAPart()
    {
        QFETCH(bool, own);
        QFETCH(Qt::LayoutDirection, direction);
        QFETCH(QString, text);
        QFETCH(int, from);
        QFETCH(int, to);
        QGuiApplication::setLayoutDirection(direction);
        const QModelIndex row = own ? stage->say(text) : stage->hear(text);
        stage->drag(row, from, to);
        QTEST(stage->thread->selectedText(), "selected");
        stage->copy();
        QTEST(QGuiApplication::clipboard()->text(), "selected");
    }

    void isSeenOnEveryGround_data()
    {
        QTest::addColumn<bool>("own");
        QTest::addColumn<Token>("ground");
        QTest::newRow("the visitor's") << false << Token::Primary;
        QTest::newRow("one's own") << true << Token::OnPrimary;
    }
    void isSeenOnEveryGround()
    {
        QFETCH(bool, own);
        QFETCH(Token, ground);
        const QString text = QStringLiteral("one two\nthree four");
        const QModelIndex row = own ? stage->say(text) : stage->hear(text);
        stage->drag(row, 4, 13); // "two" and "three"
        const QImage image = view()->grab().toImage();
        const QPoint corner = stage->thread->visualRect(row).topLeft();
        const QList<QRectF> rects = textRects(stage->layoutOf(row), 4, 9);
        QCOMPARE(rects.size(), 2);
        QCOMPARE(rects.at(0).bottom(), rects.at(1).top()); // no stripe between the lines
        for (const QRectF &each : rects)
            QCOMPARE(image.pixelColor(each.toRect().bottomLeft() + corner + QPoint(2, -1)), stage->theme.color(ground));
        const QPoint before = stage->layoutOf(row).textAt + corner + QPoint(1, 1);
        QVERIFY(image.pixelColor(before) != stage->theme.color(ground));
    }

    void selectsWordsAndAll()
    {
        const QModelIndex row = stage->hear(QStringLiteral("The walnut table, please.\nAnd the bench"));
        QTest::mouseClick(view(), Qt::LeftButton, {}, stage->pointAt(row, 6));
        QVERIFY(stage->thread->selectedText().isEmpty());
        QTest::mouseDClick(view(), Qt::LeftButton, {}, stage->pointAt(row, 6));
        QCOMPARE(stage->thread->selectedText(), QStringLiteral("walnut"));
        QTest::mouseMove(view(), stage->pointAt(row, 13));
        QCOMPARE(stage->thread->selectedText(), QStringLiteral("walnut table"));
        QTest::mouseMove(view(), stage->pointAt(row, 1));
        QCOMPARE(stage->thread->selectedText(), QStringLiteral("The walnut"));
        QTest::mouseMove(view(), stage->pointAt(row, 6));
        QTest::mousePress(view(), Qt::LeftButton, {}, stage->pointAt(row, 6)); // the third
        QCOMPARE(stage->thread->selectedText(), QStringLiteral("The walnut table, please.\nAnd the bench"));
        QTest::mouseRelease(view(), Qt::LeftButton, {}, stage->pointAt(row, 6));
        QTest::mouseClick(view(), Qt::LeftButton, {}, stage->pointAt(row, 6)); // much later
        QVERIFY(stage->thread->selectedText().isEmpty());
        QTest::mouseClick(view(), Qt::LeftButton, Qt::ShiftModifier, stage->pointAt(row, 10));
        QCOMPARE(stage->thread->selectedText(), QStringLiteral("lnut"));
    }

    void isLetGo_data()
    {
        QTest::addColumn<std::function<void()>>("event");
        const auto row = [](const char *name, std::function<void()> event) { QTest::newRow(name) << event; };
        row("by a click in the text", [this] { stage->click(stage->pointAt(stage->last(), 0)); });
        row("by a click elsewhere",
            [this] { stage->click(stage->thread->visualRect(stage->last()).topRight() - QPoint(4, -4)); });
        row("by Escape", [this] {
            QTest::keyClick(stage->thread, Qt::Key_Escape);
            QVERIFY(stage->thread->hasFocus()); // and has not gone to the list
        });
        row("by an edit",
            [this] { stage->change([](api::Message &message) { message.text = QStringLiteral("The oak"); }); });
        row("by a deletion",
            [this] { stage->change([](api::Message &message) { message.deletedAt = message.createdAt; }); });
        row("by going to another message", [this] { QTest::keyClick(stage->thread, Qt::Key_Up); });
        row("by another chat", [this] { stage->window.desk().openChat(stage->script.invoice); });
    }
    void isLetGo()
    {
        QFETCH(std::function<void()>, event);
        stage->drag(stage->hear(QStringLiteral("The walnut table")), 4, 10);
        QCOMPARE(stage->thread->selectedText(), QStringLiteral("walnut"));
        event();
        QVERIFY(stage->thread->selectedText().isEmpty());
    }

    void staysThroughWhatComes()
    {
        const QModelIndex row = stage->say(QStringLiteral("The walnut table"));
        stage->drag(row, 4, 10);
        for (int i = 0; i < 12; ++i)
            stage->hear(QStringLiteral("And another thing that comes in meanwhile"));
        api::Chat chat = *stage->workspace.chat(stage->booking);
        chat.visitorReadSeq = row.data(ThreadModel::SeqRole).toLongLong();
        ++chat.version;
        stage->workspace.takeChat(chat);
        QCOMPARE(Delivery(row.data(ThreadModel::DeliveryRole).toInt()), Delivery::Read);
        stage->thread->verticalScrollBar()->setValue(0);
        stage->copy();
        QCOMPARE(QGuiApplication::clipboard()->text(), QStringLiteral("walnut"));
    }

    void copiesAllWhereNothingIsSelected()
    {
        const QModelIndex row = stage->hear(QStringLiteral("one\u2028two"));
        stage->click(stage->pointAt(row, 1));
        stage->copy();
        QCOMPARE(QGuiApplication::clipboard()->text(), QStringLiteral("one\ntwo"));
    }

    void theMenuHasWhatIsSelected()
    {
        const QModelIndex row = stage->hear(QStringLiteral("The walnut table"));
        QVERIFY(!stage->menuAction(row, QStringLiteral("Copy")));
        stage->drag(row, 4, 10);
        stage->menuAction(row, QStringLiteral("Copy"))->trigger();
        QCOMPARE(QGuiApplication::clipboard()->text(), QStringLiteral("walnut"));
        stage->menuAction(row, QStringLiteral("Copy text"))->trigger();
        QCOMPARE(QGuiApplication::clipboard()->text(), QStringLiteral("The walnut table"));
    }

private:
    QWidget *view() const { return stage->thread->viewport(); }

    std::unique_ptr<SpokenStage> stage;
};

QTEST_MAIN(TextSelectionTest)
#include "tst_textselection.moc"
