#pragma once

#include <QWidget>

class QLabel;

namespace deskbell::console {

class Theme;

/// What stands where there is nothing to show: an icon at rest, a friendly line, and perhaps what one can do.
class EmptyView final : public QWidget
{
    Q_OBJECT

public:
    explicit EmptyView(const Theme &theme, QWidget *parent = nullptr);

    /// Brass is for the bell and those who wait; quiet is for the rest.
    enum class Tone { Quiet, Brass };
    void say(const QString &icon, const QString &title, const QString &line, Tone tone = Tone::Quiet);

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    const Theme &m_theme;
    QString m_icon;
    Tone m_tone = Tone::Quiet;
    QLabel *m_title;
    QLabel *m_line;
};

} // namespace deskbell::console
