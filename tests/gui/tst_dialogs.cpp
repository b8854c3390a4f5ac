#include "console/dialogs/dialogquestions.h"
#include "tests/gui/samples.h"
#include "tests/gui/stage.h"

#include <QDialog>
#include <QLineEdit>

using namespace deskbell;
using namespace deskbell::console;

/// The real dialogs, answered by keyboard.
class DialogsTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        stage = std::make_unique<Stage>();
        QVERIFY(stage->show());
        questions = std::make_unique<DialogQuestions>(stage->theme);
        answer.reset();
        questions->askEndReason(&stage->window, samples::active(1), [this](const QString &reason) { answer = reason; });
        dialog = stage->find<QDialog>("endChatDialog");
        QVERIFY(dialog);
        QApplication::setActiveWindow(dialog); // the window shares its activation, and there is no window manager
    }

    void takesTheUsualReason()
    {
        press(Qt::Key_Return);
        QCOMPARE(answer, QStringLiteral("resolved"));
    }

    void takesTheNextReason()
    {
        press(Qt::Key_Down);
        press(Qt::Key_Return);
        QCOMPARE(answer, QStringLiteral("no_answer"));
    }

    void takesAReasonOfOnesOwn()
    {
        auto *edit = dialog->findChild<QLineEdit *>(QStringLiteral("otherReasonEdit"));
        QVERIFY(!edit->isVisible());
        for (int i = 0; i < 3; ++i)
            press(Qt::Key_Down);
        QVERIFY(edit->isVisible());
        press(Qt::Key_Tab);
        QVERIFY(edit->hasFocus());
        QTest::keyClicks(edit, QStringLiteral(" Moved to the phone "));
        press(Qt::Key_Return);
        QCOMPARE(answer, QStringLiteral("Moved to the phone"));
    }

    void leavesThingsAsTheyAre()
    {
        press(Qt::Key_Escape);
        QVERIFY(!dialog->isVisible());
        QVERIFY(!answer);
    }

    void asksBeforeSigningOut()
    {
        press(Qt::Key_Escape);
        bool yes = false;
        questions->askSignOut(&stage->window, 2, [&yes] { yes = true; });
        dialog = stage->find<QDialog>("signOutDialog");
        stage->click(dialog->findChild<QWidget *>(QStringLiteral("acceptButton")));
        QVERIFY(yes);
    }

private:
    void press(Qt::Key key) const { QTest::keyClick(dialog->focusWidget() ? dialog->focusWidget() : dialog, key); }

    std::unique_ptr<Stage> stage;
    std::unique_ptr<DialogQuestions> questions;
    std::optional<QString> answer;
    QDialog *dialog = nullptr;
};

QTEST_MAIN(DialogsTest)
#include "tst_dialogs.moc"
