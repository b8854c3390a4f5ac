#include "console/views/cannedpopup.h"

#include "console/models/cannedtext.h"
#include "console/models/wording.h"
#include "console/theme/theme.h"
#include "console/views/composerview.h"

#include <QAccessible>
#include <QKeyEvent>
#include <QLabel>
#include <QListWidget>
#include <QVBoxLayout>

namespace deskbell::console {

namespace {

constexpr int rowHeight = 34;
constexpr int mostRows = 6;
constexpr int previewLines = 4;
constexpr int lineHeight = 20;

bool isTyped(const QString &text)
{
    return text.startsWith(QLatin1Char('/')) && !text.contains(QLatin1Char(' ')) && !text.contains(QLatin1Char('\n'));
}

} // namespace

CannedPopup::CannedPopup(const Theme &theme, Workspace &workspace, ComposerView &composer, QWidget *parent)
    : QFrame(parent), m_workspace(workspace), m_composer(composer), m_edit(composer.field()),
      m_list(new QListWidget(this)), m_preview(new QLabel(this))
{
    setObjectName(QStringLiteral("cannedPopup"));
    m_list->setObjectName(QStringLiteral("cannedListView"));
    m_list->setAccessibleName(tr("Canned replies"));
    m_list->setFont(theme.font(FontSize::List));
    m_list->setFocusPolicy(Qt::NoFocus);
    m_list->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_list->setTextElideMode(Qt::ElideRight);
    m_preview->setObjectName(QStringLiteral("cannedPreviewLabel"));
    m_preview->setFont(theme.font(FontSize::List));
    m_preview->setProperty("tone", QStringLiteral("secondary"));
    m_preview->setTextFormat(Qt::PlainText);
    m_preview->setWordWrap(true);
    m_preview->setAlignment(Qt::AlignTop);
    m_preview->setFixedHeight(previewLines * lineHeight);
    m_preview->setContentsMargins(space::s, space::xs, space::s, 0);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(space::s, space::s, space::s, space::s);
    column->setSpacing(space::xs);
    column->addWidget(m_list);
    column->addWidget(m_preview);
    hide();
    m_edit.installEventFilter(this);
    parent->installEventFilter(this);
    connect(&m_edit, &QPlainTextEdit::textChanged, this, &CannedPopup::refresh);
    connect(&workspace.office(), &Office::changed, this, [this] {
        if (isVisible() && !m_inserting)
            refresh();
    });
    connect(m_list, &QListWidget::currentRowChanged, this, &CannedPopup::showPreview);
    connect(m_list, &QListWidget::itemClicked, this, &CannedPopup::choose);
}

void CannedPopup::open(const ChatId &id)
{
    m_chatId = id;
    m_inserting = false;
    hide();
}

void CannedPopup::offer()
{
    if (!m_composer.isVisible() || m_composer.mode() != ComposerMode::Reply)
        return;
    m_composer.takeFocus();
    if (m_edit.document()->isEmpty()) {
        m_edit.insertPlainText(QStringLiteral("/"));
        return;
    }
    m_inserting = true;
    fill({});
}

void CannedPopup::refresh()
{
    const QString text = m_edit.toPlainText();
    m_inserting = false;
    if (!isTyped(text))
        m_dismissed.clear();
    if (!isTyped(text) || text == m_dismissed || m_composer.mode() != ComposerMode::Reply || !m_edit.hasFocus()) {
        hide();
        return;
    }
    m_dismissed.clear();
    fill(text.mid(1));
}

void CannedPopup::fill(const QString &typed)
{
    m_shown = matchingReplies(m_workspace.office().cannedReplies(), typed);
    m_list->clear();
    for (const api::CannedReply &each : std::as_const(m_shown)) {
        auto *item =
            new QListWidgetItem(QStringLiteral("/%1   %2").arg(oneLine(each.shortcut), oneLine(each.title)), m_list);
        item->setSizeHint({0, rowHeight});
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

void CannedPopup::place()
{
    m_list->setFixedHeight(int(std::min<qsizetype>(m_shown.size(), mostRows)) * rowHeight);
    layout()->activate();
    const QPoint corner = m_composer.mapTo(parentWidget(), QPoint(0, 0));
    const int height = sizeHint().height();
    setGeometry(corner.x(), std::max(0, corner.y() - height - space::xs), m_composer.width(), height);
}

void CannedPopup::showPreview()
{
    const int row = m_list->currentRow();
    const api::Chat *chat = m_workspace.chat(m_chatId);
    if (row < 0 || row >= m_shown.size() || !chat)
        return;
    m_preview->setText(cannedText(m_shown.at(row).text, m_workspace, *chat));
    QAccessibleEvent focus(m_list, QAccessible::Focus); // readers follow the mark, which has no focus of its own
    focus.setChild(row);
    QAccessible::updateAccessibility(&focus);
}

void CannedPopup::choose()
{
    const int row = m_list->currentRow();
    const api::Chat *chat = m_workspace.chat(m_chatId);
    if (row < 0 || row >= m_shown.size() || !chat)
        return;
    const QString text = cannedText(m_shown.at(row).text, m_workspace, *chat);
    const bool inserting = m_inserting;
    hide();
    if (!inserting)
        m_edit.selectAll();
    m_edit.insertPlainText(text); // which one can undo
    m_composer.takeFocus();
}

bool CannedPopup::takeKey(int key)
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
        m_dismissed = m_edit.toPlainText();
        hide();
        return true;
    default:
        return false;
    }
}

bool CannedPopup::eventFilter(QObject *watched, QEvent *event)
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
    if (watched == &m_edit && event->type() == QEvent::FocusOut)
        hide();
    if (watched == parentWidget() && event->type() == QEvent::Resize)
        hide();
    return QFrame::eventFilter(watched, event);
}

} // namespace deskbell::console
