#include "tests/console/visitor.h"

#include "shared/api/reply.h"

namespace deskbell::console {

Visitor::Visitor(const QUrl &server, const QString &name) : m_line("/visitor")
{
    connect(&m_line, &Line::eventReceived, this, [this](const QByteArray &event, json::Value argument) {
        if (event == "message.sent") {
            if (const auto decoded = json::decode<api::MessageSent>(argument))
                heard.append(decoded->message);
        } else if (event == "typing.changed") {
            if (const auto decoded = json::decode<api::TypingChanged>(argument))
                typing.append(decoded->typing);
        }
    });
    QByteArray auth;
    json::Writer writer(auth);
    writer.beginObject();
    writer.key("name");
    writer.string(name);
    writer.endObject();
    m_line.open(server, auth);
}

template <class Command, class Take>
void Visitor::ask(const Command &command, Take take)
{
    constexpr std::string_view name = Command::operation.name;
    m_line.request({name.data(), qsizetype(name.size())}, json::encode(command),
                   [this, take](const Result<json::Value> &reply) {
                       using Answer = typename Command::Answer;
                       const auto answer = reply ? api::decodeReply<Answer>(*reply) : Result<Answer>(reply.error());
                       if (answer) {
                           ++answers;
                           take(*answer);
                       } else {
                           refusals.append(answer.error());
                       }
                   });
}

void Visitor::start(const QString &text)
{
    api::ChatStart command;
    command.text = text;
    ask(command, [this](const api::ChatStartAnswer &answer) { chatId = answer.chat.id; });
}

void Visitor::say(const QString &text)
{
    ask(api::MessageSend{chatId, text, generateUuid()}, [](const api::Message &) {});
}

void Visitor::end()
{
    ask(api::ChatEnd{chatId, {}}, [](const api::Chat &) {});
}

void Visitor::setTyping(bool isTyping)
{
    ask(api::TypingSet{chatId, isTyping}, [](const Nothing &) {});
}

void Visitor::introduce(const VisitorId &id, const QList<api::VisitorAttribute> &attributes)
{
    ask(api::VisitorUpdate{id, {}, {}, {}, attributes}, [](const api::Visitor &) {});
}

QStringList Visitor::texts() const
{
    QStringList texts;
    for (const api::Message &each : heard)
        texts.append(each.text);
    return texts;
}

} // namespace deskbell::console
