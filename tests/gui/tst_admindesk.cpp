#include "console/admin/holidaylist.h"
#include "console/admin/holidayrow.h"
#include "console/admin/tagsedit.h"
#include "tests/gui/adminscene.h"

#include <QComboBox>
#include <QDateEdit>
#include <QDateTime>
#include <QLabel>
#include <QLineEdit>
#include <QListView>
#include <QPointer>
#include <QRadioButton>
#include <QSpinBox>

using namespace deskbell;
using namespace deskbell::console;

/// The pages of the administration over how the desk works: routing, tags and the days that are none of the week.
class AdminDeskTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        scene = std::make_unique<AdminScene>();
        QVERIFY(scene->begin());
        scene->keepsUpdates = true;
    }
    void cleanup() { scene.reset(); }
    void saysWhatTheStrategyMeans();
    void savesRouting();
    void saysProblemsOfRoutingAtTheirField();
    void keepsTagsApart_data();
    void keepsTagsApart();
    void renamesATagWhereItStands();
    void ordersTagsByKey();
    void dropsTagsBetweenOthers();
    void sortsDays();
    void removesPastDays();
    void saysProblemsOfDaysAtTheirRow();

private:
    QList<HolidayRow *> days() const { return scene->find<HolidayList>()->findChildren<HolidayRow *>(); }
    template <class T>
    static T *in(const HolidayRow *row, const char *name)
    {
        return row->findChild<T *>(QString::fromLatin1(name));
    }
    QStringList tags() const { return scene->find<TagsEdit>()->tags(); }
    QListView *openTags() const
    {
        scene->open("tags");
        auto *list = scene->find<QListView>("tagsListView");
        list->setFocus();
        list->setCurrentIndex(list->model()->index(0, 0));
        return list;
    }

    std::unique_ptr<AdminScene> scene;
};

void AdminDeskTest::saysWhatTheStrategyMeans()
{
    scene->open("routing");
    auto *follows = scene->find<QLabel>("routingFollowsLabel");
    QCOMPARE(follows->text(),
             QStringLiteral("A chat waits in the queue until somebody takes it. After 2 minutes it is offered to one "
                            "operator after the other, first to whoever has the fewest chats; each has 30 seconds to "
                            "accept it."));
    QVERIFY(scene->shows("routingOfferTimeoutSSpinBox"));
    scene->find<QSpinBox>("routingEscalateAfterSSpinBox")->setValue(0);
    QCOMPARE(scene->find<QSpinBox>("routingEscalateAfterSSpinBox")->text(), QStringLiteral("Never"));
    QVERIFY(follows->text().endsWith(QStringLiteral("The desk asks nobody.")));
    QVERIFY(!scene->shows("routingOfferTimeoutSSpinBox")); // nothing is offered
    scene->press("routingStrategy3RadioButton");
    QVERIFY(scene->shows("routingOfferTimeoutSSpinBox"));
    QVERIFY(follows->text().startsWith(QStringLiteral("A new chat is offered to an operator")));
    scene->find<QSpinBox>("routingOfferTimeoutSSpinBox")->setValue(0);
    QVERIFY(follows->text().endsWith(QStringLiteral("Nobody is asked.")));
    QVERIFY(!scene->find<QRadioButton>("routingStrategy3RadioButton")->accessibleDescription().isEmpty());
}

void AdminDeskTest::savesRouting()
{
    scene->open("routing");
    QVERIFY(!scene->find<QAbstractButton>("routingSaveButton")->isEnabled());
    scene->press("routingStrategy2RadioButton");
    scene->find<QSpinBox>("routingVanishTimeoutSSpinBox")->setValue(0);
    scene->find<QSpinBox>("routingAbandonTimeoutSSpinBox")->setValue(7'200);
    scene->press("routingSaveButton");
    QVERIFY(scene->update && scene->update->command.routing);
    api::DeskRouting wanted = *scene->settings().routing;
    wanted.strategy = api::RoutingStrategy::RoundRobin;
    wanted.vanishTimeoutS = 0;
    wanted.abandonTimeoutS = 7'200;
    QCOMPARE(*scene->update->command.routing, wanted);
    QVERIFY(!scene->update->command.tags && !scene->update->command.hours); // nothing of other pages
}

void AdminDeskTest::saysProblemsOfRoutingAtTheirField()
{
    scene->open("routing");
    scene->press("routingStrategy2RadioButton");
    scene->press("routingSaveButton");
    scene->update->done(
        Error::invalid(QStringLiteral("routing.vanishTimeoutS"), QStringLiteral("must be from 0 to 86400")));
    QCOMPARE(scene->find<QLabel>("routingVanishTimeoutSProblem")->text(),
             QStringLiteral("It must be from 0 to 86400."));
    QVERIFY(scene->shows("routingVanishTimeoutSProblem"));
}

void AdminDeskTest::keepsTagsApart_data()
{
    QTest::addColumn<QString>("name");
    QTest::addColumn<QString>("problem");
    QTest::newRow("new") << "wholesale" << QString();
    QTest::newRow("there already") << "returns"
                                   << "This tag is there already.";
    QTest::newRow("written otherwise") << " Returns "
                                       << "This tag is there already.";
    QTest::newRow("too long") << QString(41, QLatin1Char('x')) << "A tag has 40 characters at most; these are 41.";
    QTest::newRow("nothing") << "  " << QString();
}

void AdminDeskTest::keepsTagsApart()
{
    QFETCH(QString, name);
    QFETCH(QString, problem);
    scene->open("tags");
    const QStringList before = tags();
    auto *field = scene->find<QLineEdit>("tagsNewEdit");
    field->setFocus();
    QTest::keyClicks(field, name);
    QCOMPARE(scene->find<QLabel>("tagsNameProblem")->text(), problem);
    QCOMPARE(scene->shows("tagsNameProblem"), !problem.isEmpty());
    QCOMPARE(field->accessibleDescription(), problem);
    QTest::keyClick(field, Qt::Key_Return);
    const bool isGood = problem.isEmpty() && !name.trimmed().isEmpty();
    QCOMPARE(tags(), isGood ? before + QStringList(name) : before);
    QCOMPARE(scene->find<QAbstractButton>("tagsSaveButton")->isEnabled(), isGood);
}

void AdminDeskTest::renamesATagWhereItStands()
{
    QListView *list = openTags();
    QTest::keyClick(list, Qt::Key_F2);
    const QPointer<QLineEdit> editor = scene->find<QLineEdit>("tagsRenameEdit");
    QVERIFY(editor);
    QCOMPARE(editor->accessibleName(), QStringLiteral("New name of delivery"));
    editor->selectAll();
    QTest::keyClicks(editor, QStringLiteral("returns"));
    QTest::keyClick(editor, Qt::Key_Return);
    QCoreApplication::processEvents(); // a field that is done closes now
    QVERIFY(scene->shows("tagsNameProblem"));
    QVERIFY(editor && editor->isVisible()); // and one can mend it
    QCOMPARE(tags().first(), QStringLiteral("delivery"));
    editor->selectAll();
    QTest::keyClicks(editor, QStringLiteral("shipping"));
    QTest::keyClick(editor, Qt::Key_Return);
    QTRY_COMPARE(tags().first(), QStringLiteral("shipping"));
    QTRY_VERIFY(!scene->shows("tagsNameProblem"));
    scene->press("tagsSaveButton");
    QCOMPARE(scene->update->command.tags->first(), QStringLiteral("shipping"));
}

void AdminDeskTest::ordersTagsByKey()
{
    QListView *list = openTags();
    QVERIFY(!scene->find<QAbstractButton>("tagsUpButton")->isEnabled());
    QTest::keyClick(list, Qt::Key_Down, Qt::AltModifier);
    QCOMPARE(tags().mid(0, 2), QStringList({QStringLiteral("returns"), QStringLiteral("delivery")}));
    QCOMPARE(list->currentIndex().data().toString(), QStringLiteral("delivery"));
    scene->press("tagsUpButton");
    QCOMPARE(tags().first(), QStringLiteral("delivery"));
    QTest::keyClick(list, Qt::Key_Delete);
    QCOMPARE(tags().first(), QStringLiteral("returns"));
    QCOMPARE(list->currentIndex().row(), 0);
    scene->press("tagsDiscardButton");
    QCOMPARE(tags(), QStringList(scene->settings().tags));
}

/// What the view does with a tag that is dropped.
void AdminDeskTest::dropsTagsBetweenOthers()
{
    QListView *list = openTags();
    QAbstractItemModel *model = list->model();
    QVERIFY(model->flags(model->index(0, 0)).testFlag(Qt::ItemIsDragEnabled));
    QVERIFY(!model->flags(model->index(0, 0)).testFlag(Qt::ItemIsDropEnabled));
    QVERIFY(model->flags({}).testFlag(Qt::ItemIsDropEnabled));
    QCOMPARE(list->dragDropMode(), QAbstractItemView::InternalMove);
    const QStringList before = tags();
    QVERIFY(model->moveRow({}, 0, {}, int(before.size())));
    QCOMPARE(tags(), before.mid(1) + before.mid(0, 1));
    QVERIFY(scene->find<QAbstractButton>("tagsSaveButton")->isEnabled());
}

void AdminDeskTest::sortsDays()
{
    scene->open("hours");
    const qsizetype before = days().size();
    scene->press("holidayAddButton");
    QCOMPARE(days().size(), before + 1);
    HolidayRow *added = days().last();
    auto *date = in<QDateEdit>(added, "holidayDateEdit");
    QVERIFY(date->hasFocus());
    date->setDate(QDate(2026, 12, 23));
    in<QLineEdit>(added, "holidayNameEdit")->setText(QStringLiteral("Stocktaking"));
    in<QComboBox>(added, "holidayKindComboBox")->setCurrentIndex(1);
    in<QComboBox>(added, "holidayFromComboBox")->setEditText(QStringLiteral("9:00"));
    in<QComboBox>(added, "holidayToComboBox")->setEditText(QStringLiteral("13:00"));
    QVERIFY(in<QComboBox>(added, "holidayFromComboBox")->accessibleName().contains(QStringLiteral("23")));
    QTest::keyClick(date, Qt::Key_Return);
    scene->press("hoursSaveButton");
    QVERIFY(scene->update && scene->update->command.holidays);
    const QList<api::Holiday> sent = *scene->update->command.holidays;
    const api::Holiday wanted{QStringLiteral("2026-12-23"), QStringLiteral("Stocktaking"), QStringLiteral("09:00"),
                              QStringLiteral("13:00")};
    QCOMPARE(sent.at(3), wanted);
    QVERIFY(std::is_sorted(sent.begin(), sent.end(),
                           [](const api::Holiday &one, const api::Holiday &other) { return one.date < other.date; }));
}

void AdminDeskTest::removesPastDays()
{
    scene->clock.advance(QDateTime(QDate(2026, 4, 20), QTime(12, 0), Qt::UTC).toMSecsSinceEpoch()
                         - scene->clock.now().ms);
    scene->open("hours");
    QCOMPARE(days().size(), 5);
    QVERIFY(in<QDateEdit>(days().first(), "holidayDateEdit")->property("past").toBool());
    QCOMPARE(scene->find<QAbstractButton>("holidayRemovePastButton")->text(), QStringLiteral("Remove 2 past days"));
    scene->press("holidayRemovePastButton");
    QCOMPARE(scene->find<HolidayList>()->holidays().size(), 3);
    QVERIFY(!scene->shows("holidayRemovePastButton"));
    QVERIFY(scene->find<QAbstractButton>("hoursSaveButton")->isEnabled());
    const auto *remove = in<QAbstractButton>(days().last(), "holidayRemoveButton");
    QVERIFY(remove->accessibleName().startsWith(QStringLiteral("Remove Friday")));
}

void AdminDeskTest::saysProblemsOfDaysAtTheirRow()
{
    scene->open("hours");
    in<QComboBox>(days().at(1), "holidayKindComboBox")->setCurrentIndex(1);
    scene->press("hoursSaveButton");
    scene->update->done(Error::invalid(QStringLiteral("holidays.1"),
                                       QStringLiteral("must go from one time to a later one, such as 09:00 to 17:30")));
    auto *problem = in<QLabel>(days().at(1), "holidayProblem");
    QVERIFY(problem->isVisible());
    QCOMPARE(problem->text(), QStringLiteral("It must go from one time to a later one, such as 09:00 to 17:30."));
    QVERIFY(!in<QLabel>(days().at(0), "holidayProblem")->isVisible());
    QVERIFY(in<QDateEdit>(days().at(1), "holidayDateEdit")->hasFocus());
    scene->press("hoursSaveButton"); // once more: what was said is taken back
    QVERIFY(!problem->isVisible());
}

QTEST_MAIN(AdminDeskTest)
#include "tst_admindesk.moc"
