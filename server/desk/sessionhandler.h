#pragma once

#include "server/desk/answerbudget.h"
#include "server/desk/request.h"
#include "server/store/sessionstore.h"

namespace deskbell::server {

/// Sessions, from the token to the catching-up after a lost connection.
class SessionHandler
{
public:
    struct Opened
    {
        SessionId id;
        QString token;
    };

    explicit SessionHandler(Request &request) : m_request(request) { }

    Result<api::SessionResumeAnswer> handle(const api::SessionResume &command);

    /// Whose token it is. A visitor's session that is used lives on (in a transaction that writes).
    /// Errors: InvalidToken.
    Result<Caller> authenticate(const QString &token);
    Opened open(const VisitorId &visitor);
    /// Good for as long as an operator's, used or not.
    Opened openForLong(const VisitorId &visitor);
    Opened open(const OperatorId &account);

private:
    Opened open(StoredSession session, qint64 lifetimeMs);
    /// Errors: InvalidToken, VisitorBlocked.
    Result<Caller> owner(const StoredSession &session);
    /// What the client has of the chat and was edited or deleted since.
    void addChanges(api::SessionResumeAnswer &answer, const api::Chat &chat, const api::ChatPosition &position,
                    AnswerBudget &budget);
    QList<api::Chat> chatsToResume(const api::SessionResume &command);

    Request &m_request;
};

} // namespace deskbell::server
