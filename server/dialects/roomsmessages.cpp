#include "server/dialects/roomsmessages.h"

#include "server/dialects/roomswords.h"
#include "server/store/chatstore.h"
#include "server/store/messagestore.h"

#include <algorithm>

namespace deskbell::server::dialects {

namespace {

constexpr int mostRooms = 200;
constexpr int mostTold = 100; // of the messages that somebody reads at once, the last ones
constexpr qsizetype mostRemembered = 10'000;
constexpr qint64 usualSpanMs = 30LL * 24 * 3'600'000;

struct MessageRequest
{
    MessageId messageId;
    std::optional<ChatId> roomId;

    static constexpr auto fields()
    {
        return std::tuple{json::field("messageId", &MessageRequest::messageId),
                          json::field("roomId", &MessageRequest::roomId)};
    }
};

struct EditRequest
{
    MessageId messageId;
    QString content;
    std::optional<ChatId> roomId;

    static constexpr auto fields()
    {
        return std::tuple{json::field("messageId", &EditRequest::messageId),
                          json::field("content", &EditRequest::content, api::messageText),
                          json::field("roomId", &EditRequest::roomId)};
    }
};

/// An excerpt as a page may show it: what was found stands in <mark>, all else is text.
QString marked(const QString &highlight)
{
    return highlight.toHtmlEscaped()
        .replace(QChar(2), QLatin1String("<mark>"))
        .replace(QChar(3), QLatin1String("</mark>"));
}

QByteArray span(const api::StatsSpan &times)
{
    return Shape().with("medianMs", times.medianMs).with("p95Ms", times.p95Ms).done();
}

QByteArray statistics(const api::StatsRow &row, QByteArrayView key)
{
    Shape shape;
    if (!key.isEmpty())
        shape.with(key, row.key).with("name", row.name);
    return shape.with("total", row.started)
        .with("claimed", row.claimed)
        .with("closed", row.ended)
        .with("messages", row.messages)
        .json("waitingTime", span(row.waiting))
        .json("firstResponseTime", span(row.firstResponse))
        .json("duration", span(row.duration))
        .done();
}

} // namespace

void RoomsMessages::bind(RestEndpoint &rest)
{
    rest.add("GET", "/api/chat/rooms/{roomId}/search", [this](const Call &call) { search(call); });
    rest.add("GET", "/api/chat/unread-count", [this](const Call &call) { countUnread(call); });
    rest.add("GET", "/api/admin/chat-stats", [this](const Call &call) { reportStatistics(call); });
}

QList<ChatId> RoomsMessages::roomsOf(const EventCall &call, const std::optional<ChatId> &named) const
{
    if (named)
        return {*named};
    QList<ChatId> joined;
    const QByteArray prefix = m_rooms.chatRoom({});
    if (!call.socket())
        return joined;
    for (const QByteArray &room : call.socket()->rooms()) {
        if (!room.startsWith(prefix))
            continue;
        if (const auto id = ChatId::fromString(QString::fromLatin1(room.sliced(prefix.size()))))
            joined.append(*id);
    }
    return joined;
}

template <class Change>
void RoomsMessages::change(const EventCall &call, const MessageId &message, const std::optional<ChatId> &room,
                           Change make)
{
    const auto work = [rooms = roomsOf(call, room), message, make](Request &request) -> Result<api::Message> {
        for (const ChatId &each : rooms) {
            const auto found = messageOf(request, each, message);
            if (!found)
                return found.error();
            if (*found)
                return make(request, **found);
        }
        return ErrorCode::MessageNotFound;
    };
    m_gate.perform<api::Message>(
        api::Effect::Write, call.caller(), work, [this, call](const Result<api::Message> &changed, const Outbox &) {
            changed ? call.answer(rooms::message(*changed, m_gate.aliases())) : call.refuse(changed.error());
        });
}

void RoomsMessages::edit(const EventCall &call)
{
    const auto wanted = call.read<EditRequest>();
    if (!wanted)
        return call.refuse(wanted.error());
    change(call, wanted->messageId, wanted->roomId,
           [text = wanted->content](Request &request, const api::Message &message) {
               return within(request, api::MessageEdit{message.chatId, message.seq, text});
           });
}

void RoomsMessages::remove(const EventCall &call)
{
    const auto wanted = call.read<MessageRequest>();
    if (!wanted)
        return call.refuse(wanted.error());
    change(call, wanted->messageId, wanted->roomId, [](Request &request, const api::Message &message) {
        return within(request, api::MessageDelete{message.chatId, message.seq});
    });
}

template <class Receipt>
void RoomsMessages::acknowledge(const EventCall &call)
{
    const auto wanted = call.read<MessageRequest>();
    if (!wanted)
        return call.refuse(wanted.error());
    change(call, wanted->messageId, wanted->roomId,
           [](Request &request, const api::Message &message) -> Result<api::Message> {
               const auto done = within(request, Receipt{message.chatId, message.seq});
               return done ? Result<api::Message>(message) : done.error();
           });
}

void RoomsMessages::setDelivered(const EventCall &call)
{
    acknowledge<api::MessageSetDelivered>(call);
}

void RoomsMessages::setRead(const EventCall &call)
{
    acknowledge<api::MessageSetRead>(call);
}

void RoomsMessages::tellStatus(const api::ReceiptEvent &event,
                               const std::function<void(const QList<Vocabulary::Told> &)> &send) const
{
    struct Come
    {
        api::Chat chat;
        QList<api::Message> messages;
    };
    const auto work = [chat = event.chatId, seq = event.seq](Request &request) -> Result<Come> {
        ChatStore chats(request.transaction);
        const auto found = chats.find(chat);
        const ChatHead *head = chats.head(chat);
        if (!found || !head)
            return ErrorCode::ChatNotFound; // removed in the meantime
        return Come{*found, MessageStore(request.transaction).before(*head, seq + 1, mostTold)};
    };
    m_gate.desk().perform<Come>(
        api::Effect::Read, Caller{}, work, [this, side = event.side, send](const Result<Come> &come, const Outbox &) {
            if (!come)
                return;
            if (m_told.size() > mostRemembered)
                m_told.clear();
            QList<Vocabulary::Told> all;
            const QByteArray chat = come->chat.id.toString().toLatin1();
            for (const api::Message &each : come->messages) {
                const QLatin1String status = rooms::statusOf(each, come->chat);
                qint64 &told = m_told[chat + QByteArray::number(int(side)) + status.data()];
                if (each.senderType == side || each.seq <= told)
                    continue;
                told = each.seq;
                const QByteArray json =
                    Shape().with("messageId", each.id).with("roomId", each.chatId).with("status", status).done();
                all.append({"message-status-updated", json, {}, chat});
            }
            send(all);
        });
}

void RoomsMessages::search(const Call &call)
{
    constexpr int usual = 20;
    constexpr int most = 100;
    const auto id = call->id<ChatId>("roomId", ErrorCode::ChatNotFound);
    if (!id)
        return call->refuse(id.error());
    api::MessageSearch command;
    command.query = call->query("q").trimmed();
    command.chatId = *id;
    command.limit = clampedLimit(call->query("limit"), usual, most);
    if (command.query.isEmpty() || command.query.size() > 200)
        return call->refuse(Error::invalid(QStringLiteral("q"), QStringLiteral("must have 1 to 200 characters")));
    struct Found
    {
        api::Chat chat;
        QList<api::SearchHit> hits;
    };
    const auto work = [command](Request &request) -> Result<Found> {
        const auto chat = within(request, api::ChatGet{*command.chatId});
        if (!chat)
            return chat.error();
        const auto found = within(request, command);
        return found ? Result<Found>({*chat, found->hits}) : found.error();
    };
    m_gate.perform<Found>(
        api::Effect::Read, call->caller(), work, [this, call](const Result<Found> &found, const Outbox &) {
            if (!found)
                return call->refuse(found.error());
            rooms::succeed(call, 200, listOf(found->hits, [&](const api::SearchHit &hit) {
                               return rooms::message(hit.message, m_gate.aliases(),
                                                     rooms::statusOf(hit.message, found->chat), marked(hit.highlight));
                           }));
        });
}

void RoomsMessages::countUnread(const Call &call)
{
    const api::ChatList command{api::ChatScope::Mine, {}, mostRooms};
    m_gate.ask(call->caller(), command, [call](const Result<api::ChatListAnswer> &own) {
        if (!own)
            return call->refuse(own.error());
        qint64 total = 0;
        Shape counts;
        for (const api::Chat &each : own->chats) {
            const qint64 unread = call->caller().isOperator() ? each.operatorUnread : each.visitorUnread;
            counts.with(each.id.toString().toLatin1(), unread);
            total += unread;
        }
        rooms::succeed(call, 200, Shape().with("total", total).json("rooms", counts.done()).done());
    });
}

void RoomsMessages::reportStatistics(const Call &call)
{
    struct Statistics
    {
        api::StatsGetAnswer byAgent;
        api::StatsGetAnswer byDay;
        qint64 waiting = 0;
        qint64 active = 0;
    };
    const auto from = Timestamp::fromString(call->query("from"));
    const auto to = Timestamp::fromString(call->query("to"));
    const auto work = [from, to](Request &request) -> Result<Statistics> {
        const Timestamp end = to.value_or(Timestamp{request.now.ms + 1});
        const Timestamp start = from.value_or(Timestamp{end.ms - usualSpanMs});
        const auto byAgent = within(request, api::StatsGet{start, end, api::StatsBy::Operator});
        if (!byAgent)
            return byAgent.error();
        const auto byDay = within(request, api::StatsGet{start, end, api::StatsBy::Day});
        if (!byDay)
            return byDay.error();
        const auto open = openChats(request);
        if (!open)
            return open.error();
        const auto waiting = std::count_if(
            open->begin(), open->end(), [](const api::Chat &each) { return each.status == api::ChatStatus::Waiting; });
        return Statistics{*byAgent, *byDay, qint64(waiting), qint64(open->size() - waiting)};
    };
    m_gate.perform<
        Statistics>(api::Effect::Read, call->caller(), work, [call](const Result<Statistics> &found, const Outbox &) {
        if (!found)
            return call->refuse(found.error());
        const auto rows = [](const QList<api::StatsRow> &all, QByteArrayView key) {
            return listOf(all, [key](const api::StatsRow &row) { return statistics(row, key); });
        };
        const api::StatsRow &total = found->byDay.total;
        const QByteArray byStatus =
            Shape().with("waiting", found->waiting).with("active", found->active).with("closed", total.ended).done();
        rooms::succeed(call, 200,
                       Shape()
                           .with("total", total.started)
                           .json("byStatus", byStatus)
                           .json("waitingTime", span(total.waiting))
                           .json("firstResponseTime", span(total.firstResponse))
                           .json("duration", span(total.duration))
                           .json("byAgent", rows(found->byAgent.rows, "agentId"))
                           .json("byDay", rows(found->byDay.rows, "day"))
                           .done());
    });
}

} // namespace deskbell::server::dialects
