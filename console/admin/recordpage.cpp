#include "console/admin/recordpage.h"

#include "console/admin/editform.h"
#include "console/admin/recordpanel.h"
#include "console/admin/rowdelegate.h"
#include "console/theme/theme.h"

#include <QHBoxLayout>
#include <QListView>
#include <QPushButton>

namespace deskbell::console {

namespace {

constexpr int panelWidth = 420;
constexpr int bothNeed = 660;

} // namespace

RecordPage::RecordPage(const AdminContext &context, const PageTitle &title, RecordWords words, QWidget *parent)
    : AdminPage(context, title, parent), m_words(std::move(words)), m_list(new QListView(this)),
      m_panel(new RecordPanel(context.theme, title.name, this)), m_add(addMainButton(named("AddButton"), m_words.add))
{
    setContent(makeContent());
    connect(m_add, &QPushButton::clicked, this, &RecordPage::add);
    connect(m_list->selectionModel(), &QItemSelectionModel::currentChanged, this, &RecordPage::takeCurrent);
    connect(m_list->selectionModel(), &QItemSelectionModel::selectionChanged, this,
            [this] { takeCurrent(m_list->currentIndex()); });
    connect(m_list, &QListView::activated, this, [this] { m_panel->form().focusFirst(); });
    connect(m_panel, &RecordPanel::saveRequested, this, [this] {
        m_panel->beginSaving();
        save(openId());
    });
    connect(m_panel, &RecordPanel::discardRequested, this, [this] {
        discard();
        m_panel->form().focusFirst();
    });
    connect(m_panel, &RecordPanel::backRequested, this, [this] { leave([this] { open(std::nullopt); }); });
    open(std::nullopt);
}

QWidget *RecordPage::makeContent()
{
    m_list->setObjectName(named("ListView"));
    m_list->setProperty("kind", QStringLiteral("records"));
    m_list->setAccessibleName(title().text);
    m_list->setModel(&m_model);
    m_list->setItemDelegate(new RowDelegate(context().theme, m_list));
    m_list->setUniformItemSizes(true);
    m_list->setVerticalScrollMode(QAbstractItemView::ScrollPerPixel);
    m_list->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_list->setMouseTracking(true);
    m_list->setEditTriggers(QAbstractItemView::NoEditTriggers);
    auto *content = new QWidget(this);
    auto *row = new QHBoxLayout(content);
    row->setContentsMargins(space::s, 0, 0, 0);
    row->setSpacing(0);
    row->addWidget(m_list, 1);
    row->addWidget(m_panel);
    return content;
}

bool RecordPage::isDirty() const
{
    return m_open && m_panel->form().isDirty();
}

void RecordPage::discard()
{
    if (m_open && m_open->isEmpty())
        open(std::nullopt);
    else
        open(m_open);
}

void RecordPage::choose(const QString &id)
{
    leave([this, id] { open(id); });
}

void RecordPage::add()
{
    leave([this] {
        open(QString());
        m_panel->form().focusFirst();
    });
}

void RecordPage::open(const std::optional<QString> &id)
{
    m_open = id;
    m_panel->sayNothing();
    m_panel->setBusy(false);
    if (id) {
        const QModelIndex row = m_model.indexOf(*id);
        m_panel->setTitle(id->isEmpty() ? m_words.newTitle : row.data().toString());
        m_shown = id->isEmpty() ? QByteArray() : content(*id);
        fill(*id);
        m_panel->form().settle();
    }
    mark();
    arrange();
}

/// The list shows what is open, whatever was clicked.
void RecordPage::mark()
{
    const QSignalBlocker quiet(m_list->selectionModel());
    const QModelIndex row = m_open && !m_open->isEmpty() ? m_model.indexOf(*m_open) : QModelIndex();
    if (row.isValid())
        m_list->selectionModel()->setCurrentIndex(row, QItemSelectionModel::ClearAndSelect);
    else
        m_list->selectionModel()->clear();
    m_list->viewport()->update();
}

void RecordPage::takeCurrent(const QModelIndex &index)
{
    const QString id = index.data(RowsModel::IdRole).toString();
    if (!index.isValid() || m_open == id)
        return;
    const bool waits = isDirty();
    if (waits && !m_list->selectionModel()->isSelected(index)) // Tab comes by, or a click that selects in a moment
        return;
    choose(id);
    if (waits) // the view marks the row after this signal, and the person has not answered yet
        QMetaObject::invokeMethod(
            this, [this] { mark(); }, Qt::QueuedConnection);
}

void RecordPage::refresh()
{
    m_model.setRows(rows());
    if (!isLoaded())
        return;
    if (m_open && !m_open->isEmpty() && !m_panel->isBusy() && !isDirty()) {
        if (!m_model.indexOf(*m_open).isValid())
            open(std::nullopt);
        else if (content(*m_open) != m_shown) // a colleague was here
            open(m_open);
    }
    const bool wide = width() >= bothNeed;
    if (!m_open && wide && m_model.rowCount() > 0)
        open(m_model.index(0).data(RowsModel::IdRole).toString());
    arrange();
}

void RecordPage::takeSaved(const QString &id)
{
    const bool isLeft = !m_panel->isBusy() || (m_open && !m_open->isEmpty() && *m_open != id);
    if (isLeft) // one has gone on to something else, and it is that one's form now
        return refresh();
    m_panel->finishSaving([this, &id] {
        m_model.setRows(rows());
        open(id);
    });
}

void RecordPage::takeRefused(const Error &error, const QString &field)
{
    m_panel->setBusy(false);
    if (!field.isEmpty() && error.errors.isEmpty())
        m_panel->form().showProblem(field, error.message);
    else
        m_panel->sayProblem(m_panel->form().showError(error));
}

void RecordPage::takeRemoved()
{
    m_model.setRows(rows());
    if (m_open && !m_open->isEmpty() && !m_model.indexOf(*m_open).isValid()) {
        m_panel->form().settle(); // there is nothing left to be lost
        open(std::nullopt);
    }
    refresh();
}

void RecordPage::settle()
{
    m_panel->setOnline(isOnline());
}

void RecordPage::arrange()
{
    if (!isLoaded())
        return;
    if (m_model.rowCount() == 0 && !m_open) {
        showEmpty(title().icon, m_words.emptyText, m_words.emptyLine);
        return;
    }
    const bool takeTurns = width() < bothNeed;
    m_list->setVisible(!takeTurns || !m_open);
    m_panel->setVisible(m_open.has_value());
    m_panel->setBackVisible(takeTurns);
    m_panel->setMinimumWidth(takeTurns ? 0 : panelWidth);
    m_panel->setMaximumWidth(takeTurns ? QWIDGETSIZE_MAX : panelWidth);
    m_panel->layout()->activate();
    showContent();
}

void RecordPage::resizeEvent(QResizeEvent *event)
{
    AdminPage::resizeEvent(event);
    arrange();
}

} // namespace deskbell::console
