#pragma once

#include "shared/api/commands.h"
#include "shared/api/events.h"
#include "shared/api/handoverevents.h"
#include "shared/api/messageevents.h"
#include "shared/api/peopleevents.h"

#include <variant>

namespace deskbell::api {

/// Every operation. One that is listed here without a handler does not compile.
using Command =
    std::variant<ChatStart, ChatList, ChatGet, ChatClaim, ChatEnd, MessageSend, MessageList, TypingSet, OperatorLogin,
                 OperatorLogout, OperatorMe, OperatorList, OperatorSetStatus, VisitorGet, SessionResume, ChatRelease,
                 ChatAssign, ChatTransfer, ChatAccept, ChatDecline, ChatRoute, ChatUpdate, ChatTag, ChatRate, NoteAdd,
                 NoteList, DepartmentCreate, DepartmentUpdate, DepartmentDelete, DepartmentList, MessageEdit,
                 MessageDelete, MessageHistory, MessageSetDelivered, MessageSetRead, MessageSearch, AuditList,
                 VisitorUpdate, VisitorBlock, VisitorErase, OperatorCreate, OperatorUpdate, OperatorDisable,
                 OperatorSetPassword, CannedCreate, CannedUpdate, CannedDelete, CannedList, CannedRender, ApiKeyCreate,
                 ApiKeyList, ApiKeyRevoke, SettingsGet, SettingsUpdate, StatsGet, AddressSearch, AttachmentUpload,
                 AttachmentGet, WebhookCreate, WebhookList, WebhookDelete, DeskGet, ChatSearch>;

/// Every event.
using Event = std::variant<ChatStarted, ChatClaimed, ChatUpdated, ChatHasEnded, MessageSent, TypingChanged,
                           PresenceChanged, Identity, ChatReleased, ChatTransferred, ChatOffered, ChatDeclined,
                           ChatRated, NoteAdded, DepartmentCreated, DepartmentUpdated, DepartmentDeleted, QueueChanged,
                           MessageEdited, MessageDeleted, MessageDelivered, MessageRead, VisitorUpdated,
                           OperatorUpdated, SettingsUpdated, CannedUpdated, CannedDeleted>;

/// Calls `visit.template operator()<C>()` for each alternative of the variant, in its order.
template <class Variant, class Visit>
constexpr void forEachAlternative(Visit &&visit)
{
    [&]<size_t... index>(std::index_sequence<index...>)
    {
        (visit.template operator()<std::variant_alternative_t<index, Variant>>(), ...);
    }
    (std::make_index_sequence<std::variant_size_v<Variant>>{});
}

} // namespace deskbell::api
