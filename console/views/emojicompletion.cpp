#include "console/views/emojicompletion.h"

#include "console/theme/theme.h"
#include "console/views/composerview.h"
#include "console/writing/vocabulary.h"

#include <QAccessible>
#include <QKeyEvent>
#include <QListWidget>
#include <QRegularExpression>
#include <QTextBlock>
#include <QVBoxLayout>

namespace deskbell::console {

namespace {

constexpr int rowHeight = 34;
constexpr int mostRows = 6;
constexpr int wide = 300;

} // namespace

EmojiCompletion::EmojiCompletion(const Theme &theme, ComposerView &composer, const EmojiBook &book,
                                 Vocabulary &vocabulary, QWidget *parent)
    : QFrame(parent), m_composer(composer), m_edit(composer.field()), m_book(book), m_vocabulary(vocabulary),
      m_list(new QListWidget(this))
{
    setObjectName(QStringLiteral("emojiCompletion"));
    m_list->setObjectName(QStringLiteral("emojiNamesView"));
    m_list->setAccessibleName(tr("Emoji"));
    m_list->setFont(theme.font(FontSize::List));
    m_list->setFocusPolicy(Qt::NoFocus);
    m_list->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(space::s, space::s, space::s, space::s);
    column->addWidget(m_list);
    hide();
    m_edit.installEventFilter(this);
    parent->installEventFilter(this);
    connect(&m_edit, &QPlainTextEdit::textChanged, this, &EmojiCompletion::refresh);
    connect(&m_edit, &QPlainTextEdit::cursorPositionChanged, this, [this] {
        if (typedName().isEmpty())
            hide();
    });
    connect(m_list, &QListWidget::currentRowChanged, this, &EmojiCompletion::tellMark);
    connect(m_list, &QListWidget::itemClicked, this, &EmojiCompletion::choose);
}

/// What stands between a colon and the cursor, where a colon may begin a name: `10:30` and `http:` have none.
QString EmojiCompletion::typedName() const
{
    const QTextCursor cursor = m_edit.textCursor();
    if (cursor.hasSelection() || !m_edit.hasFocus())
        return {};
    static const QRegularExpression name(QStringLiteral("(?:^|[\\s(]):([a-z0-9_+-]{2,})$"),
                                         QRegularExpression::CaseInsensitiveOption);
    const QString before = cursor.block().text().left(cursor.positionInBlock());
    return name.match(before).captured(1).toLower();
}

/// `:smile:` was written to its end.
bool EmojiCompletion::replaceWhole()
{
    const QTextCursor cursor = m_edit.textCursor();
    static const QRegularExpression whole(QStringLiteral("(?:^|[\\s(]):([a-z0-9_+-]{2,}):$"),
                                          QRegularExpression::CaseInsensitiveOption);
    const QString name = whole.match(cursor.block().text().left(cursor.positionInBlock())).captured(1).toLower();
    const Emoji *emoji = name.isEmpty() || !m_edit.hasFocus() ? nullptr : m_book.named(name);
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
    m_list->clear();
    const QList<Emoji> found = m_book.find(typed, mostRows);
    for (const Emoji &each : found) {
        m_shown.append(each.emoji);
        auto *item = new QListWidgetItem(QStringLiteral("%1   %2").arg(each.emoji, each.label), m_list);
        item->setSizeHint({0, rowHeight});
        item->setData(Qt::AccessibleTextRole, each.label);
    }
    if (m_shown.isEmpty()) {
        hide();
        return;
    }
    m_list->setCurrentRow(0);
    place();
    show();
    raise();
}

void EmojiCompletion::place()
{
    m_list->setFixedHeight(int(m_shown.size()) * rowHeight);
    layout()->activate();
    const QPoint cursor = m_edit.viewport()->mapTo(parentWidget(), m_edit.cursorRect().topLeft());
    const int height = sizeHint().height();
    const int width = std::min(wide, parentWidget()->width());
    const int top = m_composer.mapTo(parentWidget(), QPoint(0, 0)).y() - height - space::xs;
    setGeometry(std::clamp(cursor.x() - space::l, 0, parentWidget()->width() - width), std::max(0, top), width, height);
}

void EmojiCompletion::tellMark()
{
    QAccessibleEvent focus(m_list, QAccessible::Focus); // readers follow the mark, which has no focus of its own
    focus.setChild(m_list->currentRow());
    QAccessible::updateAccessibility(&focus);
}

void EmojiCompletion::choose()
{
    const QString emoji = m_shown.value(m_list->currentRow());
    const auto instead = int(typedName().size()) + 1;
    hide();
    if (!emoji.isEmpty() && instead > 1)
        insert(emoji, instead);
}

void EmojiCompletion::insert(const QString &emoji, int instead)
{
    QTextCursor cursor = m_edit.textCursor();
    cursor.movePosition(QTextCursor::PreviousCharacter, QTextCursor::KeepAnchor, instead);
    m_vocabulary.useEmoji(emoji);
    cursor.insertText(emoji); // which one can undo
    m_edit.setTextCursor(cursor);
    m_composer.takeFocus();
}

bool EmojiCompletion::takeKey(int key)
{
    const int last = m_list->count() - 1;
    switch (key) {
    case Qt::Key_Up:
        m_list->setCurrentRow(m_list->currentRow() > 0 ? m_list->currentRow() - 1 : last);
        return true;
    case Qt::Key_Down:
        m_list->setCurrentRow(m_list->currentRow() < last ? m_list->currentRow() + 1 : 0);
        return true;
    case Qt::Key_Return:
    case Qt::Key_Enter:
    case Qt::Key_Tab:
        choose();
        return true;
    case Qt::Key_Escape:
        m_dismissed = typedName();
        hide();
        return true;
    default:
        return false;
    }
}

bool EmojiCompletion::eventFilter(QObject *watched, QEvent *event)
{
    if (!isVisible())
        return QFrame::eventFilter(watched, event);
    if (watched == &m_edit && event->type() == QEvent::ShortcutOverride
        && static_cast<QKeyEvent *>(event)->key() == Qt::Key_Escape) {
        event->accept();
        return true;
    }
    if (watched == &m_edit && event->type() == QEvent::KeyPress && takeKey(static_cast<QKeyEvent *>(event)->key()))
        return true;
    if ((watched == &m_edit && event->type() == QEvent::FocusOut)
        || (watched == parentWidget() && event->type() == QEvent::Resize))
        hide();
    return QFrame::eventFilter(watched, event);
}

} // namespace deskbell::console
