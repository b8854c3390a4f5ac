// Every screen and state of the console, as pictures and tests look at them.
#include "console/net/refusal.h"
#include "console/views/alarmbar.h"
#include "console/views/cannedpopup.h"
#include "console/views/composerview.h"
#include "console/views/composingcontroller.h"
#include "console/views/conversationview.h"
#include "console/views/deskview.h"
#include "console/views/handovercontroller.h"
#include "console/views/loginview.h"
#include "tests/gui/adminpictures.h"
#include "tests/gui/composingscenes.h"
#include "tests/gui/picture.h"

#include <QAbstractButton>
#include <QLineEdit>
#include <QListWidget>

#include <array>

namespace deskbell::console {

namespace {

void showDesk(PictureStage &stage)
{
    stage.script.goOnline();
    stage.script.playQueue();
    stage.script.playMine();
    stage.script.playEnded();
}

void write(PictureStage &stage, const QString &text)
{
    auto *composer = stage.window.findChild<ComposerView *>();
    composer->setText(text);
    composer->takeFocus();
}

void showOrder(PictureStage &stage)
{
    showDesk(stage);
    stage.window.desk().openChat(stage.script.order);
    stage.script.answerOrder();
    stage.window.desk().showScope(ListScope::Mine);
    write(stage, QStringLiteral("Enjoy the lamp, Maria! Anything else I can do?"));
}

void showQueue(PictureStage &stage)
{
    showDesk(stage);
    stage.window.desk().openChat(stage.script.order);
}

void showLost(PictureStage &stage)
{
    showQueue(stage);
    stage.script.loseOrder();
    stage.window.findChild<ConversationView *>()->say(inOurWords(Error(ErrorCode::ChatAlreadyClaimed)).message);
}

void showBusy(PictureStage &stage)
{
    showDesk(stage);
    stage.window.desk().showScope(ListScope::Mine);
    stage.window.desk().openChat(stage.script.booking);
    stage.workspace.takeEvent(api::TypingChanged{stage.script.booking, {}, api::SenderType::Visitor, true});
    write(stage, QStringLiteral("Yes, we do! The walnut one stands right by the window."));
}

void showOffline(PictureStage &stage)
{
    showBusy(stage);
    stage.script.goOffline();
    stage.actions.send(stage.script.booking, QStringLiteral("Yes, we do! The walnut one stands by the window."));
    stage.actions.send(stage.script.booking, QStringLiteral("See you both on Thursday."));
    write(stage, {});
}

void showFailed(PictureStage &stage)
{
    showBusy(stage);
    write(stage, {});
    stage.actions.send(stage.script.booking, QStringLiteral("Yes, we do! The walnut one stands by the window."));
    stage.workspace.setDelivery(stage.script.booking, QStringLiteral("c-%1").arg(stage.actions.calls.size()),
                                Delivery::Failed, inOurWords(Error(ErrorCode::PayloadTooLarge)).message);
}

void showEnriched(PictureStage &stage)
{
    showBusy(stage);
    stage.script.playOffice();
    stage.script.enrichBooking();
}

void showOffer(PictureStage &stage)
{
    showDesk(stage);
    stage.script.playOffice();
    stage.script.offerInvoice();
    stage.window.desk().showScope(ListScope::Mine);
    stage.window.desk().openChat(stage.script.invoice);
}

void showOffered(PictureStage &stage)
{
    showEnriched(stage);
    api::ChatTransfer transfer{stage.script.booking};
    transfer.operatorId = OperatorId::fromTrusted(QStringLiteral("0190f1d2-0000-7000-8000-0000000000f3"));
    stage.actions.change(transfer, [](const Result<Nothing> &) {});
}

void showNote(PictureStage &stage)
{
    showEnriched(stage);
    stage.window.desk().conversation().composing().writeNote();
    write(stage, QStringLiteral("They will decide on the table on Thursday. Offer the bench with it."));
}

void showEdit(PictureStage &stage)
{
    showEnriched(stage);
    ComposingController &composing = stage.window.desk().conversation().composing();
    const qint64 seq = composing.lastEditable();
    stage.actions.change(api::MessageEdit{stage.script.booking, seq, QStringLiteral("Thursday 16:00, for two.")},
                         [](const Result<Nothing> &) {});
    stage.actions.change(api::MessageDelete{stage.script.booking, seq - 1}, [](const Result<Nothing> &) {});
    composing.editLast();
}

void showLogin(PictureStage &stage)
{
    stage.window.login().fill(QStringLiteral("https://desk.brightroom.example"),
                              QStringLiteral("anna@brightroom.example"));
}

void showRefusal(PictureStage &stage)
{
    showLogin(stage);
    stage.actions.refusal = inOurWords(Error(ErrorCode::InvalidCredentials));
    stage.window.login().signIn(QStringLiteral("dining-table"));
}

void showSettings(PictureStage &stage, int place)
{
    showBusy(stage);
    const Account here{QUrl(QStringLiteral("https://desk.brightroom.example")),
                       QStringLiteral("anna@brightroom.example")};
    const Account there{QUrl(QStringLiteral("https://chat.northlight.example")),
                        QStringLiteral("anna.keller@northlight.example")};
    stage.window.setAccounts({here, there}, here);
    stage.window.setDictionaries({{QStringLiteral("en_US"), QStringLiteral("American English (United States)")}});
    for (const char *each : {"Brightroom", "Solna", "showroom"})
        stage.window.writing().vocabulary.addWord(QString::fromLatin1(each));
    stage.window.showSettings();
    stage.window.findChild<QListWidget *>(QStringLiteral("settingsPlacesList"))->setCurrentRow(place);
}

void addSettings(QList<Picture> &all)
{
    constexpr std::array places{"appearance", "writing", "alerts", "program", "network", "desks"};
    for (int place = 0; place < int(places.size()); ++place)
        all.append({QStringLiteral("console-settings-") + QLatin1String(places.at(place)),
                    [place](PictureStage &stage) { showSettings(stage, place); }});
}

void addMirrored(QList<Picture> &all)
{
    constexpr auto mirrored = Qt::RightToLeft;
    const QSize whole(1280, 800);
    all.append({QStringLiteral("console-mirrored"), showOrder, whole, mirrored});
    all.append({QStringLiteral("console-queue-mirrored"), showQueue, whole, mirrored});
    all.append({QStringLiteral("console-login-mirrored"), showLogin, whole, mirrored});
    all.append({QStringLiteral("console-offline-mirrored"), showOffline, whole, mirrored});
    all.append({QStringLiteral("console-settings-mirrored"), [](PictureStage &stage) { showSettings(stage, 2); }, whole,
                mirrored});
    all.append({QStringLiteral("console-phone-mirrored"), showBusy, {560, 720}, mirrored});
}

/// Menus, the palette, the sheet of shortcuts, the bell.
void addAids(QList<Picture> &all)
{
    all.append({QStringLiteral("console-menu"), [](PictureStage &stage) {
                    showBusy(stage);
                    stage.window.findChild<QAbstractButton *>(QStringLiteral("selfButton"))->click();
                }});
    all.append({QStringLiteral("console-palette"), [](PictureStage &stage) {
                    showBusy(stage);
                    stage.window.showPalette();
                    stage.window.findChild<QLineEdit *>(QStringLiteral("paletteEdit"))->setText(QStringLiteral("cl"));
                }});
    all.append({QStringLiteral("console-shortcuts"), [](PictureStage &stage) {
                    showBusy(stage);
                    stage.window.showShortcuts();
                }});
    all.append({QStringLiteral("console-alarm"), [](PictureStage &stage) {
                    showBusy(stage);
                    stage.window.alarmBar().setCallers({stage.script.order, stage.script.invoice});
                }});
    all.append({QStringLiteral("console-main-menu"), [](PictureStage &stage) {
                    showBusy(stage);
                    stage.window.showMenu();
                }});
}

} // namespace

QList<Picture> pictures()
{
    QList<Picture> all{
        {QStringLiteral("console"), showOrder},
        {QStringLiteral("console-login"), showLogin},
        {QStringLiteral("console-refused"), showRefusal},
        {QStringLiteral("console-queue"), showQueue},
        {QStringLiteral("console-lost"), showLost},
        {QStringLiteral("console-busy"), showBusy},
        {QStringLiteral("console-offline"), showOffline},
        {QStringLiteral("console-failed"), showFailed},
        {QStringLiteral("console-enriched"), showEnriched},
        {QStringLiteral("console-offer"), showOffer},
        {QStringLiteral("console-offered"), showOffered},
        {QStringLiteral("console-note"), showNote},
        {QStringLiteral("console-edit"), showEdit},
        {QStringLiteral("console-narrow"), showBusy, {960, 720}},
        {QStringLiteral("console-phone"), showBusy, {560, 720}},
    };
    all.append({QStringLiteral("console-empty"), [](PictureStage &stage) { stage.script.goOnline(); }});
    all.append({QStringLiteral("console-loading"), [](PictureStage &stage) {
                    stage.script.goOnline();
                    stage.workspace.setListState(ListScope::Queue, ListState::Loading);
                }});
    all.append({QStringLiteral("console-ended"), [](PictureStage &stage) {
                    showDesk(stage);
                    stage.window.desk().showScope(ListScope::Ended);
                    stage.window.desk().openChat(stage.script.ended);
                }});
    all.append({QStringLiteral("console-close"), [](PictureStage &stage) {
                    showBusy(stage);
                    stage.window.findChild<ConversationView *>()->end();
                }});
    all.append({QStringLiteral("console-canned"), [](PictureStage &stage) {
                    showEnriched(stage);
                    write(stage, {});
                    stage.window.activateWindow();
                    QCoreApplication::processEvents();
                    stage.window.desk().conversation().canned().offer();
                }});
    all.append({QStringLiteral("console-transfer"), [](PictureStage &stage) {
                    showEnriched(stage);
                    stage.window.desk().conversation().handover().transfer(stage.script.booking);
                }});
    addAids(all);
    for (const auto &[name, play] : scenes::all())
        all.append(
            {name, play, {1280, 800}, name.endsWith(QStringLiteral("-mirrored")) ? Qt::RightToLeft : Qt::LeftToRight});
    addWork(all);
    addSettings(all);
    addMirrored(all);
    const QList<AdminPicture> ofAdmins = adminPictures();
    for (const AdminPicture &each : ofAdmins)
        all.append({each.name, each.play, each.size, each.direction});
    return all;
}

QList<Picture> picturesAt(int percent)
{
    const QSize room = QSize(1'920, 1'080) * 100 / percent;
    const QString prefix = QStringLiteral("console-at%1-").arg(percent);
    QList<Picture> all;
    const auto add = [&](const char *name, std::function<void(PictureStage &)> play) {
        all.append({prefix + QLatin1String(name), std::move(play), room});
    };
    add("login", showLogin);
    add("list", showDesk);
    add("queue", showQueue);
    add("busy", showEnriched);
    add("details", [](PictureStage &stage) {
        showEnriched(stage);
        stage.window.desk().toggleDetails();
    });
    add("offer", showOffer);
    add("offline", showOffline);
    add("alarm", [](PictureStage &stage) {
        showBusy(stage);
        stage.window.alarmBar().setCallers({stage.script.order, stage.script.invoice});
    });
    add("close", [](PictureStage &stage) {
        showBusy(stage);
        stage.window.findChild<ConversationView *>()->end();
    });
    add("transfer", [](PictureStage &stage) {
        showEnriched(stage);
        stage.window.desk().conversation().handover().transfer(stage.script.booking);
    });
    add("shortcuts", [](PictureStage &stage) {
        showBusy(stage);
        stage.window.showShortcuts();
    });
    add("palette", [](PictureStage &stage) {
        showBusy(stage);
        stage.window.showPalette();
    });
    add("settings", [](PictureStage &stage) { showSettings(stage, 2); });
    return all;
}

} // namespace deskbell::console
