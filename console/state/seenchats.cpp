#include "console/state/seenchats.h"

#include "console/state/packing.h"

#include <QIODevice>

namespace deskbell::console {

namespace {

/// The words stand first, by themselves, so that they can be looked through as they are.
struct Words
{
    QString name;
    std::optional<QString> email;
    std::optional<QString> subject;
    QList<QString> tags;
    QString text;

    static constexpr auto fields()
    {
        using json::field;
        return std::tuple{field("name", &Words::name), field("email", &Words::email), field("subject", &Words::subject),
                          field("tags", &Words::tags), field("text", &Words::text)};
    }
};

QByteArrayView wordsIn(QByteArrayView bytes)
{
    QDataStream in(QByteArray::fromRawData(bytes.data(), bytes.size()));
    quint32 size = 0;
    in >> size;
    return bytes.sliced(sizeof size, size);
}

bool isLetter(char there, char letter)
{
    return there == letter || (there >= 'A' && there <= 'Z' && there + ('a' - 'A') == letter);
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

QByteArray ChatPacking::pack(const SeenChat &seen) const
{
    SeenChat rest = seen;
    const auto take = [](auto &from) { return std::exchange(from, {}); };
    const Words words{take(rest.chat.visitorName), take(rest.chat.visitorEmail), take(rest.chat.subject),
                      take(rest.chat.tags), rest.chat.lastMessage ? take(rest.chat.lastMessage->text) : QString()};
    QByteArray first;
    QDataStream firstOut(&first, QIODevice::WriteOnly);
    packing::write(firstOut, words);
    QByteArray bytes;
    QDataStream out(&bytes, QIODevice::WriteOnly);
    out << first << rest.countedSeq << rest.unread;
    packing::write(out, rest.chat);
    return bytes;
}

SeenChat ChatPacking::unpack(QByteArrayView bytes) const
{
    const QByteArrayView first = wordsIn(bytes);
    Words words;
    QDataStream firstIn(QByteArray::fromRawData(first.data(), first.size()));
    packing::read(firstIn, words);
    const QByteArrayView others = bytes.sliced(first.end() - bytes.begin());
    SeenChat seen;
    QDataStream in(QByteArray::fromRawData(others.data(), others.size()));
    in >> seen.countedSeq >> seen.unread;
    packing::read(in, seen.chat);
    seen.chat.visitorName = std::move(words.name);
    seen.chat.visitorEmail = std::move(words.email);
    seen.chat.subject = std::move(words.subject);
    seen.chat.tags = std::move(words.tags);
    if (seen.chat.lastMessage)
        seen.chat.lastMessage->text = std::move(words.text);
    return seen;
}

QString SeenChats::nameAt(int row) const
{
    const QByteArrayView bytes = packed(row);
    if (bytes.isEmpty())
        return at(row).chat.visitorName;
    const QByteArrayView first = wordsIn(bytes);
    QDataStream in(QByteArray::fromRawData(first.data(), first.size()));
    quint32 present = 0;
    in >> present;
    QString name;
    if (present & 1)
        packing::read(in, name);
    return name;
}

bool SeenChats::mayHave(int row, QByteArrayView letters) const
{
    const QByteArrayView bytes = packed(row);
    if (bytes.isEmpty())
        return true;
    const QByteArrayView words = wordsIn(bytes);
    return std::search(words.begin(), words.end(), letters.begin(), letters.end(), isLetter) != words.end();
}

} // namespace deskbell::console
