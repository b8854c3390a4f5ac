#include "console/views/deskview.h"
#include "tests/gui/stage.h"

#include <QAbstractItemView>
#include <QCompleter>
#include <QLineEdit>
#include <QPushButton>

using namespace deskbell;
using namespace deskbell::console;

/// How an operator tags a chat.
class TagsTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        stage = std::make_unique<Stage>();
        QVERIFY(stage->showBusyDesk());
        stage->script.playOffice();
        stage->window.desk().openChat(stage->script.booking);
    }
    void cleanup() { stage.reset(); }

    void tagsByKeyboard()
    {
        stage->window.resize(1'280, 800);
        press(Qt::Key_T, Qt::ControlModifier | Qt::ShiftModifier);
        auto *tag = stage->find<QLineEdit>("tagEdit");
        QVERIFY(tag->hasFocus());
        QTest::keyClicks(tag, QStringLiteral("  showroom "));
        QTest::keyClick(tag, Qt::Key_Return);
        QTRY_COMPARE(booking().tags, QStringList(QStringLiteral("showroom")));
        auto *chip = stage->find<QPushButton>("tagButton");
        QCOMPARE(chip->accessibleName(), QStringLiteral("Remove the tag showroom"));
        stage->click(chip);
        QVERIFY(booking().tags.isEmpty());
    }

    /// The desk's tags come first, in their order, without those that the chat has.
    void offersTheDesksTags()
    {
        stage->window.resize(1'280, 800);
        api::DeskSettings settings;
        settings.tags = {QStringLiteral("returns"), QStringLiteral("delivery"), QStringLiteral("dining table")};
        stage->workspace.office().setSettings(settings);
        api::Chat other = *stage->workspace.chat(stage->script.order);
        other.version += 1;
        other.tags = {QStringLiteral("candles"), QStringLiteral("delivery")};
        stage->workspace.takeChat(other);
        press(Qt::Key_T, Qt::ControlModifier | Qt::ShiftModifier);
        auto *tag = stage->find<QLineEdit>("tagEdit");
        const auto offered = [tag] {
            QStringList tags;
            const QAbstractItemModel *model = tag->completer()->popup()->model();
            for (int row = 0; tag->completer()->popup()->isVisible() && row < model->rowCount(); ++row)
                tags.append(model->index(row, 0).data().toString());
            return tags.join(QStringLiteral(", "));
        };
        QCOMPARE(offered(), QStringLiteral("returns, delivery, dining table, candles"));
        QTest::keyClick(tag->completer()->popup(), Qt::Key_D); // keys go to what stands over the window
        QCOMPARE(offered(), QStringLiteral("delivery, dining table, candles"));
        QTest::keyClick(tag->completer()->popup(), Qt::Key_Down);
        QTest::keyClick(tag->completer()->popup(), Qt::Key_Return);
        QTRY_COMPARE(booking().tags, QStringList(QStringLiteral("delivery")));
        QVERIFY(tag->text().isEmpty());
        QTest::keyClick(tag, Qt::Key_Down);
        QCOMPARE(offered(), QStringLiteral("returns, dining table, candles"));
        QTest::keyClick(tag->completer()->popup(), Qt::Key_Escape);
        QVERIFY(tag->hasFocus());
    }

private:
    const api::Chat &booking() const { return *stage->workspace.chat(stage->script.booking); }
    void press(Qt::Key key, Qt::KeyboardModifiers modifiers) const { QTest::keyClick(&stage->window, key, modifiers); }

    std::unique_ptr<Stage> stage;
};

QTEST_MAIN(TagsTest)
#include "tst_tags.moc"
