#pragma once

#include "console/state/packedlist.h"
#include "shared/api/chatdetailcommands.h"

#include <QHash>
#include <QObject>

namespace deskbell::console {

/// How far a message has come.
enum class Delivery {
    Sent, ///< The server has it; so has everybody's history.
    Delivered, ///< A device of the visitor's has it.
    Read, ///< The visitor has seen it.
    Waiting, ///< In the outbox, on its way or waiting for a connection.
    Failed, ///< The server refused it; the person decides.
};

/// Whether the server does not have it yet.
inline bool isUnsent(Delivery delivery)
{
    return delivery == Delivery::Waiting || delivery == Delivery::Failed;
}

/// One line of a thread: a message of the server's, or one of our own that is not there yet.
struct Entry
{
    api::Message message; ///< While it is not sent: seq 0, no id, our own time.
    Delivery delivery = Delivery::Sent;
    int progress = -1; ///< How much of its files is there, in percent; negative: nothing is under way.
    QString problem{}; ///< Why it failed, for people.
    bool operator==(const Entry &) const = default;
};

/// What is asked of all messages of a long thread.
struct EntryBrief
{
    qint64 change = 0;
    qint64 replyToSeq = 0; ///< 0: it answers no message.
    api::SenderType senderType = api::SenderType::Visitor;
};

/// Messages that the server has change seldom; those that are on their way do all the time.
struct EntryPacking
{
    using Brief = EntryBrief;
    Brief brief(const Entry &entry) const
    {
        return {entry.message.change, entry.message.replyToSeq.value_or(0), entry.message.senderType};
    }
    bool mayPack(const Entry &entry) const { return entry.message.seq > 0 && entry.delivery == Delivery::Sent; }
    QByteArray pack(const Entry &entry) const;
    Entry unpack(QByteArrayView bytes) const;
};
using Entries = PackedList<Entry, EntryPacking>;

/// What became of a message that arrived.
enum class Taken {
    New,
    Known,
    Gap, ///< Messages are missing before it; it was not taken.
};

/// The messages of one chat: those of the server without a gap, then those that still wait, in the order of writing.
class Thread final : public QObject
{
    Q_OBJECT

public:
    explicit Thread(ChatId chatId, QObject *parent = nullptr);

    const ChatId &chatId() const { return m_chatId; }
    const Entries &entries() const { return m_entries; }
    /// Whether the server's latest messages were asked for and came.
    bool isLoaded() const { return m_loaded; }
    /// Whether they were asked for, and did not come.
    bool hasFailed() const { return m_failed; }
    void setFailed(bool failed);
    bool hasOutgoing() const { return m_entries.size() > m_delivered; }
    bool hasEarlier() const { return m_hasEarlier; }
    qint64 firstSeq() const { return m_firstSeq; }
    qint64 lastSeq() const { return m_delivered > 0 ? m_firstSeq + m_delivered - 1 : 0; }

    Taken take(const api::Message &message);
    /// The first page, the latest messages. Pages that overlap what is there add only what is new.
    void takeLatest(const QList<api::Message> &messages, bool hasEarlier);
    void takeEarlier(const QList<api::Message> &messages, bool hasEarlier);

    /// What the operators wrote down, oldest first.
    const QList<api::Note> &notes() const { return m_notes; }
    void takeNotes(const QList<api::Note> &notes);
    void forgetNotes();

    /// A message that was edited or deleted; an older state than the one known is ignored.
    void change(const api::Message &message);
    /// The last edit or deletion that is known here.
    qint64 lastChange() const;

    /// A message of the server's that is loaded, or one that was looked up for those who answer it; else null. Valid
    /// until the next change, and until some fifty others were looked at.
    const api::Message *message(qint64 seq) const;
    /// The number of the last message from this side that fits; 0 where none does.
    template <class Fits>
    qint64 lastOf(api::SenderType side, const Fits &fits) const
    {
        for (int row = m_delivered - 1; row >= 0; --row) {
            if (m_entries.brief(row).senderType == side && fits(m_entries.at(row).message))
                return m_firstSeq + row;
        }
        return 0;
    }
    /// One that others answer, from before what is loaded.
    void takeQuoted(const api::Message &message);

    void addOutgoing(const api::Message &message);
    /// False when no message with this id is waiting.
    bool setDelivery(const QString &clientId, Delivery delivery, const QString &problem);
    void setProgress(const QString &clientId, int percent);
    bool removeOutgoing(const QString &clientId);
    const Entry *outgoing(const QString &clientId) const;

Q_SIGNALS:
    void insertionBegins(int first, int last);
    void insertionEnded();
    void removalBegins(int row);
    void removalEnded();
    void entryChanged(int row);
    /// They came, or it is known that they do not.
    void loadedChanged();
    void notesChanged();
    void quotedChanged(qint64 seq);
    /// So many more messages wait to be sent, or fewer if negative.
    void waitingChanged(int by);

private:
    int outgoingRow(const std::optional<QString> &clientId) const;
    void insert(int row, const QList<Entry> &entries, Delivery delivery);

    ChatId m_chatId;
    QList<api::Note> m_notes; // by time, none twice
    Entries m_entries; // m_delivered of the server's, seq rising by one, then the outgoing
    int m_delivered = 0;
    qint64 m_firstSeq = 0; // of the first of them; 0 while there is none
    QHash<qint64, api::Message> m_quoted; // what others answer, by seq; what is loaded is nearer to the truth
    bool m_loaded = false;
    bool m_failed = false;
    bool m_hasEarlier = false;
};

} // namespace deskbell::console
