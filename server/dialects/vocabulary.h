#pragma once

#include "server/dialects/asked.h"
#include "server/dialects/eventcall.h"
#include "server/dialects/gate.h"
#include "server/dialects/receipts.h"
#include "server/dialects/restendpoint.h"
#include "server/dialects/telling.h"
#include "server/dialects/words.h"

namespace deskbell::server::dialects {

class Ask;

/// One dialect: which operation each of its paths and events means, and by what names its clients are told what
/// happens. A dialect is a class that fills these tables, and no more. Lives on the I/O thread.
class Vocabulary
{
public:
    using Operation = std::function<void(const Ask &)>;

    /// A path of the dialect. In it, `{chat}` is a chat's id and `{operator}` an operator's.
    struct Path
    {
        const char *method;
        const char *pattern;
        Fields body;
        Operation operation;
        int status = 200;
        const char *listName = ""; ///< What a list stands below; empty: it is the whole answer.
    };
    /// An event of the dialect's clients.
    struct Event
    {
        const char *name;
        Fields fields;
        Operation operation;
        const char *answer = ""; ///< The event that tells what came of it, beside the ack.
    };

    /// `gate` outlives this. The name begins the names of its rooms.
    Vocabulary(QByteArray name, Gate &gate, Words words);
    virtual ~Vocabulary() = default;
    Q_DISABLE_COPY_MOVE(Vocabulary)

    const QByteArray &name() const { return m_name; }
    const Words &words() const { return m_words; }
    Gate &gate() const { return m_gate; }

    bool knows(const QByteArray &event) const { return m_events.contains(event); }
    /// Does what an event of this vocabulary asks for.
    void handle(const QByteArray &event, const EventCall &call) const;

    /// An event of the desk in the words of this dialect.
    struct Told
    {
        QByteArray name;
        QByteArray json;
        std::optional<ChatId>
            chat; ///< Those who have joined this chat are told too, if its visitor is; not those who have left.
        QByteArray except; ///< The room of those who are not told.
    };
    /// `rooms` are those of the event's audience.
    QList<Told> tell(const api::Event &event, const QByteArrayList &rooms) const;
    /// What else there is to tell, once it has been looked up; asked only when somebody is there to hear it.
    void tellLater(const api::Event &event, const std::function<void(const QList<Told> &)> &send) const;
    /// Somebody has joined the chat.
    void joined(socketio::Socket &socket, const Caller &caller, const ChatId &chat) const;
    /// Somebody who had joined the chat has left it, or is gone.
    void left(socketio::Socket &socket, const Caller &caller, const ChatId &chat) const;

    QByteArray room(const QByteArray &base) const { return m_name + '|' + base; }
    QByteArray chatRoom(const ChatId &chat) const { return chatRooms() + chat.toString().toLatin1(); }
    /// Whoever is in it has left the chat, and hears no more of it here.
    QByteArray leftRoom(const ChatId &chat) const { return room("left:") + chat.toString().toLatin1(); }
    /// The chats that the socket has joined.
    QList<ChatId> chatsOf(const socketio::Socket &socket) const;

protected:
    void serve(RestEndpoint &rest, const QList<Path> &paths);
    void hear(const QList<Event> &events);

    enum class To { Everybody, Others };
    /// Tells of each E, as what `subject` makes of it (one of telling.h), in these words.
    template <class E, class T>
    void tells(const char *name, std::optional<T> (*subject)(const E &, const Hearing &), Renaming<T> renaming,
               To whom = To::Everybody)
    {
        m_tellings.append([=, this](const api::Event &event, const QByteArrayList &rooms) -> std::optional<Told> {
            const E *happened = std::get_if<E>(&event);
            const auto told = happened ? subject(*happened, {rooms, m_gate.aliases()}) : std::nullopt;
            if (!told)
                return std::nullopt;
            return Told{name, m_words.write(renaming, *told), chatOf(*told),
                        whom == To::Others ? roomOfAuthor(*happened) : QByteArray()};
        });
    }
    /// Tells how far messages have come.
    void tellsReceipts(const char *name, Renaming<Saying> renaming);
    /// Tells the others in a chat who joins it and who leaves it.
    void tellsJoining(const char *joined, const char *left);

private:
    void tellOthers(socketio::Socket &socket, const QByteArray &event, const Caller &caller, const ChatId &chat) const;
    QByteArray chatRooms() const { return room("chat:"); }

    const QByteArray m_name;
    Gate &m_gate;
    const Words m_words;
    QHash<QByteArray, Event> m_events;
    QList<std::function<std::optional<Told>(const api::Event &, const QByteArrayList &)>> m_tellings;
    QByteArray m_receiptName;
    Renaming<Saying> m_receipt;
    QByteArray m_joinedName;
    QByteArray m_leftName;
    mutable Receipts m_receipts;
};

} // namespace deskbell::server::dialects
