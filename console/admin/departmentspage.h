#pragma once

#include "console/admin/recordspage.h"

class QLineEdit;

namespace deskbell::console {

class CheckList;

/// The parts of the desk, and who belongs to them.
class DepartmentsPage final : public RecordsPage<api::Department>
{
    Q_OBJECT

public:
    explicit DepartmentsPage(const AdminContext &context, QWidget *parent = nullptr);

protected:
    void load() override;
    const QList<api::Department> &records() const override;
    AdminRow row(const api::Department &department) const override;
    void fillWith(const api::Department *found) override;
    void save(const QString &id) override;

private:
    QList<OperatorId> chosen() const;
    void finish(const Result<api::Department> &answer);
    void askToDelete();

    QLineEdit *m_name;
    CheckList *m_members;
    QPushButton *m_delete;
};

} // namespace deskbell::console
