#pragma once

#include <QWidget>

class QLabel;

namespace deskbell::console {

class FactLabel;
class Theme;

/// One thing that is known: what it is called, and below that what it is. It is copied whole, however little of it
/// there is room for, and opens where it is an address in the web.
class FactView final : public QWidget
{
    Q_OBJECT

public:
    /// `name` is that of the label with the value. Without an icon there is no room for one.
    FactView(const Theme &theme, const QString &icon, const QString &name, QWidget *parent);

    void setCaption(const QString &caption);
    /// Shown as it is. An empty one hides the row.
    void setText(const QString &text);
    /// Where a part of it says enough, that is shown, and the whole in the tooltip.
    void setText(const QString &shown, const QString &whole);
    /// What readers say instead of the text.
    void setSpoken(const QString &spoken);
    void showIcon();
    /// What has the focus, and the text.
    QLabel *value() const;

protected:
    void resizeEvent(QResizeEvent *event) override;

private:
    void fit();

    const Theme &m_theme;
    QString m_iconName;
    QLabel *m_icon;
    QLabel *m_caption;
    FactLabel *m_value;
    QString m_shown;
};

} // namespace deskbell::console
