#include "console/views/cannedpopup.h"

#include "console/models/cannedtext.h"
#include "console/models/wording.h"
#include "console/theme/theme.h"
#include "console/views/composerview.h"

#include <QLabel>
#include <QListWidget>
#include <QVBoxLayout>

namespace deskbell::console {

namespace {

constexpr int previewLines = 4;
constexpr int lineHeight = 20;

bool isTyped(const QString &text)
{
    return text.startsWith(QLatin1Char('/')) && !text.contains(QLatin1Char(' ')) && !text.contains(QLatin1Char('\n'));
}

} // namespace

CannedPopup::CannedPopup(const Theme &theme, Workspace &workspace, ComposerView &composer, QWidget *parent)
    : ComposerPopup(theme, composer, parent), m_workspace(workspace), m_preview(new QLabel(this))
{
    setObjectName(QStringLiteral("cannedPopup"));
    list().setObjectName(QStringLiteral("cannedListView"));
    list().setAccessibleName(tr("Canned replies"));
    m_preview->setObjectName(QStringLiteral("cannedPreviewLabel"));
    m_preview->setFont(theme.font(FontSize::List));
    m_preview->setProperty("tone", QStringLiteral("secondary"));
    m_preview->setTextFormat(Qt::PlainText);
    m_preview->setWordWrap(true);
    m_preview->setAlignment(Qt::AlignTop);
    m_preview->setFixedHeight(previewLines * lineHeight);
    m_preview->setContentsMargins(space::s, space::xs, space::s, 0);
    column().addWidget(m_preview);
    connect(&edit(), &QPlainTextEdit::textChanged, this, &CannedPopup::refresh);
    connect(&workspace.office(), &Office::changed, this, [this] {
        if (isVisible() && !m_inserting)
            refresh();
    });
}

void CannedPopup::open(const ChatId &id)
{
    m_chatId = id;
    m_inserting = false;
    hide();
}

void CannedPopup::offer()
{
    if (!composer().isVisible() || composer().mode() != ComposerMode::Reply)
        return;
    composer().takeFocus();
    if (edit().document()->isEmpty()) {
        edit().insertPlainText(QStringLiteral("/"));
        return;
    }
    m_inserting = true;
    fill({});
}

void CannedPopup::refresh()
{
    const QString text = edit().toPlainText();
    m_inserting = false;
    if (!isTyped(text))
        m_dismissed.clear();
    if (!isTyped(text) || text == m_dismissed || composer().mode() != ComposerMode::Reply || !edit().hasFocus()) {
        hide();
        return;
    }
    m_dismissed.clear();
    fill(text.mid(1));
}

void CannedPopup::fill(const QString &typed)
{
    m_shown = matchingReplies(m_workspace.office().cannedReplies(), typed);
    clearRows();
    for (const api::CannedReply &each : std::as_const(m_shown))
        addRow(QStringLiteral("/%1   %2").arg(oneLine(each.shortcut), oneLine(each.title)));
    appear();
}

/// As wide as the composer.
QRect CannedPopup::place(int height) const
{
    return {composer().mapTo(parentWidget(), QPoint(0, 0)).x(), topFor(height), composer().width(), height};
}

void CannedPopup::showMarked(int row)
{
    const api::Chat *chat = m_workspace.chat(m_chatId);
    if (row < m_shown.size() && chat)
        m_preview->setText(cannedText(m_shown.at(row).text, m_workspace, *chat));
}

void CannedPopup::sendAway()
{
    m_dismissed = edit().toPlainText();
}

void CannedPopup::take(int row)
{
    const api::Chat *chat = m_workspace.chat(m_chatId);
    if (row < 0 || row >= m_shown.size() || !chat)
        return;
    const QString text = cannedText(m_shown.at(row).text, m_workspace, *chat);
    const bool inserting = m_inserting;
    hide();
    if (!inserting)
        edit().selectAll();
    edit().insertPlainText(text); // which one can undo
    composer().takeFocus();
}

} // namespace deskbell::console
