#include "console/models/wording.h"

#include <QCoreApplication>
#include <QDateTime>
#include <QLocale>
#include <QUrl>

namespace deskbell::console {

namespace {

struct Wording
{
    Q_DECLARE_TR_FUNCTIONS(Wording)
};

QDateTime local(Timestamp time)
{
    return QDateTime::fromMSecsSinceEpoch(time.ms);
}

/// Names of days and months in the language of all other words, whatever the desktop speaks.
QString inWords(const QDateTime &moment, const QString &format)
{
    return QLocale(Wording::tr("en", "the code of this language")).toString(moment, format);
}

} // namespace

QString waitText(qint64 ms)
{
    const qint64 seconds = std::max<qint64>(0, ms) / 1'000;
    const QLatin1Char zero('0');
    const QString tail = QStringLiteral("%1").arg(seconds % 60, 2, 10, zero);
    if (seconds < 3'600)
        return QStringLiteral("%1:%2").arg(seconds / 60).arg(tail);
    return QStringLiteral("%1:%2:%3").arg(seconds / 3'600).arg((seconds / 60) % 60, 2, 10, zero).arg(tail);
}

Token waitToken(qint64 ms)
{
    constexpr qint64 minute = 60'000;
    if (ms < minute)
        return Token::Ink2;
    return ms < 3 * minute ? Token::BrassText : Token::Danger;
}

QString clockText(Timestamp time)
{
    return inWords(local(time), Wording::tr("HH:mm"));
}

QString dayText(Timestamp time, Timestamp now)
{
    const QDate day = local(time).date();
    const qint64 days = day.daysTo(local(now).date());
    if (days == 0)
        return Wording::tr("Today");
    if (days == 1)
        return Wording::tr("Yesterday");
    return inWords(local(time), days > 1 && days < 7 ? QStringLiteral("dddd") : Wording::tr("d MMMM yyyy"));
}

QString listTimeText(Timestamp time, Timestamp now)
{
    const qint64 days = local(time).date().daysTo(local(now).date());
    if (days <= 0)
        return clockText(time);
    return inWords(local(time), days < 7 ? QStringLiteral("ddd") : Wording::tr("d MMM"));
}

QString fullTimeText(Timestamp time)
{
    return inWords(local(time), Wording::tr("ddd d MMM yyyy, HH:mm"));
}

QString oneLine(const QString &text)
{
    QString line;
    line.reserve(text.size());
    for (const QChar c : text) {
        // Overrides of the writing direction could turn the rest of a list row around.
        const char16_t code = c.unicode();
        const bool turns = (code >= 0x202A && code <= 0x202E) || (code >= 0x2066 && code <= 0x2069);
        if (!turns)
            line.append(c.isSpace() || c.category() == QChar::Other_Control ? QLatin1Char(' ') : c);
    }
    return line.simplified();
}

QString pageText(const QString &address)
{
    const QUrl url(address);
    if (url.host().isEmpty())
        return oneLine(address);
    QString text = url.host() + url.path();
    while (text.endsWith(QLatin1Char('/')))
        text.chop(1);
    return oneLine(text);
}

QString saidText(const api::Message &message)
{
    QStringList names;
    for (const api::Attachment &each : message.attachments)
        names.append(oneLine(each.name));
    const QString text = oneLine(message.text);
    return text.isEmpty() ? names.join(QStringLiteral(", ")) : text;
}

QString previewText(const api::Chat &chat, const api::Operator &self)
{
    if (!chat.lastMessage)
        return Wording::tr("No message yet");
    const api::Message &last = *chat.lastMessage;
    QString text = saidText(last);
    if (last.senderType != api::SenderType::Operator)
        return text;
    const bool own = last.senderId == self.id.toString();
    return QStringLiteral("%1: %2").arg(own ? Wording::tr("You") : oneLine(last.senderName), text);
}

QStringList endReasonCodes()
{
    return {QStringLiteral("resolved"), QStringLiteral("no_answer"), QStringLiteral("spam")};
}

QString endReasonText(const QString &reason)
{
    if (reason == QStringLiteral("resolved"))
        return Wording::tr("Resolved");
    if (reason == QStringLiteral("no_answer"))
        return Wording::tr("No answer any more");
    if (reason == QStringLiteral("spam"))
        return Wording::tr("Spam");
    return oneLine(reason);
}

} // namespace deskbell::console
