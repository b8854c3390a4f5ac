#include "console/admin/auditpage.h"

#include "console/theme/theme.h"

#include <QComboBox>
#include <QHeaderView>
#include <QLabel>
#include <QPushButton>
#include <QTableView>
#include <QVBoxLayout>

namespace deskbell::console {

namespace {

constexpr int pageSize = 100;
constexpr int rowHeight = 36;
constexpr int whenWidth = 190;
constexpr int whoWidth = 180;
constexpr int whatWidth = 230;

} // namespace

AuditPage::AuditPage(const AdminContext &context, QWidget *parent)
    : AdminPage(context,
                {QStringLiteral("audit"), QStringLiteral("history"), tr("Audit log"),
                 tr("Who changed what, and when. Nothing in it can be changed.")},
                parent),
      m_action(new QComboBox(this)), m_table(makeTable()), m_nothing(new QLabel(this))
{
    m_action->setObjectName(named("ActionComboBox"));
    m_action->setAccessibleName(tr("Show"));
    m_action->addItem(tr("Everything"));
    const QStringList actions = AuditModel::knownActions();
    for (const QString &each : actions)
        m_action->addItem(AuditModel::actionText(each), each);
    auto *refresh = new QPushButton(tr("Refresh"), this);
    refresh->setObjectName(named("RefreshButton"));
    addToHead(m_action);
    addToHead(refresh);
    m_nothing->setText(tr("Nothing of this kind has happened yet."));
    m_nothing->setAlignment(Qt::AlignCenter);
    m_nothing->setProperty("tone", QStringLiteral("hint"));
    m_nothing->setObjectName(named("NothingLabel"));
    auto *content = new QWidget(this);
    auto *column = new QVBoxLayout(content);
    column->setContentsMargins(space::l, 0, space::l, space::l);
    column->addWidget(m_nothing, 1);
    column->addWidget(m_table, 1);
    setContent(content);
    connect(refresh, &QPushButton::clicked, this, [this] { enter(); });
    connect(m_action, &QComboBox::currentIndexChanged, this, [this] {
        ++m_filter;
        m_model.clear();
        enter();
    });
    connect(&m_model, &AuditModel::moreRequested, this, &AuditPage::loadMore);
}

QTableView *AuditPage::makeTable()
{
    auto *table = new QTableView(this);
    table->setObjectName(named("TableView"));
    table->setProperty("kind", QStringLiteral("figures"));
    table->setAccessibleName(title().text);
    table->setModel(&m_model);
    table->setShowGrid(false);
    table->verticalHeader()->hide();
    table->verticalHeader()->setDefaultSectionSize(rowHeight);
    table->horizontalHeader()->setHighlightSections(false);
    table->horizontalHeader()->setDefaultAlignment(Qt::AlignLeft | Qt::AlignVCenter);
    table->setColumnWidth(AuditModel::When, whenWidth);
    table->setColumnWidth(AuditModel::Who, whoWidth);
    table->setColumnWidth(AuditModel::What, whatWidth);
    table->horizontalHeader()->setSectionResizeMode(AuditModel::Detail, QHeaderView::Stretch);
    table->setSelectionBehavior(QAbstractItemView::SelectRows);
    table->setSelectionMode(QAbstractItemView::SingleSelection);
    table->setEditTriggers(QAbstractItemView::NoEditTriggers);
    table->setVerticalScrollMode(QAbstractItemView::ScrollPerPixel);
    table->setTabKeyNavigation(false);
    table->setWordWrap(false);
    return table;
}

api::AuditList AuditPage::wanted() const
{
    api::AuditList list;
    list.limit = pageSize;
    if (m_action->currentIndex() > 0)
        list.action = m_action->currentData().toString();
    return list;
}

/// What happened since the last time comes in above; what was read before stays where it is.
void AuditPage::load()
{
    const int filter = m_filter;
    askToShow(wanted(), [this, filter](const api::AuditListAnswer &answer) {
        if (filter == m_filter)
            show(answer);
    });
}

void AuditPage::loadMore()
{
    api::AuditList list = wanted();
    list.before = m_model.next();
    const int filter = m_filter;
    ask(list, [this, filter](const Result<api::AuditListAnswer> &answer) {
        if (filter != m_filter)
            return;
        if (answer)
            show(*answer);
        else
            m_model.take({}, m_model.next()); // so that scrolling asks again
    });
}

void AuditPage::show(const api::AuditListAnswer &answer)
{
    m_model.take(answer.entries, answer.next);
    m_nothing->setVisible(m_model.rowCount() == 0);
    m_table->setVisible(m_model.rowCount() > 0);
    showContent();
}

} // namespace deskbell::console
