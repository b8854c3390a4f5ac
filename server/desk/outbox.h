#pragma once

#include "server/cluster/bus.h"
#include "server/desk/caller.h"
#include "shared/api/catalogue.h"

namespace deskbell::server {

/// The rooms of those who are to hear of something.
class Audience
{
public:
    Audience &operators();
    Audience &only(const OperatorId &one);
    Audience &only(const VisitorId &one);
    const QByteArrayList &rooms() const { return m_rooms; }

private:
    QByteArrayList m_rooms;
};

/// What a handler wants to happen after the commit, and only then.
class Outbox
{
public:
    template <class Event>
    void publish(const Audience &audience, const Event &event)
    {
        publishJson(audience, {Event::name.data(), qsizetype(Event::name.size())}, json::encode(event));
    }
    /// For an event whose JSON is there already.
    void publishJson(const Audience &audience, QByteArrayView name, QByteArray json);
    /// The events of another, behind those that are here.
    void append(const Outbox &other) { m_events.append(other.m_events); }
    /// The answer as JSON, when the handler has it already.
    void setAnswer(QByteArray json) { m_answer = std::move(json); }
    /// From its answer on, the connection acts as this caller.
    void become(Caller caller) { m_caller = std::move(caller); }
    /// Connections of this session are to be closed.
    void endSession(const SessionId &id) { m_endedSessions.append(id); }

    const QList<Published> &events() const { return m_events; }
    const QByteArray &answer() const { return m_answer; }
    const std::optional<Caller> &caller() const { return m_caller; }
    const QList<SessionId> &endedSessions() const { return m_endedSessions; }

private:
    QList<Published> m_events;
    QByteArray m_answer; // empty: not encoded yet
    std::optional<Caller> m_caller;
    QList<SessionId> m_endedSessions;
};

} // namespace deskbell::server
