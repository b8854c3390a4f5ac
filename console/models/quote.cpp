#include "console/models/quote.h"

#include "console/models/wording.h"

#include <QCoreApplication>

namespace deskbell::console {

namespace {

struct QuoteWords
{
    Q_DECLARE_TR_FUNCTIONS(Quote)
};

constexpr qsizetype mostSpoken = 120;

} // namespace

Quote quoteOf(const Thread &thread, qint64 seq, const api::Operator &self)
{
    constexpr qsizetype most = 240; // more than any line has room for
    const api::Message *message = thread.message(seq);
    if (!message)
        return {seq, false, false, QuoteWords::tr("An earlier message"), QuoteWords::tr("Not loaded yet")};
    const bool own = message->senderType == api::SenderType::Operator && message->senderId == self.id.toString();
    const QString said = message->deletedAt ? QuoteWords::tr("Message removed") : saidText(*message).left(most);
    return {seq, true, own, own ? QuoteWords::tr("You") : oneLine(message->senderName), said};
}

QString spokenQuote(const Quote &quote)
{
    if (!quote.known)
        return QuoteWords::tr("in answer to an earlier message");
    const QString text =
        quote.text.size() > mostSpoken ? quote.text.left(mostSpoken) + QStringLiteral("…") : quote.text;
    return quote.own ? QuoteWords::tr("in answer to an own message, “%1”").arg(text)
                     : QuoteWords::tr("in answer to %1, “%2”").arg(quote.name, text);
}

QString replyingText(const Quote &quote)
{
    if (!quote.known)
        return QuoteWords::tr("Replying to an earlier message");
    return quote.own ? QuoteWords::tr("Replying to your own message: %1").arg(quote.text)
                     : QuoteWords::tr("Replying to %1: %2").arg(quote.name, quote.text);
}

} // namespace deskbell::console
