#pragma once

#include "console/settings/preferences.h"
#include "console/store/account.h"

#include <QDialog>

class QCheckBox;
class QComboBox;
class QLabel;
class QLineEdit;
class QListWidget;
class QSlider;
class QSpinBox;
class QStackedWidget;

namespace deskbell::console {

class SettingsForm;

/// What the settings need to be asked about.
struct SettingsStart
{
    Preferences preferences;
    QList<Account> accounts;
    /// Code and name of each language there is.
    QList<std::pair<QString, QString>> languages;
    /// Code and name of each dictionary that is installed.
    QList<std::pair<QString, QString>> dictionaries{};
    QStringList words{}; ///< Of one's own, which no dictionary knows.
    bool hasTray = true; ///< Whether this desktop has one at all.
};

/// All settings, in pages; nothing changes before it is accepted.
class SettingsDialog final : public QDialog
{
    Q_OBJECT

public:
    SettingsDialog(const Theme &theme, const SettingsStart &start, QWidget *parent = nullptr);

    /// What the person chose.
    Preferences preferences() const;
    /// Empty: as it was before.
    QString proxyPassword() const;
    /// Those that were not removed.
    QList<Account> accounts() const { return m_accounts; }

    /// Of one's own words.
    const QStringList &removedWords() const { return m_removedWords; }

    void accept() override;

Q_SIGNALS:
    /// The person wants to hear the bell as loud as it is set now.
    void bellTried(int volume);

private:
    void addPage(SettingsForm *page, const QString &icon, const QString &name);
    SettingsForm *lookPage();
    SettingsForm *writingPage();
    SettingsForm *alertsPage();
    SettingsForm *programPage();
    SettingsForm *networkPage();
    SettingsForm *desksPage();
    void fillAccounts();
    void settle();

    const Theme &m_theme;
    const SettingsStart m_start;
    QList<Account> m_accounts;
    QListWidget *m_places;
    QStackedWidget *m_pages;
    QComboBox *m_appearance = nullptr;
    QComboBox *m_language = nullptr;
    QComboBox *m_spelling = nullptr;
    QListWidget *m_words = nullptr;
    QStringList m_removedWords;
    QCheckBox *m_sound = nullptr;
    QSlider *m_volume = nullptr;
    QSpinBox *m_repeat = nullptr;
    QCheckBox *m_notifications = nullptr;
    QCheckBox *m_tray = nullptr;
    QCheckBox *m_closeToTray = nullptr;
    QCheckBox *m_autostart = nullptr;
    QComboBox *m_proxyMode = nullptr;
    QComboBox *m_proxyKind = nullptr;
    QLineEdit *m_proxyHost = nullptr;
    QSpinBox *m_proxyPort = nullptr;
    QLineEdit *m_proxyUser = nullptr;
    QLineEdit *m_proxyPassword = nullptr;
    QLineEdit *m_caFile = nullptr;
    QListWidget *m_desks = nullptr;
    QLabel *m_problem;
};

} // namespace deskbell::console
