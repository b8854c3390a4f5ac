#pragma once

#include "server/desk/request.h"

namespace deskbell::server {

/// Addresses that are told of events by HTTP. They are operations and not settings, because each has a secret that is
/// made here and shown once, and because a desk adds and drops them while it runs.
class WebhookHandler
{
public:
    explicit WebhookHandler(Request &request) : m_request(request) { }

    /// Errors: InvalidRequest (an address that is none, an event that there is not, too many).
    Result<api::WebhookCreateAnswer> handle(const api::WebhookCreate &command);
    Result<api::WebhookListAnswer> handle(const api::WebhookList &command);
    /// Errors: NotFound.
    Result<Nothing> handle(const api::WebhookDelete &command);

    /// Notes what a request is about to tell, in its transaction.
    static void record(Request &request);

private:
    Request &m_request;
};

} // namespace deskbell::server
