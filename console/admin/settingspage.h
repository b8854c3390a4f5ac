#pragma once

#include "console/admin/adminpage.h"

namespace deskbell::console {

class RecordPanel;

/// A page over some of the desk's settings: one form, which is saved as a whole.
class SettingsPage : public AdminPage
{
    Q_OBJECT

public:
    SettingsPage(const AdminContext &context, const PageTitle &title, QWidget *parent);

    bool isDirty() const override;
    void discard() override;

protected:
    void load() override;
    void settle() override;
    /// Puts the settings into the form.
    virtual void fill(const api::DeskSettings &settings) = 0;
    /// What of them the form says.
    virtual api::SettingsUpdate wanted() const = 0;
    /// The same settings twice are no change that the form has to show.
    virtual QByteArray content(const api::DeskSettings &settings) const = 0;

    RecordPanel &panel() { return *m_panel; }

private:
    void show();
    void save();

    RecordPanel *m_panel;
    QByteArray m_shown;
};

} // namespace deskbell::console
