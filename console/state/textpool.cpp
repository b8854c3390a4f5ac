#include "console/state/textpool.h"

namespace deskbell::console {

void TextPool::share(api::Chat &chat)
{
    if (chat.operatorName)
        share(*chat.operatorName);
    if (chat.operatorId) {
        QString id = chat.operatorId->toString();
        share(id);
        chat.operatorId = OperatorId::fromTrusted(id);
    }
    if (!chat.lastMessage)
        return;
    api::Message &last = *chat.lastMessage;
    last.chatId = chat.id;
    if (last.senderType == api::SenderType::Visitor) {
        if (last.senderId == chat.visitorId.toString())
            last.senderId = chat.visitorId.toString();
        if (last.senderName == chat.visitorName)
            last.senderName = chat.visitorName;
    } else {
        share(last.senderId);
        share(last.senderName);
    }
}

} // namespace deskbell::console
