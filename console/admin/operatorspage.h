#pragma once

#include "console/admin/recordspage.h"

class QCheckBox;
class QComboBox;
class QLineEdit;
class QSpinBox;

namespace deskbell::console {

class CheckList;

/// Who answers: their accounts, what they may do, how many chats they take and of which departments.
class OperatorsPage final : public RecordsPage<api::Operator>
{
    Q_OBJECT

public:
    explicit OperatorsPage(const AdminContext &context, QWidget *parent = nullptr);

protected:
    void load() override;
    const QList<api::Operator> &records() const override;
    AdminRow row(const api::Operator &account) const override;
    QByteArray content(const QString &id) const override;
    void fillWith(const api::Operator *found) override;
    void save(const QString &id) override;

private:
    void addFields();
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
