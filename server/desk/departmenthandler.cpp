#include "server/desk/departmenthandler.h"

#include "server/desk/chatnews.h"
#include "server/desk/queuehandler.h"
#include "server/store/chatstore.h"
#include "server/store/departmentstore.h"
#include "server/store/operatorstore.h"

namespace deskbell::server {

namespace {

template <class Event>
void publish(Request &request, const api::Department &department)
{
    Audience audience;
    request.outbox.publish(audience.operators(), Event{{department}});
}

} // namespace

Result<Nothing> DepartmentHandler::doExist(const QList<OperatorId> &members)
{
    OperatorStore operators(m_request.transaction);
    for (const OperatorId &each : members) {
        if (!operators.findPerson(each))
            return ErrorCode::OperatorNotFound;
    }
    return Nothing{};
}

Result<api::Department> DepartmentHandler::handle(const api::DepartmentCreate &command)
{
    if (const auto known = doExist(command.operatorIds); !known)
        return known.error();
    DepartmentStore departments(m_request.transaction);
    const api::Department wanted{DepartmentId::generate(), command.name.trimmed(), {}};
    if (!departments.create(wanted, m_request.now))
        return ErrorCode::DepartmentExists;
    departments.setMembers(wanted.id, command.operatorIds);
    const api::Department department = departments.find(wanted.id).value();
    publish<api::DepartmentCreated>(m_request, department);
    return department;
}

Result<api::Department> DepartmentHandler::handle(const api::DepartmentUpdate &command)
{
    DepartmentStore departments(m_request.transaction);
    const auto before = departments.find(command.departmentId);
    if (!before)
        return ErrorCode::DepartmentNotFound;
    if (const auto known = doExist(command.operatorIds.value_or(QList<OperatorId>())); !known)
        return known.error();
    if (command.name && !departments.rename(command.departmentId, command.name->trimmed()))
        return ErrorCode::DepartmentExists;
    if (command.operatorIds)
        departments.setMembers(command.departmentId, *command.operatorIds);
    const api::Department after = departments.find(command.departmentId).value();
    if (after != *before)
        publish<api::DepartmentUpdated>(m_request, after);
    QueueHandler(m_request).fill(); // a new member may be who its chats wait for
    return after;
}

void DepartmentHandler::open(const DepartmentId &id)
{
    ChatStore chats(m_request.transaction);
    ChatNews news(m_request);
    for (const ChatId &each : chats.openIn(id)) {
        api::Chat chat = news.find(each);
        if (chat.offer && chat.offer->departmentId == id)
            QueueHandler(m_request).endOffer(each, api::OfferEnd::Withdrawn, std::nullopt);
        chat.departmentId.reset();
        if (chats.describe(*chats.head(each), chat))
            news.publish(api::ChatUpdated{{news.find(each)}});
    }
}

Result<Nothing> DepartmentHandler::handle(const api::DepartmentDelete &command)
{
    DepartmentStore departments(m_request.transaction);
    const auto department = departments.find(command.departmentId);
    if (!department)
        return ErrorCode::DepartmentNotFound;
    departments.remove(command.departmentId, m_request.now);
    open(command.departmentId);
    publish<api::DepartmentDeleted>(m_request, *department);
    QueueHandler(m_request).fill();
    return Nothing{};
}

Result<api::DepartmentListAnswer> DepartmentHandler::handle(const api::DepartmentList &)
{
    api::DepartmentListAnswer answer{DepartmentStore(m_request.transaction).all()};
    if (!m_request.caller.isOperator()) {
        for (api::Department &each : answer.departments)
            each.operatorIds.clear();
    }
    return answer;
}

} // namespace deskbell::server
