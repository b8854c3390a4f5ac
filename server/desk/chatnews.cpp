#include "server/desk/chatnews.h"

#include "server/store/chatstore.h"
#include "server/store/departmentstore.h"

namespace deskbell::server {

api::Chat ChatNews::find(const ChatId &id)
{
    api::Chat chat = ChatStore(m_request.transaction).find(id).value();
    m_request.presence.complete(chat);
    return chat;
}

Audience ChatNews::concerned(const api::ChatOffer &offer, const api::Chat &chat)
{
    Audience audience;
    if (offer.operatorId)
        audience.only(*offer.operatorId);
    if (offer.departmentId) {
        for (const OperatorId &member : DepartmentStore(m_request.transaction).members(*offer.departmentId))
            audience.only(member);
    }
    if (chat.operatorId)
        audience.only(*chat.operatorId);
    return audience;
}

} // namespace deskbell::server
