#include "tests/gui/adminpictures.h"

#include "console/admin/adminview.h"
#include "console/net/refusal.h"
#include "console/views/deskview.h"
#include "tests/gui/scriptedadmin.h"

#include <QAbstractButton>
#include <QComboBox>
#include <QLineEdit>
#include <QListView>

#include <array>
#include <memory>

namespace deskbell::console {

namespace {

/// The desk in full swing, with an admin at it.
std::shared_ptr<ScriptedAdmin> showAdmin(PictureStage &stage, const QString &page)
{
    stage.script.goOnline();
    stage.script.playQueue();
    stage.script.playMine();
    stage.script.playOffice();
    auto admin = std::make_shared<ScriptedAdmin>(stage.workspace, stage.clock.now());
    admin->promote();
    stage.actions.administration = [admin](const AdminAsk &ask) { admin->answer(ask); };
    stage.window.desk().showAdmin();
    stage.window.desk().admin()->showPage(page);
    return admin;
}

void click(PictureStage &stage, const char *button)
{
    stage.window.findChild<QAbstractButton *>(QString::fromLatin1(button))->click();
}

void choose(PictureStage &stage, const char *list, int row)
{
    auto *view = stage.window.findChild<QListView *>(QString::fromLatin1(list));
    view->setCurrentIndex(view->model()->index(row, 0));
}

void write(PictureStage &stage, const char *edit, const QString &text)
{
    stage.window.findChild<QLineEdit *>(QString::fromLatin1(edit))->setText(text);
}

void addStates(QList<AdminPicture> &all)
{
    all.append({QStringLiteral("console-admin-error"), [](PictureStage &stage) {
                    const auto admin = showAdmin(stage, QStringLiteral("operators"));
                    click(stage, "operatorsAddButton");
                    write(stage, "operatorsNameEdit", QStringLiteral("Noor van Dijk"));
                    write(stage, "operatorsEmailEdit", QStringLiteral("noor.brightroom.example"));
                    write(stage, "operatorsPasswordEdit", QStringLiteral("lamp"));
                    admin->refusal =
                        Error::invalid(QStringLiteral("email"), QStringLiteral("must be an e-mail address"));
                    admin->refusal->errors.append(
                        {QStringLiteral("password"), QStringLiteral("must have 8 to 1000 characters")});
                    click(stage, "operatorsSaveButton");
                }});
    all.append({QStringLiteral("console-admin-key-made"), [](PictureStage &stage) {
                    showAdmin(stage, QStringLiteral("apikeys"));
                    click(stage, "apikeysAddButton");
                    write(stage, "apikeysNameEdit", QStringLiteral("Stock keeping"));
                    click(stage, "apikeysSaveButton");
                }});
    all.append({QStringLiteral("console-admin-loading"), [](PictureStage &stage) {
                    showAdmin(stage, QStringLiteral("operators"))->silent = true;
                    stage.window.desk().admin()->showPage(QStringLiteral("apikeys"));
                }});
    all.append({QStringLiteral("console-admin-failed"), [](PictureStage &stage) {
                    showAdmin(stage, QStringLiteral("operators"))->refusal = inOurWords(Error(ErrorCode::Busy));
                    stage.window.desk().admin()->showPage(QStringLiteral("apikeys"));
                }});
    all.append({QStringLiteral("console-admin-offline"), [](PictureStage &stage) {
                    showAdmin(stage, QStringLiteral("operators"));
                    choose(stage, "operatorsListView", 2);
                    write(stage, "operatorsNameEdit", QStringLiteral("Leo Martin-Roux"));
                    stage.script.goOffline();
                }});
    all.append({QStringLiteral("console-admin-narrow"),
                [](PictureStage &stage) {
                    showAdmin(stage, QStringLiteral("operators"));
                    choose(stage, "operatorsListView", 1);
                },
                {960, 720}});
    all.append({QStringLiteral("console-admin-phone"),
                [](PictureStage &stage) { showAdmin(stage, QStringLiteral("replies")); },
                {560, 720}});
}

constexpr QSize tall(1280, 1160);
constexpr QSize small(640, 480); // a screen of 1920 pixels at 300 %

void addDesk(QList<AdminPicture> &all)
{
    all.append({QStringLiteral("console-admin-holidays"),
                [](PictureStage &stage) { showAdmin(stage, QStringLiteral("hours")); }, tall});
    all.append({QStringLiteral("console-admin-holidays-error"),
                [](PictureStage &stage) {
                    const auto admin = showAdmin(stage, QStringLiteral("hours"));
                    click(stage, "holidayAddButton");
                    admin->refusal =
                        Error::invalid(QStringLiteral("holidays.1"), QStringLiteral("must be on a day of its own"));
                    click(stage, "hoursSaveButton");
                },
                tall});
    all.append({QStringLiteral("console-admin-routing-turns"), [](PictureStage &stage) {
                    showAdmin(stage, QStringLiteral("routing"));
                    click(stage, "routingStrategy2RadioButton");
                }});
    all.append({QStringLiteral("console-admin-routing-whole"),
                [](PictureStage &stage) { showAdmin(stage, QStringLiteral("routing")); }, tall});
    all.append({QStringLiteral("console-admin-tags-twice"), [](PictureStage &stage) {
                    showAdmin(stage, QStringLiteral("tags"));
                    choose(stage, "tagsListView", 2);
                    write(stage, "tagsNewEdit", QStringLiteral("returns"));
                }});
    for (const char *page : {"tags", "routing", "hours"}) {
        const auto play = [page](PictureStage &stage) { showAdmin(stage, QLatin1String(page)); };
        all.append({QStringLiteral("console-admin-%1-mirrored").arg(QLatin1String(page)), play, tall, Qt::RightToLeft});
        all.append({QStringLiteral("console-admin-%1-small").arg(QLatin1String(page)), play, small});
    }
}

} // namespace

QList<AdminPicture> adminPictures()
{
    QList<AdminPicture> all;
    constexpr std::array pages{"stats", "operators", "departments", "replies", "tags",     "routing",
                               "hours", "widget",    "form",        "apikeys", "webhooks", "audit"};
    for (const char *page : pages) {
        all.append({QStringLiteral("console-admin-") + QLatin1String(page),
                    [page](PictureStage &stage) { showAdmin(stage, QLatin1String(page)); }});
    }
    all.append({QStringLiteral("console-admin-stats-answers"), [](PictureStage &stage) {
                    showAdmin(stage, QStringLiteral("stats"));
                    stage.window.findChild<QComboBox *>(QStringLiteral("statsByComboBox"))->setCurrentIndex(0);
                    stage.window.findChild<QComboBox *>(QStringLiteral("statsMeasureComboBox"))->setCurrentIndex(1);
                }});
    addStates(all);
    addDesk(all);
    return all;
}

} // namespace deskbell::console
