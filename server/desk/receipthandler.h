#pragma once

#include "server/desk/request.h"

namespace deskbell::server {

/// How far the two sides of a chat have received and read it.
class ReceiptHandler
{
public:
    explicit ReceiptHandler(Request &request) : m_request(request) { }

    /// Errors: Forbidden.
    Result<Nothing> handle(const api::MessageSetDelivered &command);
    Result<Nothing> handle(const api::MessageSetRead &command);

private:
    /// The chat, if the caller is of one of its sides.
    Result<const ChatHead *> ownChat(const ChatId &id);
    template <class Event>
    void tell(const ChatHead &chat, qint64 seq);

    Request &m_request;
};

} // namespace deskbell::server
