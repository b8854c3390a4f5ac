#include "console/views/messageedit.h"

#include <QContextMenuEvent>
#include <QKeyEvent>
#include <QMimeData>
#include <QScrollBar>
#include <QUrl>

#include <cmath>

namespace deskbell::console {

namespace {

constexpr int mostLines = 8;
constexpr int padding = 6;
constexpr int hintMargin = 4; // what is drawn may be a little wider than what was measured

} // namespace

MessageEdit::MessageEdit(QWidget *parent) : QPlainTextEdit(parent)
{
    setObjectName(QStringLiteral("messageEdit"));
    setAccessibleName(tr("Reply"));
    setFrameShape(NoFrame);
    setTabChangesFocus(true);
    document()->setDocumentMargin(0);
    setViewportMargins(padding, padding, padding, padding);
    setVerticalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    // A space at the end of a line counts for the width of the text, and would push its other end out of sight where it
    // is read from the right.
    connect(horizontalScrollBar(), &QScrollBar::rangeChanged, this,
            [this](int least, int most) { horizontalScrollBar()->setValue(isRightToLeft() ? most : least); });
    connect(document()->documentLayout(), &QAbstractTextDocumentLayout::documentSizeChanged, this, &MessageEdit::grow);
}

void MessageEdit::setHint(const QString &hint)
{
    m_hint = hint;
    showHint();
}

/// The field is one line high while it is empty: what does not fit would go on below it, out of sight.
void MessageEdit::showHint()
{
    const QString shown = fontMetrics().elidedText(m_hint, Qt::ElideRight, viewport()->width() - hintMargin);
    if (shown != placeholderText())
        setPlaceholderText(shown);
}

void MessageEdit::grow()
{
    // A plain text document counts its height in lines.
    const int lines = std::max(1, int(std::ceil(document()->size().height())));
    setVerticalScrollBarPolicy(lines > mostLines ? Qt::ScrollBarAsNeeded : Qt::ScrollBarAlwaysOff);
    setFixedHeight(std::min(lines, mostLines) * fontMetrics().lineSpacing() + 2 * padding + 2);
}

void MessageEdit::resizeEvent(QResizeEvent *event)
{
    QPlainTextEdit::resizeEvent(event);
    grow();
    showHint();
}

bool MessageEdit::event(QEvent *event)
{
    if (event->type() == QEvent::ShortcutOverride && m_escapes
        && static_cast<QKeyEvent *>(event)->key() == Qt::Key_Escape)
        event->accept();
    return QPlainTextEdit::event(event);
}

void MessageEdit::keyPressEvent(QKeyEvent *event)
{
    if (m_escapes && event->key() == Qt::Key_Escape) {
        Q_EMIT escaped();
        return;
    }
    if (event->key() == Qt::Key_Up && document()->isEmpty()) {
        Q_EMIT upFromEmpty();
        return;
    }
    const bool enter = event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter;
    if (!enter || event->modifiers().testFlag(Qt::ShiftModifier)) {
        QPlainTextEdit::keyPressEvent(event);
        return;
    }
    Q_EMIT submitted();
}

void MessageEdit::contextMenuEvent(QContextMenuEvent *event)
{
    const bool byMouse = event->reason() == QContextMenuEvent::Mouse;
    const QTextCursor there = byMouse ? cursorForPosition(event->pos()) : textCursor();
    Q_EMIT menuRequested(there.position(),
                         byMouse ? event->globalPos() : viewport()->mapToGlobal(cursorRect().bottomLeft()));
}

void MessageEdit::focusInEvent(QFocusEvent *event)
{
    QPlainTextEdit::focusInEvent(event);
    Q_EMIT focusChanged();
}

void MessageEdit::focusOutEvent(QFocusEvent *event)
{
    QPlainTextEdit::focusOutEvent(event);
    Q_EMIT focusChanged();
}

bool MessageEdit::canInsertFromMimeData(const QMimeData *source) const
{
    return source->hasText() || (m_takesFiles && carriesFiles(*source));
}

void MessageEdit::insertFromMimeData(const QMimeData *source)
{
    if (m_takesFiles && carriesFiles(*source))
        Q_EMIT filesOffered(*source);
    else
        QPlainTextEdit::insertFromMimeData(source);
}

bool MessageEdit::carriesFiles(const QMimeData &data)
{
    const QList<QUrl> urls = data.urls();
    if (std::any_of(urls.begin(), urls.end(), [](const QUrl &url) { return url.isLocalFile(); }))
        return true;
    return data.hasImage() && !data.hasText(); // what has both was meant to be read
}

} // namespace deskbell::console
