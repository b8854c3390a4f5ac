#include "console/state/archive.h"
#include "console/views/composerview.h"
#include "console/views/composingcontroller.h"
#include "console/views/conversationview.h"
#include "tests/gui/stage.h"

#include <QLabel>
#include <QTemporaryDir>

using namespace deskbell;
using namespace deskbell::console;

namespace {

const QString account = QStringLiteral("anna@brightroom.example https://desk.example");
const QString changed = QStringLiteral("Thursday at 17:00.");
constexpr qint64 own = 7; // of Anna, in the booking

/// The window of one run of the program, over the files of a profile.
struct Run
{
    std::unique_ptr<DeskStore> store;
    Stage stage;
    Archive archive;
    MessageEdit *edit;
    QLabel *strip;

    explicit Run(const QString &folder)
        : store(std::move(*DeskStore::open(folder + QStringLiteral("/desk.sqlite")))), archive(stage.workspace, *store),
          edit(stage.find<MessageEdit>()), strip(stage.find<QLabel>("composerModeLabel"))
    {
        archive.setAccount(account);
        archive.restore();
    }
    bool openBooking()
    {
        if (!stage.showBusyDesk())
            return false;
        stage.window.desk().openChat(stage.script.booking);
        edit->setFocus();
        return true;
    }
    ComposingController &composing() { return stage.window.desk().conversation().composing(); }
    void type(const QString &text) { QTest::keyClicks(edit, text); }
    void enter() { QTest::keyClick(edit, Qt::Key_Return); }
    void escape() { QTest::keyClick(edit, Qt::Key_Escape); }
    void change(const QString &text)
    {
        composing().edit(own);
        edit->selectAll();
        type(text);
    }
    /// What is being written, and its text.
    QStringList state() const { return {edit->accessibleName(), edit->toPlainText()}; }
    /// As another computer of the same person would do it.
    void changeElsewhere(const std::function<void(api::Message &)> &how)
    {
        api::Message message = *stage.workspace.existingThread(stage.script.booking)->message(own);
        ++message.change;
        how(message);
        stage.workspace.takeChange(message);
    }
    QString notice() const
    {
        auto *bar = stage.find<QWidget>("noticeBar");
        return bar->isVisible() ? stage.find<QLabel>("noticeLabel")->text() : QString();
    }
};

QStringList reply(const QString &text)
{
    return {QStringLiteral("Reply"), text};
}
QStringList note(const QString &text)
{
    return {QStringLiteral("Note"), text};
}
QStringList edited(const QString &text)
{
    return {QStringLiteral("Changed message"), text};
}

} // namespace

/// What was typed and is not sent, whatever happens to the window, the program and the message.
class DraftsTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        m_folder = std::make_unique<QTemporaryDir>();
        m_run = std::make_unique<Run>(m_folder->path());
        QVERIFY(m_run->openBooking());
    }
    void cleanup()
    {
        m_later.reset();
        m_run.reset();
    }

    void aCrashLosesNothing_data()
    {
        QTest::addColumn<bool>("changes");
        QTest::addColumn<bool>("notes");
        QTest::newRow("a reply") << false << false;
        QTest::newRow("a note") << false << true;
        QTest::newRow("another text for a message") << true << false;
        QTest::newRow("a note over that") << true << true;
    }
    void aCrashLosesNothing()
    {
        QFETCH(bool, changes);
        QFETCH(bool, notes);
        m_run->type(QStringLiteral("Dear"));
        if (changes)
            m_run->change(changed);
        if (notes) {
            m_run->composing().writeNote();
            m_run->type(QStringLiteral("Likes oak"));
        }
        crash();
        if (notes) {
            QCOMPARE(m_later->state(), note(QStringLiteral("Likes oak")));
            QVERIFY(m_later->strip->isVisible());
            m_later->escape();
        }
        if (changes) {
            QCOMPARE(m_later->state(), edited(changed));
            QVERIFY(m_later->edit->textCursor().atEnd());
            m_later->escape();
        }
        QCOMPARE(m_later->state(), reply(QStringLiteral("Dear")));
        m_later->composing().writeNote();
        QCOMPARE(m_later->state(), note(notes ? QStringLiteral("Likes oak") : QString()));
    }

    void everyChatKeepsItsOwn()
    {
        m_run->change(changed);
        m_run->composing().writeNote();
        m_run->type(QStringLiteral("Likes oak"));
        m_run->stage.window.desk().openChat(m_run->stage.script.invoice);
        QCOMPARE(m_run->state(), reply({}));
        m_run->type(QStringLiteral("For Tom"));
        m_run->stage.window.desk().openChat(m_run->stage.script.booking);
        QCOMPARE(m_run->state(), note(QStringLiteral("Likes oak")));
        QVERIFY(m_run->edit->isVisible());
        m_run->escape();
        QCOMPARE(m_run->state(), edited(changed));
        m_run->stage.window.desk().openChat(m_run->stage.script.invoice);
        QCOMPARE(m_run->state(), reply(QStringLiteral("For Tom")));
    }

    /// Also where it was begun and nothing is written yet: the next key must not go to the visitor.
    void anEmptyNoteIsOneToo()
    {
        m_run->composing().writeNote();
        m_run->stage.window.desk().openChat(m_run->stage.script.invoice);
        m_run->stage.window.desk().openChat(m_run->stage.script.booking);
        QCOMPARE(m_run->state(), note({}));
        m_run->escape();
        QVERIFY(m_run->stage.workspace.draft(m_run->stage.script.booking).isEmpty());
    }

    void sendingOneLeavesTheOthers()
    {
        m_run->composing().writeNote();
        m_run->type(QStringLiteral("Likes oak"));
        m_run->escape();
        m_run->type(QStringLiteral("Dear"));
        m_run->enter();
        QVERIFY(m_run->stage.called(QStringLiteral("send Dear")));
        m_run->change(changed);
        m_run->enter();
        QCOMPARE(m_run->state(), reply({}));
        m_run->composing().writeNote();
        QCOMPARE(m_run->state(), note(QStringLiteral("Likes oak")));
        m_run->enter();
        QVERIFY(m_run->stage.workspace.draft(m_run->stage.script.booking).isEmpty());
    }

    /// The server may never have heard of it.
    void whatIsOnItsWayIsKept_data()
    {
        QTest::addColumn<bool>("isNote");
        QTest::newRow("a note") << true;
        QTest::newRow("another text for a message") << false;
    }
    void whatIsOnItsWayIsKept()
    {
        QFETCH(bool, isNote);
        m_run->stage.actions.slow = true;
        if (isNote) {
            m_run->composing().writeNote();
            m_run->type(changed);
        } else {
            m_run->change(changed);
        }
        m_run->enter();
        QCOMPARE(m_run->state(), reply({})); // one goes on with the reply
        crash();
        if (isNote)
            m_later->composing().writeNote();
        QCOMPARE(m_later->state(), isNote ? note(changed) : edited(changed));
        m_run->stage.actions.held();
        QVERIFY(m_run->stage.workspace.draft(m_run->stage.script.booking).isEmpty());
    }

    void aNoteThatIsNotTakenStandsBeforeTheNextOne()
    {
        m_run->stage.actions.slow = true;
        m_run->composing().writeNote();
        m_run->type(QStringLiteral("Likes oak"));
        m_run->enter();
        m_run->composing().writeNote();
        QCOMPARE(m_run->state(), note({}));
        m_run->type(QStringLiteral("And walnut"));
        m_run->stage.actions.refusal = Error{ErrorCode::Disconnected, QStringLiteral("There is no connection.")};
        m_run->stage.actions.held();
        QCOMPARE(m_run->state(), note(QStringLiteral("Likes oak\nAnd walnut")));
        QCOMPARE(m_run->notice(), QStringLiteral("There is no connection."));
    }

    void aChangeThatIsNotTakenComesBack()
    {
        m_run->stage.actions.refusal = Error{ErrorCode::Disconnected, QStringLiteral("There is no connection.")};
        m_run->change(changed);
        m_run->enter();
        QCOMPARE(m_run->state(), edited(changed));
        m_run->stage.actions.refusal = Error{ErrorCode::MessageDeleted, QStringLiteral("Deleted.")};
        m_run->enter();
        QCOMPARE(m_run->state(), reply(changed));
    }

    void followsTheMessage_data()
    {
        QTest::addColumn<bool>("later");
        QTest::addColumn<QString>("text"); // empty: it is deleted
        QTest::addColumn<QStringList>("state");
        QTest::addColumn<QString>("says");
        const QString deleted = QStringLiteral("The message that you were changing was deleted.");
        const QString overtaken = QStringLiteral("This message was changed elsewhere meanwhile.");
        const QStringList both = reply(QStringLiteral("Dear\n") + changed);
        const QStringList still = edited(changed);
        const QStringList saved = reply(QStringLiteral("Dear"));
        QTest::newRow("it is deleted") << false << QString() << both << deleted;
        QTest::newRow("it is changed") << false << QStringLiteral("18:00") << still << overtaken;
        QTest::newRow("it was deleted meanwhile") << true << QString() << both << deleted;
        QTest::newRow("it was changed meanwhile") << true << QStringLiteral("18:00") << still << overtaken;
        QTest::newRow("it was saved before the crash") << true << changed << saved << QString();
    }
    void followsTheMessage()
    {
        QFETCH(bool, later);
        QFETCH(QString, text);
        QFETCH(QStringList, state);
        QFETCH(QString, says);
        m_run->type(QStringLiteral("Dear"));
        m_run->change(changed);
        const auto overtake = [&](Run &run) {
            run.changeElsewhere([&](api::Message &message) {
                message.text = text;
                if (text.isEmpty())
                    message.deletedAt = message.createdAt;
            });
        };
        if (later)
            crash([&](Run &run) {
                run.stage.actions.openThread(run.stage.script.booking);
                overtake(run);
            });
        else
            overtake(*m_run);
        Run &run = later ? *m_later : *m_run;
        QCOMPARE(run.state(), state);
        QVERIFY2(run.notice().startsWith(says) && run.notice().isEmpty() == says.isEmpty(), qPrintable(run.notice()));
    }

    void aChangeComesBeforeOtherThings()
    {
        m_run->change(changed);
        m_run->composing().edit(own - 2);
        QCOMPARE(m_run->state(), edited(changed));
        QVERIFY(m_run->notice().startsWith(QStringLiteral("You have changed a message")));
        m_run->composing().answer(1);
        QCOMPARE(m_run->state(), edited(changed));
        m_run->escape();
        m_run->composing().edit(own); // nothing of it was left
        QCOMPARE(m_run->state().last(),
                 m_run->stage.workspace.existingThread(m_run->stage.script.booking)->message(own)->text);
        m_run->composing().edit(own - 2); // unchanged
        QVERIFY(m_run->state().last().startsWith(QStringLiteral("I have 14:30")));
    }

    /// What was written of a person who wants to be forgotten is forgotten, on the screen too.
    void erasingEmptiesTheComposer()
    {
        m_run->change(changed);
        m_run->composing().writeNote();
        m_run->type(QStringLiteral("Likes oak"));
        api::Visitor visitor;
        visitor.id = m_run->stage.workspace.chat(m_run->stage.script.booking)->visitorId;
        visitor.erasedAt = m_run->stage.clock.now();
        m_run->stage.workspace.takeVisitor(visitor);
        QCOMPARE(m_run->state(), reply({}));
        QVERIFY(m_run->store->drafts(account).isEmpty());
    }

private:
    /// The program of the first run is gone without a word; `before` happens before its chat is opened again.
    void crash(const std::function<void(Run &)> &before = [](Run &) {})
    {
        m_later = std::make_unique<Run>(m_folder->path());
        QVERIFY(m_later->stage.showBusyDesk());
        before(*m_later);
        QVERIFY(m_later->stage.show());
        m_later->stage.window.desk().openChat(m_later->stage.script.booking);
        m_later->edit->setFocus();
    }

    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<Run> m_run;
    std::unique_ptr<Run> m_later;
};

QTEST_MAIN(DraftsTest)
#include "tst_drafts.moc"
