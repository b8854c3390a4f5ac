#pragma once

#include "server/desk/caller.h"
#include "server/dialects/shape.h"
#include "server/socketio/namespace.h"
#include "shared/api/catalogue.h"

#include <QPointer>

namespace deskbell::server::dialects {

/// One event of a client, to be answered now or later. May be copied and kept. Lives on the I/O thread.
class EventCall
{
public:
    EventCall(socketio::Socket &socket, Caller caller, const socketio::Incoming &incoming);

    const Caller &caller() const { return m_caller; }
    socketio::Socket *socket() const { return m_socket; } ///< Null once the client is gone.

    /// The argument as a described struct. A bare text stands for the first field, as old clients send it.
    template <class T>
    Result<T> read() const
    {
        const json::Value argument = m_payload->root().at(1);
        if (argument.isObject())
            return json::decode<T>(argument);
        if (!argument.isString() && !argument.isMissing() && !argument.isNull())
            return Error(ErrorCode::InvalidRequest, QStringLiteral("The event's argument must be an object."));
        QByteArray object;
        json::Writer writer(object);
        writer.beginObject();
        if constexpr (std::tuple_size_v < decltype(T::fields()) >> 0) {
            if (argument.isString()) {
                const auto name = std::get<0>(T::fields()).name;
                writer.key({name.data(), qsizetype(name.size())});
                argument.write(writer);
            }
        }
        writer.endObject();
        return json::decode<T>(QByteArrayView(object));
    }

    /// Calls the ack, if there is one.
    void answer(const QByteArray &json) const { m_ack(json); }
    /// The ack, and an event to this client.
    void answerWith(const QByteArray &event, const QByteArray &json) const;
    /// The event `error`, and the ack. `code` goes before the error's own name.
    void refuse(const Error &error, const QString &code = {}) const;

private:
    QPointer<socketio::Socket> m_socket;
    Caller m_caller;
    QByteArray m_name;
    std::shared_ptr<const json::Document> m_payload;
    socketio::Ack m_ack;
};

/// The words of one dialect on a socket: what clients say, and what they are told. Lives on the I/O thread.
class Vocabulary
{
public:
    using Handler = std::function<void(const EventCall &)>;

    explicit Vocabulary(QByteArray name) : m_name(std::move(name)) { }
    virtual ~Vocabulary() = default;
    Q_DISABLE_COPY_MOVE(Vocabulary)

    /// Begins the names of its rooms.
    const QByteArray &name() const { return m_name; }
    /// Null for an event that is not of this vocabulary.
    const Handler *handler(const QByteArray &event) const;

    /// An event of the desk in the words of this dialect.
    struct Told
    {
        QByteArray name;
        QByteArray json;
        QByteArray except{}; ///< The room of those who are not told.
        QByteArray chat{}; ///< Those who have joined this chat are told too, if its visitor is.
    };
    /// `rooms` are those of the event's audience.
    virtual QList<Told> tell(const api::Event &event, const QByteArrayList &rooms) const = 0;
    /// What else there is to tell, once it has been looked up; asked only when somebody is there to hear it.
    virtual void tellLater(const api::Event &, const std::function<void(const QList<Told> &)> &) const { }
    /// Somebody who had joined the chat has left it, or is gone.
    virtual void left(socketio::Socket &, const Caller &, const QByteArray &) const { }

    QByteArray room(const QByteArray &base) const { return m_name + '|' + base; }
    QByteArray chatRoom(const QByteArray &chat) const { return room("chat:" + chat); }
    /// Whoever is in it has left the chat, and hears no more of it here.
    QByteArray leftRoom(const QByteArray &chat) const { return room("left:" + chat); }
    /// To those who have joined the chat, but for the socket itself.
    void tellOthers(socketio::Socket &socket, const QByteArray &chat, const QByteArray &event,
                    const QByteArray &json) const;

protected:
    void on(const char *event, const Handler &handler) { m_handlers.insert(event, handler); }

private:
    const QByteArray m_name;
    QHash<QByteArray, Handler> m_handlers;
};

/// The room of those who are who sent it.
QByteArray roomOf(api::SenderType type, const QString &senderId);
/// The room in which the desk's events reach them.
QByteArray roomOf(const Caller &caller);
/// The other side of a message to this audience: our id, or nothing while nobody holds the chat.
std::optional<QString> receiverOf(const api::Message &message, const QByteArrayList &rooms);

} // namespace deskbell::server::dialects
