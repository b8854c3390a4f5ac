#include "server/desk/notehandler.h"

#include "server/desk/access.h"
#include "server/desk/answerbudget.h"
#include "server/store/notestore.h"

namespace deskbell::server {

Result<api::Note> NoteHandler::handle(const api::NoteAdd &command)
{
    const auto head = Access::chat(m_request, command.chatId);
    if (!head)
        return head.error();
    const Caller &caller = m_request.caller;
    if (caller.operatorId.isNull())
        return Error(ErrorCode::Forbidden, QStringLiteral("Only an operator can write notes."));
    const api::Note note{NoteId::generate(), command.chatId, caller.operatorId,
                         caller.name,        command.text,   m_request.now};
    NoteStore(m_request.transaction).add(**head, note);
    Audience audience;
    m_request.outbox.publish(audience.operators(), api::NoteAdded{note});
    return note;
}

Result<api::NoteListAnswer> NoteHandler::handle(const api::NoteList &command)
{
    const auto head = Access::chat(m_request, command.chatId);
    if (!head)
        return head.error();
    if (command.cursor && !NoteId::fromString(*command.cursor))
        return Error::invalid(QStringLiteral("cursor"), QStringLiteral("must be the `next` of the page before"));
    api::NoteListAnswer answer;
    const auto found = NoteStore(m_request.transaction).of(**head, command.cursor, command.limit + 1);
    AnswerBudget budget;
    const auto end = std::find_if_not(found.begin(), found.begin() + std::min<qsizetype>(found.size(), command.limit),
                                      [&](const api::Note &note) { return budget.take(note); });
    answer.notes = QList<api::Note>(found.begin(), end);
    if (answer.notes.size() < found.size())
        answer.next = answer.notes.last().id.toString();
    return answer;
}

} // namespace deskbell::server
