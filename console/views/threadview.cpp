#include "console/views/threadview.h"

#include "console/models/threadmodel.h"
#include "console/theme/theme.h"
#include "console/views/accessiblethread.h"
#include "console/views/messagedelegate.h"

#include <QPainter>
#include <QScrollBar>

namespace deskbell::console {

namespace {

constexpr int margin = 12; // above the first and below the last row
constexpr int pointingMs = 1'600;

} // namespace

ThreadView::ThreadView(const Theme &theme, QWidget *parent)
    : QAbstractItemView(parent), m_theme(theme), m_delegate(new MessageDelegate(theme, m_selection, this))
{
    installAccessibleThread();
    setItemDelegate(m_delegate);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setSelectionMode(NoSelection);
    setEditTriggers(NoEditTriggers);
    setMouseTracking(true);
    setFrameShape(NoFrame);
    connect(&m_delegate->pictures(), &Pictures::arrived, viewport(), qOverload<>(&QWidget::update));
    m_pointing.setSingleShot(true);
    m_pointing.setInterval(pointingMs);
    connect(&m_pointing, &QTimer::timeout, this, [this] {
        m_pointed = QModelIndex();
        viewport()->update();
    });
    connect(verticalScrollBar(), &QScrollBar::valueChanged, this, [this](int value) {
        if (m_settling)
            return;
        m_atEnd = value >= verticalScrollBar()->maximum();
        settle();
        if (value == 0)
            Q_EMIT earlierWanted();
    });
}

void ThreadView::setModel(QAbstractItemModel *newModel)
{
    QAbstractItemView::setModel(newModel);
    connect(newModel, &QAbstractItemModel::rowsRemoved, this, [this](const QModelIndex &, int first, int last) {
        m_rows.remove(first, last - first + 1);
        relayout();
    });
}

void ThreadView::reset()
{
    dropSelection();
    QAbstractItemView::reset();
    m_rows.reset(model() ? model()->rowCount() : 0);
    m_atEnd = true;
    relayout();
}

void ThreadView::setLoading(bool loading)
{
    m_loading = loading;
    viewport()->update();
}

void ThreadView::measure()
{
    // Of the whole view: the scroll bar comes and goes in the margin, and nothing moves for it.
    const int width = this->width();
    if (width != m_measuredWidth) {
        m_rows.forgetAll();
        m_measuredWidth = width;
    }
    m_rows.place(margin);
}

/// Measures the rows in sight that are only guessed, without moving what stands there. False when there are none.
bool ThreadView::measureVisible()
{
    if (m_rows.count() == 0 || m_rows.end() == 0)
        return false;
    const int end = m_rows.count() - 1;
    const int first = std::clamp(m_rows.rowAt(verticalOffset()), 0, end);
    const int last = std::clamp(m_rows.rowAt(verticalOffset() + viewport()->height()), 0, end);
    int anchor = -1;
    bool guessed = false;
    for (int row = first; row <= last; ++row) {
        guessed = guessed || m_rows.isGuess(row);
        if (anchor < 0 && !m_rows.isGuess(row))
            anchor = row;
    }
    if (!guessed)
        return false;
    anchor = anchor < 0 ? first : anchor;
    const int before = m_rows.top(anchor);
    QStyleOptionViewItem option;
    option.rect = QRect(0, 0, m_measuredWidth, 0);
    for (int row = first; row <= last; ++row) {
        if (!m_rows.isGuess(row))
            continue;
        m_rows.measure(row, std::max(1, m_delegate->sizeHint(option, model()->index(row, 0)).height()));
        askForQuoted(row);
    }
    m_rows.place(margin);
    const int value = verticalScrollBar()->value() + m_rows.top(anchor) - before;
    verticalScrollBar()->setRange(0, std::max(0, contentHeight() - viewport()->height()));
    verticalScrollBar()->setValue(value);
    return true;
}

void ThreadView::settle()
{
    if (m_settling)
        return;
    m_settling = true;
    while (measureVisible()) {
        if (m_atEnd)
            verticalScrollBar()->setValue(verticalScrollBar()->maximum());
    }
    m_settling = false;
}

void ThreadView::relayout()
{
    const bool atEnd = m_atEnd;
    updateGeometries();
    if (atEnd)
        scrollToEnd();
    viewport()->update();
}

void ThreadView::updateGeometries()
{
    measure();
    verticalScrollBar()->setPageStep(viewport()->height());
    verticalScrollBar()->setSingleStep(24);
    m_settling = true; // what is measured may move the end away, but the person did not leave it
    verticalScrollBar()->setRange(0, std::max(0, contentHeight() - viewport()->height()));
    if (m_atEnd)
        verticalScrollBar()->setValue(verticalScrollBar()->maximum());
    m_settling = false;
    settle();
    QAbstractItemView::updateGeometries();
    if (m_rows.count() > 0 && verticalScrollBar()->maximum() == 0) // one cannot scroll to where it begins
        Q_EMIT earlierWanted();
}

void ThreadView::scrollToEnd()
{
    m_atEnd = true;
    verticalScrollBar()->setValue(verticalScrollBar()->maximum());
    settle();
}

void ThreadView::point(const QModelIndex &index)
{
    if (!index.isValid() || index.row() >= m_rows.count())
        return;
    // Rows on the way are guesses until they come into sight, so it is gone to again until it stands where it should.
    constexpr int attempts = 8;
    for (int attempt = 0; attempt < attempts; ++attempt) {
        const int wanted = m_rows.top(index.row()) + m_rows.height(index.row()) / 2 - viewport()->height() / 2;
        const int before = verticalScrollBar()->value();
        verticalScrollBar()->setValue(wanted);
        m_atEnd = verticalScrollBar()->value() >= verticalScrollBar()->maximum();
        settle();
        if (verticalScrollBar()->value() == before)
            break;
    }
    setCurrentIndex(index);
    m_pointed = index;
    m_pointing.start();
    viewport()->update();
}

void ThreadView::rowsInserted(const QModelIndex &parent, int start, int end)
{
    QAbstractItemView::rowsInserted(parent, start, end);
    const int before = contentHeight();
    const int position = verticalScrollBar()->value();
    const bool above = start == 0 && m_rows.count() > 0 && !m_atEnd;
    m_rows.insert(start, end - start + 1);
    if (above) { // first what is read stays where it is, then it is measured what that is
        m_settling = true;
        measure();
        verticalScrollBar()->setRange(0, std::max(0, contentHeight() - viewport()->height()));
        verticalScrollBar()->setValue(position + contentHeight() - before);
        m_settling = false;
    }
    relayout();
}

void ThreadView::dataChanged(const QModelIndex &topLeft, const QModelIndex &bottomRight, const QList<int> &roles)
{
    QAbstractItemView::dataChanged(topLeft, bottomRight, roles);
    m_selection.settle(); // it is painted anew below
    if (roles == QList<int>{ThreadModel::QuoteRole}) { // a quote is as high as any other
        viewport()->update();
        return;
    }
    for (int row = topLeft.row(); row <= bottomRight.row() && row < m_rows.count(); ++row)
        m_rows.forget(row);
    relayout();
}

void ThreadView::resizeEvent(QResizeEvent *event)
{
    const bool atEnd = m_atEnd;
    QAbstractItemView::resizeEvent(event);
    updateGeometries();
    if (atEnd)
        scrollToEnd();
}

int ThreadView::lead() const
{
    return std::max(0, viewport()->height() - contentHeight());
}

int ThreadView::verticalOffset() const
{
    return verticalScrollBar()->value() - lead();
}

QRect ThreadView::visualRect(const QModelIndex &index) const
{
    if (!index.isValid() || index.row() >= m_rows.count())
        return {};
    return {0, m_rows.top(index.row()) - verticalOffset(), width(), m_rows.height(index.row())};
}

QModelIndex ThreadView::indexAt(const QPoint &point) const
{
    const int row = m_rows.rowAt(point.y() + verticalOffset());
    if (row < 0 || row >= m_rows.count())
        return {};
    const QModelIndex index = model()->index(row, 0);
    return visualRect(index).contains(point) ? index : QModelIndex();
}

void ThreadView::scrollTo(const QModelIndex &index, ScrollHint)
{
    const QRect rect = visualRect(index);
    if (rect.top() < 0)
        verticalScrollBar()->setValue(verticalScrollBar()->value() + rect.top() - margin);
    else if (rect.bottom() > viewport()->height())
        verticalScrollBar()->setValue(verticalScrollBar()->value() + rect.bottom() - viewport()->height() + margin);
}

void ThreadView::paintEvent(QPaintEvent *event)
{
    QPainter painter(viewport());
    if (m_rows.count() == 0) {
        if (m_loading)
            paintLoading(painter);
        return;
    }
    QStyleOptionViewItem option;
    initViewItemOption(&option);
    const QStyle::State state = option.state & ~QStyle::State_HasFocus;
    const int first = std::max(0, m_rows.rowAt(event->rect().top() + verticalOffset()));
    for (int row = first; row < m_rows.count(); ++row) {
        const QModelIndex index = model()->index(row, 0);
        option.rect = visualRect(index);
        if (option.rect.top() > event->rect().bottom())
            break;
        option.state = state;
        if (index == currentIndex() && hasFocus())
            option.state |= QStyle::State_HasFocus;
        if (m_pointed == index)
            painter.fillRect(option.rect, m_theme.color(Token::BrassWash));
        m_delegate->paint(&painter, option, index);
    }
}

void ThreadView::paintLoading(QPainter &painter) const
{
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(Qt::NoPen);
    painter.setBrush(m_theme.color(Token::Bubble));
    int bottom = viewport()->height() - 2 * margin;
    const int widths[] = {260, 340, 200, 300};
    for (int i = 0; i < 4; ++i) {
        const int x = i % 2 == 0 ? width() - 24 - widths[i] : 60;
        painter.drawRoundedRect(QRect(x, bottom - 40, widths[i], 40), radius::bubble, radius::bubble);
        bottom -= 64;
    }
}

void ThreadView::setSelection(const QRect &, QItemSelectionModel::SelectionFlags)
{
}

QRegion ThreadView::visualRegionForSelection(const QItemSelection &) const
{
    return {};
}

} // namespace deskbell::console
