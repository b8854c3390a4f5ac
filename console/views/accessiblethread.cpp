#include "console/views/accessiblethread.h"

#include "console/views/threadview.h"

#include <QAccessibleWidget>
#include <QPersistentModelIndex>
#include <QPointer>

#include <vector>

namespace deskbell::console {

namespace {

/// One message. Stays the same while rows come and go around it.
class AccessibleMessage final : public QAccessibleInterface
{
public:
    AccessibleMessage(ThreadView *view, const QModelIndex &index) : m_view(view), m_index(index) { }

    const QPersistentModelIndex &index() const { return m_index; }
    bool isValid() const override { return m_view && m_index.isValid(); }
    QObject *object() const override { return nullptr; }
    QAccessible::Role role() const override { return QAccessible::ListItem; }
    QAccessible::State state() const override
    {
        QAccessible::State state;
        state.focusable = true;
        state.readOnly = true;
        state.focused = m_view->hasFocus() && m_view->currentIndex() == m_index;
        state.offscreen = !m_view->viewport()->rect().intersects(m_view->visualRect(m_index));
        return state;
    }
    QString text(QAccessible::Text kind) const override
    {
        return kind == QAccessible::Name ? m_index.data(Qt::AccessibleTextRole).toString() : QString();
    }
    void setText(QAccessible::Text, const QString &) override { }
    QRect rect() const override
    {
        const QRect rect = m_view->visualRect(m_index);
        return {m_view->viewport()->mapToGlobal(rect.topLeft()), rect.size()};
    }
    QAccessibleInterface *parent() const override { return QAccessible::queryAccessibleInterface(m_view); }
    QAccessibleInterface *child(int) const override { return nullptr; }
    QAccessibleInterface *childAt(int, int) const override { return nullptr; }
    int childCount() const override { return 0; }
    int indexOfChild(const QAccessibleInterface *) const override { return -1; }

private:
    QPointer<ThreadView> m_view;
    QPersistentModelIndex m_index;
};

/// The messages as rows; each has an interface once somebody has asked for it.
class AccessibleThread final : public QAccessibleWidget
{
public:
    explicit AccessibleThread(ThreadView *view) : QAccessibleWidget(view, QAccessible::List), m_view(view) { }
    ~AccessibleThread() override
    {
        for (const QAccessible::Id id : m_rows)
            QAccessible::deleteAccessibleInterface(id);
    }

    int childCount() const override { return m_view->model() ? m_view->model()->rowCount() : 0; }
    QAccessibleInterface *child(int row) const override
    {
        if (row < 0 || row >= childCount())
            return nullptr;
        const QModelIndex index = m_view->model()->index(row, 0);
        std::erase_if(m_rows, [](QAccessible::Id id) { // of messages that have gone
            const bool gone = !QAccessible::accessibleInterface(id)->isValid();
            if (gone)
                QAccessible::deleteAccessibleInterface(id);
            return gone;
        });
        for (const QAccessible::Id id : m_rows) {
            QAccessibleInterface *known = QAccessible::accessibleInterface(id);
            if (static_cast<AccessibleMessage *>(known)->index() == index)
                return known;
        }
        auto *made = new AccessibleMessage(m_view, index);
        m_rows.push_back(QAccessible::registerAccessibleInterface(made));
        return made;
    }
    QAccessibleInterface *childAt(int x, int y) const override
    {
        return child(m_view->indexAt(m_view->viewport()->mapFromGlobal(QPoint(x, y))).row());
    }
    int indexOfChild(const QAccessibleInterface *row) const override
    {
        const auto *message = dynamic_cast<const AccessibleMessage *>(row);
        return message && message->isValid() ? message->index().row() : -1;
    }
    QAccessibleInterface *focusChild() const override { return child(m_view->currentIndex().row()); }

private:
    ThreadView *m_view; // the object of this interface
    mutable std::vector<QAccessible::Id> m_rows;
};

QAccessibleInterface *makeAccessible(const QString &, QObject *object)
{
    auto *view = dynamic_cast<ThreadView *>(object);
    return view ? new AccessibleThread(view) : nullptr;
}

} // namespace

void installAccessibleThread()
{
    QAccessible::installFactory(makeAccessible); // once, however often it is said
}

} // namespace deskbell::console
