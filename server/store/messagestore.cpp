#include "server/store/messagestore.h"

#include <QtEndian>

#include <array>
#include <sodium.h>

namespace deskbell::server {

namespace {

// In the order of the fields of api::Message.
#define SELECT_MESSAGES                                                                                                \
    "SELECT id, '', seq, senderId, senderType, senderName, text, clientId, createdAt, attachments, 0, editedAt, "      \
    "deletedAt, change, replyToSeq"                                                                                    \
    " FROM message WHERE chat = ? "

const Sql selectAfter{SELECT_MESSAGES "AND seq > ? ORDER BY seq LIMIT ?"};
const Sql selectBefore{SELECT_MESSAGES "AND seq < ? ORDER BY seq DESC LIMIT ?"};
const Sql selectOnce{SELECT_MESSAGES "AND clientHash = ?"};
const Sql selectAt{SELECT_MESSAGES "AND seq = ?"};
const Sql selectChanged{SELECT_MESSAGES "AND change > ? AND seq <= ? ORDER BY change LIMIT ?"};
const Sql insertMessage{
    "INSERT INTO message (chat, seq, id, senderId, senderType, senderName, text, clientId, clientHash,"
    " createdAt, attachments, replyToSeq) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)"
    " ON CONFLICT (chat, clientHash) WHERE clientHash IS NOT NULL DO NOTHING"};

/// A message with a clientId is found again by this. Within one chat two pairs share a hash once in 2^64, and the
/// later one is then told that its clientId is taken.
qint64 clientHash(const QString &senderId, const QString &clientId)
{
    const QByteArray pair = senderId.toUtf8() + '\n' + clientId.toUtf8();
    constexpr std::array<unsigned char, crypto_shorthash_KEYBYTES> key{};
    std::array<unsigned char, crypto_shorthash_BYTES> hash{};
    crypto_shorthash(hash.data(), reinterpret_cast<const unsigned char *>(pair.constData()), quint64(pair.size()),
                     key.data());
    return qFromLittleEndian<qint64>(hash.data());
}

} // namespace

bool MessageStore::append(const ChatHead &chat, api::Message &message)
{
    const qint64 seq = chat.lastSeq + 1;
    std::optional<qint64> hash;
    if (message.clientId)
        hash = clientHash(message.senderId, *message.clientId);
    if (m_transaction.change(insertMessage, chat.key, seq, message.id, message.senderId, message.senderType,
                             message.senderName, message.text, message.clientId, hash, message.createdAt,
                             message.attachments, message.replyToSeq)
        != 1)
        return false;
    message.seq = m_transaction.memory().chats.takeSeq(chat);
    return true;
}

std::optional<api::Message> MessageStore::findByClientId(const ChatHead &chat, const QString &senderId,
                                                         const QString &clientId)
{
    Query query = m_transaction.query(selectOnce, chat.key, clientHash(senderId, clientId));
    return query.next() ? std::optional(read(query, chat)) : std::nullopt;
}

QList<api::Message> MessageStore::after(const ChatHead &chat, qint64 seq, int limit)
{
    QList<api::Message> messages;
    Query query = m_transaction.query(selectAfter, chat.key, seq, limit);
    while (query.next())
        messages.append(read(query, chat));
    return messages;
}

QList<api::Message> MessageStore::before(const ChatHead &chat, qint64 seq, int limit)
{
    QList<api::Message> messages;
    Query query = m_transaction.query(selectBefore, chat.key, seq, limit);
    while (query.next())
        messages.prepend(read(query, chat));
    return messages;
}

std::optional<api::Message> MessageStore::find(const ChatHead &chat, qint64 seq)
{
    Query query = m_transaction.query(selectAt, chat.key, seq);
    return query.next() ? std::optional(read(query, chat)) : std::nullopt;
}

QList<api::Message> MessageStore::changedAfter(const ChatHead &chat, qint64 change, qint64 upToSeq, int limit)
{
    QList<api::Message> messages;
    Query query = m_transaction.query(selectChanged, chat.key, change, upToSeq, limit);
    while (query.next())
        messages.append(read(query, chat));
    return messages;
}

api::Message MessageStore::read(const Query &query, const ChatHead &chat)
{
    auto message = query.row<api::Message>();
    message.chatId = chat.id;
    return message;
}

} // namespace deskbell::server
