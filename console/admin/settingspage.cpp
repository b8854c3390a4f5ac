#include "console/admin/settingspage.h"

#include "console/admin/editform.h"
#include "console/admin/recordpanel.h"
#include "console/state/workspace.h"
#include "console/theme/theme.h"

#include <QHBoxLayout>

namespace deskbell::console {

namespace {

constexpr int widest = 760;

} // namespace

SettingsPage::SettingsPage(const AdminContext &context, const PageTitle &title, QWidget *parent)
    : AdminPage(context, title, parent), m_panel(new RecordPanel(context.theme, title.name, this))
{
    m_panel->setProperty("kind", QStringLiteral("settings"));
    m_panel->setAccessibleName(title.text);
    m_panel->setHeadVisible(false);
    auto *content = new QWidget(this);
    auto *row = new QHBoxLayout(content);
    row->setContentsMargins(space::s, 0, 0, 0);
    row->addWidget(m_panel, 1);
    m_panel->setMaximumWidth(widest);
    row->addStretch();
    row->setStretch(0, 100);
    row->setStretch(1, 1);
    setContent(content);
    connect(m_panel, &RecordPanel::saveRequested, this, &SettingsPage::save);
    connect(m_panel, &RecordPanel::discardRequested, this, [this] {
        discard();
        m_panel->form().focusFirst();
    });
    connect(&context.workspace.office(), &Office::changed, this, &SettingsPage::show);
}

void SettingsPage::load()
{
    askToShow(api::SettingsGet{}, [this](const api::DeskSettings &settings) {
        context().workspace.office().setSettings(settings);
        show();
        showContent();
    });
}

/// What somebody is changing stays theirs, whatever colleagues do meanwhile.
void SettingsPage::show()
{
    const auto &settings = context().workspace.office().settings();
    if (!settings || m_panel->isBusy() || (!m_shown.isNull() && isDirty()))
        return;
    const QByteArray now = content(*settings);
    if (now == m_shown)
        return;
    m_shown = now;
    fill(*settings);
    m_panel->form().settle();
}

bool SettingsPage::isDirty() const
{
    return !m_shown.isNull() && m_panel->form().isDirty();
}

void SettingsPage::discard()
{
    m_panel->sayNothing();
    m_shown = QByteArray();
    show();
}

void SettingsPage::save()
{
    m_panel->beginSaving();
    ask(wanted(), [this](const Result<api::DeskSettings> &answer) {
        if (!answer) {
            m_panel->setBusy(false);
            m_panel->sayProblem(m_panel->form().showError(answer.error()));
            return;
        }
        context().workspace.office().setSettings(*answer); // what it changes here waits until the panel is free
        m_panel->finishSaving([this, &answer] {
            m_shown = content(*answer);
            fill(*answer);
        });
    });
}

void SettingsPage::settle()
{
    m_panel->setOnline(isOnline());
}

} // namespace deskbell::console
