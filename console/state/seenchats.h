#pragma once

#include "console/state/packedlist.h"
#include "console/store/deskstore.h"

namespace deskbell::console {

/// The moment that counts for a chat's status: when it began to wait, when somebody last wrote, when it ended.
Timestamp momentOf(const api::Chat &chat);

/// What lists ask of each of very many chats.
struct ChatBrief
{
    Timestamp moment;
    api::ChatStatus status = api::ChatStatus::Waiting;
    quint32 visitor = 0; ///< A hash of their id.
};

/// Chats that have ended are many and rest; the others change all the time.
struct ChatPacking
{
    using Brief = ChatBrief;
    Brief brief(const SeenChat &seen) const;
    bool mayPack(const SeenChat &seen) const { return seen.chat.status == api::ChatStatus::Ended; }
    QByteArray pack(const SeenChat &seen) const;
    SeenChat unpack(QByteArrayView bytes) const;
};

/// The chats that are known, in the order of their arrival.
class SeenChats final : public PackedList<SeenChat, ChatPacking>
{
public:
    /// The rows of a visitor's chats.
    QList<int> rowsOf(const VisitorId &visitor) const;
    /// The visitor's name, without the rest of the chat.
    QString nameAt(int row) const;
    /// Whether the words of a chat (its visitor's name and address, its subject, its tags, its last message) have each
    /// of these runs of ASCII, which are in lower case, whatever the case is there. Nothing while the chat is not
    /// packed.
    std::optional<bool> hasLetters(int row, const QList<QByteArray> &runs) const;
};

} // namespace deskbell::console
