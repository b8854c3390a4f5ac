#include "console/admin/adminview.h"

#include "console/admin/adminpage.h"
#include "console/admin/apikeyspage.h"
#include "console/admin/auditpage.h"
#include "console/admin/cannedpage.h"
#include "console/admin/departmentspage.h"
#include "console/admin/formpage.h"
#include "console/admin/hourspage.h"
#include "console/admin/operatorspage.h"
#include "console/admin/routingpage.h"
#include "console/admin/statspage.h"
#include "console/admin/tagspage.h"
#include "console/admin/webhookspage.h"
#include "console/admin/widgetpage.h"
#include "console/theme/theme.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QListWidget>
#include <QStackedWidget>

namespace deskbell::console {

namespace {

constexpr int placesWidth = 200;
constexpr int placeHeight = 38;
constexpr int iconsWidth = 60;
constexpr int wordsNeed = 860; // below this width the list of pages has icons alone

} // namespace

AdminView::AdminView(const AdminContext &context, QWidget *parent)
    : QWidget(parent), m_context(context), m_heading(new QLabel(tr("Administration"), this)),
      m_places(new QListWidget(this)), m_pages(new QStackedWidget(this))
{
    setObjectName(QStringLiteral("adminView"));
    setAttribute(Qt::WA_StyledBackground);
    auto *side = new QWidget(this);
    side->setObjectName(QStringLiteral("adminSide"));
    side->setAttribute(Qt::WA_StyledBackground);
    m_heading->setFont(context.theme.font(FontSize::List, Weight::SemiBold));
    m_heading->setProperty("tone", QStringLiteral("hint"));
    m_heading->setContentsMargins(space::l, space::xl, space::l, space::xs);
    m_places->setObjectName(QStringLiteral("adminPlacesListView"));
    m_places->setAccessibleName(tr("Administration"));
    m_places->setIconSize({20, 20});
    m_places->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    auto *column = new QVBoxLayout(side);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addWidget(m_heading);
    column->addWidget(m_places, 1);
    m_pages->setObjectName(QStringLiteral("adminPages"));
    auto *row = new QHBoxLayout(this);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(0);
    row->addWidget(side);
    row->addWidget(m_pages, 1);
    add<StatsPage>();
    add<OperatorsPage>();
    add<DepartmentsPage>();
    add<CannedPage>();
    add<TagsPage>();
    add<RoutingPage>();
    add<HoursPage>();
    add<WidgetPage>();
    add<FormPage>();
    add<ApiKeysPage>();
    add<WebhooksPage>();
    add<AuditPage>();
    m_places->setCurrentRow(0);
    connect(m_places, &QListWidget::currentRowChanged, this, &AdminView::takeCurrent);
    arrange();
}

template <class Page>
void AdminView::add()
{
    auto *page = new Page(m_context, this);
    m_pages->addWidget(page);
    auto *item =
        new QListWidgetItem(m_context.theme.icon(page->title().icon, Token::Ink2), page->title().text, m_places);
    item->setToolTip(page->title().text);
    item->setSizeHint(QSize(0, placeHeight)); // the style sheet's comes too late for the first layout
}

AdminPage *AdminView::page() const
{
    return static_cast<AdminPage *>(m_pages->currentWidget());
}

void AdminView::leave(std::function<void()> then)
{
    page()->leave(std::move(then));
}

void AdminView::enter()
{
    page()->enter();
}

void AdminView::showPage(const QString &name)
{
    for (int row = 0; row < m_pages->count(); ++row) {
        if (static_cast<AdminPage *>(m_pages->widget(row))->title().name == name)
            m_places->setCurrentRow(row);
    }
}

/// The page follows the list, unless something would be lost and the person has not said that it may.
void AdminView::takeCurrent(int row)
{
    const int before = m_pages->currentIndex();
    if (row < 0 || row == before)
        return;
    const bool waits = page()->isDirty();
    page()->leave([this, row] {
        m_pages->setCurrentIndex(row);
        m_places->setCurrentRow(row);
        page()->enter();
    });
    if (waits && m_pages->currentIndex() == before) // the list marks the row after this signal
        QMetaObject::invokeMethod(
            this, [this] { m_places->setCurrentRow(m_pages->currentIndex()); }, Qt::QueuedConnection);
}

void AdminView::focusStart()
{
    m_places->setFocus(Qt::OtherFocusReason);
}

QList<QWidget *> AdminView::panes() const
{
    return {m_places->parentWidget(), m_pages};
}

void AdminView::arrange()
{
    const bool words = width() >= wordsNeed;
    m_heading->setVisible(words);
    m_places->parentWidget()->setFixedWidth(words ? placesWidth : iconsWidth);
    m_places->setProperty("slim", !words);
}

void AdminView::resizeEvent(QResizeEvent *event)
{
    QWidget::resizeEvent(event);
    arrange();
}

} // namespace deskbell::console
