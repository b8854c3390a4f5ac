#pragma once

#include "server/dialects/words.h"
#include "shared/api/catalogue.h"

/// What the events of the desk tell the dialects: each makes a subject for their words of an event.
namespace deskbell::server::dialects {

/// Who hears of an event.
struct Hearing
{
    const QByteArrayList &rooms;
    const Aliases &aliases;
};

/// A chat that has begun, with its first message.
std::optional<Conversation> begun(const api::ChatStarted &event, const Hearing &hearing);
/// The chat, whatever became of it.
template <class E>
std::optional<Conversation> changed(const E &event, const Hearing &)
{
    return Conversation{event.chat, {}};
}
/// The message, and who gets it.
Saying sayingTo(const api::Message &message, const Hearing &hearing);
template <class E>
std::optional<Saying> said(const E &event, const Hearing &hearing)
{
    return sayingTo(event.message, hearing);
}
/// The operator who has the chat now.
Participant holderOf(const api::Chat &chat, const Hearing &hearing);
template <class E>
std::optional<Participant> arrived(const E &event, const Hearing &hearing)
{
    return holderOf(event.chat, hearing);
}
/// Who had it before, if anybody did.
std::optional<Participant> departed(const api::ChatTransferred &event, const Hearing &hearing);
std::optional<Participant> typed(const api::TypingChanged &event, const Hearing &hearing);
std::optional<Person> seen(const api::PresenceChanged &event, const Hearing &hearing);

std::optional<ChatId> chatOf(const Conversation &told);
std::optional<ChatId> chatOf(const Saying &told);
std::optional<ChatId> chatOf(const Participant &told);
std::optional<ChatId> chatOf(const Person &told); ///< In none.

/// The room of those who are who did it.
QByteArray roomOfAuthor(const api::MessageSent &event);
QByteArray roomOfAuthor(const api::TypingChanged &event);
template <class E>
QByteArray roomOfAuthor(const E &)
{
    return {};
}

/// The room in which the desk's events reach them.
QByteArray roomOf(const Caller &caller);
/// The caller's name in the dialects.
QString nameOf(const Aliases &aliases, const Caller &caller);

} // namespace deskbell::server::dialects
