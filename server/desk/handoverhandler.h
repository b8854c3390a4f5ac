#pragma once

#include "server/desk/request.h"
#include "shared/api/handovercommands.h"

namespace deskbell::server {

/// How chats get from one operator to another: released, assigned, offered and accepted.
class HandoverHandler
{
public:
    explicit HandoverHandler(Request &request) : m_request(request) { }

    /// All of them: errors ChatNotFound, ChatEnded, Forbidden, ChatChanged.
    Result<api::Chat> handle(const api::ChatRelease &command);
    /// Errors: OperatorNotFound, OperatorUnavailable, CapacityReached.
    Result<api::Chat> handle(const api::ChatAssign &command);
    /// Errors: ChatNotActive, OperatorNotFound, OperatorUnavailable, DepartmentNotFound.
    Result<api::Chat> handle(const api::ChatTransfer &command);
    /// Errors: NoOffer.
    Result<api::Chat> handle(const api::ChatAccept &command);
    /// Errors: NoOffer.
    Result<api::Chat> handle(const api::ChatDecline &command);
    /// Errors: DepartmentNotFound, NoOperatorAvailable.
    Result<api::Chat> handle(const api::ChatRoute &command);

private:
    /// The head of a chat that is not ended. Copied, since it is about to change.
    Result<ChatHead> open(const ChatId &id);
    /// The same, if the caller may hand it on.
    Result<ChatHead> openToHandOver(const ChatId &id);
    /// Whether this operator may be given a chat. Errors: OperatorNotFound, OperatorUnavailable.
    Result<Nothing> canTake(const OperatorId &who);
    /// To whom, as an offer. Errors: as canTake(), and DepartmentNotFound.
    Result<api::ChatOffer> offerFor(const api::ChatTransfer &command, const ChatHead &chat);
    bool isOfferedToCaller(const api::Chat &chat);
    /// Whether somebody else of the department may still accept.
    bool isLastToDecline(const api::Chat &chat);
    bool isAdmin() const { return m_request.caller.kind == Caller::Kind::Admin; }

    Request &m_request;
};

} // namespace deskbell::server
