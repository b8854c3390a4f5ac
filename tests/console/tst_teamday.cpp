#include "console/views/conversationpanes.h"
#include "console/views/conversationview.h"
#include "tests/console/keyboarddesk.h"

#include <QClipboard>
#include <QListView>
#include <QMenu>
#include <QMimeData>

using namespace deskbell;
using namespace deskbell::console;

#define TRY_VERIFY(condition) QTRY_VERIFY_WITH_TIMEOUT(condition, limitMs)
#define TRY_COMPARE(actual, expected) QTRY_COMPARE_WITH_TIMEOUT(actual, expected, limitMs)

namespace {

const QString clara = QStringLiteral("clara@demo.deskbell.example");

} // namespace

/// The rest of a working day by keyboard: what one does to messages and chats, and with colleagues. Ben, at another
/// console without a window, tells what came of it at the server.
class TestTeamDay : public QObject, private KeyboardDesk
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void claimsAChat();
    void editsAndDeletesAMessage();
    void writesANote();
    void tagsAndSorts();
    void usesACannedReply();
    void pastesAFile();
    void handsTheChatOver();
    void acceptsItBack();
    void givesAChatToAColleague();
    void putsAChatBackIntoTheQueue();
    void looksAtTwoChatsAtOnce();
    void findsWhatWasSaid();
    void narrowsTheList();
    void goesThroughTheAdministration();

private:
    const api::Chat &chat(const ChatId &id) const { return *m_ben.workspace->chat(id); }
    ChatId open() const { return m_console->window().desk().chatId(); }

    ConsoleUnderDesk m_ben;
};

void TestTeamDay::initTestCase()
{
    QVERIFY(begin(QStringLiteral("Quentin Vogel")));
    QVERIFY(signIn(clara));
    m_ben.signIn(m_server.url(), ben);
    TRY_VERIFY(m_ben.isOnline());
}

void TestTeamDay::claimsAChat()
{
    m_visitor->start(QStringLiteral("Can I send it back?"));
    TRY_VERIFY(!m_visitor->chatId.isNull());
    TRY_VERIFY(m_ben.workspace->chat(m_visitor->chatId));
    QVERIFY(call(QStringLiteral("quentin")));
    TRY_COMPARE(open(), m_visitor->chatId);
    TRY_VERIFY(shows("claimButton"));
    press(Qt::Key_Return, Qt::ControlModifier | Qt::ShiftModifier);
    TRY_COMPARE(focus(), QStringLiteral("messageEdit"));
    type(QStringLiteral("Yes, within 30 dys."));
    press(Qt::Key_Return);
    TRY_COMPARE(m_visitor->texts().size(), 2);
}

void TestTeamDay::editsAndDeletesAMessage()
{
    TRY_COMPARE(m_console->window().desk().conversation().editableSeq(), 2);
    press(Qt::Key_E, Qt::ControlModifier | Qt::ShiftModifier);
    press(Qt::Key_A, Qt::ControlModifier);
    type(QStringLiteral("Yes, within 30 days."));
    press(Qt::Key_Return);
    type(QStringLiteral("oops"));
    press(Qt::Key_Return);
    TRY_COMPARE(m_visitor->texts().size(), 3);
    TRY_COMPARE(m_console->window().desk().conversation().editableSeq(), 3);
    press(Qt::Key_Delete, Qt::ControlModifier | Qt::ShiftModifier);
    TRY_VERIFY(QApplication::activeModalWidget());
    press(Qt::Key_Return);
    QVERIFY(isBackInTheWindow());
    ConsoleUnderDesk late; // sees what the server has
    late.signIn(m_server.url(), anna);
    TRY_VERIFY(late.isOnline());
    const auto seen = [&] {
        late.client->openThread(m_visitor->chatId);
        return late.texts(m_visitor->chatId);
    };
    TRY_COMPARE(seen().value(1), QStringLiteral("Yes, within 30 days."));
    TRY_VERIFY(late.entries(m_visitor->chatId).value(2).message.deletedAt);
}

void TestTeamDay::writesANote()
{
    press(Qt::Key_N, Qt::ControlModifier | Qt::ShiftModifier);
    type(QStringLiteral("Asked before."));
    press(Qt::Key_Return);
    m_ben.client->openThread(m_visitor->chatId);
    const Thread *thread = m_ben.workspace->thread(m_visitor->chatId);
    TRY_COMPARE(thread->notes().size(), 1);
    QCOMPARE(thread->notes().first().text, QStringLiteral("Asked before."));
    QCOMPARE(m_visitor->texts().size(), 3); // it is none of the visitor's business
    QCOMPARE(focus(), QStringLiteral("messageEdit"));
}

void TestTeamDay::tagsAndSorts()
{
    press(Qt::Key_T, Qt::ControlModifier | Qt::ShiftModifier);
    TRY_COMPARE(focus(), QStringLiteral("tagEdit"));
    type(QStringLiteral("returns"));
    press(Qt::Key_Return);
    TRY_COMPARE(chat(m_visitor->chatId).tags, QStringList(QStringLiteral("returns")));
    QVERIFY(call(QStringLiteral("priority: urgent")));
    TRY_COMPARE(chat(m_visitor->chatId).priority, api::ChatPriority::Urgent);
}

void TestTeamDay::usesACannedReply()
{
    ConsoleUnderDesk admin;
    admin.signIn(m_server.url(), clara);
    TRY_VERIFY(admin.isOnline());
    admin.client->administer(Ask<api::CannedCreate>{
        {QStringLiteral("label"), QStringLiteral("Label"), QStringLiteral("Print the label, {{visitor.name}}.")},
        [](const Result<api::CannedReply> &) {}});
    TRY_COMPARE(m_ben.workspace->office().cannedReplies().size(), 1); // everybody hears of it, and so do we
    press(Qt::Key_R, Qt::ControlModifier);
    type(QStringLiteral("/lab"));
    TRY_VERIFY(shows("cannedPopup"));
    press(Qt::Key_Return);
    QVERIFY(!shows("cannedPopup"));
    press(Qt::Key_Return);
    TRY_COMPARE(m_visitor->texts().last(), QStringLiteral("Print the label, Quentin Vogel."));
}

void TestTeamDay::pastesAFile()
{
    QFile file(m_folder.filePath(QStringLiteral("label.txt")));
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write("Quentin Vogel");
    file.close();
    auto *copied = new QMimeData;
    copied->setUrls({QUrl::fromLocalFile(file.fileName())});
    QGuiApplication::clipboard()->setMimeData(copied);
    press(Qt::Key_V, Qt::ControlModifier);
    TRY_VERIFY(shows("attachmentTray"));
    press(Qt::Key_Return);
    TRY_VERIFY(!m_visitor->heard.last().attachments.isEmpty());
    QCOMPARE(m_visitor->heard.last().attachments.first().name, QStringLiteral("label.txt"));
}

void TestTeamDay::handsTheChatOver()
{
    press(Qt::Key_T, Qt::ControlModifier);
    TRY_VERIFY(hasKeyboard("transferDialog"));
    type(QStringLiteral("ben"));
    press(Qt::Key_Return);
    QVERIFY(isBackInTheWindow());
    const auto offered = [this] { return m_ben.workspace->isOfferedToMe(chat(m_visitor->chatId)); };
    TRY_VERIFY(offered());
    m_ben.client->change(api::ChatAccept{m_visitor->chatId}, m_ben.tell());
    TRY_VERIFY(m_ben.workspace->isMine(chat(m_visitor->chatId)));
}

void TestTeamDay::acceptsItBack()
{
    const auto &everybody = m_ben.workspace->office().operators();
    const auto claras =
        std::find_if(everybody.begin(), everybody.end(), [](const api::Operator &each) { return each.email == clara; });
    QVERIFY(claras != everybody.end());
    const OperatorId us = claras->id;
    m_ben.client->change(api::ChatTransfer{m_visitor->chatId, us, {}, {}}, m_ben.tell());
    TRY_VERIFY(shows("acceptOfferButton"));
    press(Qt::Key_A, Qt::ControlModifier | Qt::ShiftModifier);
    TRY_COMPARE(chat(m_visitor->chatId).operatorId, us);
}

void TestTeamDay::givesAChatToAColleague()
{
    press(Qt::Key_N, Qt::ControlModifier);
    TRY_VERIFY(open() != m_visitor->chatId);
    TRY_VERIFY(m_ben.workspace->chat(open()) && chat(open()).status == api::ChatStatus::Active);
    const ChatId given = open();
    press(Qt::Key_G, Qt::ControlModifier | Qt::ShiftModifier);
    TRY_VERIFY(hasKeyboard("assignDialog"));
    type(QStringLiteral("ben"));
    press(Qt::Key_Return);
    QVERIFY(isBackInTheWindow());
    TRY_VERIFY(m_ben.workspace->isMine(chat(given)));
}

void TestTeamDay::putsAChatBackIntoTheQueue()
{
    press(Qt::Key_N, Qt::ControlModifier);
    const auto isOurs = [this] {
        const api::Chat *now = m_ben.workspace->chat(open());
        return now && now->status == api::ChatStatus::Active && !m_ben.workspace->isMine(*now);
    };
    TRY_VERIFY(open() != m_visitor->chatId && isOurs());
    const ChatId taken = open();
    QVERIFY(call(QStringLiteral("back into the queue")));
    TRY_COMPARE(chat(taken).status, api::ChatStatus::Waiting);
}

void TestTeamDay::looksAtTwoChatsAtOnce()
{
    QVERIFY(call(QStringLiteral("quentin")));
    TRY_COMPARE(open(), m_visitor->chatId);
    press(Qt::Key_Backslash, Qt::ControlModifier);
    ConversationPanes &panes = m_console->window().desk().conversations();
    TRY_VERIFY(panes.isSplit());
    const ChatId here = open();
    press(Qt::Key_Backslash, Qt::ControlModifier | Qt::ShiftModifier);
    TRY_VERIFY(open() != here || open().isNull());
    press(Qt::Key_Backslash, Qt::ControlModifier | Qt::ShiftModifier);
    TRY_COMPARE(open(), here);
    press(Qt::Key_Backslash, Qt::ControlModifier);
    TRY_VERIFY(!panes.isSplit());
}

void TestTeamDay::findsWhatWasSaid()
{
    press(Qt::Key_W, Qt::ControlModifier); // it is not what is looked for that is open
    press(Qt::Key_F, Qt::ControlModifier);
    QCOMPARE(focus(), QStringLiteral("searchEdit"));
    type(QStringLiteral("within 30"));
    const auto *hits = m_console->window().findChild<QListView *>(QStringLiteral("messageHitsView"));
    TRY_COMPARE(hits->model()->rowCount(), 1);
    press(Qt::Key_Return);
    TRY_COMPARE(open(), m_visitor->chatId);
    QCOMPARE(focus(), QStringLiteral("threadView"));
}

void TestTeamDay::narrowsTheList()
{
    press(Qt::Key_F, Qt::ControlModifier);
    press(Qt::Key_Escape);
    press(Qt::Key_5, Qt::ControlModifier);
    const auto *list = m_console->window().findChild<QListView *>(QStringLiteral("chatListView"));
    TRY_VERIFY(list->model()->rowCount() > 1);
    press(Qt::Key_F, Qt::ControlModifier | Qt::ShiftModifier);
    TRY_VERIFY(QApplication::activePopupWidget());
    const auto pressed = [](Qt::Key key) { QTest::keyClick(QApplication::activePopupWidget(), key); };
    const auto isAt = [](const char *title) {
        const auto *menu = qobject_cast<QMenu *>(QApplication::activePopupWidget());
        return menu && menu->activeAction() && menu->activeAction()->text() == QLatin1String(title);
    };
    constexpr int entries = 6;
    for (int each = 0; each < entries && !isAt("Priority"); ++each)
        pressed(Qt::Key_Down);
    pressed(Qt::Key_Right);
    for (int each = 0; each < entries && !isAt("Urgent"); ++each)
        pressed(Qt::Key_Down);
    QVERIFY(isAt("Urgent"));
    pressed(Qt::Key_Return);
    QVERIFY(isBackInTheWindow());
    TRY_VERIFY(shows("filterChip"));
    TRY_COMPARE(list->model()->rowCount(), 1); // of all chats ours alone is urgent
}

void TestTeamDay::goesThroughTheAdministration()
{
    QVERIFY(call(QStringLiteral("administration")));
    TRY_COMPARE(focus(), QStringLiteral("adminPlacesListView"));
    const auto *places = m_console->window().findChild<QListView *>(QStringLiteral("adminPlacesListView"));
    for (int row = 0; row < places->model()->rowCount(); ++row) {
        TRY_COMPARE(places->currentIndex().row(), row);
        press(Qt::Key_Tab); // into the page, and back
        QVERIFY(focus() != QStringLiteral("adminPlacesListView"));
        constexpr int most = 3; // what stands first may have come meanwhile
        for (int back = 0; back < most && focus() != QStringLiteral("adminPlacesListView"); ++back)
            press(Qt::Key_Tab, Qt::ShiftModifier);
        QCOMPARE(focus(), QStringLiteral("adminPlacesListView"));
        press(Qt::Key_Down);
    }
    press(Qt::Key_Escape);
    TRY_VERIFY(shows("chatListView"));
}

QTEST_MAIN(TestTeamDay)
#include "tst_teamday.moc"
