#pragma once

#include <QFrame>
#include <QTimer>

class QLabel;
class QPushButton;

namespace deskbell::console {

class Theme;
class Workspace;

/// A thin brass bar while there is no connection: since when, how many messages wait, and "Try now".
class OfflineBar final : public QFrame
{
    Q_OBJECT

public:
    OfflineBar(const Theme &theme, const Workspace &workspace, QWidget *parent = nullptr);

Q_SIGNALS:
    void tryNowRequested();

private:
    void show();

    const Workspace &m_workspace;
    QLabel *m_text;
    QPushButton *m_tryNow;
};

/// One sentence about something that did not work. Goes by itself, or when it is closed; what is to stay until then is
/// there again when a passing one has gone, and stands with others of its kind.
class NoticeBar final : public QFrame
{
    Q_OBJECT

public:
    /// `name` begins the object names, where a window has several.
    explicit NoticeBar(const Theme &theme, QWidget *parent = nullptr, const QString &name = QStringLiteral("notice"));

    enum class Stay { Moment, UntilClosed };

    void say(const QString &text, Stay stay = Stay::Moment);

private:
    QLabel *m_text;
    QTimer m_goes;
    QStringList m_lasting; // nobody has closed them yet
};

} // namespace deskbell::console
