#pragma once

#include "shared/ids.h"

#include <QList>
#include <QObject>

namespace deskbell::console {

/// Which chats a person keeps open, in their order. One of them at most is only passed through: the next chat that is
/// opened takes its place, so that who walks down a list leaves no trail.
class OpenChats final : public QObject
{
    Q_OBJECT

public:
    explicit OpenChats(QObject *parent = nullptr) : QObject(parent) { }

    const QList<ChatId> &all() const { return m_all; }
    bool contains(const ChatId &id) const { return m_all.contains(id); }
    bool isPassing(const ChatId &id) const { return !id.isNull() && m_passing == id; }

    /// Adds it, in the place of the one that was passed through.
    void open(const ChatId &id);
    /// It stays until it is closed.
    void keep(const ChatId &id);
    /// The next one may take its place; the one that was passed through so far goes.
    void letPass(const ChatId &id);
    void close(const ChatId &id);
    void move(int from, int to);
    /// Those of an earlier run; all of them stay.
    void restore(const QList<ChatId> &chats);
    /// The one so many places behind this one, round about; null where there is no other.
    ChatId neighbour(const ChatId &id, int by) const;

Q_SIGNALS:
    void changed();

private:
    QList<ChatId> m_all; // each once
    ChatId m_passing; // one of them, or null
};

} // namespace deskbell::console
