#include "server/desk/roundsservice.h"

#include "server/desk/desk.h"
#include "server/desk/expectedwait.h"
#include "server/desk/queuehandler.h"

namespace deskbell::server {

namespace {

constexpr int everyMs = 1'000;
constexpr qint64 abandonedEveryMs = 60'000; // it looks at every open chat
constexpr int longestLine = 5'000; // beyond, nobody wants to know

/// Tells everybody in the line whose place is not what they were told; the places of those who are there.
QHash<VisitorId, int> tellLine(Request &request, const QHash<VisitorId, int> &told)
{
    QueueStore store(request.transaction);
    std::optional<ExpectedWait> wait; // looked up for the first who is to hear of it
    QHash<VisitorId, int> places;
    QHash<DepartmentId, int> lengths; // each department has a line of its own
    for (const WaitingChat &chat : store.line(longestLine)) {
        const int place = ++lengths[chat.departmentId.value_or(DepartmentId())];
        if (!request.presence.isOnline(chat.visitorId))
            continue;
        places.insert(chat.visitorId, place);
        if (told.value(chat.visitorId) == place)
            continue;
        if (!wait)
            wait = ExpectedWait::from(store, request.now);
        Audience visitor;
        request.outbox.publish(visitor.only(chat.visitorId),
                               api::QueueChanged{chat.id, place, wait->secondsFor(chat, request.now)});
    }
    return places;
}

bool movesTheQueue(const Published &event)
{
    return event.name == api::ChatStarted::name.data() || event.name == api::ChatClaimed::name.data()
        || event.name == api::ChatHasEnded::name.data() || event.name == api::ChatReleased::name.data();
}

} // namespace

RoundsService::RoundsService(Desk &desk, const Clock &clock) : m_desk(desk), m_clock(clock)
{
    QObject::connect(&m_timer, &QTimer::timeout, &m_timer, [this] {
        if (m_underWay == 0) // else the database is slow, and more questions would not make it faster
            make([] {});
    });
}

void RoundsService::start()
{
    m_timer.start(everyMs);
}

void RoundsService::stop()
{
    m_timer.stop();
}

void RoundsService::make(std::function<void()> done)
{
    ++m_underWay;
    auto rounds = QueueHandler::Rounds::Often;
    if (m_clock.monotonicMs() >= m_lookForAbandonedAtMs) {
        m_lookForAbandonedAtMs = m_clock.monotonicMs() + abandonedEveryMs;
        rounds = QueueHandler::Rounds::All;
    }
    const auto finish = [this, done = std::move(done)] {
        --m_underWay;
        if (done)
            done();
    };
    m_desk.perform<bool>(
        api::Effect::Read, Caller{},
        [rounds](Request &request) -> Result<bool> { return QueueHandler(request).isAnythingDue(rounds); },
        [this, rounds, finish](const Result<bool> &due, const Outbox &) {
            if (!due || !*due)
                return tellPlaces(finish);
            m_desk.perform<Nothing>(
                api::Effect::Write, Caller{},
                [rounds](Request &request) -> Result<Nothing> {
                    QueueHandler(request).makeRounds(rounds);
                    return Nothing{};
                },
                [this, finish](const Result<Nothing> &, const Outbox &outbox) {
                    heardOf(outbox.events());
                    tellPlaces(finish);
                });
        });
}

void RoundsService::heardOf(const QList<Published> &events)
{
    m_queueMoved = m_queueMoved || std::any_of(events.begin(), events.end(), movesTheQueue);
}

void RoundsService::tellAnew(const VisitorId &visitor)
{
    m_told.remove(visitor);
    m_queueMoved = true;
}

void RoundsService::tellPlaces(std::function<void()> done)
{
    if (!m_queueMoved)
        return done();
    m_queueMoved = false;
    m_desk.perform<Places>(
        api::Effect::Read, Caller{},
        [told = m_told](Request &request) -> Result<Places> { return tellLine(request, told); },
        [this, done = std::move(done)](const Result<Places> &places, const Outbox &) {
            if (places)
                m_told = *places;
            done();
        });
}

} // namespace deskbell::server
