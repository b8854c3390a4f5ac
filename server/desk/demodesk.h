#pragma once

#include "server/desk/democonversations.h"
#include "server/desk/request.h"

namespace deskbell::server {

/// A desk to look at: operators, visitors, and conversations in every state.
class DemoDesk
{
public:
    explicit DemoDesk(Request &request) : m_request(request) { }

    /// Of all its operators.
    static QString password() { return QStringLiteral("deskbell"); }
    static QStringList emails();
    /// Errors: OperatorExists, when the desk is filled already.
    Result<Nothing> fill(const QString &passwordHash);

private:
    void hold(const DemoConversation &conversation, const QList<api::Operator> &operators);

    Request &m_request;
};

} // namespace deskbell::server
