#pragma once

#include "server/store/transaction.h"

namespace deskbell::server {

/// What a token stands for: one operator or one visitor, until it expires or is revoked.
struct StoredSession
{
    SessionId id;
    std::optional<OperatorId> operatorId;
    std::optional<VisitorId> visitorId;
    Timestamp createdAt;
    Timestamp expiresAt;

    static constexpr auto fields()
    {
        using json::field;
        return std::tuple{field("id", &StoredSession::id), field("operatorId", &StoredSession::operatorId),
                          field("visitorId", &StoredSession::visitorId), field("createdAt", &StoredSession::createdAt),
                          field("expiresAt", &StoredSession::expiresAt)};
    }
};

/// Sessions in the database. Tokens are not here, only their hashes.
class SessionStore
{
public:
    explicit SessionStore(Transaction &transaction) : m_transaction(transaction) { }

    void create(const StoredSession &session, const QString &tokenHash);
    std::optional<StoredSession> findByTokenHash(const QString &tokenHash);
    /// Until when an operator's session is good; nothing when it is revoked or the account disabled.
    std::optional<Timestamp> operatorsExpiry(const SessionId &id);
    void extend(const SessionId &id, Timestamp expiresAt);
    void remove(const SessionId &id);
    /// Both remove and give what they removed.
    QList<SessionId> takeAllOf(const OperatorId &holder, const SessionId &except = {});
    QList<SessionId> takeAllOf(const VisitorId &holder);
    QList<SessionId> allOf(const VisitorId &holder);
    void removeExpired(Timestamp now);

private:
    QList<SessionId> takeAll(Query &&found, const SessionId &except);

    Transaction &m_transaction;
};

} // namespace deskbell::server
