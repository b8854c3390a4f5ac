#include "console/admin/tagsedit.h"

#include "console/theme/theme.h"
#include "shared/api/settingcommands.h"

#include <QKeyEvent>
#include <QLabel>
#include <QLineEdit>
#include <QListView>
#include <QPushButton>
#include <QStyle>
#include <QStyledItemDelegate>
#include <QVBoxLayout>

namespace deskbell::console {

namespace {

constexpr int rowHeight = 34;
constexpr int fewestRows = 4;
constexpr int mostRows = 11;
constexpr int longestTag = 40; // at the server
constexpr int gripSize = 14;

/// Lets a new name stand that nothing speaks against; with another one the editor stays open.
class TagValidator final : public QValidator
{
public:
    TagValidator(const TagsModel &model, int row, QObject *parent) : QValidator(parent), m_model(model), m_row(row) { }
    State validate(QString &text, int &) const override
    {
        return m_model.problem(text, m_row).isEmpty() ? Acceptable : Intermediate;
    }

private:
    const TagsModel &m_model;
    int m_row;
};

/// The field in which a tag is renamed where it stands.
class TagDelegate final : public QStyledItemDelegate
{
public:
    using Say = std::function<void(const QString &problem, QWidget *at)>;
    TagDelegate(const TagsModel &model, Say say, QObject *parent)
        : QStyledItemDelegate(parent), m_model(model), m_say(std::move(say))
    {
    }

    QSize sizeHint(const QStyleOptionViewItem &, const QModelIndex &) const override { return {0, rowHeight}; }

    QWidget *createEditor(QWidget *parent, const QStyleOptionViewItem &, const QModelIndex &index) const override
    {
        auto *edit = new QLineEdit(parent);
        const int row = index.row();
        edit->setObjectName(QStringLiteral("tagsRenameEdit"));
        edit->setAccessibleName(TagsEdit::tr("New name of %1").arg(index.data().toString()));
        edit->setValidator(new TagValidator(m_model, row, edit));
        connect(edit, &QLineEdit::textEdited, this,
                [this, edit, row](const QString &text) { m_say(m_model.problem(text, row), edit); });
        return edit;
    }

private:
    const TagsModel &m_model;
    Say m_say;
};

} // namespace

QString TagsModel::problem(const QString &name, int row) const
{
    const QString tag = name.simplified();
    if (tag.isEmpty())
        return TagsEdit::tr("A tag needs a name.");
    if (tag.size() > longestTag)
        return TagsEdit::tr("A tag has %1 characters at most; these are %2.").arg(longestTag).arg(tag.size());
    const QStringList all = stringList();
    for (int other = 0; other < int(all.size()); ++other) {
        if (other != row && all.at(other).compare(tag, Qt::CaseInsensitive) == 0)
            return TagsEdit::tr("This tag is there already.");
    }
    return row < 0 && all.size() >= api::mostDeskTags
        ? TagsEdit::tr("There can be %1 tags at most.").arg(api::mostDeskTags)
        : QString();
}

Qt::ItemFlags TagsModel::flags(const QModelIndex &index) const
{
    return index.isValid() ? Qt::ItemIsSelectable | Qt::ItemIsEnabled | Qt::ItemIsEditable | Qt::ItemIsDragEnabled
                           : Qt::ItemIsDropEnabled;
}

QVariant TagsModel::data(const QModelIndex &index, int role) const
{
    if (role == Qt::DecorationRole && index.isValid())
        return m_theme.icon(QStringLiteral("grip"), Token::Ink3);
    return QStringListModel::data(index, role);
}

bool TagsModel::setData(const QModelIndex &index, const QVariant &value, int role)
{
    return problem(value.toString(), index.row()).isEmpty()
        && QStringListModel::setData(index, value.toString().simplified(), role);
}

TagsEdit::TagsEdit(const Theme &theme, QWidget *parent)
    : QWidget(parent), m_model(theme), m_new(new QLineEdit(this)), m_add(new QPushButton(tr("Add"), this)),
      m_problem(new QLabel(this)), m_list(new QListView(this))
{
    m_new->setObjectName(QStringLiteral("tagsNewEdit"));
    m_new->setPlaceholderText(tr("Another tag"));
    m_new->setAccessibleName(tr("Another tag"));
    m_add->setObjectName(QStringLiteral("tagsAddButton"));
    m_add->setAccessibleName(tr("Add the tag"));
    m_problem->setObjectName(QStringLiteral("tagsNameProblem"));
    m_problem->setTextFormat(Qt::PlainText);
    m_problem->setProperty("tone", QStringLiteral("danger"));
    m_problem->setWordWrap(true);
    m_problem->hide();
    makeList();
    auto *first = new QHBoxLayout;
    first->setSpacing(space::s);
    first->addWidget(m_new, 1);
    first->addWidget(m_add);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(space::s);
    column->addLayout(first);
    column->addWidget(m_problem);
    column->addWidget(m_list);
    column->addWidget(makeActions());
    setFocusProxy(m_new);
    connect(m_new, &QLineEdit::returnPressed, this, &TagsEdit::add);
    connect(m_new, &QLineEdit::textChanged, this, [this](const QString &text) {
        say(text.simplified().isEmpty() ? QString() : m_model.problem(text, -1), m_new);
        settle();
    });
    connect(m_add, &QPushButton::clicked, this, &TagsEdit::add);
    settle();
}

TagsEdit::~TagsEdit()
{
    m_list->itemDelegate()->disconnect(this); // a field that is still open closes after this
}

void TagsEdit::makeList()
{
    m_list->setObjectName(QStringLiteral("tagsListView"));
    m_list->setProperty("kind", QStringLiteral("sortable"));
    m_list->setAccessibleName(tr("Tags of the desk"));
    m_list->setModel(&m_model);
    auto *delegate = new TagDelegate(
        m_model, [this](const QString &problem, QWidget *at) { say(problem, at); }, m_list);
    connect(delegate, &QAbstractItemDelegate::closeEditor, this, [this] { say({}, nullptr); });
    m_list->setItemDelegate(delegate);
    m_list->setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    m_list->setUniformItemSizes(true);
    m_list->setIconSize({gripSize, gripSize});
    m_list->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_list->setDragDropMode(QAbstractItemView::InternalMove);
    m_list->setDefaultDropAction(Qt::MoveAction);
    m_list->setEditTriggers(QAbstractItemView::EditKeyPressed | QAbstractItemView::DoubleClicked);
    m_list->installEventFilter(this);
    connect(m_list->selectionModel(), &QItemSelectionModel::currentChanged, this, &TagsEdit::settle);
    for (const auto signal : {&QAbstractItemModel::rowsInserted, &QAbstractItemModel::rowsRemoved})
        connect(&m_model, signal, this, &TagsEdit::settle);
    connect(&m_model, &QAbstractItemModel::rowsMoved, this, &TagsEdit::settle);
    connect(&m_model, &QAbstractItemModel::dataChanged, this, &TagsEdit::settle);
    connect(&m_model, &QAbstractItemModel::modelReset, this, &TagsEdit::settle);
}

QPushButton *TagsEdit::makeAction(const char *name, const QString &text, int key)
{
    auto *button = new QPushButton(text, this);
    button->setObjectName(QLatin1String(name));
    button->setProperty("kind", QStringLiteral("quiet"));
    button->setToolTip(QKeySequence(key).toString(QKeySequence::NativeText));
    return button;
}

QWidget *TagsEdit::makeActions()
{
    m_rename = makeAction("tagsRenameButton", tr("Rename"), Qt::Key_F2);
    m_up = makeAction("tagsUpButton", tr("Up"), int(Qt::ALT) | Qt::Key_Up);
    m_down = makeAction("tagsDownButton", tr("Down"), int(Qt::ALT) | Qt::Key_Down);
    m_remove = makeAction("tagsRemoveButton", tr("Remove"), Qt::Key_Delete);
    connect(m_rename, &QPushButton::clicked, this, &TagsEdit::rename);
    connect(m_up, &QPushButton::clicked, this, [this] { move(-1); });
    connect(m_down, &QPushButton::clicked, this, [this] { move(1); });
    connect(m_remove, &QPushButton::clicked, this, &TagsEdit::remove);
    auto *box = new QWidget(this);
    auto *row = new QHBoxLayout(box);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(space::xs);
    for (QPushButton *each : {m_rename, m_up, m_down, m_remove})
        row->addWidget(each);
    row->addStretch();
    return box;
}

void TagsEdit::setTags(const QStringList &tags)
{
    if (tags == m_model.stringList())
        return;
    const int row = current();
    m_model.setStringList(tags);
    m_list->setCurrentIndex(m_model.index(std::min(row, int(tags.size()) - 1)));
}

int TagsEdit::current() const
{
    return m_list->currentIndex().row();
}

void TagsEdit::add()
{
    if (!m_model.problem(m_new->text(), -1).isEmpty())
        return; // which stands there already
    const int row = m_model.rowCount();
    m_model.insertRow(row);
    m_model.setData(m_model.index(row), m_new->text(), Qt::EditRole);
    m_new->clear();
    m_list->setCurrentIndex(m_model.index(row));
    m_new->setFocus(Qt::OtherFocusReason); // often there are several
}

void TagsEdit::rename()
{
    m_list->setFocus(Qt::OtherFocusReason);
    m_list->edit(m_list->currentIndex());
}

void TagsEdit::remove()
{
    const int row = current();
    if (row < 0)
        return;
    m_model.removeRow(row);
    m_list->setCurrentIndex(m_model.index(std::min(row, m_model.rowCount() - 1)));
    m_list->setFocus(Qt::OtherFocusReason);
}

void TagsEdit::move(int by)
{
    const int from = current();
    const int to = from + by;
    if (from < 0 || to < 0 || to >= m_model.rowCount())
        return;
    m_model.moveRow({}, from, {}, by > 0 ? to + 1 : to);
    m_list->scrollTo(m_list->currentIndex());
}

bool TagsEdit::eventFilter(QObject *watched, QEvent *event)
{
    const bool isKey = event->type() == QEvent::KeyPress || event->type() == QEvent::ShortcutOverride;
    if (watched != m_list || !isKey)
        return QWidget::eventFilter(watched, event);
    const auto *key = static_cast<QKeyEvent *>(event);
    const int by = key->key() == Qt::Key_Up ? -1 : key->key() == Qt::Key_Down ? 1 : 0;
    const bool moves = by != 0 && key->modifiers() == Qt::AltModifier;
    const bool removes = key->key() == Qt::Key_Delete && key->modifiers() == Qt::NoModifier;
    if (!moves && !removes)
        return QWidget::eventFilter(watched, event);
    if (event->type() == QEvent::ShortcutOverride)
        event->accept(); // elsewhere these keys go to the next chat
    else if (moves)
        move(by);
    else
        remove();
    return true;
}

/// Where it is typed it is marked and, when one comes back to it, heard.
void TagsEdit::say(const QString &problem, QWidget *at)
{
    m_problem->setText(problem);
    m_problem->setVisible(!problem.isEmpty());
    if (!at || at->property("wrong").toBool() == !problem.isEmpty())
        return;
    at->setAccessibleDescription(problem);
    at->setProperty("wrong", !problem.isEmpty());
    at->style()->unpolish(at);
    at->style()->polish(at);
}

void TagsEdit::settle()
{
    const int row = current();
    const int last = m_model.rowCount() - 1;
    m_add->setEnabled(!m_new->text().simplified().isEmpty() && m_problem->isHidden());
    m_rename->setEnabled(row >= 0);
    m_remove->setEnabled(row >= 0);
    m_up->setEnabled(row > 0);
    m_down->setEnabled(row >= 0 && row < last);
    m_list->setFixedHeight(rowHeight * std::clamp(last + 1, fewestRows, mostRows) + space::s);
    Q_EMIT changed();
}

} // namespace deskbell::console
