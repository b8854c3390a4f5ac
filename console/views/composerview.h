#pragma once

#include <QFrame>
#include <QPlainTextEdit>
#include <QTimer>

class QLabel;
class QPushButton;

namespace deskbell::console {

class Theme;

/// A plain text field that grows with its lines up to a bound. Enter is a signal, Shift+Enter a new line.
class MessageEdit final : public QPlainTextEdit
{
    Q_OBJECT

public:
    explicit MessageEdit(QWidget *parent = nullptr);

Q_SIGNALS:
    void submitted();
    void focusChanged();

protected:
    void keyPressEvent(QKeyEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;
    void focusInEvent(QFocusEvent *event) override;
    void focusOutEvent(QFocusEvent *event) override;
    bool canInsertFromMimeData(const QMimeData *source) const override;

private:
    void grow();
};

/// Where a reply is written. Keeps to the length that the server takes, and says when somebody types and when not.
class ComposerView final : public QFrame
{
    Q_OBJECT

public:
    explicit ComposerView(const Theme &theme, QWidget *parent = nullptr);

    QString text() const { return m_edit->toPlainText(); }
    void setText(const QString &text);
    void takeFocus() { m_edit->setFocus(); }
    void setHint(const QString &hint) { m_edit->setPlaceholderText(hint); }

Q_SIGNALS:
    void submitted(const QString &text);
    void typingChanged(bool typing);
    /// By a person's hand, not by setText().
    void textChanged(const QString &text);

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    void submit();
    void showLength();
    void setTyping(bool typing);

    const Theme &m_theme;
    MessageEdit *m_edit;
    QLabel *m_counter;
    QPushButton *m_send;
    QTimer m_pause; // runs from the last key: when it ends, nobody types any more
    QTimer m_repeat; // the peer forgets who types unless told again
    bool m_typing = false;
    bool m_loading = false; // the text changes, but by a draft and not by a person
};

} // namespace deskbell::console
