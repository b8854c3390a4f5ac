#include "server/store/handoverstore.h"

#include "server/store/offercolumns.h"

namespace deskbell::server {

namespace {

const Sql updateReleased{
    "UPDATE chat SET status = 'waiting', operatorId = NULL, claimedAt = NULL, heldSince = NULL," NO_OFFER
    " version = version + 1 WHERE key = ? AND version = ? AND status = 'active'"};
const Sql updateGiven{"UPDATE chat SET status = 'active', operatorId = ?, claimedAt = coalesce(claimedAt, ?),"
                      " heldSince = ?," NO_OFFER
                      " version = version + 1 WHERE key = ? AND version = ? AND status <> 'ended'"};
const Sql updateOffered{"UPDATE chat SET offerKind = ?, offerOperatorId = ?, offerDepartmentId = ?, offeredBy = ?,"
                        " offerNote = ?, offerUntil = ?, version = version + 1"
                        " WHERE key = ? AND version = ? AND status <> 'ended'"};
const Sql updateWithdrawn{"UPDATE chat SET" NO_OFFER " version = version + 1 WHERE key = ? AND version = ?"};
const Sql insertPass{"INSERT INTO offerPass (chat, operatorId, passedAt) VALUES (?, ?, ?)"
                     " ON CONFLICT (chat, operatorId) DO UPDATE SET passedAt = excluded.passedAt"};
const Sql selectPasses{"SELECT offerPass.operatorId FROM offerPass JOIN chat ON chat.key = offerPass.chat"
                       " WHERE chat.id = ? AND offerPass.passedAt > ?"};
const Sql deletePasses{"DELETE FROM offerPass WHERE chat = ?"};

} // namespace

template <class... Values>
bool HandoverStore::change(const ChatHead &seen, const Sql &sql, const Values &...values)
{
    const ChatHead known = seen; // settle() ends its life
    m_transaction.settle();
    return m_transaction.change(sql, values..., known.key, known.version) == 1;
}

bool HandoverStore::release(const ChatHead &seen)
{
    return change(seen, updateReleased);
}

bool HandoverStore::give(const ChatHead &seen, const OperatorId &to, Timestamp now)
{
    return change(seen, updateGiven, to, now, now);
}

bool HandoverStore::offer(const ChatHead &seen, const api::ChatOffer &offer)
{
    return change(seen, updateOffered, offer.kind, offer.operatorId, offer.departmentId, offer.offeredBy, offer.note,
                  offer.expiresAt);
}

bool HandoverStore::withdraw(const ChatHead &seen)
{
    return change(seen, updateWithdrawn);
}

void HandoverStore::pass(const ChatHead &chat, const OperatorId &who, Timestamp now)
{
    m_transaction.change(insertPass, chat.key, who, now);
}

QList<OperatorId> HandoverStore::passedSince(const ChatId &chat, Timestamp since)
{
    QList<OperatorId> ids;
    Query query = m_transaction.query(selectPasses, chat, since);
    while (query.next())
        ids.append(query.get<OperatorId>(0));
    return ids;
}

void HandoverStore::forgetPasses(const ChatHead &chat)
{
    m_transaction.change(deletePasses, chat.key);
}

} // namespace deskbell::server
