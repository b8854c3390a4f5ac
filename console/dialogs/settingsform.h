#pragma once

#include <QWidget>

class QCheckBox;
class QComboBox;
class QLabel;
class QScrollArea;
class QVBoxLayout;

namespace deskbell::console {

class Theme;

/// One page of the settings: a heading and rows, each a caption over its control, with a hint below where one helps.
class SettingsForm final : public QWidget
{
    Q_OBJECT

public:
    /// Pages that can be scrolled: at a high scale there is less room than one needs.
    static QScrollArea *scrolled(QWidget *pages);

    SettingsForm(const Theme &theme, const QString &title, QWidget *parent = nullptr);

    /// The caption becomes the control's accessible name, and its buddy.
    void addRow(const QString &caption, QWidget *control);
    /// A row of controls side by side that share a caption; the first takes it as its accessible name.
    void addRow(const QString &caption, const QList<QWidget *> &controls);
    QCheckBox *addCheck(const QString &name, const QString &text, bool checked);
    /// The choices carry their place in the list as their data.
    QComboBox *addChoice(const QString &name, const QString &caption, const QStringList &choices, int current);
    QLabel *addHint(const QString &text);
    void addWide(QWidget *widget);
    /// To be called last: what is above stays at the top.
    void close();

private:
    const Theme &m_theme;
    QVBoxLayout *m_column;
};

} // namespace deskbell::console
