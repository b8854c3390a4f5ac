#pragma once

#include <QFrame>

class QLabel;
class QLineEdit;
class QPushButton;

namespace deskbell::console {

class Theme;

/// A secret that is told this once, to be copied now.
class SecretBox final : public QFrame
{
    Q_OBJECT

public:
    SecretBox(const Theme &theme, const QString &name, QWidget *parent = nullptr);

    void show(const QString &line, const QString &secret);
    void clear();

private:
    QLabel *m_line;
    QLineEdit *m_secret;
    QPushButton *m_copy;
};

} // namespace deskbell::console
