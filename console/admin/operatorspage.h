#pragma once

#include "console/admin/recordpage.h"

class QCheckBox;
class QComboBox;
class QLineEdit;
class QSpinBox;

namespace deskbell::console {

class CheckList;

/// Who answers: their accounts, what they may do, how many chats they take and of which departments.
class OperatorsPage final : public RecordPage
{
    Q_OBJECT

public:
    explicit OperatorsPage(const AdminContext &context, QWidget *parent = nullptr);

protected:
    void load() override;
    QList<AdminRow> rows() const override;
    QByteArray content(const QString &id) const override;
    void fill(const QString &id) override;
    void save(const QString &id) override;
    void settle() override;

private:
    void addFields();
    const api::Operator *find(const QString &id) const;
    QStringList departmentsOf(const OperatorId &id) const;
    /// What is saved in requests of its own, after the account: as the form said it when Save was pressed.
    struct Rest
    {
        QString password;
        QString oldPassword;
        QStringList departments;
    };
    void create(const Rest &rest);
    void update(const api::Operator &before, const Rest &rest);
    void savePassword(const OperatorId &id, const Rest &rest);
    void saveDepartments(const OperatorId &id, const Rest &rest);
    void askToDisable();
    void setDisabled(const OperatorId &id, bool disabled);

    QLineEdit *m_email = nullptr;
    QLineEdit *m_name = nullptr;
    QComboBox *m_role = nullptr;
    QSpinBox *m_capacity = nullptr;
    CheckList *m_departments = nullptr;
    QLineEdit *m_password = nullptr;
    QLineEdit *m_oldPassword = nullptr;
    QPushButton *m_disable = nullptr;
    QPushButton *m_enable = nullptr;
};

} // namespace deskbell::console
