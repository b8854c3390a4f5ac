#pragma once

#include "console/admin/adminview.h"
#include "console/dialogs/dialogquestions.h"
#include "console/theme/systemscheme.h"
#include "console/translation.h"
#include "console/views/deskview.h"
#include "console/views/mainwindow.h"
#include "tests/console/consoleunderdesk.h"
#include "tests/console/fixtureprocess.h"
#include "tests/support/process/serverprocess.h"

#include <QAbstractButton>
#include <QApplication>
#include <QComboBox>
#include <QDialog>
#include <QLabel>
#include <QLineEdit>
#include <QListView>
#include <QListWidget>
#include <QPlainTextEdit>
#include <QSpinBox>
#include <QTest>

#define TRY_VERIFY(condition) QTRY_VERIFY_WITH_TIMEOUT(condition, limitMs)
#define TRY_COMPARE(actual, expected) QTRY_COMPARE_WITH_TIMEOUT(actual, expected, limitMs)

namespace deskbell::console {

inline const QString clara = QStringLiteral("clara@demo.deskbell.example");

/// The real window at the real server, signed in as somebody, and hands for it.
struct AdminStage
{
    Translation translation{QStringLiteral("en")}; // the words that are read below
    SystemScheme system;
    Theme theme{*qApp, system};
    ConsoleUnderDesk desk;
    DialogQuestions questions{theme};
    MainWindow window{theme, *desk.workspace, *desk.client, questions};

    bool signIn(const QUrl &server, const QString &email)
    {
        desk.signIn(server, email);
        window.show();
        return QTest::qWaitForWindowActive(&window) && QTest::qWaitFor([this] { return desk.isOnline(); }, limitMs);
    }
    Office &office() { return desk.workspace->office(); }
    template <class T>
    T *find(const char *name)
    {
        return window.findChild<T *>(QString::fromLatin1(name));
    }
    bool shows(const char *name)
    {
        const auto *found = find<QWidget>(name);
        return found && found->isVisible();
    }
    QString text(const char *label)
    {
        const auto *found = find<QLabel>(label);
        return found && found->isVisible() ? found->text() : QString();
    }
    void click(const char *button) { QTest::mouseClick(find<QAbstractButton>(button), Qt::LeftButton); }
    void write(const char *edit, const QString &text)
    {
        if (auto *line = find<QLineEdit>(edit))
            line->setText(text);
        else
            find<QPlainTextEdit>(edit)->setPlainText(text);
    }
    /// Goes to a page of the administration, and waits until it shows more than its state.
    bool open(const char *page)
    {
        window.desk().showAdmin();
        window.desk().admin()->showPage(QString::fromLatin1(page));
        const QByteArray state = QByteArray(page) + "State";
        return QTest::qWaitFor([&] { return !shows(state.constData()); }, limitMs);
    }
    QStringList rows(const char *list)
    {
        QStringList titles;
        const QAbstractItemModel *model = find<QListView>(list)->model();
        for (int row = 0; row < model->rowCount(); ++row)
            titles.append(model->index(row, 0).data().toString());
        return titles;
    }
    QString listed(const char *list) { return rows(list).join(QStringLiteral(", ")); }
    /// Clicks the row of this title.
    bool choose(const char *list, const QString &title)
    {
        auto *view = find<QListView>(list);
        const int row = int(rows(list).indexOf(title));
        if (row < 0)
            return false;
        QTest::mouseClick(view->viewport(), Qt::LeftButton, {},
                          view->visualRect(view->model()->index(row, 0)).center());
        return true;
    }
    /// The question that stands over the window, null if there is none.
    QDialog *question(const char *name)
    {
        const auto dialogs = window.findChildren<QDialog *>(QString::fromLatin1(name));
        const auto found =
            std::find_if(dialogs.begin(), dialogs.end(), [](QDialog *each) { return each->isVisible(); });
        return found == dialogs.end() ? nullptr : *found; // one that was answered goes a little later
    }
    /// Answers it; false if there is none.
    bool answer(const char *name, bool yes)
    {
        QDialog *dialog = question(name);
        if (!dialog)
            return false;
        QTest::mouseClick(
            dialog->findChild<QAbstractButton *>(yes ? QStringLiteral("acceptButton") : QStringLiteral("rejectButton")),
            Qt::LeftButton);
        return true;
    }
};

} // namespace deskbell::console
