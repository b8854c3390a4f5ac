#include "server/desk/routing.h"

#include "server/store/departmentstore.h"
#include "server/store/handoverstore.h"

namespace deskbell::server {

namespace {

constexpr int mostAtOnce = 500;
/// Who has let a chat go by is asked again after this time, lest a chat wait for ever where there is but one operator.
constexpr qint64 askAgainAfterMs = 60'000;

} // namespace

Routing::Routing(Request &request) : m_request(request)
{
}

const QList<Candidate> &Routing::available()
{
    if (!m_available) {
        m_available = QueueStore(m_request.transaction).candidates();
        m_available->removeIf([this](const Candidate &each) {
            return each.load >= each.capacity || !m_request.presence.isOnline(each.id);
        });
    }
    return *m_available;
}

const QSet<OperatorId> &Routing::members(const DepartmentId &department)
{
    const auto known = m_members.constFind(department);
    if (known != m_members.constEnd())
        return *known;
    const QList<OperatorId> ids = DepartmentStore(m_request.transaction).members(department);
    return *m_members.insert(department, QSet<OperatorId>(ids.begin(), ids.end()));
}

Candidate *Routing::choose(const WaitingChat &chat, api::RoutingStrategy strategy)
{
    if (available().isEmpty())
        return nullptr;
    const QList<OperatorId> passed =
        HandoverStore(m_request.transaction).passedSince(chat.id, {m_request.now.ms - askAgainAfterMs});
    Candidate *best = nullptr;
    for (Candidate &each : *m_available) {
        if (passed.contains(each.id) || (chat.departmentId && !members(*chat.departmentId).contains(each.id)))
            continue;
        const bool better = !best
            || (strategy == api::RoutingStrategy::LeastBusy && each.load != best->load ? each.load < best->load
                                                                                       : each.turn < best->turn);
        if (better)
            best = &each;
    }
    return best;
}

std::optional<OperatorId> Routing::best(const WaitingChat &chat, api::RoutingStrategy strategy)
{
    const Candidate *found = choose(chat, strategy);
    return found ? std::optional(found->id) : std::nullopt;
}

QList<Routing::Placement> Routing::placements()
{
    const bool manual = m_request.policy.strategy == api::RoutingStrategy::Manual;
    const auto which = manual ? QueueStore::Which::WithStrategy : QueueStore::Which::All;
    const QList<WaitingChat> waiting = QueueStore(m_request.transaction).unoffered(which, mostAtOnce);
    QList<Placement> placements;
    if (waiting.isEmpty() || available().isEmpty())
        return placements;
    qint64 lastTurn = 0;
    for (const Candidate &each : available())
        lastTurn = std::max(lastTurn, each.turn);
    for (const WaitingChat &chat : waiting) {
        Candidate *to = choose(chat, chat.strategy.value_or(m_request.policy.strategy));
        if (!to)
            continue;
        placements.append({chat.id, to->id, chat.strategy.has_value() || m_request.policy.offerTimeoutS == 0});
        to->turn = ++lastTurn;
        if (++to->load < to->capacity)
            continue;
        m_available->removeIf([](const Candidate &each) { return each.load >= each.capacity; });
        if (m_available->isEmpty())
            break;
    }
    return placements;
}

} // namespace deskbell::server
