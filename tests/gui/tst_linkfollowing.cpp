#include "tests/gui/spokenstage.h"

#include <QClipboard>
#include <QDesktopServices>
#include <QHelpEvent>
#include <QSignalSpy>
#include <QToolTip>

using namespace deskbell;
using namespace deskbell::console;

/// The links in messages: by mouse, by the menu, by keys.
class LinkFollowingTest : public QObject
{
    Q_OBJECT

public Q_SLOTS:
    void follow(const QUrl &target) { followed.append(target.toString()); }

private Q_SLOTS:
    void init()
    {
        for (const QString &scheme : schemes)
            QDesktopServices::setUrlHandler(scheme, this, "follow");
        followed.clear();
        stage = std::make_unique<SpokenStage>();
        QVERIFY(stage->open());
    }
    void cleanup()
    {
        for (const QString &scheme : schemes)
            QDesktopServices::unsetUrlHandler(scheme);
    }

    void aClickFollowsALink()
    {
        const QSignalSpy requested(stage->thread, &ThreadView::linkRequested);
        const QModelIndex row = stage->hear(QStringLiteral("See https://a.example/b and maria@a.example"));
        stage->click(stage->pointAt(row, 1));
        QVERIFY(requested.isEmpty());
        stage->click(stage->pointAt(row, 8));
        QCOMPARE(followed, QStringList(QStringLiteral("https://a.example/b")));
        stage->click(stage->pointAt(row, 32));
        QCOMPARE(followed.last(), QStringLiteral("mailto:maria@a.example"));
        QVERIFY(stage->thread->selectedText().isEmpty());
        QTest::mousePress(view(), Qt::LeftButton, {}, stage->pointAt(row, 8));
        QTest::mouseMove(view(), stage->pointAt(row, 8) + QPoint(4, 1)); // a hand is never quite still
        QTest::mouseRelease(view(), Qt::LeftButton, {}, stage->pointAt(row, 8) + QPoint(4, 1));
        QCOMPARE(requested.size(), 3);
    }

    void nothingElseFollowsIt_data()
    {
        QTest::addColumn<int>("from");
        QTest::addColumn<int>("to");
        QTest::newRow("a drag over it") << 0 << 23;
        QTest::newRow("that ends in it") << 0 << 12;
        QTest::newRow("that begins in it") << 12 << 22;
        QTest::newRow("within it") << 6 << 18;
    }
    void nothingElseFollowsIt()
    {
        QFETCH(int, from);
        QFETCH(int, to);
        const QSignalSpy requested(stage->thread, &ThreadView::linkRequested);
        const QString text = QStringLiteral("See https://a.example/b and more");
        stage->drag(stage->hear(text), from, to);
        QVERIFY(requested.isEmpty());
        QCOMPARE(stage->thread->selectedText(), text.mid(from, to - from));
    }

    void aWordInALinkIsSelected()
    {
        const QSignalSpy requested(stage->thread, &ThreadView::linkRequested);
        const QModelIndex row = stage->hear(QStringLiteral("See https://a.example/walnut"));
        QTest::mouseDClick(view(), Qt::LeftButton, {}, stage->pointAt(row, 24));
        QTest::mouseRelease(view(), Qt::LeftButton, {}, stage->pointAt(row, 24));
        QCOMPARE(stage->thread->selectedText(), QStringLiteral("walnut"));
        QVERIFY(requested.isEmpty());
    }

    void showsWhatCanBeDone()
    {
        const QModelIndex row = stage->hear(QStringLiteral("See https://a.example/b"));
        const MessageLayout at = stage->layoutOf(row);
        const QPoint corner = stage->thread->visualRect(row).topLeft();
        QCOMPARE(stage->cursorAt(stage->pointAt(row, 1)), Qt::IBeamCursor);
        QCOMPARE(stage->cursorAt(stage->pointAt(row, 8)), Qt::PointingHandCursor);
        QCOMPARE(stage->cursorAt(at.foot.center() + corner), Qt::ArrowCursor);
        QCOMPARE(stage->cursorAt(at.avatar.center() + corner), Qt::ArrowCursor);
    }

    void tellsWhereALinkLeads()
    {
        const QModelIndex row = stage->hear(QStringLiteral("See https://bank.example@evil.example/?a&b"));
        QHelpEvent event(QEvent::ToolTip, stage->pointAt(row, 8), view()->mapToGlobal(stage->pointAt(row, 8)));
        QCoreApplication::sendEvent(view(), &event);
        QVERIFY2(QToolTip::text().contains(QStringLiteral("https://evil.example/?a&amp;b")),
                 qPrintable(QToolTip::text()));
        QVERIFY(!QToolTip::text().contains(QStringLiteral("bank")));
    }

    void theMenuHasTheLinks()
    {
        const QModelIndex row = stage->hear(QStringLiteral("See https://a.example/b?c"));
        stage->menuAction(row, QStringLiteral("Open link"))->trigger();
        QCOMPARE(followed, QStringList(QStringLiteral("https://a.example/b?c")));
        stage->menuAction(row, QStringLiteral("Copy link"))->trigger();
        QCOMPARE(QGuiApplication::clipboard()->text(), QStringLiteral("https://a.example/b?c"));
        const QModelIndex mail = stage->hear(QStringLiteral("maria@a.example, yes, maria@a.example"));
        stage->menuAction(mail, QStringLiteral("Copy address"))->trigger();
        QCOMPARE(QGuiApplication::clipboard()->text(), QStringLiteral("maria@a.example"));
    }

    void theKeyboardChoosesAmongLinks()
    {
        const QModelIndex row = stage->hear(QStringLiteral("https://a.example/?b&c or www.d.example"));
        stage->thread->setFocus();
        stage->thread->setCurrentIndex(row);
        QTest::keyClick(stage->thread, Qt::Key_Return);
        QVERIFY(followed.isEmpty());
        const auto menus = stage->find<QMenu>("messageMenu")->findChildren<QMenu *>(QStringLiteral("linkMenu"));
        QCOMPARE(menus.size(), 2);
        QCOMPARE(menus.at(0)->title(), QStringLiteral("https://a.example/?b&&c"));
        QCOMPARE(menus.at(1)->title(), QStringLiteral("https://www.d.example"));
        menus.at(1)->actions().first()->trigger();
        QCOMPARE(followed, QStringList(QStringLiteral("https://www.d.example")));
    }

    void enterFollowsTheOnlyLink()
    {
        const QModelIndex row = stage->hear(QStringLiteral("See www.a.example"));
        stage->thread->setFocus();
        stage->thread->setCurrentIndex(row);
        QTest::keyClick(stage->thread, Qt::Key_Return);
        QCOMPARE(followed, QStringList(QStringLiteral("https://www.a.example")));
        stage->hear(QStringLiteral("See www.a.example"), 1);
        stage->thread->setCurrentIndex(stage->last());
        QTest::keyClick(stage->thread, Qt::Key_Return); // goes to what it answers, as without a link
        QCOMPARE(followed.size(), 1);
        QCOMPARE(stage->thread->currentIndex().row(), 0);
    }

    void whatIsDeletedLeadsNowhere()
    {
        stage->hear(QStringLiteral("See www.a.example"));
        stage->change([](api::Message &message) { message.deletedAt = message.createdAt; });
        QVERIFY(!stage->menuAction(stage->last(), QStringLiteral("Open link")));
    }

private:
    QWidget *view() const { return stage->thread->viewport(); }

    std::unique_ptr<SpokenStage> stage;
    QStringList followed;
    const QStringList schemes{QStringLiteral("https"), QStringLiteral("mailto")};
};

QTEST_MAIN(LinkFollowingTest)
#include "tst_linkfollowing.moc"
