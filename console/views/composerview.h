#pragma once

#include "console/views/messageedit.h"

#include <QFrame>
#include <QTimer>

class QBoxLayout;
class QLabel;
class QPushButton;
class QToolButton;

namespace deskbell::console {

class AttachmentTray;
class ElidedLabel;
class SpellingMarks;
class Theme;

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
    /// Shows what is written now; the text is the caller's business. Nobody types any more then, until the next key.
    void setMode(ComposerMode mode);
    /// Whether there is a reply to go back to.
    void setReplying(bool replying);
    /// Over a reply that answers one message it stands which; empty: it answers none.
    void setAnswered(const QString &answered);
    MessageEdit &field() { return *m_edit; }
    /// The files that go with a reply.
    AttachmentTray &tray() { return *m_tray; }
    SpellingMarks &spelling() { return *m_spelling; }
    void takeFocus() { m_edit->setFocus(); }
    /// What stands in the empty field while a reply is written.
    void setHint(const QString &hint);

Q_SIGNALS:
    void submitted(const QString &text);
    void typingChanged(bool typing);
    void noteRequested();
    void cannedRequested();
    void attachRequested();
    void emojiRequested();
    /// The last message is to be edited.
    void editRequested();
    /// Back to the reply, or from the message that it answers.
    void modeLeft();
    /// By a person's hand, not by setText().
    void textChanged(const QString &text);

protected:
    void resizeEvent(QResizeEvent *event) override;
    void paintEvent(QPaintEvent *event) override;
    void hideEvent(QHideEvent *event) override;

private:
    void buildStrip();
    void buildButtons();
    void connectParts();
    void showMode();
    void showStrip();
    void submit();
    void showLength();
    void setTyping(bool typing);

    const Theme &m_theme;
    MessageEdit *m_edit;
    QWidget *m_strip; // says what is written, unless it is a reply to nothing in particular
    QLabel *m_stripIcon;
    ElidedLabel *m_stripLabel;
    QToolButton *m_leave;
    SpellingMarks *m_spelling;
    AttachmentTray *m_tray;
    QLabel *m_counter;
    QToolButton *m_attach;
    QToolButton *m_emoji;
    QToolButton *m_canned;
    QToolButton *m_note;
    QPushButton *m_send;
    QBoxLayout *m_row; // runs down where it is narrow: the buttons stand under the text
    QString m_hint;
    QString m_answered;
    bool m_replying = false; // there is a reply to go back to
    ComposerMode m_mode = ComposerMode::Reply;
    QTimer m_pause; // runs from the last key: when it ends, nobody types any more
    QTimer m_repeat; // the peer forgets who types unless told again
    bool m_typing = false;
    bool m_loading = false; // the text changes, but by a draft and not by a person
};

} // namespace deskbell::console
