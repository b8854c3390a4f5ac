#pragma once

#include "console/admin/adminpage.h"
#include "console/admin/auditmodel.h"

class QComboBox;
class QTableView;

namespace deskbell::console {

/// Who did what: the log of what was set up and what was done to people's data.
class AuditPage final : public AdminPage
{
    Q_OBJECT

public:
    explicit AuditPage(const AdminContext &context, QWidget *parent = nullptr);

protected:
    void load() override;

private:
    QTableView *makeTable();
    api::AuditList wanted() const;
    void show(const api::AuditListAnswer &answer);
    void loadMore();

    AuditModel m_model;
    QComboBox *m_action;
    QTableView *m_table;
    QLabel *m_nothing;
    int m_filter = 0; // counts the changes of the filter: an answer to an older one is not wanted
};

} // namespace deskbell::console
