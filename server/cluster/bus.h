#pragma once

#include <QByteArray>
#include <QByteArrayList>
#include <QList>

#include <functional>

namespace deskbell::server {

/// An event on its way to everybody in any of the rooms, serialised once. Rooms are `operators`, `operator:ID` and
/// `visitor:ID`; whoever is in several of them hears it once.
struct Published
{
    QByteArrayList rooms;
    QByteArray name; ///< Such as `message.sent`.
    QByteArray json; ///< Its one argument.
    bool operator==(const Published &) const = default;
};

/// Carries events to every node of the desk, this one included, in the order in which they were published.
class Bus
{
public:
    using Receive = std::function<void(const QList<Published> &)>;

    Bus() = default;
    virtual ~Bus() = default;
    Q_DISABLE_COPY_MOVE(Bus)

    virtual void publish(const QList<Published> &events) = 0;
    /// One receiver per node, called on the thread that the bus lives in.
    virtual void setReceiver(Receive receive) = 0;
};

} // namespace deskbell::server
