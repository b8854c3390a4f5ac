#pragma once

#include "shared/api/catalogue.h"

#include <QObject>

namespace deskbell::console {

/// What stands around the chats: colleagues, departments, canned replies, and what the desk is called. Asked for after
/// each connection, and kept true by events. Lives in the GUI thread.
class Office final : public QObject
{
    Q_OBJECT

public:
    explicit Office(QObject *parent = nullptr) : QObject(parent) { }

    /// By name; those who are shut out are not among them.
    const QList<api::Operator> &operators() const { return m_operators; }
    /// With those who are shut out, by name.
    const QList<api::Operator> &everybody() const { return m_everybody; }
    const QList<api::Department> &departments() const { return m_departments; }
    /// By shortcut.
    const QList<api::CannedReply> &cannedReplies() const { return m_cannedReplies; }
    const QString &deskName() const { return m_deskName; }
    /// Nothing until the server has told them.
    const std::optional<api::DeskSettings> &settings() const { return m_settings; }
    /// The largest file that the desk takes; 0 where that is not known.
    qint64 mostFileBytes() const { return m_mostFileBytes; }
    /// Empty when nobody of that id is known.
    QString operatorName(const OperatorId &id) const;
    QString departmentName(const DepartmentId &id) const;
    bool belongs(const OperatorId &who, const DepartmentId &department) const;

    void setOperators(QList<api::Operator> operators);
    void setDepartments(QList<api::Department> departments);
    void setCannedReplies(QList<api::CannedReply> replies);
    void setDeskName(const QString &name);
    void setSettings(const api::DeskSettings &settings);
    void setMostFileBytes(qint64 bytes) { m_mostFileBytes = bytes; }
    void takeEvent(const api::Event &event);
    void clear();

Q_SIGNALS:
    void changed();
    void departmentsChanged();

private:
    void take(const api::Operator &account);
    void take(const api::Department &department);
    void take(const api::CannedReply &reply);
    void removeDepartment(const DepartmentId &id);

    QList<api::Operator> m_everybody;
    QList<api::Operator> m_operators; // of them, those who may sign in
    QList<api::Department> m_departments;
    QList<api::CannedReply> m_cannedReplies;
    QString m_deskName;
    std::optional<api::DeskSettings> m_settings;
    qint64 m_mostFileBytes = 0;
};

} // namespace deskbell::console
