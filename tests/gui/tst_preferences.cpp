#include "console/dialogs/settingsdialog.h"
#include "console/net/refusal.h"
#include "console/notify/bellringer.h"
#include "console/settings/autostart.h"
#include "tests/gui/stage.h"

#include <QCheckBox>
#include <QComboBox>
#include <QLabel>
#include <QLineEdit>
#include <QListWidget>
#include <QMenu>
#include <QPushButton>
#include <QSettings>
#include <QSignalSpy>
#include <QSlider>
#include <QSpinBox>
#include <QStandardPaths>
#include <QTemporaryDir>
#include <QtEndian>

using namespace deskbell;
using namespace deskbell::console;

Q_DECLARE_METATYPE(deskbell::console::Preferences)

/// What people set: asked, kept, and the same again next time.
class PreferencesTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        stage = std::make_unique<Stage>();
        stage->window.setLanguages(
            {{QStringLiteral("de"), QStringLiteral("Deutsch")}, {QStringLiteral("en"), QStringLiteral("English")}});
        stage->window.setAccounts({first, second}, first);
        QVERIFY(stage->show());
    }
    void cleanup() { stage.reset(); }

    void givesBackWhatItWasGiven()
    {
        Preferences odd{.appearance = Appearance::Light,
                        .language = QStringLiteral("en"),
                        .sound = false,
                        .volume = 35,
                        .repeatSeconds = 12,
                        .notifications = false,
                        .tray = false,
                        .closeToTray = false,
                        .autostart = true,
                        .proxy = {ProxyMode::Manual, ProxyKind::Socks5, QStringLiteral("proxy.example"), 1080,
                                  QStringLiteral("ida")},
                        .caFile = QStringLiteral("/etc/hostname")};
        const SettingsDialog dialog(stage->theme, {odd, {}, {{QStringLiteral("en"), QStringLiteral("English")}}});
        QCOMPARE(dialog.preferences(), odd);
        const SettingsDialog plain(stage->theme, {});
        QCOMPARE(plain.preferences(), Preferences());
    }

    void tellsWhatWasChosen()
    {
        const QSignalSpy chosen(&stage->window, &MainWindow::preferencesChosen);
        QTest::keyClick(&stage->window, Qt::Key_Comma, Qt::ControlModifier);
        find<QComboBox>("appearanceComboBox")->setCurrentIndex(int(Appearance::Dark));
        find<QComboBox>("languageComboBox")->setCurrentIndex(1);
        find<QCheckBox>("soundCheckBox")->click();
        QVERIFY(!find<QSlider>("volumeSlider")->isEnabled());
        stage->click(find<QPushButton>("acceptButton"));
        QCOMPARE(chosen.size(), 1);
        const auto preferences = chosen.first().first().value<Preferences>();
        QCOMPARE(preferences,
                 (Preferences{.appearance = Appearance::Dark, .language = QStringLiteral("de"), .sound = false}));
        QCOMPARE(stage->theme.scheme(), Scheme::Dark); // at once
        QVERIFY(!stage->find<QAction>("soundAction")->isChecked());
    }

    void changesNothingWithoutSaving()
    {
        const QSignalSpy chosen(&stage->window, &MainWindow::preferencesChosen);
        const QSignalSpy kept(&stage->window, &MainWindow::accountsKept);
        stage->window.showSettings();
        find<QCheckBox>("soundCheckBox")->click();
        find<QPushButton>("removeDeskButton")->click();
        stage->click(find<QPushButton>("rejectButton"));
        QVERIFY(chosen.isEmpty());
        QVERIFY(kept.isEmpty());
    }

    void asksForWhatIsMissing()
    {
        stage->window.showSettings();
        find<QComboBox>("proxyModeComboBox")->setCurrentIndex(int(ProxyMode::Manual));
        stage->click(find<QPushButton>("acceptButton"));
        QVERIFY(find<QLabel>("settingsProblemLabel")->text().contains(QStringLiteral("proxy")));
        QVERIFY(find<QLineEdit>("proxyHostEdit")->isVisible()); // its page came forward
        find<QLineEdit>("proxyHostEdit")->setText(QStringLiteral("proxy.example"));
        find<QLineEdit>("caFileEdit")->setText(QStringLiteral("/nowhere.pem"));
        stage->click(find<QPushButton>("acceptButton"));
        QVERIFY(find<QLabel>("settingsProblemLabel")->text().contains(QStringLiteral("/nowhere.pem")));
        QVERIFY(stage->find<SettingsDialog>()->isVisible());
    }

    void showsNoListOfWordsWithoutWords()
    {
        stage->window.showSettings();
        QVERIFY(!find<QListWidget>("wordsList"));
        QVERIFY(!find<QPushButton>("removeWordButton")); // it could do nothing
    }

    void removesADesk()
    {
        const QSignalSpy kept(&stage->window, &MainWindow::accountsKept);
        stage->window.showSettings();
        find<QListWidget>("desksList")->setCurrentRow(1);
        find<QPushButton>("removeDeskButton")->click();
        stage->click(find<QPushButton>("acceptButton"));
        QCOMPARE(kept.size(), 1);
        QCOMPARE(kept.first().first().value<QList<Account>>(), QList<Account>{first});
    }

    void goesToAnotherDesk()
    {
        const QSignalSpy chosen(&stage->window, &MainWindow::accountChosen);
        stage->click(stage->find<QPushButton>("otherDesksButton"));
        auto *menu = stage->find<QMenu>("accountMenu");
        QVERIFY(menu);
        QVERIFY(!menu->actions().first()->isChecked()); // nobody has filled the fields in
        menu->actions().at(1)->trigger();
        QCOMPARE(chosen.last().first().value<Account>(), second);
        menu->close();
        stage->window.showAccounts();
        const auto menus =
            stage->window.findChildren<QMenu *>(QStringLiteral("accountMenu"), Qt::FindDirectChildrenOnly);
        QVERIFY(menus.last()->actions().first()->isChecked());
        menus.last()->actions().first()->trigger(); // where one is already
        QCOMPARE(chosen.size(), 1);
        menus.last()->actions().last()->trigger();
        QCOMPARE(chosen.last().first().value<Account>(), Account());
    }

    void takesNothingThatIsOutOfBounds()
    {
        const QTemporaryDir folder;
        QSettings settings(folder.filePath(QStringLiteral("console.ini")), QSettings::IniFormat);
        settings.setValue(QStringLiteral("alerts/volume"), 400);
        settings.setValue(QStringLiteral("alerts/repeatSeconds"), QStringLiteral("often"));
        settings.setValue(QStringLiteral("network/proxyPort"), 0);
        settings.setValue(QStringLiteral("network/proxy"), QStringLiteral("tunnel"));
        QCOMPARE(readPreferences(settings), Preferences());
    }

    void startsWithTheDesktop()
    {
        const QTemporaryDir folder;
        const QString program = folder.filePath(QStringLiteral("our \"console\" $1 \\ 100%"));
        const QString place = folder.filePath(QStringLiteral("autostart"));
        Autostart autostart(program, QStringLiteral("/home/Ida `Q`"), place);
        QVERIFY(!autostart.isOn());
        QVERIFY(autostart.set(true));
        QVERIFY(autostart.isOn());
        QFile file(autostart.path());
        QVERIFY(file.open(QFile::ReadOnly));
        const QByteArray text = file.readAll();
        QVERIFY(text.startsWith("[Desktop Entry]\n"));
        QCOMPARE(wordsOf(text), (QStringList{program, QStringLiteral("--profile"), QStringLiteral("/home/Ida `Q`")}));
        file.close();
        QVERIFY(file.open(QFile::Append));
        file.write("Hidden = true\n"); // as desktops do it
        file.close();
        QVERIFY(!autostart.isOn());
        QVERIFY(autostart.set(true));
        QVERIFY(autostart.isOn());
        QVERIFY(autostart.set(false));
        QVERIFY(!QFile::exists(autostart.path()));
        Autostart nowhere(program, QStringLiteral("/home/Ida"), QStringLiteral("/dev/null/autostart"));
        QVERIFY(!nowhere.set(true));
    }

    void startsEachProfileByItself()
    {
        const QTemporaryDir folder;
        const QString program = QStringLiteral("/usr/bin/deskbell-console");
        Autostart work(program, QStringLiteral("/home/ida/work"), folder.path());
        Autostart leisure(program, QStringLiteral("/home/ida/leisure"), folder.path());
        QVERIFY(work.set(true));
        QVERIFY(!leisure.isOn());
        QVERIFY(leisure.set(true));
        QVERIFY(work.set(false));
        QVERIFY(leisure.isOn());
        // A console that has been moved is started by no file that says where it was.
        Autostart moved(QStringLiteral("/opt/deskbell-console"), QStringLiteral("/home/ida/leisure"), folder.path());
        QVERIFY(!moved.isOn());
        QVERIFY(moved.set(true));
        QVERIFY(moved.isOn());
        QVERIFY(!leisure.isOn());
        QVERIFY(leisure.set(false)); // off is off, whatever the file starts
        QVERIFY(!moved.isOn());
        const QString usual = QStandardPaths::writableLocation(QStandardPaths::AppDataLocation);
        QVERIFY(Autostart(program, usual, folder.path()).path().endsWith(QStringLiteral("/deskbell-console.desktop")));
    }

    void ringsSofter()
    {
        QByteArray wave(48, '\0');
        qToLittleEndian(qint16(-20'000), wave.data() + 44);
        qToLittleEndian(qint16(10'000), wave.data() + 46);
        QCOMPARE(softened(wave, 100), wave);
        const QByteArray half = softened(wave, 50);
        QCOMPARE(qFromLittleEndian<qint16>(half.constData() + 44), qint16(-5'000));
        QCOMPARE(qFromLittleEndian<qint16>(half.constData() + 46), qint16(2'500));
        QCOMPARE(softened(wave, 0), QByteArray(48, '\0'));
    }

    void refusesInThePersonsLanguage_data()
    {
        QTest::addColumn<int>("code");
        for (int code = 0; code <= int(ErrorCode::Disconnected); ++code)
            QTest::addRow("%s", wireName(ErrorCode(code)).data()) << code;
    }

    void refusesInThePersonsLanguage()
    {
        QFETCH(int, code);
        const Error server{ErrorCode(code), defaultMessage(ErrorCode(code))};
        const QString english = inOurWords(server).message;
        QVERIFY(!english.isEmpty());
        const Translation german(QStringLiteral("de"));
        QVERIFY2(inOurWords(server).message != english,
                 "console/net/refusal.cpp has no words for it, or no German ones");
    }

    void keepsWhatOnlyTheServerKnows()
    {
        const Error news{ErrorCode::Internal, QStringLiteral("The moon is in the wrong house.")};
        QCOMPARE(inOurWords(news), news);
        const Error ours{ErrorCode::Disconnected, QStringLiteral("The server has gone silent.")};
        QCOMPARE(inOurWords(ours), ours);
        Error slow{ErrorCode::TooManyRequests};
        slow.retryAfterSeconds = 30;
        QVERIFY(inOurWords(slow).message.contains(QStringLiteral("30 seconds")));
    }

private:
    template <class T>
    T *find(const char *name) const
    {
        return stage->find<SettingsDialog>()->findChild<T *>(QString::fromLatin1(name));
    }

    /// Undoes the two layers of quoting as the Desktop Entry Specification tells desktops to.
    static QStringList wordsOf(const QByteArray &text)
    {
        const qsizetype from = text.indexOf("Exec=") + 5;
        QString line = QString::fromUtf8(text.mid(from, text.indexOf('\n', from) - from));
        line.replace(QStringLiteral("\\\\"), QStringLiteral("\\")).replace(QStringLiteral("%%"), QStringLiteral("%"));
        QStringList words;
        bool quoted = false;
        for (qsizetype i = 0; i < line.size(); ++i) {
            if (line.at(i) == QLatin1Char('"')) {
                quoted = !quoted;
                if (quoted)
                    words.append(QString());
            } else if (quoted) {
                i += line.at(i) == QLatin1Char('\\') ? 1 : 0;
                words.last().append(line.at(i));
            }
        }
        return words;
    }

    const Account first{QUrl(QStringLiteral("https://desk.example")), QStringLiteral("anna@desk.example")};
    const Account second{QUrl(QStringLiteral("https://other.example:8443")), QStringLiteral("a.keller@other.example")};
    std::unique_ptr<Stage> stage;
};

QTEST_MAIN(PreferencesTest)
#include "tst_preferences.moc"
