#include "server/desk/routing.h"

#include "server/desk/settinghandler.h"
#include "server/store/departmentstore.h"
#include "server/store/handoverstore.h"

namespace deskbell::server {

namespace {

using Strategy = api::RoutingStrategy;

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

QList<WaitingChat> Routing::toBeRouted(const api::DeskRouting &policy)
{
    QueueStore store(m_request.transaction);
    if (policy.strategy != Strategy::Manual)
        return store.unoffered(mostAtOnce);
    const qint64 patienceMs = qint64(policy.escalateAfterS) * 1'000;
    return store.unofferedOverdue({patienceMs > 0 ? m_request.now.ms - patienceMs : 0}, mostAtOnce);
}

QList<Routing::Placement> Routing::placements()
{
    const api::DeskRouting policy = SettingHandler(m_request).routingInForce();
    const QList<WaitingChat> waiting = toBeRouted(policy);
    QList<Placement> placements;
    if (waiting.isEmpty() || available().isEmpty())
        return placements;
    qint64 lastTurn = 0;
    for (const Candidate &each : available())
        lastTurn = std::max(lastTurn, each.turn);
    for (const WaitingChat &chat : waiting) {
        // By hand, it is here since it has waited too long; then whoever has most room is asked first.
        const bool manual = policy.strategy == Strategy::Manual;
        Candidate *to = choose(chat, chat.strategy.value_or(manual ? Strategy::LeastBusy : policy.strategy));
        if (!to)
            continue;
        placements.append({chat.id, to->id, chat.strategy.has_value() || policy.offerTimeoutS == 0});
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
