#include "console/views/emojicompletion.h"

#include "console/theme/theme.h"
#include "console/views/composerview.h"
#include "console/writing/vocabulary.h"

#include <QListWidget>
#include <QRegularExpression>
#include <QTextBlock>

namespace deskbell::console {

namespace {

constexpr int mostFound = 6;
constexpr int wide = 300;

} // namespace

EmojiCompletion::EmojiCompletion(const Theme &theme, ComposerView &composer, const EmojiBook &book,
                                 Vocabulary &vocabulary, QWidget *parent)
    : ComposerPopup(theme, composer, parent), m_book(book), m_vocabulary(vocabulary)
{
    setObjectName(QStringLiteral("emojiCompletion"));
    list().setObjectName(QStringLiteral("emojiNamesView"));
    list().setAccessibleName(tr("Emoji"));
    connect(&edit(), &QPlainTextEdit::textChanged, this, &EmojiCompletion::refresh);
    connect(&edit(), &QPlainTextEdit::cursorPositionChanged, this, [this] {
        if (typedName().isEmpty())
            hide();
    });
}

/// What stands between a colon and the cursor, where a colon may begin a name:
/// `10:30` and `http:` have none.
QString EmojiCompletion::typedName() const
{
    const QTextCursor cursor = edit().textCursor();
    if (cursor.hasSelection() || !edit().hasFocus())
        return {};
    static const QRegularExpression name(QStringLiteral("(?:^|[\\s(]):([a-z0-9_+-]{2,})$"),
                                         QRegularExpression::CaseInsensitiveOption);
    const QString before = cursor.block().text().left(cursor.positionInBlock());
    return name.match(before).captured(1).toLower();
}

/// `:smile:` was written to its end.
bool EmojiCompletion::replaceWhole()
{
    const QTextCursor cursor = edit().textCursor();
    static const QRegularExpression whole(QStringLiteral("(?:^|[\\s(]):([a-z0-9_+-]{2,}):$"),
                                          QRegularExpression::CaseInsensitiveOption);
    const QString name = whole.match(cursor.block().text().left(cursor.positionInBlock())).captured(1).toLower();
    const Emoji *emoji = name.isEmpty() || !edit().hasFocus() ? nullptr : m_book.named(name);
    if (!emoji)
        return false;
    insert(emoji->emoji, int(name.size()) + 2);
    return true;
}

void EmojiCompletion::refresh()
{
    if (replaceWhole())
        return;
    const QString typed = typedName();
    if (typed.isEmpty() || typed == m_dismissed) {
        if (typed.isEmpty())
            m_dismissed.clear();
        hide();
        return;
    }
    m_dismissed.clear();
    m_shown.clear();
    clearRows();
    const QList<Emoji> found = m_book.find(typed, mostFound);
    for (const Emoji &each : found) {
        m_shown.append(each.emoji);
        addRow(QStringLiteral("%1   %2").arg(each.emoji, each.label), each.label);
    }
    appear();
}

/// At the cursor.
QRect EmojiCompletion::place(int height) const
{
    const QPoint cursor = edit().viewport()->mapTo(parentWidget(), edit().cursorRect().topLeft());
    const int width = std::min(wide, parentWidget()->width());
    const int left = std::clamp(cursor.x() - space::l, 0, parentWidget()->width() - width);
    return {left, topFor(height), width, height};
}

void EmojiCompletion::take(int row)
{
    const QString emoji = m_shown.value(row);
    const auto instead = int(typedName().size()) + 1;
    hide();
    if (!emoji.isEmpty() && instead > 1)
        insert(emoji, instead);
}

void EmojiCompletion::insert(const QString &emoji, int instead)
{
    QTextCursor cursor = edit().textCursor();
    cursor.movePosition(QTextCursor::PreviousCharacter, QTextCursor::KeepAnchor, instead);
    m_vocabulary.useEmoji(emoji);
    cursor.insertText(emoji); // which one can undo
    edit().setTextCursor(cursor);
    composer().takeFocus();
}

} // namespace deskbell::console
