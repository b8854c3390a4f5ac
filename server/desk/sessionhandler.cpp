#include "server/desk/sessionhandler.h"

#include "server/desk/access.h"
#include "server/security/secrettoken.h"
#include "server/store/apikeystore.h"
#include "server/store/chatstore.h"
#include "server/store/messagestore.h"
#include "server/store/operatorstore.h"
#include "server/store/visitorstore.h"

#include <algorithm>

namespace deskbell::server {

namespace {

constexpr qint64 hourMs = 3'600'000;
constexpr qint64 visitorsLifetimeMs = 24 * hourMs; // since the last use
constexpr qint64 operatorsLifetimeMs = 30 * 24 * hourMs; // since the login

constexpr int mostMessagesOfAChat = 200;
constexpr int mostChats = 500;
constexpr int mostOwnChatsOfAVisitor = 10;

} // namespace

SessionHandler::Opened SessionHandler::open(StoredSession session, qint64 lifetimeMs)
{
    const SecretToken token = SecretToken::generate();
    session.id = SessionId::generate();
    session.createdAt = m_request.now;
    session.expiresAt = {m_request.now.ms + lifetimeMs};
    SessionStore(m_request.transaction).create(session, token.hash());
    return {session.id, token.reveal()};
}

SessionHandler::Opened SessionHandler::open(const VisitorId &visitor)
{
    StoredSession session;
    session.visitorId = visitor;
    return open(session, visitorsLifetimeMs);
}

SessionHandler::Opened SessionHandler::openForLong(const VisitorId &visitor)
{
    StoredSession session;
    session.visitorId = visitor;
    return open(session, operatorsLifetimeMs);
}

SessionHandler::Opened SessionHandler::open(const OperatorId &account)
{
    StoredSession session;
    session.operatorId = account;
    return open(session, operatorsLifetimeMs);
}

Result<Caller> SessionHandler::owner(const StoredSession &session)
{
    Caller caller = m_request.caller;
    caller.sessionId = session.id;
    if (session.visitorId) {
        const auto visitor = VisitorStore(m_request.transaction).find(*session.visitorId);
        if (!visitor || visitor->erasedAt)
            return ErrorCode::InvalidToken;
        if (visitor->blocked)
            return ErrorCode::VisitorBlocked;
        caller.kind = Caller::Kind::Visitor;
        caller.visitorId = visitor->id;
        caller.name = visitor->name;
        return caller;
    }
    const auto account = OperatorStore(m_request.transaction).find(session.operatorId.value());
    if (!account || account->disabled)
        return ErrorCode::InvalidToken;
    caller.kind = account->role == api::OperatorRole::Admin ? Caller::Kind::Admin : Caller::Kind::Operator;
    caller.operatorId = account->id;
    caller.name = account->name;
    return caller;
}

Result<Caller> SessionHandler::authenticate(const QString &token)
{
    SessionStore sessions(m_request.transaction);
    const auto session = sessions.findByTokenHash(SecretToken::fromText(token).hash());
    if (!session || session->expiresAt <= m_request.now)
        return ErrorCode::InvalidToken;
    auto caller = owner(*session);
    if (!caller)
        return caller;
    caller->isApiKey = caller->isOperator() && ApiKeyStore(m_request.transaction).isAccount(caller->operatorId);
    const bool halfOver = session->expiresAt.ms - m_request.now.ms < visitorsLifetimeMs / 2;
    if (session->visitorId && halfOver && m_request.transaction.mode() == Transaction::Mode::Write)
        sessions.extend(session->id, {m_request.now.ms + visitorsLifetimeMs});
    return *caller;
}

QList<api::Chat> SessionHandler::chatsToResume(const api::SessionResume &command)
{
    ChatStore chats(m_request.transaction);
    const Caller &caller = m_request.caller;
    QList<api::Chat> found;
    if (caller.isVisitor())
        found = chats.of(caller.visitorId, {std::nullopt, mostOwnChatsOfAVisitor});
    else
        found = chats.waiting({std::nullopt, mostChats}) + chats.heldBy(caller.operatorId, {std::nullopt, mostChats});
    QSet<ChatId> known;
    for (const api::Chat &chat : found)
        known.insert(chat.id);
    for (const api::ChatPosition &position : command.chats) {
        // One that is gone, or not theirs, is left out: there is nothing to catch up with.
        if (known.contains(position.chatId) || !Access::chat(m_request, position.chatId))
            continue;
        known.insert(position.chatId);
        found.append(chats.find(position.chatId).value());
    }
    std::sort(found.begin(), found.end(), [](const api::Chat &a, const api::Chat &b) { return a.id < b.id; });
    return found;
}

void SessionHandler::addChanges(api::SessionResumeAnswer &answer, const api::Chat &chat,
                                const api::ChatPosition &position, AnswerBudget &budget)
{
    if (position.seq == 0 || position.change >= chat.lastChange)
        return; // messages that the client does not have come as they are now
    const auto head = Access::chat(m_request, chat.id);
    if (!head)
        return;
    // One more than are given tells whether there are more.
    const auto changed = MessageStore(m_request.transaction)
                             .changedAfter(**head, position.change, position.seq, mostMessagesOfAChat + 1);
    for (qsizetype i = 0; i < changed.size(); ++i) {
        if (i == mostMessagesOfAChat || !budget.take(changed[i])) {
            answer.moreChanges = true;
            return;
        }
        answer.changes.append(changed[i]);
    }
}

Result<api::SessionResumeAnswer> SessionHandler::handle(const api::SessionResume &command)
{
    QHash<ChatId, api::ChatPosition> positions;
    for (const api::ChatPosition &position : command.chats)
        positions.insert(position.chatId, position);
    api::SessionResumeAnswer answer;
    answer.chats = chatsToResume(command);
    const qsizetype all = answer.chats.size();
    AnswerBudget chatBudget(AnswerBudget::whole / 2);
    answer.chats.erase(std::find_if_not(answer.chats.begin(), answer.chats.end(),
                                        [&](const api::Chat &chat) { return chatBudget.take(chat); }),
                       answer.chats.end());
    answer.more = answer.chats.size() < all;
    MessageStore messages(m_request.transaction);
    AnswerBudget messageBudget(AnswerBudget::whole / 4);
    AnswerBudget changeBudget(AnswerBudget::whole / 4);
    bool hasRoom = true;
    for (api::Chat &chat : answer.chats) {
        m_request.presence.complete(chat);
        chat = Access::shownTo(m_request.caller, chat);
        const api::ChatPosition position = positions.value(chat.id);
        addChanges(answer, chat, position, changeBudget);
        const qint64 seq = position.seq;
        if (seq >= chat.lastSeq)
            continue;
        qint64 last = seq;
        if (const auto head = Access::chat(m_request, chat.id); head && hasRoom) {
            for (const api::Message &message : messages.after(**head, seq, mostMessagesOfAChat)) {
                hasRoom = messageBudget.take(message);
                if (!hasRoom)
                    break;
                answer.messages.append(message);
                last = message.seq;
            }
        }
        answer.more = answer.more || last < chat.lastSeq;
    }
    return answer;
}

} // namespace deskbell::server
