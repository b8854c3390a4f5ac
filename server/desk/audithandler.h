#pragma once

#include "server/desk/request.h"

namespace deskbell::server {

/// Writes down who did what, in the transaction in which it is done, and reads it to admins.
class AuditHandler
{
public:
    explicit AuditHandler(Request &request) : m_request(request) { }

    Result<api::AuditListAnswer> handle(const api::AuditList &command);
    /// The caller has done this. `action` is in the past tense, such as `operator.created`.
    void record(const char *action, const QString &targetId, const std::optional<QString> &detail = {});
    /// Somebody has become known by doing this.
    void recordSignIn(const Caller &who);

private:
    void record(const Caller &caller, const char *action, const QString &targetId,
                const std::optional<QString> &detail);

    Request &m_request;
};

} // namespace deskbell::server
