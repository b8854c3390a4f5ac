#pragma once

#include "console/admin/settingspage.h"

namespace deskbell::console {

class TagsEdit;

/// What operators are to choose from when they tag a chat.
class TagsPage final : public SettingsPage
{
    Q_OBJECT

public:
    explicit TagsPage(const AdminContext &context, QWidget *parent = nullptr);

protected:
    void fill(const api::DeskSettings &settings) override;
    api::SettingsUpdate wanted() const override;
    QByteArray content(const api::DeskSettings &settings) const override;

private:
    TagsEdit *m_tags;
};

} // namespace deskbell::console
