#include "server/desk/answerbudget.h"

namespace deskbell::server {

namespace {

constexpr qint64 namesAndIds = 400; // of one object: its keys, ids and times, with room to spare

/// What a text takes as JSON on the wire, which is ASCII.
qint64 sizeOf(const QString &text)
{
    constexpr qint64 escaped = 6; // as \u0416
    qint64 bytes = 0;
    for (const QChar character : text) {
        const bool isPlain = character >= u' ' && character < u'\x7f' && character != u'"' && character != u'\\';
        bytes += isPlain ? 1 : escaped;
    }
    return bytes;
}

qint64 sizeOf(const api::Message &message)
{
    qint64 files = 0;
    for (const api::Attachment &each : message.attachments)
        files += namesAndIds + sizeOf(each.name);
    return files + namesAndIds + sizeOf(message.text) + sizeOf(message.senderName)
        + sizeOf(message.clientId.value_or(QString()));
}

} // namespace

bool AnswerBudget::take(const api::Message &message)
{
    return take(sizeOf(message));
}

bool AnswerBudget::take(const api::Chat &chat)
{
    qint64 bytes = 2 * namesAndIds + sizeOf(chat.visitorName) + sizeOf(chat.visitorEmail.value_or(QString()))
        + sizeOf(chat.page.value_or(QString())) + sizeOf(chat.endReason.value_or(QString()));
    bytes += sizeOf(chat.subject.value_or(QString())) + sizeOf(chat.operatorName.value_or(QString()));
    for (const QString &tag : chat.tags)
        bytes += sizeOf(tag) + 3; // in quotes, behind a comma
    if (chat.rating)
        bytes += sizeOf(chat.rating->comment.value_or(QString()));
    if (chat.offer)
        bytes += sizeOf(chat.offer->note.value_or(QString()));
    if (chat.lastMessage)
        bytes += sizeOf(*chat.lastMessage);
    return take(bytes);
}

bool AnswerBudget::take(const QStringList &texts)
{
    qint64 bytes = namesAndIds;
    for (const QString &text : texts)
        bytes += sizeOf(text);
    return take(bytes);
}

bool AnswerBudget::take(const api::Note &note)
{
    return take(namesAndIds + sizeOf(note.operatorName) + sizeOf(note.text));
}

bool AnswerBudget::take(qint64 bytes)
{
    m_left = bytes > m_left ? 0 : m_left - bytes;
    return m_left > 0;
}

} // namespace deskbell::server
