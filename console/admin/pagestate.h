#pragma once

#include <QWidget>

class QLabel;
class QPushButton;

namespace deskbell::console {

class Theme;

/// What stands in a page instead of what it is for: nothing yet, nothing at all, or why not and what one can do.
class PageState final : public QWidget
{
    Q_OBJECT

public:
    PageState(const Theme &theme, const QString &name, QWidget *parent = nullptr);

    /// The shape of rows.
    void showLoading();
    void say(const QString &icon, const QString &title, const QString &line);
    void showFailure(const QString &why);
    void showOffline();

Q_SIGNALS:
    void againRequested();

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    void set(const QString &icon, const QString &title, const QString &line, const QString &button);

    const Theme &m_theme;
    QString m_icon; // empty while loading
    QLabel *m_title;
    QLabel *m_line;
    QPushButton *m_again;
};

} // namespace deskbell::console
