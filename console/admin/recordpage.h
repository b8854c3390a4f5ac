#pragma once

#include "console/admin/adminpage.h"
#include "console/admin/rowsmodel.h"

#include <optional>

class QListView;

namespace deskbell::console {

class RecordPanel;

/// The words of a page over a kind of thing.
struct RecordWords
{
    QString add; ///< On the button.
    QString newTitle; ///< Over the empty form.
    QString emptyText; ///< Where there is none yet,
    QString emptyLine; ///< and what it would be good for.
};

/// A page over a kind of thing: their list, and beside it the form of the one that is chosen, or of a new one. In a
/// narrow window the two take turns.
class RecordPage : public AdminPage
{
    Q_OBJECT

public:
    RecordPage(const AdminContext &context, const PageTitle &title, RecordWords words, QWidget *parent);

    bool isDirty() const override;
    void discard() override;
    /// Opens the thing in the form; asks first, if something would be lost.
    void choose(const QString &id);
    void add();

protected:
    virtual QList<AdminRow> rows() const = 0;
    /// What the form shows of the thing, to see whether others have changed it.
    virtual QByteArray content(const QString &id) const = 0;
    /// Puts the thing into the form; with an empty id a new one.
    virtual void fill(const QString &id) = 0;
    /// Tells takeSaved() or takeRefused() how it went.
    virtual void save(const QString &id) = 0;
    void settle() override;
    void resizeEvent(QResizeEvent *event) override;

    RecordPanel &panel() { return *m_panel; }
    /// Empty while nothing is chosen, or something new.
    QString openId() const { return m_open.value_or(QString()); }
    /// The things have changed.
    void refresh();
    void takeSaved(const QString &id);
    /// `field` is where a conflict belongs that names none.
    void takeRefused(const Error &error, const QString &field = {});
    /// The thing is gone.
    void takeRemoved();

private:
    QWidget *makeContent();
    void open(const std::optional<QString> &id);
    void takeCurrent(const QModelIndex &index);
    void mark();
    void arrange();

    RecordWords m_words;
    RowsModel m_model;
    QListView *m_list;
    RecordPanel *m_panel;
    QPushButton *m_add;
    std::optional<QString> m_open; // empty: a new one
    QByteArray m_shown; // the content that the form was filled with
};

} // namespace deskbell::console
