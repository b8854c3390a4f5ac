#include "console/views/composerview.h"
#include "console/views/emojicompletion.h"
#include "console/views/emojipicker.h"
#include "console/views/spellingmarks.h"
#include "console/writing/writingaids.h"
#include "tests/gui/stage.h"

#include <QLabel>
#include <QLineEdit>
#include <QListView>
#include <QListWidget>
#include <QMenu>
#include <QSettings>
#include <QTemporaryDir>

using namespace deskbell;
using namespace deskbell::console;

constexpr int limitMs = 5'000;
#define TRY_COMPARE(actual, expected) QTRY_COMPARE_WITH_TIMEOUT(actual, expected, limitMs)
#define TRY_VERIFY(condition) QTRY_VERIFY_WITH_TIMEOUT(condition, limitMs)

/// What helps an operator to write: spelling and emoji.
class WritingTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase()
    {
        QVERIFY(write(QStringLiteral("en_US.aff"), "SET UTF-8\nTRY esianrtolcdugmphbyfvkwz\n"));
        QVERIFY(write(QStringLiteral("en_US.dic"), "5\nhello\nlamp\nthe\nit's\ncafé\n"));
        QVERIFY(write(QStringLiteral("de_AT.aff"), "SET ISO8859-1\n"));
        QVERIFY(write(QStringLiteral("de_AT.dic"), "1\nGr\xfc\xdf\n"));
        QVERIFY(write(QStringLiteral("de_DE.aff"), "SET ISO8859-1\n"));
        QVERIFY(write(QStringLiteral("de_DE.dic"), "1\nTisch\n"));
        QVERIFY(write(QStringLiteral("half.aff"), "SET UTF-8\n"));
        QVERIFY(write(QStringLiteral("odd.aff"), "SET NO-SUCH-THING\n"));
        QVERIFY(write(QStringLiteral("odd.dic"), "1\nodd\n"));
    }

    void init()
    {
        stage = std::make_unique<Stage>();
        QVERIFY(stage->showBusyDesk());
        stage->window.desk().openChat(stage->script.booking);
        edit = stage->find<MessageEdit>();
        edit->clear();
        edit->setFocus();
    }

    void findsWhatIsInstalled()
    {
        const auto found = dictionariesIn({folder.path(), folder.path()});
        QStringList codes;
        for (const InstalledDictionary &each : found)
            codes.append(each.code);
        QCOMPARE(codes,
                 (QStringList{QStringLiteral("de_AT"), QStringLiteral("de_DE"), QStringLiteral("en_US"),
                              QStringLiteral("odd")}));
        const auto code = [&found](const char *language) {
            const auto *one = dictionaryFor(found, QString::fromLatin1(language));
            return one ? one->code : QString();
        };
        QCOMPARE(code("de_AT"), QStringLiteral("de_AT"));
        QCOMPARE(code("de"), QStringLiteral("de_DE"));
        QCOMPARE(code("en_GB"), QStringLiteral("en_US"));
        QCOMPARE(code("fr"), QString());
        QVERIFY(!Dictionary::open(folder.filePath(QStringLiteral("half.aff"))));
        QVERIFY(!Dictionary::open(folder.filePath(QStringLiteral("odd.aff"))));
        const auto german = Dictionary::open(folder.filePath(QStringLiteral("de_AT.aff")));
        QVERIFY(german);
        QVERIFY(german->knows(QStringLiteral("Grüß")));
        QVERIFY(!german->knows(QStringLiteral("Grueß")));
    }

    void looksAtWords_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<QStringList>("words");
        QTest::newRow("plain") << QStringLiteral("Hello, the lamp!")
                               << QStringList{QStringLiteral("Hello"), QStringLiteral("the"), QStringLiteral("lamp")};
        QTest::newRow("addresses") << QStringLiteral("see https://a.example/xyz or me@b.example now")
                                   << QStringList{QStringLiteral("see"), QStringLiteral("or"), QStringLiteral("now")};
        QTest::newRow("numbers") << QStringLiteral("order A48213 of 3rd")
                                 << QStringList{QStringLiteral("order"), QStringLiteral("of")};
        QTest::newRow("short forms") << QStringLiteral("the VAT id")
                                     << QStringList{QStringLiteral("the"), QStringLiteral("id")};
        QTest::newRow("apostrophe") << QStringLiteral("it’s café")
                                    << QStringList{QStringLiteral("it’s"), QStringLiteral("café")};
        QTest::newRow("ours") << QStringLiteral("/hello :smile {{visitor.name}} x") << QStringList{};
    }

    void looksAtWords()
    {
        QFETCH(QString, text);
        QFETCH(QStringList, words);
        QStringList found;
        for (const WordSpan &each : wordsIn(text))
            found.append(text.mid(each.start, each.length));
        QCOMPARE(found, words);
    }

    void marksWhatIsWrongOnceItIsLeft()
    {
        spell();
        QTest::keyClicks(edit, QStringLiteral("hello lampp"));
        TRY_VERIFY(!aids().spelling.isWrong(QStringLiteral("hello"))
                   && aids().spelling.isWrong(QStringLiteral("lampp")));
        QCOMPARE(marked(), QStringList());
        QTest::keyClicks(edit, QStringLiteral(" the"));
        TRY_COMPARE(marked(), QStringList(QStringLiteral("lampp")));
        QCOMPARE(stage->actions.calls.count(QStringLiteral("typing")), 1); // marks are no typing
        aids().spelling.setDictionary({});
        TRY_COMPARE(marked(), QStringList());
    }

    void offersWhatIsRight()
    {
        spell();
        QTest::keyClicks(edit, QStringLiteral("lampp it's "));
        TRY_COMPARE(marked(), QStringList(QStringLiteral("lampp")));
        QTest::keyClick(edit, Qt::Key_F7);
        QMenu *menu = nullptr;
        TRY_VERIFY((menu = stage->find<QMenu>("composerMenu")) && menu->isVisible());
        QCOMPARE(menu->actions().first()->text(), QStringLiteral("lamp"));
        QTest::keyClick(menu, Qt::Key_Return);
        QCOMPARE(edit->toPlainText(), QStringLiteral("lamp it's "));
        edit->undo();
        QCOMPARE(edit->toPlainText(), QStringLiteral("lampp it's "));
    }

    void learnsWords()
    {
        QSettings settings(folder.filePath(QStringLiteral("words.ini")), QSettings::IniFormat);
        aids().vocabulary.keepIn(settings);
        spell();
        QTest::keyClicks(edit, QStringLiteral("Solna the "));
        TRY_COMPARE(marked(), QStringList(QStringLiteral("Solna")));
        QContextMenuEvent event(QContextMenuEvent::Keyboard, {}, {});
        QTextCursor cursor = edit->textCursor();
        cursor.setPosition(2);
        edit->setTextCursor(cursor);
        QCoreApplication::sendEvent(edit->viewport(), &event);
        QMenu *menu = nullptr;
        TRY_VERIFY((menu = stage->find<QMenu>("composerMenu")) && menu->isVisible());
        const auto actions = menu->actions();
        const auto add = std::find_if(actions.begin(), actions.end(), [](const QAction *each) {
            return each->text() == QStringLiteral("Add “Solna” to my words");
        });
        QVERIFY(add != actions.end());
        (*add)->trigger();
        TRY_COMPARE(marked(), QStringList());
        Vocabulary later;
        later.keepIn(settings);
        QCOMPARE(later.words(), QStringList(QStringLiteral("Solna")));
        aids().vocabulary.removeWord(QStringLiteral("Solna"));
        TRY_COMPARE(marked(), QStringList(QStringLiteral("Solna")));
    }

    void findsEmoji_data()
    {
        QTest::addColumn<QString>("language");
        QTest::addColumn<QString>("text");
        QTest::addColumn<QString>("emoji");
        QTest::newRow("name") << QStringLiteral("en") << QStringLiteral("tada") << QStringLiteral("🎉");
        QTest::newRow("words") << QStringLiteral("en") << QStringLiteral("party popper") << QStringLiteral("🎉");
        QTest::newRow("German") << QStringLiteral("de") << QStringLiteral("Konfettibombe") << QStringLiteral("🎉");
        QTest::newRow("English in German") << QStringLiteral("de") << QStringLiteral("tada") << QStringLiteral("🎉");
        QTest::newRow("as a text") << QStringLiteral("fr") << QStringLiteral("heart") << QStringLiteral("❤️");
        QTest::newRow("none") << QStringLiteral("en") << QStringLiteral("zzz.zz") << QString();
    }

    void findsEmoji()
    {
        QFETCH(QString, language);
        QFETCH(QString, text);
        QFETCH(QString, emoji);
        const EmojiBook book(language);
        QCOMPARE(book.find(text).value(0).emoji, emoji);
    }

    void theBookIsWhole()
    {
        const EmojiBook book(QStringLiteral("de"));
        QVERIFY(book.all().size() > 1'800);
        QSet<QString> seen;
        for (const Emoji &each : book.all()) {
            QVERIFY2(!each.names.isEmpty() && !each.label.isEmpty(), qPrintable(each.emoji));
            QVERIFY2(!seen.contains(each.emoji), qPrintable(each.emoji));
            seen.insert(each.emoji);
        }
    }

    void picksByKeyboard()
    {
        QTest::keyClick(&stage->window, Qt::Key_Period, Qt::ControlModifier);
        auto *search = stage->find<QLineEdit>("emojiSearchEdit");
        QVERIFY(search->hasFocus());
        QTest::keyClicks(search, QStringLiteral("thumbs"));
        QCOMPARE(stage->find<QLabel>("emojiNameLabel")->text(), QStringLiteral("thumbs up"));
        QTest::keyClick(search, Qt::Key_Right);
        QCOMPARE(stage->find<QLabel>("emojiNameLabel")->text(), QStringLiteral("thumbs down"));
        QTest::keyClick(search, Qt::Key_Return);
        QCOMPARE(edit->toPlainText(), QStringLiteral("👎"));
        QVERIFY(edit->hasFocus());
        QVERIFY(!stage->find<EmojiPicker>()->isVisible());
        stage->click(stage->find<QWidget>("emojiButton"));
        auto *list = stage->find<QListView>("emojiListView");
        QCOMPARE(list->model()->index(0, 0).data().toString(), QStringLiteral("👎")); // the last one first
        QCOMPARE(list->model()->index(1, 0).data().toString(), QStringLiteral("😀"));
        QTest::keyClick(search, Qt::Key_Return, Qt::ShiftModifier);
        QVERIFY(search->hasFocus()); // for another
        QTest::keyClick(search, Qt::Key_Escape);
        QCOMPARE(edit->toPlainText(), QStringLiteral("👎👎"));
        QVERIFY(edit->hasFocus());
    }

    void picksByMouse()
    {
        stage->click(stage->find<QWidget>("emojiButton"));
        auto *list = stage->find<QListView>("emojiListView");
        QTest::mouseClick(list->viewport(), Qt::LeftButton, {}, list->visualRect(list->model()->index(1, 0)).center());
        QCOMPARE(edit->toPlainText(), QStringLiteral("😃"));
    }

    void completesNames()
    {
        auto *offer = stage->find<EmojiCompletion>();
        QTest::keyClicks(edit, QStringLiteral("Great :t"));
        QVERIFY(!offer->isVisible()); // one letter says nothing
        QTest::keyClicks(edit, QStringLiteral("ad"));
        QVERIFY(offer->isVisible());
        QTest::keyClick(edit, Qt::Key_Return);
        QCOMPARE(edit->toPlainText(), QStringLiteral("Great 🎉"));
        QVERIFY(!stage->called(QStringLiteral("send Great 🎉")));
        QTest::keyClicks(edit, QStringLiteral(" :+1:"));
        QCOMPARE(edit->toPlainText(), QStringLiteral("Great 🎉 👍"));
    }

    void leavesTimesAndAddressesAlone_data()
    {
        QTest::addColumn<QString>("typed");
        QTest::newRow("a time") << QStringLiteral("at 10:30");
        QTest::newRow("an address") << QStringLiteral("http://tada");
        QTest::newRow("no name") << QStringLiteral("so :nosuchname:");
    }

    void leavesTimesAndAddressesAlone()
    {
        QFETCH(QString, typed);
        QTest::keyClicks(edit, typed);
        QVERIFY(!stage->find<EmojiCompletion>()->isVisible());
        QCOMPARE(edit->toPlainText(), typed);
    }

    void staysAwayWhenSentAway()
    {
        auto *offer = stage->find<EmojiCompletion>();
        QTest::keyClicks(edit, QStringLiteral(":tad"));
        QTest::keyClick(edit, Qt::Key_Escape);
        QVERIFY(!offer->isVisible());
        QVERIFY(edit->hasFocus());
        QTest::keyClick(edit, Qt::Key_Return);
        QVERIFY(stage->called(QStringLiteral("send :tad")));
    }

private:
    bool write(const QString &name, const QByteArray &bytes)
    {
        QFile file(folder.filePath(name));
        return file.open(QIODevice::WriteOnly) && file.write(bytes) == bytes.size();
    }
    WritingAids &aids() const { return stage->window.writing(); }
    void spell() { aids().spelling.setDictionary(folder.filePath(QStringLiteral("en_US.aff"))); }
    QStringList marked() const
    {
        QStringList words;
        for (const WordSpan &each : stage->find<ComposerView>()->spelling().marked())
            words.append(edit->toPlainText().mid(each.start, each.length));
        return words;
    }

    QTemporaryDir folder;
    std::unique_ptr<Stage> stage;
    MessageEdit *edit = nullptr;
};

QTEST_MAIN(WritingTest)
#include "tst_writing.moc"
