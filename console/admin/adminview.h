#pragma once

#include "console/admin/admincontext.h"

#include <QWidget>

#include <functional>

class QLabel;
class QListWidget;
class QListWidgetItem;
class QStackedWidget;

namespace deskbell::console {

class AdminPage;

/// The screen of the administration: the list of pages, and the page.
class AdminView final : public QWidget
{
    Q_OBJECT

public:
    explicit AdminView(const AdminContext &context, QWidget *parent = nullptr);

    /// Goes on with `then`, after a question if something would be lost.
    void leave(std::function<void()> then);
    void enter();
    void showPage(const QString &name);
    AdminPage *page() const;
    void focusStart();
    /// The parts that F6 walks round.
    QList<QWidget *> panes() const;

protected:
    void resizeEvent(QResizeEvent *event) override;

private:
    template <class Page>
    void add();
    void takeCurrent(int row);
    void arrange();

    AdminContext m_context;
    QLabel *m_heading;
    QListWidget *m_places;
    QStackedWidget *m_pages;
};

} // namespace deskbell::console
