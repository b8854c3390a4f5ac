#pragma once

#include <QFrame>
#include <QPlainTextEdit>
#include <QTimer>

class QLabel;
class QPushButton;
class QToolButton;

namespace deskbell::console {

class Theme;

/// A plain text field that grows with its lines up to a bound. Enter is a signal, Shift+Enter a new line.
class MessageEdit final : public QPlainTextEdit
{
    Q_OBJECT

public:
    explicit MessageEdit(QWidget *parent = nullptr);

    /// Escape is ours, and no shortcut's, while there is something to leave.
    void setEscapes(bool escapes) { m_escapes = escapes; }

Q_SIGNALS:
    void submitted();
    void focusChanged();
    void escaped();
    /// The Up key, where nothing is written.
    void upFromEmpty();

protected:
    bool event(QEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;
    void focusInEvent(QFocusEvent *event) override;
    void focusOutEvent(QFocusEvent *event) override;
    bool canInsertFromMimeData(const QMimeData *source) const override;

private:
    void grow();

    bool m_escapes = false;
};

/// What is being written.
enum class ComposerMode { Reply, Note, Edit };

/// Where a reply is written, a note, or another text for a message. Keeps to the length that the server takes, and says
/// when somebody types and when not.
class ComposerView final : public QFrame
{
    Q_OBJECT

public:
    explicit ComposerView(const Theme &theme, QWidget *parent = nullptr);

    QString text() const { return m_edit->toPlainText(); }
    void setText(const QString &text);
    ComposerMode mode() const { return m_mode; }
    /// Shows what is written now; the text is the caller's business.
    void setMode(ComposerMode mode);
    /// Whether there is a reply to go back to.
    void setReplying(bool replying);
    MessageEdit &field() { return *m_edit; }
    void takeFocus() { m_edit->setFocus(); }
    /// What stands in the empty field while a reply is written.
    void setHint(const QString &hint);

Q_SIGNALS:
    void submitted(const QString &text);
    void typingChanged(bool typing);
    void noteRequested();
    void cannedRequested();
    /// The last message is to be edited.
    void editRequested();
    /// Back to the reply.
    void modeLeft();
    /// By a person's hand, not by setText().
    void textChanged(const QString &text);

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    void buildStrip();
    void showMode();
    void submit();
    void showLength();
    void setTyping(bool typing);

    const Theme &m_theme;
    MessageEdit *m_edit;
    QWidget *m_strip; // says what is written, unless it is a reply
    QLabel *m_stripLabel;
    QToolButton *m_leave;
    QLabel *m_counter;
    QToolButton *m_canned;
    QToolButton *m_note;
    QPushButton *m_send;
    QString m_hint;
    ComposerMode m_mode = ComposerMode::Reply;
    QTimer m_pause; // runs from the last key: when it ends, nobody types any more
    QTimer m_repeat; // the peer forgets who types unless told again
    bool m_typing = false;
    bool m_loading = false; // the text changes, but by a draft and not by a person
};

} // namespace deskbell::console
