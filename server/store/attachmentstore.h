#pragma once

#include "server/store/transaction.h"

namespace deskbell::server {

/// A file as the desk knows it: what is told of it, and where it belongs.
struct StoredAttachment
{
    api::Attachment shown;
    ChatId chatId;
    QString uploaderId; ///< Of the visitor or the operator.
    std::optional<qint64> seq; ///< Of the message that carries it.

    bool isComplete() const { return shown.type.has_value(); }
};

/// What was seen in the bytes of a file.
struct FileFacts
{
    QString name; ///< With an ending that fits the type.
    QString type;
    std::optional<int> width{};
    std::optional<int> height{};
    bool thumbnail = false;
};

/// Attachments in the database. Their bytes are not here.
class AttachmentStore
{
public:
    explicit AttachmentStore(Transaction &transaction) : m_transaction(transaction) { }

    void create(const ChatHead &chat, const QString &uploaderId, const api::Attachment &attachment, Timestamp now);
    std::optional<StoredAttachment> find(const AttachmentId &id);
    /// How many files this one has announced for the chat and not sent.
    int unsent(const ChatHead &chat, const QString &uploaderId);
    /// Notes that the bytes are there. False when they were before, or when there is no such file any more.
    bool complete(const AttachmentId &id, const FileFacts &facts);
    /// The message of this number carries it now.
    void send(const AttachmentId &id, qint64 seq);
    /// The files of a message are gone with it; their bytes follow when the folder is swept.
    void removeOf(const ChatHead &chat, qint64 seq);
    /// Takes out what was announced before then and never sent; gives how many they were.
    qint64 removeUnsent(Timestamp announcedBefore);
    /// Which of these there are, with whether their bytes are there.
    QHash<AttachmentId, bool> known(const QList<AttachmentId> &ids);

private:
    Transaction &m_transaction;
};

} // namespace deskbell::server
