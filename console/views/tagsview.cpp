#include "console/views/tagsview.h"

#include "console/theme/theme.h"

#include <QAbstractItemView>
#include <QCompleter>
#include <QEvent>
#include <QGuiApplication>
#include <QKeyEvent>
#include <QLineEdit>
#include <QPushButton>
#include <QStyle>

namespace deskbell::console {

namespace {

constexpr int chipHeight = 26;
constexpr int editHeight = 34;
constexpr int mostLength = 40; // of a tag, at the server
constexpr int closeSize = 10;

} // namespace

TagsView::TagsView(const Theme &theme, QWidget *parent)
    : QWidget(parent), m_theme(theme), m_edit(new QLineEdit(this)), m_offers(new QCompleter(&m_others, this))
{
    setObjectName(QStringLiteral("tagsView"));
    m_edit->setObjectName(QStringLiteral("tagEdit"));
    m_edit->setPlaceholderText(tr("Add a tag"));
    m_edit->setAccessibleName(tr("Add a tag"));
    m_edit->setToolTip(tr("Add a tag (Ctrl+Shift+T, then Enter)"));
    m_edit->setMaxLength(mostLength);
    m_edit->installEventFilter(this);
    m_offers->setCaseSensitivity(Qt::CaseInsensitive);
    m_offers->setFilterMode(Qt::MatchContains);
    m_offers->popup()->setObjectName(QStringLiteral("tagOffersListView"));
    m_offers->popup()->setAccessibleName(tr("Tags to choose from"));
    m_edit->setCompleter(m_offers);
    // What was chosen is put into the field after these signals.
    connect(m_edit, &QLineEdit::returnPressed, this, &TagsView::add, Qt::QueuedConnection);
    connect(m_offers, qOverload<const QString &>(&QCompleter::activated), this, &TagsView::add, Qt::QueuedConnection);
    arrange();
}

void TagsView::setTags(const QStringList &tags)
{
    if (tags == m_tags)
        return;
    m_tags = tags;
    for (QPushButton *chip : std::exchange(m_chips, {})) {
        chip->hide();
        chip->deleteLater(); // it may be the one that was pressed
    }
    for (const QString &tag : tags) {
        auto *chip = new QPushButton(m_theme.icon(QStringLiteral("close"), Token::Ink2), tag, this);
        chip->setObjectName(QStringLiteral("tagButton"));
        chip->setProperty("kind", QStringLiteral("chip"));
        chip->setIconSize({closeSize, closeSize});
        chip->setLayoutDirection(isRightToLeft() ? Qt::LeftToRight : Qt::RightToLeft); // the cross comes last
        chip->setAccessibleName(tr("Remove the tag %1").arg(tag));
        chip->setToolTip(tr("Remove the tag %1").arg(tag).toHtmlEscaped());
        connect(chip, &QPushButton::clicked, this, [this, tag] { Q_EMIT removeRequested(tag); });
        chip->show();
        m_chips.append(chip);
    }
    QWidget *before = this;
    for (QWidget *each : std::as_const(m_chips)) {
        setTabOrder(before, each);
        before = each;
    }
    setTabOrder(before, m_edit);
    settleOffers();
    arrange();
}

void TagsView::setKnownTags(const QStringList &tags)
{
    m_known = tags;
    settleOffers();
}

/// A chat has each tag once.
void TagsView::settleOffers()
{
    QStringList others;
    std::copy_if(m_known.begin(), m_known.end(), std::back_inserter(others),
                 [this](const QString &each) { return !m_tags.contains(each); });
    m_others.setStringList(others);
}

void TagsView::add()
{
    const QString tag = m_edit->text().simplified();
    m_edit->clear();
    if (!tag.isEmpty() && !m_tags.contains(tag))
        Q_EMIT addRequested(tag);
}

/// All that has in it what stands there: everything, while nothing does.
void TagsView::offer()
{
    m_offers->setCompletionPrefix(m_edit->text());
    m_offers->complete();
}

void TagsView::takeFocus()
{
    m_edit->setFocus(Qt::ShortcutFocusReason);
    offer();
}

void TagsView::resizeEvent(QResizeEvent *event)
{
    QWidget::resizeEvent(event);
    arrange();
}

bool TagsView::eventFilter(QObject *watched, QEvent *event)
{
    if (watched == m_edit && event->type() == QEvent::FocusIn
        && static_cast<QFocusEvent *>(event)->reason() != Qt::PopupFocusReason) // what is offered stands there still
        Q_EMIT typingBegins();
    if (watched == m_edit && event->type() == QEvent::MouseButtonRelease)
        offer();
    if (watched == m_edit && event->type() == QEvent::KeyPress
        && static_cast<QKeyEvent *>(event)->key() == Qt::Key_Down) {
        offer();
        return true;
    }
    return QWidget::eventFilter(watched, event);
}

void TagsView::arrange()
{
    int x = 0;
    int y = 0;
    for (QPushButton *chip : std::as_const(m_chips)) {
        const int room = std::min(width(), chip->sizeHint().width());
        if (x > 0 && x + room > width()) {
            x = 0;
            y += chipHeight + space::xs;
        }
        const QRect place(x, y, room, chipHeight);
        chip->setGeometry(QStyle::visualRect(layoutDirection(), rect(), place));
        x += room + space::xs;
    }
    y += m_chips.isEmpty() ? 0 : chipHeight + space::s;
    m_edit->setGeometry(0, y, width(), editHeight);
    setFixedHeight(y + editHeight);
}

} // namespace deskbell::console
