#include "console/views/attributesview.h"

#include "console/models/wording.h"
#include "console/theme/theme.h"
#include "console/views/factview.h"

#include <QLabel>
#include <QVBoxLayout>

namespace deskbell::console {

namespace {

constexpr int patienceMs = 300;

} // namespace

AttributesView::AttributesView(const Theme &theme, const Workspace &workspace, QWidget *parent)
    : QWidget(parent), m_theme(theme), m_workspace(workspace), m_title(new QLabel(tr("From the site"), this)),
      m_hint(new QLabel(this)), m_column(new QVBoxLayout(this))
{
    setObjectName(QStringLiteral("attributesView"));
    setAccessibleName(m_title->text());
    m_title->setObjectName(QStringLiteral("attributesTitleLabel"));
    m_title->setFont(theme.font(FontSize::Small, Weight::SemiBold));
    m_title->setProperty("tone", QStringLiteral("hint"));
    m_hint->setObjectName(QStringLiteral("attributesHintLabel"));
    m_hint->setFont(theme.font(FontSize::Small));
    m_hint->setProperty("tone", QStringLiteral("hint"));
    m_hint->setWordWrap(true);
    m_column->setContentsMargins(0, 0, 0, 0);
    m_column->setSpacing(2);
    m_column->addWidget(m_title);
    m_column->addWidget(m_hint);
    m_patience.setSingleShot(true);
    m_patience.setInterval(patienceMs);
    connect(&m_patience, &QTimer::timeout, this, &AttributesView::showHint);
    connect(&workspace.visitors(), &Visitors::changed, this, [this](const VisitorId &id) {
        if (id == m_visitorId)
            show();
    });
    connect(&workspace, &Workspace::connectionChanged, this, &AttributesView::showHint);
}

void AttributesView::open(const VisitorId &id)
{
    if (id == m_visitorId)
        return;
    m_visitorId = id;
    m_patience.start();
    show();
}

QWidget *AttributesView::last() const
{
    return m_rows.isEmpty() ? m_before : m_rows.last()->value();
}

void AttributesView::show()
{
    const api::Visitor *visitor = m_workspace.visitors().find(m_visitorId);
    showRows(visitor ? visitor->attributes : QList<api::VisitorAttribute>());
    showHint();
}

void AttributesView::showRows(const QList<api::VisitorAttribute> &attributes)
{
    while (m_rows.size() > attributes.size()) {
        FactView *row = m_rows.takeLast();
        row->hide();
        row->deleteLater(); // its menu may be open
    }
    while (m_rows.size() < attributes.size()) {
        auto *row = new FactView(m_theme, {}, QStringLiteral("attributeLabel"), this);
        setTabOrder(last(), row->value());
        m_column->addWidget(row);
        m_rows.append(row);
    }
    for (qsizetype i = 0; i < m_rows.size(); ++i) {
        const QString value = oneLine(attributes.at(i).value);
        m_rows.at(i)->setCaption(oneLine(attributes.at(i).name));
        m_rows.at(i)->setText(value.isEmpty() ? QStringLiteral("–") : value);
    }
}

void AttributesView::showHint()
{
    QString hint;
    if (m_rows.isEmpty()) {
        const bool offline = m_workspace.connection().phase == ConnectionState::Phase::Offline;
        switch (m_workspace.visitors().state(m_visitorId)) {
        case VisitorState::Known:
            hint = m_workspace.visitors().find(m_visitorId)->erasedAt ? tr("This visitor was erased.")
                                                                      : tr("It has said nothing of this visitor.");
            break;
        case VisitorState::Failed:
            hint = tr("It could not be loaded. Open the chat again to try once more.");
            break;
        case VisitorState::Unasked:
        case VisitorState::Loading:
            if (!m_patience.isActive())
                hint = offline ? tr("It comes when the connection is back.") : tr("Loading …");
            break;
        }
    }
    m_hint->setText(hint);
    m_hint->setVisible(!hint.isEmpty());
    m_title->setVisible(!hint.isEmpty() || !m_rows.isEmpty()); // alone it would head nothing
}

} // namespace deskbell::console
