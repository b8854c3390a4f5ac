#pragma once

#include "server/desk/access.h"

namespace deskbell::server {

/// Tells of chats: in answers and in events, to each what they may see.
class ChatNews
{
public:
    explicit ChatNews(Request &request) : m_request(request) { }

    /// The chat as it is now, with all that operators see.
    api::Chat find(const ChatId &id);
    /// The same as the caller may see it.
    api::Chat answer(const ChatId &id) { return Access::shownTo(m_request.caller, find(id)); }

    /// To all operators, and to the visitor what is theirs.
    template <class Event>
    void publish(Event event)
    {
        const api::Chat theirs = Access::forVisitors(event.chat);
        if (theirs == event.chat) {
            m_request.outbox.publish(Access::watchers(event.chat), event);
            return;
        }
        publishToOperators(event);
        event.chat = theirs;
        Audience visitor;
        m_request.outbox.publish(visitor.only(theirs.visitorId), event);
    }
    template <class Event>
    void publishToOperators(const Event &event)
    {
        Audience audience;
        m_request.outbox.publish(audience.operators(), event);
    }
    /// To those whom an offer concerns: to whom it is made, and who holds the chat.
    template <class Event>
    void publishOffer(const api::ChatOffer &offer, const Event &event)
    {
        m_request.outbox.publish(concerned(offer, event.chat), event);
    }

private:
    Audience concerned(const api::ChatOffer &offer, const api::Chat &chat);

    Request &m_request;
};

} // namespace deskbell::server
