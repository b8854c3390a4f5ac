#pragma once

#include <QWidget>

class QLabel;
class QRadioButton;
class QVBoxLayout;

namespace deskbell::console {

class Theme;

/// A few things of which one is chosen, each with a sentence that says what it means.
class ChoiceList final : public QWidget
{
    Q_OBJECT

public:
    /// `name` begins the object names of the buttons.
    ChoiceList(const Theme &theme, QString name, QWidget *parent = nullptr);

    void addChoice(const QString &text, const QString &sentence);
    int chosen() const;
    void choose(int choice);

Q_SIGNALS:
    void changed();

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    const Theme &m_theme;
    QString m_name;
    QVBoxLayout *m_column;
    QList<QRadioButton *> m_buttons;
    QList<QLabel *> m_sentences; // one for each button
};

} // namespace deskbell::console
