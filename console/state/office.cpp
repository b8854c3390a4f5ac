#include "console/state/office.h"

#include <algorithm>

namespace deskbell::console {

namespace {

template <class Named>
void sortByName(QList<Named> &list)
{
    std::sort(list.begin(), list.end(), [](const Named &left, const Named &right) {
        return QString::localeAwareCompare(left.name, right.name) < 0;
    });
}

} // namespace

QString Office::operatorName(const OperatorId &id) const
{
    const auto found =
        std::find_if(m_operators.begin(), m_operators.end(), [&](const api::Operator &each) { return each.id == id; });
    return found == m_operators.end() ? QString() : found->name;
}

QString Office::departmentName(const DepartmentId &id) const
{
    const auto found = std::find_if(m_departments.begin(), m_departments.end(),
                                    [&](const api::Department &each) { return each.id == id; });
    return found == m_departments.end() ? QString() : found->name;
}

bool Office::belongs(const OperatorId &who, const DepartmentId &department) const
{
    return std::any_of(m_departments.begin(), m_departments.end(), [&](const api::Department &each) {
        return each.id == department && each.operatorIds.contains(who);
    });
}

void Office::setOperators(QList<api::Operator> operators)
{
    sortByName(operators);
    m_everybody = operators;
    operators.removeIf([](const api::Operator &each) { return each.disabled; });
    m_operators = std::move(operators);
    Q_EMIT changed();
}

void Office::setDepartments(QList<api::Department> departments)
{
    sortByName(departments);
    m_departments = std::move(departments);
    Q_EMIT changed();
    Q_EMIT departmentsChanged();
}

void Office::setCannedReplies(QList<api::CannedReply> replies)
{
    m_cannedReplies = std::move(replies);
    Q_EMIT changed();
}

void Office::setDeskName(const QString &name)
{
    m_deskName = name;
    Q_EMIT changed();
}

void Office::setSettings(const api::DeskSettings &settings)
{
    m_settings = settings;
    m_mostFileBytes = settings.attachmentBytes.value_or(0);
    setDeskName(settings.deskName);
}

void Office::takeEvent(const api::Event &event)
{
    std::visit(
        [this](const auto &each) {
            using E = std::decay_t<decltype(each)>;
            if constexpr (std::is_same_v<E, api::OperatorUpdated>) {
                take(each.account);
            } else if constexpr (std::is_same_v<E, api::PresenceChanged>) {
                const auto known = std::find_if(m_everybody.begin(), m_everybody.end(),
                                                [&](const api::Operator &one) { return one.id == each.operatorId; });
                if (known == m_everybody.end() || !each.status || known->status == *each.status)
                    return;
                known->status = *each.status;
                setOperators(m_everybody);
            } else if constexpr (std::is_same_v<E, api::DepartmentDeleted>) {
                removeDepartment(each.department.id);
                setDepartments(m_departments);
            } else if constexpr (std::is_base_of_v<api::DepartmentEvent, E>) {
                take(each.department);
            } else if constexpr (std::is_same_v<E, api::CannedUpdated>) {
                take(each.reply);
            } else if constexpr (std::is_same_v<E, api::CannedDeleted>) {
                QList<api::CannedReply> replies = m_cannedReplies;
                replies.removeIf([&](const api::CannedReply &one) { return one.id == each.cannedId; });
                setCannedReplies(std::move(replies));
            } else if constexpr (std::is_same_v<E, api::SettingsUpdated>) {
                setSettings(each.settings);
            }
        },
        event);
}

void Office::clear()
{
    m_everybody.clear();
    m_operators.clear();
    m_departments.clear();
    m_cannedReplies.clear();
    m_deskName.clear();
    m_settings.reset();
    m_mostFileBytes = 0;
    Q_EMIT changed();
}

void Office::take(const api::Operator &account)
{
    QList<api::Operator> operators = m_everybody;
    operators.removeIf([&](const api::Operator &each) { return each.id == account.id; });
    operators.append(account);
    setOperators(std::move(operators));
}

void Office::take(const api::Department &department)
{
    removeDepartment(department.id);
    QList<api::Department> departments = m_departments;
    departments.append(department);
    setDepartments(std::move(departments));
}

void Office::take(const api::CannedReply &reply)
{
    QList<api::CannedReply> replies = m_cannedReplies;
    replies.removeIf([&](const api::CannedReply &each) { return each.id == reply.id; });
    const auto after = std::find_if(replies.begin(), replies.end(),
                                    [&](const api::CannedReply &each) { return each.shortcut > reply.shortcut; });
    replies.insert(after, reply);
    setCannedReplies(std::move(replies));
}

void Office::removeDepartment(const DepartmentId &id)
{
    m_departments.removeIf([&](const api::Department &each) { return each.id == id; });
}

} // namespace deskbell::console
