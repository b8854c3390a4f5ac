#include "console/views/emojipicker.h"

#include "console/theme/theme.h"
#include "console/views/composerview.h"
#include "console/writing/vocabulary.h"

#include <QKeyEvent>
#include <QLabel>
#include <QLineEdit>
#include <QListView>
#include <QPainter>
#include <QStandardItemModel>
#include <QStyledItemDelegate>
#include <QToolButton>
#include <QVBoxLayout>

#include <array>

namespace deskbell::console {

namespace {

constexpr int columns = 9;
constexpr int cell = 36;
constexpr int rows = 6;
constexpr int emojiSize = 22;

enum Role { GroupRole = Qt::UserRole };

/// One emoji in the middle of its cell.
class EmojiDelegate final : public QStyledItemDelegate
{
public:
    EmojiDelegate(const Theme &theme, QObject *parent) : QStyledItemDelegate(parent), m_theme(theme) { }

    QSize sizeHint(const QStyleOptionViewItem &, const QModelIndex &) const override { return {cell, cell}; }
    void paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const override
    {
        painter->save();
        if (option.state & (QStyle::State_Selected | QStyle::State_MouseOver)) {
            painter->setRenderHint(QPainter::Antialiasing);
            painter->setPen(option.state & QStyle::State_Selected ? QPen(m_theme.color(Token::Primary), 2)
                                                                  : QPen(Qt::NoPen));
            painter->setBrush(m_theme.color(Token::PrimaryWash));
            painter->drawRoundedRect(option.rect.adjusted(2, 2, -2, -2), radius::control, radius::control);
        }
        QFont font = option.font;
        // First: some emoji have a sign of their own in the fonts of texts.
        font.setFamilies(QStringList(QStringLiteral("Noto Color Emoji")) << font.families());
        font.setPixelSize(emojiSize);
        painter->setFont(font);
        painter->setPen(m_theme.color(Token::Ink));
        painter->drawText(option.rect, Qt::AlignCenter, index.data().toString());
        painter->restore();
    }

private:
    const Theme &m_theme;
};

} // namespace

EmojiPicker::EmojiPicker(const Theme &theme, ComposerView &composer, const EmojiBook &book, Vocabulary &vocabulary,
                         QWidget *parent)
    : QFrame(parent), m_composer(composer), m_book(book), m_vocabulary(vocabulary), m_search(new QLineEdit(this)),
      m_list(new QListView(this)), m_model(new QStandardItemModel(this)), m_groups(new QWidget(this)),
      m_name(new QLabel(this))
{
    setObjectName(QStringLiteral("emojiPicker"));
    build(theme);
    hide();
    m_search->installEventFilter(this);
    parent->installEventFilter(this);
    connect(m_search, &QLineEdit::textChanged, this, &EmojiPicker::fill);
    connect(m_list, &QListView::clicked, this, [this](const QModelIndex &index) { choose(index, false); });
    connect(m_list->selectionModel(), &QItemSelectionModel::currentChanged, this, &EmojiPicker::showName);
}

void EmojiPicker::build(const Theme &theme)
{
    m_search->setObjectName(QStringLiteral("emojiSearchEdit"));
    m_search->setPlaceholderText(tr("Find an emoji"));
    m_search->setAccessibleName(tr("Find an emoji"));
    m_list->setObjectName(QStringLiteral("emojiListView"));
    m_list->setAccessibleName(tr("Emoji"));
    m_list->setModel(m_model);
    m_list->setItemDelegate(new EmojiDelegate(theme, m_list));
    m_list->setViewMode(QListView::IconMode);
    m_list->setMovement(QListView::Static);
    m_list->setResizeMode(QListView::Adjust);
    m_list->setUniformItemSizes(true);
    m_list->setGridSize({cell, cell});
    m_list->setFocusPolicy(Qt::NoFocus);
    m_list->setMouseTracking(true);
    m_list->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_list->setFixedSize(columns * cell + 14, rows * cell);
    m_name->setObjectName(QStringLiteral("emojiNameLabel"));
    m_name->setTextFormat(Qt::PlainText);
    m_name->setFont(theme.font(FontSize::Small));
    m_name->setProperty("tone", QStringLiteral("secondary"));
    m_name->setFixedHeight(20);

    addGroups();
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(space::m, space::m, space::m, space::s);
    column->setSpacing(space::s);
    column->addWidget(m_search);
    column->addWidget(m_groups);
    column->addWidget(m_list);
    column->addWidget(m_name);
}

void EmojiPicker::addGroups()
{
    auto *groups = new QHBoxLayout(m_groups);
    groups->setContentsMargins(0, 0, 0, 0);
    groups->setSpacing(0);
    const QStringList titles{tr("Smileys"),
                             tr("People"),
                             {},
                             tr("Animals and nature"),
                             tr("Food and drink"),
                             tr("Travel"),
                             tr("Activities"),
                             tr("Objects"),
                             tr("Symbols"),
                             tr("Flags")};
    static const std::array<std::pair<int, const char *>, 9> signs{
        {{0, "😀"}, {1, "👋"}, {3, "🐻"}, {4, "🍏"}, {5, "🚗"}, {6, "⚽"}, {7, "💡"}, {8, "🔣"}, {9, "🏁"}}};
    for (const auto &[group, sign] : signs) {
        auto *button = new QToolButton(m_groups);
        button->setObjectName(QStringLiteral("emojiGroupButton"));
        button->setText(QString::fromUtf8(sign));
        button->setFocusPolicy(Qt::NoFocus);
        button->setToolTip(titles.at(group));
        button->setAccessibleName(titles.at(group));
        connect(button, &QToolButton::clicked, this, [this, wanted = group] { goToGroup(wanted); });
        groups->addWidget(button, 1);
    }
}

void EmojiPicker::goToGroup(int wanted)
{
    m_search->clear();
    for (int row = 0; row < m_model->rowCount(); ++row) {
        if (m_model->index(row, 0).data(GroupRole).toInt() != wanted)
            continue;
        m_list->setCurrentIndex(m_model->index(row, 0));
        m_list->scrollTo(m_list->currentIndex(), QAbstractItemView::PositionAtTop);
        return;
    }
}

void EmojiPicker::toggle()
{
    if (isVisible()) {
        leave();
        return;
    }
    m_search->clear();
    fill();
    adjustSize();
    const QPoint corner = m_composer.mapTo(parentWidget(), QPoint(0, 0));
    const int x = layoutDirection() == Qt::RightToLeft ? corner.x() : corner.x() + m_composer.width() - width();
    move(std::max(0, x), std::max(0, corner.y() - height() - space::xs));
    show();
    raise();
    m_search->setFocus();
}

void EmojiPicker::append(const Emoji &emoji)
{
    auto *item = new QStandardItem(emoji.emoji);
    item->setData(emoji.label, Qt::AccessibleTextRole);
    item->setData(emoji.label, Qt::ToolTipRole);
    item->setData(emoji.group, GroupRole);
    item->setEditable(false);
    m_model->appendRow(item);
}

void EmojiPicker::fill()
{
    m_model->clear();
    if (m_search->text().trimmed().isEmpty()) {
        for (const QString &each : m_vocabulary.recentEmoji()) {
            Emoji recent = m_book.entry(each) ? *m_book.entry(each) : Emoji{each, -1, {}, each};
            recent.group = -1;
            append(recent);
        }
    }
    const QList<Emoji> found = m_book.find(m_search->text());
    for (const Emoji &each : found)
        append(each);
    m_list->setCurrentIndex(m_model->index(0, 0));
    if (m_model->rowCount() == 0)
        m_name->setText(tr("There is none of that name."));
}

void EmojiPicker::showName()
{
    m_name->setText(m_list->currentIndex().data(Qt::AccessibleTextRole).toString());
}

void EmojiPicker::choose(const QModelIndex &index, bool stay)
{
    if (!index.isValid())
        return;
    const QString emoji = index.data().toString();
    m_vocabulary.useEmoji(emoji);
    m_composer.field().insertPlainText(emoji); // which one can undo
    if (!stay)
        leave();
}

void EmojiPicker::leave()
{
    hide();
    m_composer.takeFocus();
}

bool EmojiPicker::takeKey(int key, Qt::KeyboardModifiers modifiers)
{
    const int row = m_list->currentIndex().row();
    const bool mirrored = layoutDirection() == Qt::RightToLeft;
    const auto go = [this](int to) {
        m_list->setCurrentIndex(m_model->index(std::clamp(to, 0, std::max(0, m_model->rowCount() - 1)), 0));
        return true;
    };
    switch (key) {
    case Qt::Key_Left:
        return go(row + (mirrored ? 1 : -1));
    case Qt::Key_Right:
        return go(row + (mirrored ? -1 : 1));
    case Qt::Key_Up:
        return go(row - columns < 0 ? row : row - columns);
    case Qt::Key_Down:
        return go(row + columns);
    case Qt::Key_PageUp:
        return go(row - columns * rows);
    case Qt::Key_PageDown:
        return go(row + columns * rows);
    case Qt::Key_Return:
    case Qt::Key_Enter:
        choose(m_list->currentIndex(), modifiers.testFlag(Qt::ShiftModifier));
        return true;
    case Qt::Key_Escape:
        leave();
        return true;
    default:
        return false;
    }
}

bool EmojiPicker::eventFilter(QObject *watched, QEvent *event)
{
    if (watched == parentWidget() && event->type() == QEvent::Resize)
        hide();
    if (watched != m_search || !isVisible())
        return QFrame::eventFilter(watched, event);
    if (event->type() == QEvent::ShortcutOverride && static_cast<QKeyEvent *>(event)->key() == Qt::Key_Escape) {
        event->accept();
        return true;
    }
    if (event->type() == QEvent::KeyPress) {
        const auto *key = static_cast<QKeyEvent *>(event);
        if (takeKey(key->key(), key->modifiers()))
            return true;
    }
    if (event->type() == QEvent::FocusOut)
        hide();
    return QFrame::eventFilter(watched, event);
}

} // namespace deskbell::console
