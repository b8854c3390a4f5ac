#include "server/desk/audithandler.h"

#include "server/desk/answerbudget.h"
#include "server/store/auditstore.h"

namespace deskbell::server {

namespace {

api::ActorType typeOf(const Caller &caller)
{
    if (caller.isVisitor())
        return api::ActorType::Visitor;
    if (caller.isApiKey)
        return api::ActorType::ApiKey;
    return caller.isOperator() ? api::ActorType::Operator : api::ActorType::CommandLine;
}

} // namespace

void AuditHandler::record(const char *action, const QString &targetId, const std::optional<QString> &detail)
{
    record(m_request.caller, action, targetId, detail);
}

void AuditHandler::recordSignIn(const Caller &who)
{
    record(who, "operator.signedIn", who.id(), QStringLiteral("from ") + QString::fromLatin1(who.address));
}

void AuditHandler::record(const Caller &caller, const char *action, const QString &targetId,
                          const std::optional<QString> &detail)
{
    api::AuditEntry entry;
    entry.at = m_request.now;
    entry.actorType = typeOf(caller);
    if (caller.kind != Caller::Kind::Stranger)
        entry.actorId = caller.id();
    entry.actorName = caller.kind == Caller::Kind::Stranger ? QStringLiteral("command line") : caller.name;
    entry.action = QString::fromLatin1(action);
    if (!targetId.isEmpty())
        entry.targetId = targetId;
    entry.detail = detail;
    AuditStore(m_request.transaction).append(entry);
}

Result<api::AuditListAnswer> AuditHandler::handle(const api::AuditList &command)
{
    AuditStore audit(m_request.transaction);
    const qint64 before = command.before.value_or(std::numeric_limits<qint64>::max());
    const int limit = command.limit + 1; // one more than asked tells whether there are more
    api::AuditListAnswer answer;
    const auto found = command.action ? audit.ofAction(*command.action, before, limit) : audit.before(before, limit);
    AnswerBudget budget;
    for (const api::AuditEntry &entry : found) {
        if (answer.entries.size() == command.limit
            || !budget.take({entry.actorName, entry.detail.value_or(QString())})) {
            answer.next = answer.entries.last().number;
            break;
        }
        answer.entries.append(entry);
    }
    return answer;
}

} // namespace deskbell::server
