#include "console/views/conversationpanes.h"
#include "console/views/conversationview.h"
#include "console/views/deskview.h"
#include "console/views/handovercontroller.h"
#include "tests/gui/picture.h"

#include <QLineEdit>
#include <QTest>

namespace deskbell::console {

namespace {

void showDesk(PictureStage &stage)
{
    stage.script.goOnline();
    stage.script.playQueue();
    stage.script.playMine();
    stage.script.playEnded();
    stage.script.playOffice();
}

/// The words that are found, marked as the server marks them.
api::SearchHit hit(const PictureStage &stage, const ChatId &chat, int message, const char *excerpt)
{
    api::SearchHit found;
    found.message = stage.actions.threads.value(chat).at(message);
    found.highlight = QString::fromUtf8(excerpt);
    found.highlight.replace(QLatin1Char('['), QChar(2)).replace(QLatin1Char(']'), QChar(3));
    found.visitorName = stage.workspace.chat(chat)->visitorName;
    return found;
}

bool search(PictureStage &stage, const QString &words)
{
    stage.window.findChild<QLineEdit *>(QStringLiteral("searchEdit"))->setText(words);
    return QTest::qWaitFor([&] { return !stage.actions.searches.isEmpty(); });
}

void showSearch(PictureStage &stage)
{
    showDesk(stage);
    stage.window.desk().openChat(stage.script.booking);
    stage.window.desk().showScope(ListScope::Mine);
    if (!search(stage, QStringLiteral("ta")))
        return;
    stage.actions.searches.last()(api::MessageSearchAnswer{
        {hit(stage, stage.script.booking, 5, "… partner join? We want to decide on the dining [ta]ble together."),
         hit(stage, stage.script.booking, 4, "I have 14:30 and 16:00 free, both with Tomasz, who [ta]kes care of oak"),
         hit(stage, stage.script.ended, 0, "Good morning! Is the [ta]ble lamp delivered to Madeira?"),
         hit(stage, stage.script.order, 0, "Hello! The [ta]ble lamp should have come on Friday, order 48213."),
         hit(stage, stage.script.ended, 1, "It [ta]kes about nine days, by ship.")},
        {}});
}

void showNothing(PictureStage &stage)
{
    showDesk(stage);
    if (search(stage, QStringLiteral("zeppelin")))
        stage.actions.searches.last()(api::MessageSearchAnswer{});
}

void showNoLine(PictureStage &stage)
{
    showDesk(stage);
    stage.script.goOffline();
    stage.window.findChild<QLineEdit *>(QStringLiteral("searchEdit"))->setText(QStringLiteral("lamp"));
    QTest::qWait(300);
}

void showTabs(PictureStage &stage)
{
    showDesk(stage);
    stage.window.desk().showScope(ListScope::Mine);
    for (const ChatId &each : {stage.script.invoice, stage.script.booking, stage.script.ended, stage.script.booking})
        stage.window.desk().openChat(each);
    api::Message more = *stage.workspace.chat(stage.script.invoice)->lastMessage;
    more.seq += 1;
    more.text = QStringLiteral("It says “summer 10” on the card, if that helps.");
    stage.workspace.takeMessage(more);
    stage.workspace.takeEvent(api::TypingChanged{stage.script.booking,
                                                 {},
                                                 api::SenderType::Visitor,
                                                 true,
                                                 QStringLiteral("And would you hold the walnut one for us until")});
}

void showSplit(PictureStage &stage)
{
    showTabs(stage);
    stage.window.desk().conversations().openBeside(stage.script.invoice);
}

void showAssign(PictureStage &stage)
{
    showDesk(stage);
    stage.window.desk().showScope(ListScope::Mine);
    stage.window.desk().openChat(stage.script.booking);
    stage.window.desk().conversation().handover().assign(stage.script.booking);
}

} // namespace

void addWork(QList<Picture> &all)
{
    all.append({QStringLiteral("console-search"), showSearch});
    all.append({QStringLiteral("console-search-nothing"), showNothing});
    all.append({QStringLiteral("console-search-offline"), showNoLine});
    all.append({QStringLiteral("console-search-mirrored"), showSearch, {1280, 800}, Qt::RightToLeft});
    all.append({QStringLiteral("console-tabs"), showTabs});
    all.append({QStringLiteral("console-split"), showSplit, {1500, 800}});
    all.append({QStringLiteral("console-assign"), showAssign});
}

} // namespace deskbell::console
