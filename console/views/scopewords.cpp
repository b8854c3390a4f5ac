#include "console/views/scopewords.h"

#include "console/views/chatlistpane.h"

namespace deskbell::console {

ScopeWords ScopeWords::of(ListScope scope)
{
    switch (scope) {
    case ListScope::Queue:
        return {ChatListPane::tr("Queue"), QStringLiteral("bell"), ChatListPane::tr("Nobody is waiting"),
                ChatListPane::tr("The bell is at rest. New chats appear here by themselves.")};
    case ListScope::Mine:
        return {ChatListPane::tr("Mine"), QStringLiteral("mine"), ChatListPane::tr("No chat of yours"),
                ChatListPane::tr("Claim one from the queue and it moves here.")};
    case ListScope::Team:
        return {ChatListPane::tr("Team"), QStringLiteral("team"), ChatListPane::tr("Colleagues hold no chats"),
                ChatListPane::tr("What they claim is shown here.")};
    case ListScope::Ended:
        return {ChatListPane::tr("Ended"), QStringLiteral("ended"), ChatListPane::tr("Nothing ended yet"),
                ChatListPane::tr("Closed chats are kept here.")};
    case ListScope::All:
        break;
    }
    return {ChatListPane::tr("All chats"), QStringLiteral("messages"), ChatListPane::tr("No chats yet"),
            ChatListPane::tr("Every chat of this desk is shown here.")};
}

} // namespace deskbell::console
