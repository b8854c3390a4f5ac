#include "console/dialogs/dialogquestions.h"
#include "console/models/chatlistmodel.h"
#include "console/views/threadview.h"
#include "tests/gui/stage.h"

#include <QAbstractButton>
#include <QAbstractItemView>
#include <QAccessible>
#include <QDialog>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QRegularExpression>

using namespace deskbell;
using namespace deskbell::console;

/// Every control has a name for those who do not see it, one for tests, and enough contrast for everybody.
class AccessibilityTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void namesEveryControl()
    {
        Stage stage;
        DialogQuestions questions(stage.theme);
        QVERIFY(stage.showBusyDesk());
        stage.window.desk().openChat(stage.script.order);
        questions.askEndReason(&stage.window, *stage.workspace.chat(stage.script.order), [](const QString &) {});
        questions.askSignOut(&stage.window, 2, [] {});
        const api::Chat &order = *stage.workspace.chat(stage.script.order);
        questions.askTransfer(&stage.window, stage.workspace, order, [](const ChatChange &) {});
        questions.askDelete(&stage.window, QStringLiteral("At three."), [] {});
        int seen = 0;
        const QRegularExpression kind(QStringLiteral("(Button|Edit|View)$"));
        const auto widgets = stage.window.findChildren<QWidget *>();
        for (QWidget *widget : widgets) {
            if (!isControl(widget))
                continue;
            ++seen;
            QAccessibleInterface *spoken = QAccessible::queryAccessibleInterface(widget);
            QVERIFY(spoken);
            const QByteArray which =
                QByteArray(widget->metaObject()->className()) + ' ' + widget->objectName().toUtf8();
            QVERIFY2(!spoken->text(QAccessible::Name).isEmpty(), which.constData());
            QVERIFY2(widget->objectName().contains(kind), which.constData());
        }
        QVERIFY2(seen >= 20, qPrintable(QString::number(seen)));
    }

    void readsTheRowsOut()
    {
        Stage stage;
        QVERIFY(stage.showBusyDesk());
        auto *list = stage.find<QAbstractItemView>("chatListView");
        QAccessibleInterface *spoken = QAccessible::queryAccessibleInterface(list);
        QCOMPARE(spoken->childCount(), 3);
        QVERIFY(spoken->child(0)->text(QAccessible::Name).startsWith(QStringLiteral("Maria Keller, waiting")));
    }

    void speaksEachMessage()
    {
        Stage stage;
        QVERIFY(stage.showBusyDesk());
        stage.window.desk().openChat(stage.script.booking);
        auto *thread = stage.find<ThreadView>();
        QAccessibleInterface *spoken = QAccessible::queryAccessibleInterface(thread);
        QCOMPARE(spoken->role(), QAccessible::List);
        const int rows = thread->model()->rowCount();
        QVERIFY(rows > 2);
        QCOMPARE(spoken->childCount(), rows);
        QAccessibleInterface *last = spoken->child(rows - 1);
        QCOMPARE(last->role(), QAccessible::ListItem);
        const QString words = thread->model()->index(rows - 1, 0).data(Qt::AccessibleTextRole).toString();
        QVERIFY(!words.isEmpty());
        QCOMPARE(last->text(QAccessible::Name), words);
        QCOMPARE(spoken->indexOfChild(last), rows - 1);
        const QPoint middle = last->rect().center();
        QCOMPARE(spoken->childAt(middle.x(), middle.y()), last);
        thread->setFocus();
        thread->setCurrentIndex(thread->model()->index(rows - 1, 0));
        QVERIFY(last->state().focused);
        QCOMPARE(spoken->focusChild(), last);
        stage.actions.send(stage.script.booking, {QStringLiteral("And a message more")});
        QCOMPARE(spoken->child(rows - 1), last); // the same, whatever comes around it
        QCOMPARE(spoken->childCount(), rows + 1);
    }

    void hasContrast_data()
    {
        QTest::addColumn<Token>("ink");
        QTest::addColumn<Token>("ground");
        QTest::addColumn<double>("least");
        const auto row = [](Token ink, Token ground, double least = 4.5) {
            QTest::addRow("%s on %s", tokenName(ink).data(), tokenName(ground).data()) << ink << ground << least;
        };
        for (const Token ground : {Token::Paper, Token::Panel, Token::Raised}) {
            for (const Token ink :
                 {Token::Ink, Token::Ink2, Token::Ink3, Token::Primary, Token::BrassText, Token::Danger})
                row(ink, ground);
        }
        for (const Token ground :
             {Token::Wash, Token::Bubble, Token::PrimaryWash, Token::BrassWash, Token::DangerWash}) {
            row(Token::Ink2, ground);
            row(Token::Ink3, ground); // hints stand on rows that are marked, and on what cannot be pressed
            row(Token::Primary, ground); // links in messages
        }
        for (const Token ground : {Token::Paper, Token::Panel, Token::Raised})
            row(Token::FieldLine, ground, 3.0); // where a field ends, and the handle of a scroll bar
        row(Token::OnPrimary, Token::Primary);
        row(Token::OnBrass, Token::Brass);
        row(Token::Ink, Token::Bubble);
        row(Token::Ink, Token::DangerWash);
        row(Token::BrassText, Token::BrassWash);
        row(Token::Success, Token::Paper, 3.0);
        row(Token::Brass, Token::Paper, 3.0);
    }
    void hasContrast()
    {
        QFETCH(Token, ink);
        QFETCH(Token, ground);
        QFETCH(double, least);
        for (const Scheme scheme : {Scheme::Light, Scheme::Dark}) {
            const TokenTable &table = TokenTable::bundled();
            const double found = contrast(table.color(ink, scheme), table.color(ground, scheme));
            QVERIFY2(found >= least, qPrintable(QString::number(found)));
        }
    }

    void namesEveryTokenItsOwn()
    {
        QSet<QLatin1String> names;
        for (int i = 0; i < tokenCount; ++i)
            names.insert(tokenName(Token(i)));
        QCOMPARE(int(names.size()), tokenCount);
        QVERIFY(!TokenTable::parse("{\"color\":{}}"));
    }

private:
    static bool isControl(const QWidget *widget)
    {
        const bool inside = widget->objectName().startsWith(QStringLiteral("qt_"))
            || qobject_cast<const QLineEdit *>(widget->parentWidget());
        const bool kind = qobject_cast<const QAbstractButton *>(widget) || qobject_cast<const QLineEdit *>(widget)
            || qobject_cast<const QPlainTextEdit *>(widget) || qobject_cast<const QAbstractItemView *>(widget);
        return kind && !inside;
    }
};

QTEST_MAIN(AccessibilityTest)
#include "tst_accessibility.moc"
