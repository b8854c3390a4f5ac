#pragma once

#include "console/admin/recordpage.h"

class QLineEdit;

namespace deskbell::console {

class CheckList;

/// The parts of the desk, and who belongs to them.
class DepartmentsPage final : public RecordPage
{
    Q_OBJECT

public:
    explicit DepartmentsPage(const AdminContext &context, QWidget *parent = nullptr);

protected:
    void load() override;
    QList<AdminRow> rows() const override;
    QByteArray content(const QString &id) const override;
    void fill(const QString &id) override;
    void save(const QString &id) override;
    void settle() override;

private:
    const api::Department *find(const QString &id) const;
    QList<OperatorId> chosen() const;
    void finish(const Result<api::Department> &answer);
    void askToDelete();

    QLineEdit *m_name;
    CheckList *m_members;
    QPushButton *m_delete;
};

} // namespace deskbell::console
