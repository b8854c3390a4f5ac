#include "console/dialogs/palettedialog.h"
#include "console/models/fuzzy.h"
#include "console/models/palettemodel.h"
#include "console/views/actiontable.h"
#include "console/views/composerview.h"
#include "tests/gui/stage.h"

#include <QAbstractItemModelTester>
#include <QLabel>
#include <QLineEdit>
#include <QListView>

using namespace deskbell;
using namespace deskbell::console;

/// The command palette: what it finds, and that it does what is chosen.
class PaletteTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        stage = std::make_unique<Stage>();
        QVERIFY(stage->showBusyDesk());
    }
    void cleanup() { stage.reset(); }

    void matchesInAHurry_data();
    void matchesInAHurry();
    void prefersBeginningsOfWords();
    void paletteOffersWhatWantsSomething();
    void paletteFindsActionsAndChats();
    void paletteRunsWhatIsChosen();
    void paletteOpensAChat();

private:
    std::unique_ptr<Stage> stage;
};

void PaletteTest::matchesInAHurry_data()
{
    QTest::addColumn<QString>("pattern");
    QTest::addColumn<QString>("text");
    QTest::addColumn<QList<int>>("places");
    const auto row = [](const char *pattern, const char *text, const QList<int> &places) {
        QTest::addRow("%s in %s", pattern, text) << QString::fromLatin1(pattern) << QString::fromLatin1(text) << places;
    };
    row("mk", "Maria Keller", {0, 6});
    row("ntc", "Take the next chat", {9, 12, 14});
    row("CLOSE", "Close this chat", {0, 1, 2, 3, 4});
    row("my ch", "My chats", {0, 1, 3, 4});
    row("", "Anything", {});
    row("xyz", "Maria Keller", {-1});
    row("km", "Maria", {-1});
}

void PaletteTest::matchesInAHurry()
{
    QFETCH(QString, pattern);
    QFETCH(QString, text);
    const auto match = fuzzyMatch(pattern, text);
    QTEST(match ? match->places : QList<int>{-1}, "places");
}

void PaletteTest::prefersBeginningsOfWords()
{
    const auto score = [](const char *pattern, const char *text) {
        return fuzzyMatch(QString::fromLatin1(pattern), QString::fromLatin1(text))->score;
    };
    QVERIFY(score("se", "Search") > score("se", "Close this chat"));
    QVERIFY(score("tn", "Take the next chat") > score("tn", "Tina"));
}

void PaletteTest::paletteOffersWhatWantsSomething()
{
    PaletteModel model(stage->workspace, stage->window.table().available());
    const QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::Fatal);
    QVERIFY(model.rowCount() > 10);
    QVERIFY(!model.index(0, 0).data(PaletteModel::ChatRole).toString().isEmpty());
    model.setPattern(QStringLiteral("qqqq"));
    QCOMPARE(model.rowCount(), 0);
}

void PaletteTest::paletteFindsActionsAndChats()
{
    stage->press(Qt::Key_K, Qt::ControlModifier);
    auto *palette = stage->shown<PaletteDialog>();
    QVERIFY(palette);
    const auto *list = palette->findChild<QListView *>();
    QTest::keyClicks(palette->findChild<QLineEdit *>(), QStringLiteral("shortc"));
    QCOMPARE(list->currentIndex().data().toString(), QStringLiteral("Keyboard shortcuts"));
    QCOMPARE(list->currentIndex().data(PaletteModel::KeysRole).toString(), QStringLiteral("F1"));
    palette->findChild<QLineEdit *>()->clear();
    QTest::keyClicks(palette->findChild<QLineEdit *>(), QStringLiteral("pri ra"));
    QCOMPARE(list->currentIndex().data().toString(), QStringLiteral("Priya Raman"));
    stage->press(Qt::Key_Escape);
    QTRY_VERIFY(!stage->window.findChild<PaletteDialog *>());
}

void PaletteTest::paletteRunsWhatIsChosen()
{
    stage->press(Qt::Key_K, Qt::ControlModifier);
    auto *palette = stage->shown<PaletteDialog>();
    QVERIFY(palette);
    QTest::keyClicks(palette->findChild<QLineEdit *>(), QStringLiteral("my chats"));
    stage->press(Qt::Key_Return);
    QTRY_COMPARE(stage->find<QLabel>("scopeLabel")->text(), QStringLiteral("Mine"));
}

void PaletteTest::paletteOpensAChat()
{
    stage->press(Qt::Key_K, Qt::ControlModifier);
    auto *palette = stage->shown<PaletteDialog>();
    QVERIFY(palette);
    QTest::keyClicks(palette->findChild<QLineEdit *>(), QStringLiteral("priya"));
    stage->press(Qt::Key_Down);
    stage->press(Qt::Key_Up);
    stage->press(Qt::Key_Return);
    QTRY_COMPARE(stage->openVisitor(), QStringLiteral("Priya Raman"));
    QTRY_VERIFY(stage->find<MessageEdit>()->hasFocus());
}

QTEST_MAIN(PaletteTest)
#include "tst_palette.moc"
