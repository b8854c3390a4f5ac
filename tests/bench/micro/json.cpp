// What a message costs in JSON: the request decoded, the answer and the event encoded.
#include "shared/api/catalogue.h"
#include "tests/bench/micro/stopwatch.h"

using namespace deskbell;

int main()
{
    api::Message message;
    message.id = MessageId::generate();
    message.chatId = ChatId::generate();
    message.seq = 4711;
    message.senderId = VisitorId::generate().toString();
    message.senderName = QStringLiteral("Visitor");
    message.text = QStringLiteral("Good morning, my order has not come yet. Can you help me?");
    message.clientId = QStringLiteral("01890a5d-ac96-774b-bcce-b302099a8057");
    message.createdAt = SystemClock().now();
    const QByteArray messageJson = json::encode(message);
    const QByteArray command = json::encode(api::MessageSend{message.chatId, message.text, message.clientId});

    bench::timeEach("encode a Message", [&] { bench::keep(json::encode(message)); });
    bench::timeEach("encode message.sent", [&] { bench::keep(json::encode(api::MessageSent{message})); });
    bench::timeEach("decode a Message", [&] { bench::keep(json::decode<api::Message>(messageJson)); });
    bench::timeEach("parse message.send", [&] { bench::keep(json::Document::parse(command)); });
    bench::timeEach("decode message.send", [&] { bench::keep(json::decode<api::MessageSend>(command)); });
    bench::timeEach("make an id", [] { bench::keep(MessageId::generate()); });
    bench::timeEach("write a time", [&] { bench::keep(message.createdAt.toString()); });
}
