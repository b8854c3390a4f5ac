#include "console/theme/systemscheme.h"
#include "console/theme/theme.h"
#include "console/translation.h"
#include "tests/gui/picture.h"

#include <QAbstractButton>
#include <QAbstractItemView>
#include <QAbstractSpinBox>
#include <QAccessible>
#include <QApplication>
#include <QComboBox>
#include <QHeaderView>
#include <QLineEdit>
#include <QListView>
#include <QMenu>
#include <QPlainTextEdit>
#include <QScrollArea>
#include <QSlider>
#include <QTabBar>
#include <QTest>

using namespace deskbell;
using namespace deskbell::console;

namespace {

constexpr int mostStops = 300;
constexpr int mostParts = 5; // of one control, such as day, month and year, which Tab goes through

QString nameOf(const QWidget *widget)
{
    return QStringLiteral("%1 %2").arg(QLatin1String(widget->metaObject()->className()), widget->objectName());
}

/// Whether one does something with it, so that whoever has no mouse has to come there.
bool isControl(const QWidget *widget)
{
    const QWidget *around = widget->parentWidget();
    const bool inside = qobject_cast<const QLineEdit *>(around) || qobject_cast<const QComboBox *>(around)
        || qobject_cast<const QAbstractSpinBox *>(around) || qobject_cast<const QTabBar *>(around);
    const bool kind = qobject_cast<const QAbstractButton *>(widget) || qobject_cast<const QLineEdit *>(widget)
        || qobject_cast<const QPlainTextEdit *>(widget) || qobject_cast<const QAbstractItemView *>(widget)
        || qobject_cast<const QComboBox *>(widget) || qobject_cast<const QAbstractSpinBox *>(widget)
        || qobject_cast<const QSlider *>(widget) || qobject_cast<const QTabBar *>(widget);
    const bool isHeader = qobject_cast<const QHeaderView *>(widget); // of figures that are not sorted by it
    return kind && !inside && !isHeader && widget->isVisible() && !widget->size().isEmpty() && widget->isEnabled();
}

/// Lists that one walks by arrows from the field where one types, which keeps the focus.
bool isWalkedFromAField(const QWidget *widget)
{
    static const QStringList lists{QStringLiteral("cannedListView"), QStringLiteral("emojiNamesView"),
                                   QStringLiteral("emojiListView"), QStringLiteral("paletteListView"),
                                   QStringLiteral("emojiGroupButton")};
    return lists.contains(widget->objectName());
}

/// Of several that exclude each other one has the focus; arrows lead to the others.
bool isOneOf(const QWidget *widget, const QList<QPointer<QWidget>> &stops)
{
    const auto *button = qobject_cast<const QAbstractButton *>(widget);
    if (!button || !button->autoExclusive())
        return false;
    return std::any_of(stops.begin(), stops.end(), [&](const QWidget *stop) {
        const auto *other = qobject_cast<const QAbstractButton *>(stop);
        return other && other->autoExclusive() && other->parentWidget() == button->parentWidget();
    });
}

} // namespace

/// Every screen and state without a mouse: all that does something is reached by Tab, shows that it has the focus, and
/// says what it is.
class ReachTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void leadsEverywhere_data()
    {
        QTest::addColumn<int>("number");
        const QList<Picture> all = pictures();
        for (int i = 0; i < int(all.size()); ++i) {
            if (all.at(i).direction == Qt::LeftToRight)
                QTest::newRow(qPrintable(all.at(i).name)) << i;
        }
    }

    void leadsEverywhere()
    {
        QFETCH(int, number);
        const Picture picture = pictures().at(number);
        PictureStage stage(m_theme);
        stage.window.resize(picture.size);
        stage.window.show();
        QVERIFY(QTest::qWaitForWindowActive(&stage.window));
        picture.play(stage);
        if (QApplication::activePopupWidget()) // a menu, which is walked by arrows
            return;
        QWidget *top = QApplication::activeModalWidget() ? QApplication::activeModalWidget() : &stage.window;
        top->activateWindow();
        QVERIFY(QTest::qWaitForWindowActive(top));
        const QList<QPointer<QWidget>> stops = walk(top);
        const auto all = top->findChildren<QWidget *>();
        for (QWidget *each : all) {
            if (each->window() == top && isControl(each) && !stops.contains(each) && !isOneOf(each, stops)
                && !isWalkedFromAField(each))
                m_problems.append(nameOf(each) + QStringLiteral(" is not reached"));
        }
        m_problems.removeDuplicates();
        QVERIFY2(m_problems.isEmpty(), qPrintable(m_problems.join(QStringLiteral("; "))));
        QVERIFY(!stops.isEmpty());
    }

    void fitsAtAHighScale_data()
    {
        QTest::addColumn<int>("number");
        const QList<Picture> all = picturesAt(300);
        for (int i = 0; i < int(all.size()); ++i)
            QTest::newRow(qPrintable(all.at(i).name)) << i;
    }

    /// Windows and dialogs are no larger than what a usual display has at three times the scale.
    void fitsAtAHighScale()
    {
        QFETCH(int, number);
        const Picture picture = picturesAt(300).at(number);
        PictureStage stage(m_theme);
        stage.window.resize(picture.size);
        stage.window.show();
        QVERIFY(QTest::qWaitForWindowActive(&stage.window));
        picture.play(stage);
        const QWidget *dialog = QApplication::activeModalWidget();
        const QSize found = dialog ? dialog->size() : stage.window.size();
        QVERIFY2(found.width() <= picture.size.width() && found.height() <= picture.size.height(),
                 qPrintable(QStringLiteral("%1 × %2").arg(found.width()).arg(found.height())));
    }

    void init() { m_problems.clear(); }

private:
    QList<QPointer<QWidget>> walk(QWidget *top)
    {
        QList<QPointer<QWidget>> stops;
        int stays = 0;
        for (int step = 0; step < mostStops; ++step) {
            const QPointer<QWidget> before = QApplication::focusWidget();
            QTest::keyClick(top->windowHandle(), Qt::Key_Tab);
            const QPointer<QWidget> stop = QApplication::focusWidget();
            if (stop && stop == before && ++stays < mostParts)
                continue;
            stays = 0;
            if (!stop || stops.contains(stop)) // all round; what was not come to is named by the caller
                break;
            stops.append(stop);
            listen(stop);
            look(stop);
        }
        return stops;
    }

    /// What a reader says there.
    void listen(QWidget *stop)
    {
        QAccessibleInterface *spoken = QAccessible::queryAccessibleInterface(stop);
        if (!spoken || spoken->text(QAccessible::Name).isEmpty())
            m_problems.append(nameOf(stop) + QStringLiteral(" has no name"));
        else if (spoken->role() == QAccessible::NoRole
                 || (spoken->role() == QAccessible::Client && !qobject_cast<QScrollArea *>(stop)))
            m_problems.append(nameOf(stop) + QStringLiteral(" has no role"));
        const auto *list = qobject_cast<QListView *>(stop);
        for (int row = 0; spoken && list && row < std::min(list->model()->rowCount(), 30); ++row) {
            QAccessibleInterface *item = spoken->child(row);
            if (!item || item->text(QAccessible::Name).isEmpty())
                m_problems.append(nameOf(stop) + QStringLiteral(" has a row without a name"));
        }
    }

    /// Whether it looks otherwise than without the focus. A cursor alone, which is not always there, is not enough.
    void look(QWidget *stop)
    {
        auto *line = qobject_cast<QLineEdit *>(stop);
        auto *text = qobject_cast<QPlainTextEdit *>(stop);
        const bool wasReadOnly = line ? line->isReadOnly() : text && text->isReadOnly();
        const auto setReadOnly = [&](bool readOnly) {
            if (line)
                line->setReadOnly(readOnly);
            if (text)
                text->setReadOnly(readOnly);
        };
        setReadOnly(true);
        QWidget *ground = stop->parentWidget() ? stop->parentWidget() : stop; // which may carry the ring
        const QImage with = ground->grab().toImage();
        stop->clearFocus();
        if (ground->grab().toImage() == with)
            m_problems.append(nameOf(stop) + QStringLiteral(" does not show its focus"));
        setReadOnly(wasReadOnly);
        stop->setFocus(Qt::TabFocusReason);
    }

    const Translation m_translation{QStringLiteral("en")};
    SystemScheme m_system;
    Theme m_theme{*qApp, m_system};
    QStringList m_problems;
};

QTEST_MAIN(ReachTest)
#include "tst_reach.moc"
