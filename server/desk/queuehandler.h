#pragma once

#include "server/desk/request.h"
#include "server/store/queuestore.h"

namespace deskbell::server {

/// What happens to chats by itself: the queue fills free places, offers end, and time runs out.
class QueueHandler
{
public:
    explicit QueueHandler(Request &request) : m_request(request) { }

    /// Finds an operator for each waiting chat that is to be routed, as long as somebody has a free place.
    void fill();
    /// Whatever the settings say, this waiting chat goes to an operator without asking: now, or as soon as one is free.
    void routeAlways(const ChatId &chat, api::RoutingStrategy strategy);
    /// Whether the operator may take one more chat. What is offered to them does not count: they may still decline.
    bool hasRoom(const OperatorId &who);

    /// The chat becomes this operator's, and whoever watches hears of it. False when it has changed since.
    bool give(const ChatHead &seen, const OperatorId &to);
    /// The chat is back in the queue, and whoever watches hears of it. False when it has changed since.
    bool release(const ChatHead &seen);
    /// Offers the chat, and those whom it concerns hear of it. False when it has changed since.
    bool offer(const ChatHead &seen, const api::ChatOffer &offer);
    /// The chat's offer came to nothing: it waits, or waits again, for somebody else. A transfer that was taken back
    /// leaves it with its holder.
    void endOffer(const ChatId &chat, api::OfferEnd why, const std::optional<OperatorId> &who);
    void endOffersTo(const OperatorId &gone);

    /// What is to be looked for when time has passed.
    enum class Rounds {
        Often, ///< Offers, vanished operators, free places.
        All, ///< Abandoned chats too.
    };
    bool isAnythingDue(Rounds rounds);
    void makeRounds(Rounds rounds);

private:
    QList<ChatId> leftBehind();
    QList<ChatId> abandoned();
    Timestamp ago(int seconds) const { return {m_request.now.ms - qint64(seconds) * 1'000}; }

    Request &m_request;
};

} // namespace deskbell::server
