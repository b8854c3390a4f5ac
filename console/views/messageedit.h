#pragma once

#include <QPlainTextEdit>

namespace deskbell::console {

/// A plain text field that grows with its lines up to a bound. Enter is a signal, Shift+Enter a new line.
class MessageEdit final : public QPlainTextEdit
{
    Q_OBJECT

public:
    explicit MessageEdit(QWidget *parent = nullptr);

    /// What stands in the empty field, on one line and as much of it as there is room for.
    void setHint(const QString &hint);
    /// Escape is ours, and no shortcut's, while there is something to leave.
    void setEscapes(bool escapes) { m_escapes = escapes; }
    /// Files that are pasted or dropped here are offered, and not their names written.
    void setTakesFiles(bool takes) { m_takesFiles = takes; }
    /// Whether it is files of this computer, or a picture that is nowhere else.
    static bool carriesFiles(const QMimeData &data);

Q_SIGNALS:
    void submitted();
    void focusChanged();
    void escaped();
    /// The Up key, where nothing is written.
    void upFromEmpty();
    void filesOffered(const QMimeData &data);
    /// For what stands at a position of the text.
    void menuRequested(int position, const QPoint &at);

protected:
    bool event(QEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;
    void contextMenuEvent(QContextMenuEvent *event) override;
    void focusInEvent(QFocusEvent *event) override;
    void focusOutEvent(QFocusEvent *event) override;
    bool canInsertFromMimeData(const QMimeData *source) const override;
    void insertFromMimeData(const QMimeData *source) override;

private:
    void grow();
    void showHint();

    QString m_hint;
    bool m_escapes = false;
    bool m_takesFiles = false;
};

} // namespace deskbell::console
