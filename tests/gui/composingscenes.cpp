#include "tests/gui/composingscenes.h"

#include "console/views/attachmenttray.h"
#include "console/views/composerview.h"
#include "console/views/composingcontroller.h"
#include "console/views/conversationview.h"
#include "console/views/deskview.h"
#include "console/views/messagedelegate.h"
#include "console/views/spellingmarks.h"
#include "console/views/threadview.h"

#include <QApplication>
#include <QBuffer>
#include <QDragEnterEvent>
#include <QLineEdit>
#include <QMenu>
#include <QMimeData>
#include <QPainter>
#include <QPainterPath>
#include <QTest>

namespace deskbell::console::scenes {

namespace {

QByteArray png(const QImage &image)
{
    QByteArray bytes;
    QBuffer buffer(&bytes);
    image.save(&buffer, "PNG");
    return bytes;
}

/// A dining room: a table by a window.
QImage room()
{
    QImage image(480, 320, QImage::Format_RGB32);
    QPainter painter(&image);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.fillRect(image.rect(), QColor(232, 222, 208));
    painter.fillRect(QRect(0, 236, 480, 84), QColor(176, 140, 104));
    painter.fillRect(QRect(60, 40, 150, 130), QColor(250, 248, 244));
    painter.fillRect(QRect(68, 48, 134, 114), QColor(168, 204, 214));
    painter.fillRect(QRect(132, 48, 6, 114), QColor(250, 248, 244));
    painter.setPen(Qt::NoPen);
    painter.setBrush(QColor(64, 92, 74));
    painter.drawEllipse(QRect(372, 92, 70, 96));
    painter.fillRect(QRect(394, 180, 26, 60), QColor(196, 110, 84));
    painter.setBrush(QColor(96, 62, 40));
    painter.drawRoundedRect(QRect(120, 206, 250, 16), 6, 6);
    for (const int leg : {136, 340})
        painter.fillRect(QRect(leg, 222, 12, 62), QColor(84, 54, 34));
    painter.setBrush(QColor(224, 168, 74));
    QPainterPath lamp;
    lamp.moveTo(232, 60);
    lamp.lineTo(262, 60);
    lamp.lineTo(284, 104);
    lamp.lineTo(210, 104);
    lamp.closeSubpath();
    painter.drawPath(lamp);
    painter.fillRect(QRect(245, 0, 3, 60), QColor(70, 70, 70));
    return image;
}

void open(PictureStage &stage)
{
    stage.script.goOnline();
    stage.script.playQueue();
    stage.script.playMine();
    stage.script.playEnded();
    stage.window.desk().showScope(ListScope::Mine);
    stage.window.desk().openChat(stage.script.booking);
    stage.window.activateWindow();
    QCoreApplication::processEvents();
    stage.window.desk().conversation().focusFoot();
}

void hear(PictureStage &stage, const QString &text, const QList<api::Attachment> &files,
          const std::optional<qint64> &replyToSeq = std::nullopt)
{
    const Thread *thread = stage.workspace.existingThread(stage.script.booking);
    api::Message message = thread->entries().first().message;
    message.id = MessageId::generate();
    message.seq = thread->lastSeq() + 1;
    message.text = text;
    message.createdAt = stage.clock.now();
    message.attachments = files;
    message.replyToSeq = replyToSeq;
    stage.workspace.takeMessage(message);
}

LetterFile file(const char *name, qint64 size)
{
    return {QStringLiteral("/home/anna/%1").arg(QString::fromUtf8(name)), QString::fromUtf8(name), size};
}

/// Pictures and files in the conversation, one on its way, two that are to go along.
void showFiles(PictureStage &stage)
{
    open(stage);
    api::Attachment photo{AttachmentId::generate(),
                          QStringLiteral("dining-room.jpg"),
                          2'340'000,
                          QStringLiteral("image/jpeg"),
                          2'400,
                          1'600,
                          true};
    const api::Attachment plan{AttachmentId::generate(),
                               QStringLiteral("Floor plan and measures of our dining room.pdf"),
                               184'000,
                               QStringLiteral("application/pdf"),
                               {},
                               {}};
    stage.actions.fileActions.pictures.insert(photo.id, png(room()));
    hear(stage, QStringLiteral("This is where the table should stand ❤️"), {photo, plan});
    const ChatId &id = stage.script.booking;
    stage.actions.send(
        id, Draft{QStringLiteral("Lovely room! Here is what would fit."), {file("Solna tables.pdf", 4'800'000)}});
    const QString clientId = *stage.workspace.existingThread(id)->entries().last().message.clientId;
    stage.workspace.setProgress(id, clientId, 62);
    auto *composer = stage.window.findChild<ComposerView *>();
    composer->setText(QStringLiteral("And the two oak samples:"));
    composer->tray().setFiles({file("oak-natural.jpg", 812'000), file("oak-smoked.jpg", 934'000)});
    composer->takeFocus();
}

/// Files are dragged over the conversation.
void showDrop(PictureStage &stage)
{
    open(stage);
    QMimeData data;
    data.setUrls({QUrl(QStringLiteral("file:///home/anna/oak-natural.jpg"))});
    QDragEnterEvent event({200, 200}, Qt::CopyAction, &data, Qt::LeftButton, {});
    QCoreApplication::sendEvent(&stage.window.desk().conversation(), &event);
}

/// Mistakes are marked, and what is right is offered.
void showSpelling(PictureStage &stage)
{
    open(stage);
    const QList<InstalledDictionary> installed = installedDictionaries();
    if (const InstalledDictionary *english = dictionaryFor(installed, QStringLiteral("en_US")))
        stage.window.writing().spelling.setDictionary(english->path);
    auto *composer = stage.window.findChild<ComposerView *>();
    composer->setText(QStringLiteral("Yes, we do! The wallnut one stands rigth by the window. "));
    SpellingMarks &marks = composer->spelling();
    if (!QTest::qWaitFor([&marks] { return marks.marked().size() == 2; }))
        qFatal("the misspelt words are not marked");
    marks.offerNext();
    if (!QTest::qWaitFor([] { return QApplication::activePopupWidget() != nullptr; }))
        qFatal("no spelling is offered");
    auto *menu = composer->findChild<QMenu *>(QStringLiteral("composerMenu"));
    menu->actions().last()->setVisible(false); // the screen behind pictures is too low for all of it in one column
    menu->resize(menu->sizeHint());
}

/// Answers in the conversation, to what is here and to what was removed, and one that is being written.
void showReplying(PictureStage &stage)
{
    open(stage);
    const ChatId &id = stage.script.booking;
    const Thread *thread = stage.workspace.existingThread(id);
    stage.actions.change(api::MessageDelete{id, 5}, [](const Result<Nothing> &) {});
    hear(stage, QStringLiteral("Is 16:00 still fine with him?"), {}, 5);
    stage.actions.send(id, Draft{QStringLiteral("Yes, Tomasz has put his name on it."), {}, thread->lastSeq()});
    hear(stage, QStringLiteral("Great"), {}, 7);
    stage.actions.send(id, Draft{QStringLiteral("Parking is in the yard behind the house."), {}, 6});
    stage.window.desk().conversation().composing().answer(9);
    auto *composer = stage.window.findChild<ComposerView *>();
    composer->setText(QStringLiteral("Yes, we do! The walnut one stands right by the window."));
    composer->takeFocus();
}

/// What was sent from here, and has reached the desk.
void say(PictureStage &stage, const QString &text)
{
    const Thread *thread = stage.workspace.existingThread(stage.script.booking);
    api::Message message = thread->entries().first().message;
    message.id = MessageId::generate();
    message.seq = thread->lastSeq() + 1;
    message.senderType = api::SenderType::Operator;
    message.senderId = stage.workspace.self().id.toString();
    message.text = text;
    message.createdAt = stage.clock.now();
    stage.workspace.takeMessage(message);
}

/// Links in both voices, and a part of a message that is selected.
void showLinks(PictureStage &stage)
{
    open(stage);
    hear(stage,
         QStringLiteral(
             "We have seen this one: https://brightroom.example/tables/solna-(walnut)?size=180x90 – is it the "
             "same wood as the bench?"),
         {});
    say(stage,
        QStringLiteral("It is! The bench is at www.brightroom.example/benches/solna, and Tomasz answers questions "
                       "about wood: tomasz@brightroom.example"));
    hear(stage, QStringLiteral("Lovely. Our floor plan is 4.20 m × 3.60 m, and the window is on the short side."), {});
    auto *thread = stage.window.findChild<ThreadView *>();
    const QModelIndex plan = thread->model()->index(thread->model()->rowCount() - 1, 0);
    const QPoint corner = thread->visualRect(plan).topLeft();
    const auto *delegate = qobject_cast<const MessageDelegate *>(thread->itemDelegate());
    const MessageLayout at = delegate->layout(plan, thread->visualRect(plan).width());
    const auto place = [&](const QString &word) {
        const auto position = int(at.text->text().indexOf(word));
        const QTextLine line = at.text->lineForTextPosition(position);
        return corner + at.textAt + QPointF(line.cursorToX(position), line.y() + line.height() / 2).toPoint();
    };
    QTest::mousePress(thread->viewport(), Qt::LeftButton, {}, place(QStringLiteral("floor")));
    QTest::mouseMove(thread->viewport(), place(QStringLiteral(" is on")));
    QTest::mouseRelease(thread->viewport(), Qt::LeftButton, {}, place(QStringLiteral(" is on")));
}

void showEmoji(PictureStage &stage)
{
    open(stage);
    for (const char *each : {"👍", "🙂", "🎉", "❤️", "🙏", "📦", "✅"})
        stage.window.writing().vocabulary.useEmoji(QString::fromUtf8(each));
    stage.window.findChild<ComposerView *>()->setText(QStringLiteral("See you both on Thursday "));
    stage.window.desk().conversation().offerEmoji();
}

void showEmojiNames(PictureStage &stage)
{
    open(stage);
    auto *composer = stage.window.findChild<ComposerView *>();
    composer->setText(QStringLiteral("See you both on Thursday :par"));
    composer->takeFocus();
    QTest::keyClick(&composer->field(), Qt::Key_T);
}

} // namespace

QList<std::pair<QString, std::function<void(PictureStage &)>>> all()
{
    return {
        {QStringLiteral("console-files"), showFiles},       {QStringLiteral("console-files-mirrored"), showFiles},
        {QStringLiteral("console-drop"), showDrop},         {QStringLiteral("console-spelling"), showSpelling},
        {QStringLiteral("console-replying"), showReplying}, {QStringLiteral("console-replying-mirrored"), showReplying},
        {QStringLiteral("console-links"), showLinks},       {QStringLiteral("console-links-mirrored"), showLinks},
        {QStringLiteral("console-emoji"), showEmoji},       {QStringLiteral("console-emoji-names"), showEmojiNames}};
}

} // namespace deskbell::console::scenes
