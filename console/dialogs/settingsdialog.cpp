#include "console/dialogs/settingsdialog.h"

#include "console/dialogs/passwordedit.h"
#include "console/dialogs/settingsform.h"

#include <QCheckBox>
#include <QComboBox>
#include <QFileInfo>
#include <QLabel>
#include <QLineEdit>
#include <QListWidget>
#include <QPushButton>
#include <QScrollArea>
#include <QSlider>
#include <QSpinBox>
#include <QStackedWidget>
#include <QVBoxLayout>

namespace deskbell::console {

namespace {

constexpr int listRowHeight = 36;

/// Style sheets do not tell a list how high its rows are.
void addTo(QListWidget &list, const QString &text)
{
    auto *item = new QListWidgetItem(text, &list);
    item->setSizeHint({0, listRowHeight});
}

} // namespace

SettingsDialog::SettingsDialog(const Theme &theme, const SettingsStart &start, QWidget *parent)
    : QDialog(parent), m_theme(theme), m_start(start), m_accounts(start.accounts), m_places(new QListWidget(this)),
      m_pages(new QStackedWidget(this)), m_problem(new QLabel(this))
{
    setObjectName(QStringLiteral("settingsDialog"));
    setWindowTitle(tr("Settings"));
    m_places->setObjectName(QStringLiteral("settingsPlacesList"));
    m_places->setAccessibleName(tr("Settings"));
    m_places->setFixedWidth(168);
    m_places->setIconSize({20, 20});
    addPage(lookPage(), QStringLiteral("screen"), tr("Appearance"));
    addPage(writingPage(), QStringLiteral("edit"), tr("Writing"));
    addPage(alertsPage(), QStringLiteral("bell"), tr("Alerts"));
    addPage(programPage(), QStringLiteral("settings"), tr("Program"));
    addPage(networkPage(), QStringLiteral("globe"), tr("Network"));
    addPage(desksPage(), QStringLiteral("server"), tr("Desks"));
    connect(m_places, &QListWidget::currentRowChanged, m_pages, &QStackedWidget::setCurrentIndex);

    m_problem->setObjectName(QStringLiteral("settingsProblemLabel"));
    m_problem->setTextFormat(Qt::PlainText);
    m_problem->setProperty("tone", QStringLiteral("danger"));
    m_problem->setWordWrap(true);
    auto *cancel = new QPushButton(tr("Cancel"), this);
    cancel->setObjectName(QStringLiteral("rejectButton"));
    cancel->setAutoDefault(false);
    auto *save = new QPushButton(tr("Save"), this);
    save->setObjectName(QStringLiteral("acceptButton"));
    save->setProperty("kind", QStringLiteral("primary"));
    save->setDefault(true);
    connect(cancel, &QPushButton::clicked, this, &QDialog::reject);
    connect(save, &QPushButton::clicked, this, &SettingsDialog::accept);

    auto *foot = new QHBoxLayout;
    foot->setSpacing(space::s);
    foot->addWidget(m_problem, 1);
    foot->addWidget(cancel);
    foot->addWidget(save);
    auto *right = new QVBoxLayout;
    right->setContentsMargins(space::xl, space::xl, space::xl, space::l);
    right->addWidget(SettingsForm::scrolled(m_pages), 1);
    right->addSpacing(space::m);
    right->addLayout(foot);
    auto *row = new QHBoxLayout(this);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(0);
    row->addWidget(m_places);
    row->addLayout(right, 1);
    resize(QSize(680, 480).boundedTo(parent ? parent->size() - QSize(space::xl, space::xl) : QSize(680, 480)));
    m_places->setCurrentRow(0);
    settle();
}

void SettingsDialog::addPage(SettingsForm *page, const QString &icon, const QString &name)
{
    page->close();
    m_pages->addWidget(page);
    new QListWidgetItem(m_theme.icon(icon, Token::Ink2), name, m_places);
}

SettingsForm *SettingsDialog::lookPage()
{
    auto *page = new SettingsForm(m_theme, tr("Appearance"), this);
    m_appearance =
        page->addChoice(QStringLiteral("appearanceComboBox"), tr("Light or dark"),
                        {tr("Like the system"), tr("Light"), tr("Dark")}, int(m_start.preferences.appearance));
    QStringList names{tr("Like the system")};
    int current = 0;
    for (const auto &[code, name] : m_start.languages) {
        names.append(name);
        if (code == m_start.preferences.language)
            current = int(names.size()) - 1;
    }
    m_language = page->addChoice(QStringLiteral("languageComboBox"), tr("Language"), names, current);
    page->addHint(tr("Another language is used from the next start on."));
    return page;
}

SettingsForm *SettingsDialog::writingPage()
{
    const QString &before = m_start.preferences.spelling;
    auto *page = new SettingsForm(m_theme, tr("Writing"), this);
    QStringList names{tr("Like the language"), tr("Off")};
    int current = before == noSpelling ? 1 : 0;
    for (const auto &[code, name] : m_start.dictionaries) {
        names.append(name);
        if (code == before)
            current = int(names.size()) - 1;
    }
    m_spelling = page->addChoice(QStringLiteral("spellingComboBox"), tr("Spelling"), names, current);
    page->addHint(
        m_start.dictionaries.isEmpty()
            ? tr("No dictionary of hunspell is installed on this computer, such as the package hunspell-en-us.")
            : tr("Dictionaries of hunspell that are installed on this computer. F7 goes to the next mistake."));
    if (m_start.words.isEmpty()) {
        page->addHint(tr("Words that you add while you write are listed here."));
        return page;
    }
    m_words = new QListWidget(page);
    m_words->setObjectName(QStringLiteral("wordsList"));
    for (const QString &each : m_start.words)
        addTo(*m_words, each);
    page->addRow(tr("My words"), m_words);
    auto *remove = new QPushButton(tr("Remove"), page);
    remove->setObjectName(QStringLiteral("removeWordButton"));
    remove->setAutoDefault(false);
    remove->setEnabled(false);
    connect(m_words, &QListWidget::currentRowChanged, remove, [remove](int row) { remove->setEnabled(row >= 0); });
    connect(remove, &QPushButton::clicked, this, [this] {
        const std::unique_ptr<QListWidgetItem> word(m_words->takeItem(m_words->currentRow()));
        if (word)
            m_removedWords.append(word->text());
    });
    auto *row = new QWidget(page);
    auto *line = new QHBoxLayout(row);
    line->setContentsMargins(0, 0, 0, 0);
    line->addStretch();
    line->addWidget(remove);
    page->addWide(row);
    return page;
}

SettingsForm *SettingsDialog::alertsPage()
{
    const Preferences &before = m_start.preferences;
    auto *page = new SettingsForm(m_theme, tr("Alerts"), this);
    m_notifications = page->addCheck(QStringLiteral("notificationsCheckBox"), tr("Show the desktop's notifications"),
                                     before.notifications);
    m_sound = page->addCheck(QStringLiteral("soundCheckBox"), tr("Ring the bell until somebody takes the chat"),
                             before.sound);
    page->addHint(tr("Without the bell alerts are seen only: in the window, as notifications and as numbers on the "
                     "icons."));
    m_volume = new QSlider(Qt::Horizontal, page);
    m_volume->setObjectName(QStringLiteral("volumeSlider"));
    m_volume->setRange(0, 100);
    m_volume->setPageStep(10);
    m_volume->setProperty("mirrored", isRightToLeft()); // style sheets do not know which side is the full one
    m_volume->setValue(before.volume);
    auto *listen = new QPushButton(tr("Listen"), page);
    listen->setObjectName(QStringLiteral("listenButton"));
    listen->setAutoDefault(false);
    connect(listen, &QPushButton::clicked, this, [this] { Q_EMIT bellTried(m_volume->value()); });
    page->addRow(tr("Volume"), {m_volume, listen});
    m_repeat = new QSpinBox(page);
    m_repeat->setObjectName(QStringLiteral("repeatSpinBox"));
    m_repeat->setRange(leastRepeatSeconds, mostRepeatSeconds);
    m_repeat->setSuffix(tr(" s"));
    m_repeat->setValue(before.repeatSeconds);
    page->addRow(tr("Ring again after"), m_repeat);
    connect(m_sound, &QCheckBox::toggled, this, &SettingsDialog::settle);
    return page;
}

SettingsForm *SettingsDialog::programPage()
{
    const Preferences &before = m_start.preferences;
    auto *page = new SettingsForm(m_theme, tr("Program"), this);
    m_tray = page->addCheck(QStringLiteral("trayCheckBox"), tr("Show the bell in the tray"), before.tray);
    m_closeToTray = page->addCheck(QStringLiteral("closeToTrayCheckBox"),
                                   tr("Go on in the tray when the window is closed"), before.closeToTray);
    if (!m_start.hasTray)
        page->addHint(tr("This desktop has no tray; closing the window ends the program."));
    m_autostart = page->addCheck(QStringLiteral("autostartCheckBox"), tr("Start with the desktop"), before.autostart);
    connect(m_tray, &QCheckBox::toggled, this, &SettingsDialog::settle);
    return page;
}

SettingsForm *SettingsDialog::networkPage()
{
    const Preferences &before = m_start.preferences;
    auto *page = new SettingsForm(m_theme, tr("Network"), this);
    m_proxyMode = page->addChoice(QStringLiteral("proxyModeComboBox"), tr("Proxy"),
                                  {tr("Like the system"), tr("None"), tr("This one")}, int(before.proxy.mode));
    m_proxyHost = new QLineEdit(before.proxy.host, page);
    m_proxyHost->setObjectName(QStringLiteral("proxyHostEdit"));
    m_proxyHost->setPlaceholderText(tr("proxy.example.com"));
    m_proxyPort = new QSpinBox(page);
    m_proxyPort->setObjectName(QStringLiteral("proxyPortSpinBox"));
    m_proxyPort->setAccessibleName(tr("Port of the proxy"));
    m_proxyPort->setRange(1, 65'535);
    m_proxyPort->setValue(before.proxy.port);
    m_proxyKind = new QComboBox(page);
    m_proxyKind->setObjectName(QStringLiteral("proxyKindComboBox"));
    m_proxyKind->setAccessibleName(tr("Kind of the proxy"));
    m_proxyKind->addItems({QStringLiteral("HTTP"), QStringLiteral("SOCKS 5")});
    m_proxyKind->setCurrentIndex(int(before.proxy.kind));
    page->addRow(tr("Address of the proxy"), {m_proxyHost, m_proxyPort, m_proxyKind});
    m_proxyUser = new QLineEdit(before.proxy.user, page);
    m_proxyUser->setObjectName(QStringLiteral("proxyUserEdit"));
    m_proxyUser->setPlaceholderText(tr("If it asks for one"));
    page->addRow(tr("User of the proxy"), m_proxyUser);
    m_proxyPassword = new PasswordEdit(m_theme, page);
    m_proxyPassword->setObjectName(QStringLiteral("proxyPasswordEdit"));
    if (!before.proxy.user.isEmpty())
        m_proxyPassword->setPlaceholderText(tr("As before"));
    page->addRow(tr("Password of the proxy"), m_proxyPassword);
    connect(m_proxyUser, &QLineEdit::textChanged, this, &SettingsDialog::settle);
    m_caFile = new QLineEdit(before.caFile, page);
    m_caFile->setObjectName(QStringLiteral("caFileEdit"));
    m_caFile->setPlaceholderText(tr("/etc/ssl/our-company.pem"));
    page->addRow(tr("Certificates of your own"), m_caFile);
    page->addHint(tr("A PEM file of certificate authorities to trust beside those of the system."));
    connect(m_proxyMode, &QComboBox::currentIndexChanged, this, &SettingsDialog::settle);
    return page;
}

SettingsForm *SettingsDialog::desksPage()
{
    auto *page = new SettingsForm(m_theme, tr("Desks"), this);
    m_desks = new QListWidget(page);
    m_desks->setObjectName(QStringLiteral("desksList"));
    m_desks->setAccessibleName(tr("Desks"));
    auto *remove = new QPushButton(tr("Remove"), page);
    remove->setObjectName(QStringLiteral("removeDeskButton"));
    remove->setAutoDefault(false);
    connect(m_desks, &QListWidget::currentRowChanged, remove, [remove](int row) { remove->setEnabled(row >= 0); });
    connect(remove, &QPushButton::clicked, this, [this] {
        m_accounts.removeAt(m_desks->currentRow());
        fillAccounts();
    });
    page->addHint(tr("Where you have signed in. A desk that is removed is signed out, and what this computer kept of "
                     "it is deleted, drafts and unsent messages too."));
    m_desks->setFixedHeight(std::clamp(int(m_accounts.size()), 2, 6) * listRowHeight + 10);
    auto *row = new QWidget(page); // "Remove" stays beside what it removes
    auto *column = new QVBoxLayout(row);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(space::s);
    column->addWidget(m_desks);
    column->addWidget(remove, 0, Qt::AlignRight);
    column->addStretch();
    page->addWide(row);
    remove->setEnabled(false);
    fillAccounts();
    return page;
}

void SettingsDialog::fillAccounts()
{
    m_desks->clear();
    for (const Account &each : std::as_const(m_accounts))
        addTo(*m_desks, each.title());
    if (!m_accounts.isEmpty())
        m_desks->setCurrentRow(0);
}

/// What has no effect at the moment cannot be set.
void SettingsDialog::settle()
{
    for (QWidget *each : {static_cast<QWidget *>(m_volume), static_cast<QWidget *>(m_repeat)})
        each->setEnabled(m_sound->isChecked());
    m_tray->setEnabled(m_start.hasTray);
    m_closeToTray->setEnabled(m_start.hasTray && m_tray->isChecked());
    const bool manual = m_proxyMode->currentIndex() == int(ProxyMode::Manual);
    for (QWidget *each : {static_cast<QWidget *>(m_proxyHost), static_cast<QWidget *>(m_proxyPort),
                          static_cast<QWidget *>(m_proxyKind)})
        each->setEnabled(manual);
    m_proxyUser->setEnabled(manual);
    m_proxyPassword->setEnabled(manual && !m_proxyUser->text().trimmed().isEmpty());
}

QString SettingsDialog::proxyPassword() const
{
    return m_proxyPassword->isEnabled() ? m_proxyPassword->text() : QString();
}

Preferences SettingsDialog::preferences() const
{
    Preferences chosen;
    chosen.appearance = Appearance(m_appearance->currentIndex());
    const int language = m_language->currentIndex();
    if (language > 0)
        chosen.language = m_start.languages.at(language - 1).first;
    const int spelling = m_spelling->currentIndex();
    chosen.spelling = spelling == 0 ? QString()
        : spelling == 1             ? noSpelling
                                    : m_start.dictionaries.at(spelling - 2).first;
    chosen.sound = m_sound->isChecked();
    chosen.volume = m_volume->value();
    chosen.repeatSeconds = m_repeat->value();
    chosen.notifications = m_notifications->isChecked();
    chosen.tray = m_tray->isChecked();
    chosen.closeToTray = m_closeToTray->isChecked();
    chosen.autostart = m_autostart->isChecked();
    chosen.proxy = {ProxyMode(m_proxyMode->currentIndex()), ProxyKind(m_proxyKind->currentIndex()),
                    m_proxyHost->text().trimmed(), m_proxyPort->value(), m_proxyUser->text().trimmed()};
    chosen.caFile = m_caFile->text().trimmed();
    return chosen;
}

void SettingsDialog::accept()
{
    const Preferences chosen = preferences();
    const auto refuse = [this](int page, QWidget *field, const QString &why) {
        m_problem->setText(why);
        m_places->setCurrentRow(page);
        field->setFocus();
    };
    constexpr int network = 4;
    if (chosen.proxy.mode == ProxyMode::Manual && chosen.proxy.host.isEmpty())
        refuse(network, m_proxyHost, tr("Please say where the proxy is."));
    else if (!chosen.caFile.isEmpty() && !QFileInfo(chosen.caFile).isReadable())
        refuse(network, m_caFile, tr("%1 cannot be read.").arg(chosen.caFile));
    else
        QDialog::accept();
}

} // namespace deskbell::console
