#include "console/state/seenchats.h"

#include "console/state/packing.h"

namespace deskbell::console {

namespace {

using packing::Source;

constexpr char between = char(0xFF); // two of the words; nothing in UTF-8 looks like it

/// What the last message has in common with its chat is not kept twice.
enum Common { InThisChat = 1, OfTheVisitor = 2, OfTheOperator = 4, NamedAsTheVisitor = 8, NamedAsTheOperator = 16 };

bool isSame(char there, char letter)
{
    return there == letter || (there >= 'A' && there <= 'Z' && there + ('a' - 'A') == letter);
}

/// Nothing where it cannot be said in UTF-8 as it is.
bool moveWord(QString &text, QByteArray &words)
{
    const QByteArray utf8 = text.toUtf8();
    if (QString::fromUtf8(utf8) != text)
        return false;
    words += utf8;
    words += between;
    text.clear();
    return true;
}

QString takeWord(Source &words)
{
    const auto end = std::find(words.begin(), words.end(), between);
    QString word = QString::fromUtf8(words.begin(), end - words.begin());
    words = words.sliced(end - words.begin() + 1);
    return word;
}

/// Calls `visit` with each text that one may look for; where one is not set, not at all.
template <class Visit>
void forEachWord(api::Chat &chat, const Visit &visit)
{
    visit(chat.visitorName);
    if (chat.visitorEmail)
        visit(*chat.visitorEmail);
    if (chat.subject)
        visit(*chat.subject);
    for (QString &each : chat.tags)
        visit(each);
    if (chat.lastMessage)
        visit(chat.lastMessage->text);
}

Source wordsIn(QByteArrayView bytes)
{
    qint64 size = 0;
    packing::read(bytes, size);
    return bytes.first(size);
}

int takeCommon(api::Message &last, const api::Chat &chat)
{
    int common = 0;
    const auto take = [&](auto &field, const auto &other, Common kind) {
        if (!other.isEmpty() && field == other) {
            field.clear();
            common |= kind;
        }
    };
    const QString holder = chat.operatorId ? chat.operatorId->toString() : QString();
    if (last.chatId == chat.id) {
        last.chatId = {};
        common |= InThisChat;
    }
    take(last.senderId, chat.visitorId.toString(), OfTheVisitor);
    take(last.senderId, holder, OfTheOperator);
    take(last.senderName, chat.visitorName, NamedAsTheVisitor);
    take(last.senderName, chat.operatorName.value_or(QString()), NamedAsTheOperator);
    last.seq -= chat.lastSeq;
    return common;
}

void giveCommon(api::Message &last, const api::Chat &chat, int common)
{
    if (common & InThisChat)
        last.chatId = chat.id;
    if (common & OfTheVisitor)
        last.senderId = chat.visitorId.toString();
    if (common & OfTheOperator)
        last.senderId = chat.operatorId->toString();
    if (common & NamedAsTheVisitor)
        last.senderName = chat.visitorName;
    if (common & NamedAsTheOperator)
        last.senderName = *chat.operatorName;
    last.seq += chat.lastSeq;
}

} // namespace

Timestamp momentOf(const api::Chat &chat)
{
    if (chat.status == api::ChatStatus::Waiting)
        return chat.createdAt;
    if (chat.status == api::ChatStatus::Ended)
        return chat.endedAt.value_or(chat.createdAt);
    return chat.lastMessage ? chat.lastMessage->createdAt : chat.claimedAt.value_or(chat.createdAt);
}

ChatBrief ChatPacking::brief(const SeenChat &seen) const
{
    return {momentOf(seen.chat), seen.chat.status, quint32(qHash(seen.chat.visitorId))};
}

/// The words stand first, so that they can be looked through as they are.
QByteArray ChatPacking::pack(const SeenChat &seen) const
{
    api::Chat rest = seen.chat;
    const int common = rest.lastMessage ? takeCommon(*rest.lastMessage, rest) : 0;
    QByteArray words;
    bool packs = true;
    forEachWord(rest, [&](QString &text) { packs = packs && moveWord(text, words); });
    if (!packs)
        return {};
    QByteArray bytes;
    packing::write(bytes, words.size());
    bytes += words;
    packing::write(bytes, common);
    packing::write(bytes, seen.countedSeq - rest.lastSeq);
    packing::write(bytes, seen.unread);
    packing::write(bytes, rest);
    return bytes;
}

SeenChat ChatPacking::unpack(QByteArrayView bytes) const
{
    Source words = wordsIn(bytes);
    Source in = bytes.sliced(words.end() - bytes.begin());
    SeenChat seen;
    int common = 0;
    packing::read(in, common);
    packing::read(in, seen.countedSeq);
    packing::read(in, seen.unread);
    packing::read(in, seen.chat);
    seen.countedSeq += seen.chat.lastSeq;
    forEachWord(seen.chat, [&](QString &text) { text = takeWord(words); });
    if (seen.chat.lastMessage)
        giveCommon(*seen.chat.lastMessage, seen.chat, common);
    return seen;
}

QList<int> SeenChats::rowsOf(const VisitorId &visitor) const
{
    const auto wanted = quint32(qHash(visitor));
    QList<int> rows;
    for (int row = 0; row < size(); ++row) {
        if (brief(row).visitor == wanted && at(row).chat.visitorId == visitor)
            rows.append(row);
    }
    return rows;
}

QString SeenChats::nameAt(int row) const
{
    const QByteArrayView bytes = packed(row);
    if (bytes.isEmpty())
        return at(row).chat.visitorName;
    Source words = wordsIn(bytes);
    return takeWord(words);
}

std::optional<bool> SeenChats::hasLetters(int row, const QList<QByteArray> &runs) const
{
    const QByteArrayView bytes = packed(row);
    if (bytes.isEmpty())
        return std::nullopt;
    const Source words = wordsIn(bytes);
    return std::all_of(runs.begin(), runs.end(), [&](const QByteArray &run) {
        return std::search(words.begin(), words.end(), run.begin(), run.end(), isSame) != words.end();
    });
}

} // namespace deskbell::console
