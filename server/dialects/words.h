#pragma once

#include "server/desk/aliases.h"
#include "server/dialects/reads.h"
#include "server/dialects/shape.h"

/// What the desk's things are called in a dialect: tables of its names and what each stands for.
namespace deskbell::server::dialects {

struct Words;

/// A name in a dialect, and what it stands for: a function of the namespaces below, which writes it.
template <class T>
struct Renamed
{
    const char *name;
    void (*write)(Shape &, QByteArrayView as, const T &, const Words &);
};
template <class T>
using Renaming = QList<Renamed<T>>;

template <class T>
Renaming<T> without(Renaming<T> all, QByteArrayView name)
{
    all.removeIf([name](const Renamed<T> &each) { return name == each.name; });
    return all;
}

/// A message with what is told beside it.
struct Saying
{
    api::Message message;
    QLatin1String status{"sent"}; ///< How far it has come with the other side.
    std::optional<QString> receiver{}; ///< Our id; nothing while nobody holds the chat.
    std::optional<QString> highlight{};
};
/// One of the chat's, as far as it has come.
Saying sayingOf(const api::Message &message, const api::Chat &chat);

/// Somebody in a chat.
struct Participant
{
    ChatId chat;
    QString name; ///< As the dialects know them.
    QLatin1String type{"user"};
    bool isTyping = false;
};

/// Somebody who is known to the desk.
struct Person
{
    QString id;
    QString name;
    std::optional<QString> email{};
    QLatin1String role{"user"}; ///< Or `agent`, or `admin`.
    QString status{};
    QString token{}; ///< When they have just signed in.
};
QLatin1String roleOf(const Caller &caller);

/// All that a dialect renames. What it has no words for is empty.
struct Words
{
    const Aliases &aliases;
    std::array<QLatin1String, 3> chatStatuses{QLatin1String("waiting"), QLatin1String("active"),
                                              QLatin1String("ended")};
    std::array<QLatin1String, 3> senderTypes{QLatin1String("visitor"), QLatin1String("operator"),
                                             QLatin1String("system")};
    Renaming<Conversation> chat{};
    Renaming<Saying> message{};
    Renaming<Workload> agent{};
    Renaming<Person> person{};
    Renaming<Participant> participant{};
    /// What goes before an error's own name.
    QHash<ErrorCode, QByteArray> errorCodes{};
    /// Over REST a success stands in `data`, beside `success`, `statusCode` and `message`.
    bool isWrapped = false;

    template <class T>
    QByteArray write(const Renaming<T> &renaming, const T &subject) const
    {
        Shape shape;
        for (const Renamed<T> &each : renaming)
            each.write(shape, each.name, subject, *this);
        return shape.done();
    }
    QByteArray write(const Conversation &subject) const { return write(chat, subject); }
    QByteArray write(const api::Chat &subject) const { return write(chat, {subject, {}}); }
    QByteArray write(const Saying &subject) const { return write(message, subject); }
    QByteArray write(const api::Message &subject) const { return write(message, {subject}); }
    QByteArray write(const Workload &subject) const { return write(agent, subject); }
    QByteArray write(const Person &subject) const { return write(person, subject); }
    template <class T>
    QByteArray write(const QList<T> &subjects) const
    {
        return listOf(subjects, [this](const T &each) { return write(each); });
    }
};

/// What the members lead to, as it is.
template <auto First, auto... Rest>
struct Plain;
template <class T, class Of, Of T::*First, auto... Rest>
struct Plain<First, Rest...>
{
    static void write(Shape &shape, QByteArrayView as, const T &of, const Words &)
    {
        shape.with(as, ((of.*First).*....*Rest));
    }
};

/// Always the same text.
template <class T>
void user(Shape &shape, QByteArrayView as, const T &, const Words &)
{
    shape.with(as, QLatin1String("user"));
}
template <class T>
void yes(Shape &shape, QByteArrayView as, const T &, const Words &)
{
    shape.with(as, true);
}

namespace chat {
template <auto Member>
inline constexpr auto plain = &Plain<&Conversation::chat, Member>::write;
inline constexpr auto id = plain<&api::Chat::id>;
inline constexpr auto visitorName = plain<&api::Chat::visitorName>;
inline constexpr auto visitorEmail = plain<&api::Chat::visitorEmail>;
inline constexpr auto holderName = plain<&api::Chat::operatorName>;
inline constexpr auto createdAt = plain<&api::Chat::createdAt>;
inline constexpr auto endedAt = plain<&api::Chat::endedAt>;
inline constexpr auto endReason = plain<&api::Chat::endReason>;
inline constexpr auto subject = plain<&api::Chat::subject>;
void visitorId(Shape &shape, QByteArrayView as, const Conversation &of, const Words &words);
/// By the name that the site has given.
void visitor(Shape &shape, QByteArrayView as, const Conversation &of, const Words &words);
void holder(Shape &shape, QByteArrayView as, const Conversation &of, const Words &words);
void status(Shape &shape, QByteArrayView as, const Conversation &of, const Words &words);
void messages(Shape &shape, QByteArrayView as, const Conversation &of, const Words &words);
/// The chat without its messages, as `Words::chat` has it.
void itself(Shape &shape, QByteArrayView as, const Conversation &of, const Words &words);
void token(Shape &shape, QByteArrayView as, const Conversation &of, const Words &words); ///< If there is one.
} // namespace chat

namespace message {
template <auto Member>
inline constexpr auto plain = &Plain<&Saying::message, Member>::write;
inline constexpr auto id = plain<&api::Message::id>;
inline constexpr auto chat = plain<&api::Message::chatId>;
inline constexpr auto seq = plain<&api::Message::seq>;
inline constexpr auto senderName = plain<&api::Message::senderName>;
inline constexpr auto text = plain<&api::Message::text>;
inline constexpr auto createdAt = plain<&api::Message::createdAt>;
inline constexpr auto editedAt = plain<&api::Message::editedAt>;
inline constexpr auto deletedAt = plain<&api::Message::deletedAt>;
void sender(Shape &shape, QByteArrayView as, const Saying &of, const Words &words);
void senderType(Shape &shape, QByteArrayView as, const Saying &of, const Words &words);
void receiver(Shape &shape, QByteArrayView as, const Saying &of, const Words &words);
void status(Shape &shape, QByteArrayView as, const Saying &of, const Words &words);
void highlight(Shape &shape, QByteArrayView as, const Saying &of, const Words &words); ///< If there is one.
void attachments(Shape &shape, QByteArrayView as, const Saying &of, const Words &words); ///< If there are any.
} // namespace message

namespace agent {
template <auto Member>
inline constexpr auto plain = &Plain<&Workload::account, Member>::write;
inline constexpr auto id = plain<&api::Operator::id>;
inline constexpr auto name = plain<&api::Operator::name>;
inline constexpr auto email = plain<&api::Operator::email>;
inline constexpr auto status = plain<&api::Operator::status>;
inline constexpr auto capacity = plain<&api::Operator::capacity>;
/// By the name that is believed, where one is.
void alias(Shape &shape, QByteArrayView as, const Workload &of, const Words &words);
void role(Shape &shape, QByteArrayView as, const Workload &of, const Words &words);
void activeChats(Shape &shape, QByteArrayView as, const Workload &of, const Words &words);
} // namespace agent

namespace person {
template <auto Member>
inline constexpr auto plain = &Plain<Member>::write;
inline constexpr auto id = plain<&Person::id>;
inline constexpr auto name = plain<&Person::name>;
inline constexpr auto email = plain<&Person::email>;
inline constexpr auto role = plain<&Person::role>;
inline constexpr auto status = plain<&Person::status>;
inline constexpr auto token = plain<&Person::token>;
/// As `Words::person` has it.
void itself(Shape &shape, QByteArrayView as, const Person &of, const Words &words);
} // namespace person

namespace participant {
template <auto Member>
inline constexpr auto plain = &Plain<Member>::write;
inline constexpr auto chat = plain<&Participant::chat>;
inline constexpr auto id = plain<&Participant::name>;
inline constexpr auto type = plain<&Participant::type>;
inline constexpr auto isTyping = plain<&Participant::isTyping>;
} // namespace participant

} // namespace deskbell::server::dialects
