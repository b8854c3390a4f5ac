#include "console/models/filewords.h"
#include "console/models/threadmodel.h"
#include "console/views/actiontable.h"
#include "console/views/attachmenttray.h"
#include "console/views/composerview.h"
#include "console/views/conversationview.h"
#include "console/views/filecontroller.h"
#include "console/views/threadview.h"
#include "tests/gui/stage.h"

#include <QBuffer>
#include <QClipboard>
#include <QLabel>
#include <QMimeData>
#include <QPushButton>
#include <QScrollBar>
#include <QTemporaryDir>

using namespace deskbell;
using namespace deskbell::console;

constexpr int limitMs = 5'000;
#define TRY_VERIFY(condition) QTRY_VERIFY_WITH_TIMEOUT(condition, limitMs)

/// Files that an operator sends, and those in a conversation.
class ConversationFilesTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        stage = std::make_unique<Stage>();
        folder = std::make_unique<QTemporaryDir>();
        files().showcaseFolder = folder->path();
        QVERIFY(stage->showBusyDesk());
        edit = stage->find<MessageEdit>();
        tray = stage->find<AttachmentTray>();
        thread = stage->find<ThreadView>();
        stage->window.desk().openChat(stage->script.booking);
    }

    void chosenFilesGoAlong()
    {
        QTest::keyClick(&stage->window, Qt::Key_O, Qt::ControlModifier);
        QCOMPARE(stage->questions.asked, QStringList(QStringLiteral("files")));
        stage->questions.files({write(QStringLiteral("one.txt")), write(QStringLiteral("two.txt"))});
        QCOMPARE(chips().size(), 2);
        QCOMPARE(chips().at(0)->accessibleName(), QStringLiteral("Do not send one.txt, 5 bytes"));
        QVERIFY(edit->hasFocus());
        QTest::keyClicks(edit, QStringLiteral("Both"));
        QTest::keyClick(edit, Qt::Key_Return);
        QVERIFY(stage->called(QStringLiteral("send Both [one.txt,two.txt]")));
        QVERIFY(chips().isEmpty());
        QVERIFY(!tray->isVisible());
        QCOMPARE(last().data(Qt::AccessibleTextRole).toString().section(QStringLiteral(": "), 1),
                 QStringLiteral("Both. File one.txt, 5 bytes. File two.txt, 5 bytes, waiting to be sent"));
    }

    void aFileNeedsNoWords()
    {
        auto *send = stage->find<QPushButton>("sendButton");
        edit->clear();
        QVERIFY(!send->isEnabled());
        choose({write(QStringLiteral("one.txt"))});
        QVERIFY(send->isEnabled());
        stage->click(chips().first());
        QVERIFY(chips().isEmpty());
        QVERIFY(!send->isEnabled());
        QCOMPARE(files().calls, QStringList(QStringLiteral("drop one.txt")));
        choose({write(QStringLiteral("two.txt"))});
        stage->click(send);
        QVERIFY(stage->called(QStringLiteral("send  [two.txt]")));
    }

    void saysWhatCannotGoAlong_data()
    {
        QTest::addColumn<QString>("name");
        QTest::addColumn<QByteArray>("bytes");
        QTest::addColumn<QString>("problem");
        QTest::newRow("too large") << QStringLiteral("big.txt") << QByteArray(3'000, 'x')
                                   << QStringLiteral("big.txt has 2.9 kB. This desk takes files of up to 2.0 kB.");
        QTest::newRow("empty") << QStringLiteral("none.txt") << QByteArray()
                               << QStringLiteral("none.txt is empty, or cannot be read.");
        QTest::newRow("a folder") << QString() << QByteArray() << QStringLiteral("Only files can go with a message.");
    }

    void saysWhatCannotGoAlong()
    {
        QFETCH(QString, name);
        QFETCH(QByteArray, bytes);
        QFETCH(QString, problem);
        stage->workspace.office().setMostFileBytes(2'048);
        choose({name.isEmpty() ? folder->path() : write(name, bytes)});
        QVERIFY(chips().isEmpty());
        const QString said = stage->find<QLabel>("noticeLabel")->text();
        QVERIFY2(said.endsWith(problem), qPrintable(said));
    }

    void tenAtMostAndNoneTwice()
    {
        QStringList paths;
        for (int number = 0; number < 11; ++number)
            paths.append(write(QStringLiteral("%1.txt").arg(number)));
        choose(paths);
        QCOMPARE(chips().size(), 10);
        stage->click(chips().last());
        choose({paths.first()});
        QCOMPARE(chips().size(), 9);
    }

    void pastesAPicture()
    {
        auto *data = new QMimeData;
        QImage image(30, 20, QImage::Format_RGB32);
        image.fill(Qt::red);
        data->setImageData(image);
        QGuiApplication::clipboard()->setMimeData(data);
        edit->setFocus();
        QTest::keyClick(edit, Qt::Key_V, Qt::ControlModifier);
        TRY_VERIFY(chips().size() == 1);
        QCOMPARE(QImage::fromData(files().kept).size(), QSize(30, 20));
        QCOMPARE(tray->files().first().width, std::optional<int>(30));
    }

    void pastesFilesAndNotTheirNames()
    {
        auto *data = new QMimeData;
        data->setUrls({QUrl::fromLocalFile(write(QStringLiteral("one.txt")))});
        data->setText(QStringLiteral("one.txt"));
        QGuiApplication::clipboard()->setMimeData(data);
        edit->clear();
        edit->paste();
        QCOMPARE(chips().size(), 1);
        QCOMPARE(edit->toPlainText(), QString());
    }

    void dropsOntoTheConversation()
    {
        auto *hint = stage->find<QLabel>("dropHintLabel");
        drag();
        QVERIFY(hint->isVisible());
        QVERIFY(hint->text().contains(QStringLiteral("Priya Raman")));
        drop();
        QVERIFY(!hint->isVisible());
        QCOMPARE(chips().size(), 1);
    }

    void takesNothingWhereNobodyCanAnswer()
    {
        stage->window.desk().openChat(stage->script.order); // it waits
        drag();
        QVERIFY(stage->find<QLabel>("dropHintLabel")->isHidden());
        QVERIFY(!stage->window.table().action(QStringLiteral("attach"))->isEnabled());
    }

    void eachChatHasItsOwn()
    {
        choose({write(QStringLiteral("one.txt"))});
        stage->window.desk().openChat(stage->script.invoice);
        QVERIFY(chips().isEmpty());
        stage->window.desk().openChat(stage->script.booking);
        QCOMPARE(chips().size(), 1);
        stage->find<ComposerView>()->setMode(ComposerMode::Note);
        QVERIFY(!tray->isVisible()); // notes have none
    }

    void showsHowFarItIsAndStops()
    {
        choose({write(QStringLiteral("one.txt"))});
        QTest::keyClick(edit, Qt::Key_Return);
        const QString clientId = last().data(ThreadModel::ClientIdRole).toString();
        stage->workspace.setProgress(stage->script.booking, clientId, 40);
        QCOMPARE(last().data(ThreadModel::ProgressRole).toInt(), 40);
        QTest::mouseClick(thread->viewport(), Qt::LeftButton, {}, foot(last()));
        QVERIFY(files().calls.contains(QStringLiteral("stop")));
        QCOMPARE(Delivery(last().data(ThreadModel::DeliveryRole).toInt()), Delivery::Failed);
        QTest::mouseClick(thread->viewport(), Qt::LeftButton, {}, foot(last()));
        QVERIFY(stage->called(QStringLiteral("sendAgain")));
    }

    void nothingMovesWhenAPictureComes()
    {
        const AttachmentId id = hear(picture());
        const int height = thread->visualRect(last()).height();
        QVERIFY(height > 120);
        QCOMPARE(files().calls.count(QStringLiteral("picture")), 1);
        QImage image(480, 240, QImage::Format_RGB32);
        image.fill(QColor(10, 200, 30));
        QByteArray bytes;
        QBuffer buffer(&bytes);
        image.save(&buffer, "PNG");
        files().pictures.insert(id, bytes);
        thread->retryPictures();
        TRY_VERIFY(thread->grab().toImage().pixelColor(thread->visualRect(last()).topLeft() + QPoint(140, 60))
                   == QColor(10, 200, 30));
        QCOMPARE(thread->visualRect(last()).height(), height);
        QCOMPARE(files().calls.count(QStringLiteral("picture")), 2);
    }

    void hostilePicturesStayGaps_data()
    {
        QTest::addColumn<QByteArray>("bytes");
        QTest::newRow("no picture") << QByteArray("<svg xmlns='http://www.w3.org/2000/svg'/>");
        QTest::newRow("cut short") << QByteArray("\x89PNG\r\n\x1a\n");
        QImage image(2'000, 10, QImage::Format_Mono);
        image.fill(0);
        QByteArray wide;
        QBuffer buffer(&wide);
        image.save(&buffer, "PNG");
        QTest::newRow("too wide") << wide;
    }

    void hostilePicturesStayGaps()
    {
        QFETCH(QByteArray, bytes);
        const api::Attachment file = picture();
        files().pictures.insert(file.id, bytes);
        hear(file);
        thread->grab();
        thread->grab();
        QCOMPARE(files().calls.count(QStringLiteral("picture")), 1); // asked once, and found to be none
    }

    void opensUnderTheEndingOfWhatItIs()
    {
        QString shown;
        stage->window.desk().conversation().files().show = [&shown](const QString &path) { shown = path; };
        api::Attachment file = picture();
        file.name = QStringLiteral("../../evil\u202Egpj.desktop");
        hear(file);
        QTest::mouseClick(thread->viewport(), Qt::LeftButton, {}, inBubble(last()));
        QCOMPARE(shown, folder->filePath(QStringLiteral("_.._evilgpj.png")));
        QVERIFY(QFileInfo(shown).isReadable());
        QVERIFY(!QFileInfo(shown).isExecutable());
    }

    void savesWhatCouldRunSomething()
    {
        api::Attachment file = picture();
        file.type = QStringLiteral("application/zip");
        file.name = QStringLiteral(".hidden/tools.zip");
        file.width.reset();
        hear(file);
        thread->setFocus();
        thread->setCurrentIndex(last());
        QTest::keyClick(thread, Qt::Key_Return);
        QCOMPARE(stage->questions.asked, QStringList(QStringLiteral("save hidden_tools.zip")));
        const QString path = folder->filePath(QStringLiteral("tools.zip"));
        stage->questions.savePath(path);
        QVERIFY(QFileInfo::exists(path));
        files().refusal = Error(ErrorCode::AttachmentNotFound, QStringLiteral("It has gone."));
        stage->questions.savePath(path);
        QCOMPARE(stage->find<QLabel>("noticeLabel")->text(),
                 QStringLiteral(".hidden/tools.zip could not be brought. It has gone."));
    }

    void namesAreHarmless_data()
    {
        QTest::addColumn<QString>("name");
        QTest::addColumn<QString>("safe");
        QTest::newRow("plain") << QStringLiteral("Rechnung März.pdf") << QStringLiteral("Rechnung März.pdf");
        QTest::newRow("folders") << QStringLiteral("../../etc/passwd") << QStringLiteral("_.._etc_passwd");
        QTest::newRow("hidden") << QStringLiteral("..bashrc") << QStringLiteral("bashrc");
        QTest::newRow("an option") << QStringLiteral("-rf.txt") << QStringLiteral("rf.txt");
        QTest::newRow("turned round") << QStringLiteral("photo\u202Egnp.exe") << QStringLiteral("photognp.exe");
        QTest::newRow("a drive") << QStringLiteral("C:\\a*b?.txt") << QStringLiteral("C__a_b_.txt");
        QTest::newRow("nothing") << QStringLiteral(" \n ") << QStringLiteral("file");
        QTest::newRow("long") << QString(300, QLatin1Char('n')) + QStringLiteral(".txt")
                              << QString(116, QLatin1Char('n')) + QStringLiteral(".txt");
    }

    void namesAreHarmless()
    {
        QFETCH(QString, name);
        QFETCH(QString, safe);
        QCOMPARE(safeFileName(name), safe);
    }

private:
    ScriptedFiles &files() const { return stage->actions.fileActions; }
    QList<QPushButton *> chips() const
    {
        QList<QPushButton *> shown = tray->findChildren<QPushButton *>();
        shown.removeIf([](const QPushButton *each) { return each->isHidden(); });
        return shown;
    }
    QModelIndex last() const { return thread->model()->index(thread->model()->rowCount() - 1, 0); }
    QPoint foot(const QModelIndex &index) const { return thread->visualRect(index).bottomRight() - QPoint(60, 8); }
    QPoint inBubble(const QModelIndex &index) const { return thread->visualRect(index).topLeft() + QPoint(140, 100); }
    QString write(const QString &name, const QByteArray &bytes = "bytes") const
    {
        QFile file(folder->filePath(name));
        if (!file.open(QIODevice::WriteOnly) || file.write(bytes) != bytes.size())
            return {};
        return file.fileName();
    }
    void choose(const QStringList &paths) const
    {
        stage->click(stage->find<QWidget>("attachButton"));
        stage->questions.files(paths);
        stage->questions.asked.clear();
    }
    void drag()
    {
        mime.setUrls({QUrl::fromLocalFile(write(QStringLiteral("one.txt")))});
        QDragEnterEvent enter({50, 50}, Qt::CopyAction, &mime, Qt::LeftButton, {});
        QCoreApplication::sendEvent(&stage->window.desk().conversation(), &enter);
    }
    void drop()
    {
        QDropEvent event({50, 50}, Qt::CopyAction, &mime, Qt::LeftButton, {});
        QCoreApplication::sendEvent(&stage->window.desk().conversation(), &event);
    }
    static api::Attachment picture()
    {
        return {AttachmentId::generate(),
                QStringLiteral("plan.png"),
                2'200'000,
                QStringLiteral("image/png"),
                2'000,
                1'000,
                true};
    }
    /// A message of the visitor with the file alone.
    AttachmentId hear(const api::Attachment &file)
    {
        const Thread *told = stage->workspace.existingThread(stage->script.booking);
        api::Message message = told->entries().first().message;
        message.id = MessageId::generate();
        message.seq = told->lastSeq() + 1;
        message.text.clear();
        message.createdAt = stage->clock.now();
        message.attachments = {file};
        stage->workspace.takeMessage(message);
        thread->scrollToEnd();
        thread->grab();
        return file.id;
    }

    std::unique_ptr<Stage> stage;
    std::unique_ptr<QTemporaryDir> folder;
    QMimeData mime;
    MessageEdit *edit = nullptr;
    AttachmentTray *tray = nullptr;
    ThreadView *thread = nullptr;
};

QTEST_MAIN(ConversationFilesTest)
#include "tst_conversationfiles.moc"
