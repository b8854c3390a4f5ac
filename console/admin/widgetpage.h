#pragma once

#include "console/admin/settingspage.h"

class QCheckBox;
class QComboBox;
class QLineEdit;
class QPlainTextEdit;
class QSpinBox;

namespace deskbell::console {

class LookPreview;

/// What visitors see: the desk's name, its words and its colours.
class WidgetPage final : public SettingsPage
{
    Q_OBJECT

public:
    explicit WidgetPage(const AdminContext &context, QWidget *parent = nullptr);

protected:
    void fill(const api::DeskSettings &settings) override;
    api::SettingsUpdate wanted() const override;
    QByteArray content(const api::DeskSettings &settings) const override;

private:
    void addWords();
    void addLook();
    QWidget *makeColours();
    api::DeskLook look() const;
    void preview();

    QLineEdit *m_name = nullptr;
    QPlainTextEdit *m_greeting = nullptr;
    QPlainTextEdit *m_away = nullptr;
    QLineEdit *m_title = nullptr;
    QLineEdit *m_subtitle = nullptr;
    QLineEdit *m_primary = nullptr;
    QComboBox *m_corner = nullptr;
    QComboBox *m_scheme = nullptr;
    QCheckBox *m_brand = nullptr;
    QSpinBox *m_retention = nullptr;
    LookPreview *m_preview;
};

} // namespace deskbell::console
