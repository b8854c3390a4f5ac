#pragma once

#include "server/store/transaction.h"

namespace deskbell::server {

/// A chat that waits and is offered to nobody.
struct WaitingChat
{
    ChatId id;
    VisitorId visitorId;
    std::optional<DepartmentId> departmentId;
    std::optional<api::RoutingStrategy> strategy; ///< If not as the settings say.
    Timestamp createdAt;

    static constexpr auto fields()
    {
        using json::field;
        return std::tuple{field("id", &WaitingChat::id), field("visitorId", &WaitingChat::visitorId),
                          field("departmentId", &WaitingChat::departmentId), field("strategy", &WaitingChat::strategy),
                          field("createdAt", &WaitingChat::createdAt)};
    }
};

/// How long a visitor waited for an operator.
struct PastWait
{
    std::optional<DepartmentId> departmentId;
    Timestamp createdAt;
    Timestamp claimedAt;

    static constexpr auto fields()
    {
        using json::field;
        return std::tuple{field("departmentId", &PastWait::departmentId), field("createdAt", &PastWait::createdAt),
                          field("claimedAt", &PastWait::claimedAt)};
    }
};

/// An operator who may be given chats, as far as the database knows.
struct Candidate
{
    OperatorId id;
    int capacity = 0;
    int load = 0; ///< Chats that are theirs, or offered to them alone.
    qint64 turn = 0; ///< Whose is lowest has waited longest for a chat.

    static constexpr auto fields()
    {
        using json::field;
        return std::tuple{field("id", &Candidate::id), field("capacity", &Candidate::capacity),
                          field("load", &Candidate::load), field("turn", &Candidate::turn)};
    }
};

/// A chat that nobody has written in for a while.
struct SilentChat
{
    ChatId id;
    VisitorId visitorId;

    static constexpr auto fields()
    {
        return std::tuple{json::field("id", &SilentChat::id), json::field("visitorId", &SilentChat::visitorId)};
    }
};

/// What routing asks: who waits, who has room, and what is overdue.
class QueueStore
{
public:
    explicit QueueStore(Transaction &transaction) : m_transaction(transaction) { }

    /// Waiting chats that are offered to nobody, oldest first.
    QList<WaitingChat> unoffered(int limit);
    /// Of these the ones that began by then, and those with a strategy of their own.
    QList<WaitingChat> unofferedOverdue(Timestamp begunBy, int limit);
    /// All waiting chats, oldest first.
    QList<WaitingChat> line(int limit);
    /// Of the newest `limit` chats those that began since then and found an operator, newest first.
    QList<PastWait> waitsSince(Timestamp since, int limit);
    void setStrategy(const ChatId &chat, api::RoutingStrategy strategy);

    /// Operators who say that they are online, connected or not.
    QList<Candidate> candidates();
    /// The operator took a turn.
    void takeTurn(const OperatorId &who);
    /// Active chats of the operator.
    int heldBy(const OperatorId &who);

    QList<ChatId> overdueOffers(Timestamp now);
    QList<ChatId> offersTo(const OperatorId &who);
    /// Active chats of operators who have been away since then, and were not when the chat came to them.
    QList<ChatId> leftBehind(Timestamp awaySince);
    QList<SilentChat> silentSince(Timestamp since);

private:
    template <class T, class... Values>
    QList<T> select(const Sql &sql, const Values &...values);

    Transaction &m_transaction;
};

/// When operators were last connected, for what has to outlive a restart.
class AttendanceStore
{
public:
    explicit AttendanceStore(Transaction &transaction) : m_transaction(transaction) { }

    void came(const OperatorId &who);
    void left(const OperatorId &who, Timestamp now);
    /// After a start: whoever was connected is not any more.
    void everybodyLeft(Timestamp now);

private:
    Transaction &m_transaction;
};

} // namespace deskbell::server
