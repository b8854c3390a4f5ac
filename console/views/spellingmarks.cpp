#include "console/views/spellingmarks.h"

#include "console/theme/theme.h"
#include "console/views/messageedit.h"

#include <QMenu>
#include <QTextBlock>

namespace deskbell::console {

SpellingMarks::SpellingMarks(const Theme &theme, MessageEdit &edit) : QObject(&edit), m_theme(theme), m_edit(edit)
{
    m_soon.setSingleShot(true);
    connect(&m_soon, &QTimer::timeout, this, &SpellingMarks::refresh);
    const auto look = [this] {
        if (!m_soon.isActive())
            m_soon.start(0);
    };
    connect(&edit, &QPlainTextEdit::textChanged, this, look);
    connect(&edit, &QPlainTextEdit::cursorPositionChanged, this, look);
    connect(&theme, &Theme::changed, this, &SpellingMarks::mark);
    connect(&edit, &MessageEdit::menuRequested, this, &SpellingMarks::showMenu);
}

void SpellingMarks::setSpelling(Spelling &spelling)
{
    m_spelling = &spelling;
    connect(&spelling, &Spelling::changed, this, [this] { m_soon.start(0); });
    refresh();
}

void SpellingMarks::refresh()
{
    if (!m_spelling)
        return;
    const QString text = m_edit.toPlainText();
    const int cursor = m_edit.textCursor().position();
    const bool isTyped = text != std::exchange(m_seen, text);
    const QList<WordSpan> before = m_marked;
    QList<WordSpan> wrong;
    const QList<WordSpan> words = m_spelling->isOn() ? wordsIn(text) : QList<WordSpan>();
    for (const WordSpan &each : words) {
        const bool isWrong = m_spelling->isWrong(text.mid(each.start, each.length));
        const bool wasMarked = before.contains(each);
        const bool isBegun = cursor == each.start + each.length && m_edit.hasFocus() && (isTyped || !wasMarked);
        if (isWrong && !isBegun)
            wrong.append(each);
    }
    m_marked = wrong;
    if (m_marked != before || isTyped)
        mark();
}

/// As a mark over the text and not as a part of it: to undo a word is not to undo its mark.
void SpellingMarks::mark()
{
    QTextCharFormat format;
    format.setUnderlineStyle(QTextCharFormat::WaveUnderline);
    format.setUnderlineColor(m_theme.color(Token::Danger));
    QList<QTextEdit::ExtraSelection> marks;
    for (const WordSpan &each : std::as_const(m_marked)) {
        QTextEdit::ExtraSelection mark;
        mark.cursor = QTextCursor(m_edit.document());
        mark.cursor.setPosition(each.start);
        mark.cursor.setPosition(each.start + each.length, QTextCursor::KeepAnchor);
        mark.format = format;
        marks.append(mark);
    }
    m_edit.setExtraSelections(marks);
}

std::optional<WordSpan> SpellingMarks::wrongAt(int position) const
{
    for (const WordSpan &each : m_marked) {
        if (position >= each.start && position <= each.start + each.length)
            return each;
    }
    return std::nullopt;
}

QString SpellingMarks::wordOf(const WordSpan &span) const
{
    return m_edit.toPlainText().mid(span.start, span.length);
}

void SpellingMarks::offerNext()
{
    if (m_marked.isEmpty())
        return;
    const int from = m_edit.textCursor().position();
    const auto next = std::find_if(m_marked.begin(), m_marked.end(),
                                   [from](const WordSpan &each) { return each.start + each.length > from; });
    const WordSpan span = next == m_marked.end() ? m_marked.first() : *next;
    QTextCursor cursor = m_edit.textCursor();
    cursor.setPosition(span.start + span.length);
    m_edit.setTextCursor(cursor);
    m_edit.setFocus();
    showMenu(span.start + span.length, m_edit.viewport()->mapToGlobal(m_edit.cursorRect().bottomLeft()));
}

void SpellingMarks::showMenu(int position, const QPoint &at)
{
    auto *menu = m_edit.createStandardContextMenu();
    menu->setObjectName(QStringLiteral("composerMenu"));
    menu->setAttribute(Qt::WA_DeleteOnClose);
    const auto span = m_spelling ? wrongAt(position) : std::nullopt;
    if (!span) {
        menu->popup(at);
        return;
    }
    const QString word = wordOf(*span);
    m_spelling->suggest(word, menu, [this, menu, span = *span, word, at](const QStringList &suggestions) {
        fillMenu(*menu, span, word, suggestions);
        menu->popup(at);
        menu->setActiveAction(menu->actions().value(0));
    });
}

void SpellingMarks::fillMenu(QMenu &menu, const WordSpan &span, const QString &word, const QStringList &suggestions)
{
    QAction *before = menu.actions().value(0);
    const auto add = [&menu, before, this](const QString &text, auto run) {
        auto *action = new QAction(text, &menu);
        connect(action, &QAction::triggered, this, run);
        menu.insertAction(before, action);
        return action;
    };
    for (const QString &each : suggestions) {
        QAction *action = add(each, [this, span, word, each] { replace(span, word, each); });
        QFont font = action->font();
        font.setBold(true);
        action->setFont(font);
    }
    if (suggestions.isEmpty())
        add(tr("No suggestion for “%1”").arg(word), [] {})->setEnabled(false);
    add(tr("Add “%1” to my words").arg(word), [this, word] {
        if (m_spelling)
            m_spelling->addWord(word);
    });
    menu.insertSeparator(before);
}

void SpellingMarks::replace(const WordSpan &span, const QString &word, const QString &with)
{
    if (wordOf(span) != word) // it was written on while the menu stood there
        return;
    QTextCursor cursor = m_edit.textCursor();
    cursor.setPosition(span.start);
    cursor.setPosition(span.start + span.length, QTextCursor::KeepAnchor);
    cursor.insertText(with); // which one can undo
    m_edit.setTextCursor(cursor);
    m_edit.setFocus();
}

} // namespace deskbell::console
