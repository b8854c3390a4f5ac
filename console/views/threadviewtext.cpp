// What a person does with the words of a message: selects them, copies them, follows the links in them.
#include "console/theme/theme.h"
#include "console/views/messagedelegate.h"
#include "console/views/threadview.h"

#include <QApplication>
#include <QClipboard>
#include <QMenu>

namespace deskbell::console {

namespace {

/// Its beginning, where the host stands.
QString menuText(const QString &target)
{
    constexpr qsizetype most = 64;
    QString text = target.size() > most ? target.left(most) + QStringLiteral("…") : target;
    return text.replace(u'&', QStringLiteral("&&"));
}

QList<QUrl> targetsIn(const MessageLayout &at)
{
    QList<QUrl> targets;
    for (const MessageLink &each : at.links) {
        if (!targets.contains(each.target))
            targets.append(each.target);
    }
    return targets;
}

} // namespace

const MessageLayout &ThreadView::layoutOf(const QModelIndex &index) const
{
    return m_delegate->layout(index, visualRect(index).width());
}

bool ThreadView::isOverWords(const QPoint &position) const
{
    const QModelIndex index = indexAt(position);
    return index.isValid() && layoutOf(index).words.contains(position - visualRect(index).topLeft());
}

std::optional<QUrl> ThreadView::linkUnder(const QPoint &position) const
{
    const QModelIndex index = indexAt(position);
    if (!index.isValid())
        return std::nullopt;
    const MessageLink *link = linkAt(layoutOf(index), position - visualRect(index).topLeft());
    return link ? std::optional(link->target) : std::nullopt;
}

/// The button went down: what was selected is let go, and what is there may be selected from here.
void ThreadView::takeHold(const QPoint &position, TextSelection::Unit unit)
{
    dropSelection();
    m_grip = {isOverWords(position), position, linkUnder(position), {}};
    if (!m_grip.held)
        return;
    const QModelIndex index = indexAt(position);
    const auto which =
        unit == TextSelection::Unit::Word ? QTextLine::CursorOnCharacter : QTextLine::CursorBetweenCharacters;
    m_selection.begin(index, textPositionAt(layoutOf(index), position - visualRect(index).topLeft(), which), unit);
}

/// From where it was begun to here, as Shift means it.
void ThreadView::extendSelection(const QPoint &position)
{
    m_grip = {true, position, {}, {}};
    dragOn(position);
}

void ThreadView::dragOn(const QPoint &position)
{
    const QModelIndex index = m_selection.index();
    if (!index.isValid())
        return; // it has gone, or says something else now
    const bool click = (position - m_grip.at).manhattanLength() < QApplication::startDragDistance();
    if (m_grip.link && click && m_selection.isEmpty())
        return; // a hand is never quite still
    const auto which = m_selection.unit() == TextSelection::Unit::Word ? QTextLine::CursorOnCharacter
                                                                       : QTextLine::CursorBetweenCharacters;
    m_selection.extendTo(textPositionAt(layoutOf(index), position - visualRect(index).topLeft(), which));
    viewport()->setCursor(Qt::IBeamCursor);
    viewport()->update();
}

/// The button came up. False when it had no words.
bool ThreadView::letGo(const QPoint &position)
{
    if (!std::exchange(m_grip.held, false))
        return false;
    QClipboard *clipboard = QGuiApplication::clipboard();
    if (!m_selection.isEmpty() && clipboard->supportsSelection())
        clipboard->setText(m_selection.text(), QClipboard::Selection);
    if (m_selection.isEmpty() && m_selection.index().isValid() && m_grip.link && m_grip.link == linkUnder(position))
        Q_EMIT linkRequested(*m_grip.link);
    return true;
}

void ThreadView::dropSelection()
{
    m_selection.clear();
    viewport()->update();
}

void ThreadView::currentChanged(const QModelIndex &current, const QModelIndex &previous)
{
    QAbstractItemView::currentChanged(current, previous);
    if (!m_selection.isIn(current)) // or it would not be clear what is copied
        dropSelection();
}

void ThreadView::copy()
{
    if (m_selection.isEmpty())
        copyCurrent();
    else
        QGuiApplication::clipboard()->setText(m_selection.text());
}

void ThreadView::copyCurrent()
{
    if (!currentIndex().isValid())
        return;
    TextSelection whole;
    whole.begin(currentIndex(), 0, TextSelection::Unit::Message);
    QGuiApplication::clipboard()->setText(whole.text());
}

void ThreadView::addCopyActions(QMenu &menu, const QModelIndex &index)
{
    const QIcon icon = m_theme.icon(QStringLiteral("copy"), Token::Ink2);
    const bool partly = m_selection.in(index).length > 0;
    if (partly)
        menu.addAction(icon, tr("Copy"), QKeySequence(QKeySequence::Copy), this, &ThreadView::copy);
    QAction *whole = menu.addAction(icon, tr("Copy text"), this, &ThreadView::copyCurrent);
    if (!partly)
        whole->setShortcut(QKeySequence::Copy);
}

/// Of the one that the mouse is on, or of all.
void ThreadView::addLinkActions(QMenu &menu, const QModelIndex &index, const std::optional<QUrl> &under)
{
    const QList<QUrl> targets = under ? QList<QUrl>{*under} : targetsIn(layoutOf(index));
    for (const QUrl &target : targets) {
        const bool mail = isMail(target);
        const QIcon icon = m_theme.icon(mail ? QStringLiteral("mail") : QStringLiteral("globe"), Token::Ink2);
        QMenu *of = &menu;
        if (targets.size() > 1) {
            of = menu.addMenu(icon, menuText(targetText(target)));
            of->setObjectName(QStringLiteral("linkMenu"));
        }
        of->addAction(icon, mail ? tr("Write an e-mail") : tr("Open link"), this,
                      [this, target] { Q_EMIT linkRequested(target); });
        of->addAction(m_theme.icon(QStringLiteral("copy"), Token::Ink2), mail ? tr("Copy address") : tr("Copy link"),
                      this, [target] { QGuiApplication::clipboard()->setText(copiedTarget(target)); });
    }
}

/// The one link that a message has, or the choice between several.
bool ThreadView::followLinks(const QModelIndex &index)
{
    const QList<QUrl> targets = targetsIn(layoutOf(index));
    if (targets.size() == 1)
        Q_EMIT linkRequested(targets.first());
    else if (!targets.isEmpty())
        offerMenu(index);
    return !targets.isEmpty();
}

} // namespace deskbell::console
