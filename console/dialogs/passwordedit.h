#pragma once

#include <QLineEdit>

class QToolButton;

namespace deskbell::console {

class Theme;

/// A field for a secret, with a button that shows it: one with a name, which the keyboard reaches as well.
class PasswordEdit final : public QLineEdit
{
    Q_OBJECT

public:
    explicit PasswordEdit(const Theme &theme, QWidget *parent = nullptr);

protected:
    void resizeEvent(QResizeEvent *event) override;
    void changeEvent(QEvent *event) override;

private:
    void setShown(bool shown);
    void place();

    const Theme &m_theme;
    QToolButton *m_reveal;
};

} // namespace deskbell::console
