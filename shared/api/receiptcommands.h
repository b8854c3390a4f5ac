#pragma once

#include "shared/api/entities.h"
#include "shared/api/operation.h"
#include "shared/api/texts.h"

/// What clients say about messages that have reached them.
namespace deskbell::api {

/// All messages up to `seq` have reached a device of the caller's side. A smaller number than before changes nothing.
struct MessageSetDelivered
{
    using Answer = Nothing;
    static constexpr Operation operation{"message.delivered",  Method::Put,   "/chats/{chatId}/delivered",
                                         Access::Participants, Effect::Write, "Say up to where messages have arrived"};
    ChatId chatId;
    qint64 seq = 0;

    static constexpr auto fields()
    {
        using namespace json;
        return std::tuple{field("chatId", &MessageSetDelivered::chatId),
                          field("seq", &MessageSetDelivered::seq, seqRange)};
    }
    bool operator==(const MessageSetDelivered &) const = default;
};

/// The caller's side has read all messages up to `seq`, which are therefore delivered too.
struct MessageSetRead
{
    using Answer = Nothing;
    static constexpr Operation operation{"message.read",       Method::Put,   "/chats/{chatId}/read",
                                         Access::Participants, Effect::Write, "Say up to where one has read"};
    ChatId chatId;
    qint64 seq = 0;

    static constexpr auto fields()
    {
        using namespace json;
        return std::tuple{field("chatId", &MessageSetRead::chatId), field("seq", &MessageSetRead::seq, seqRange)};
    }
    bool operator==(const MessageSetRead &) const = default;
};

} // namespace deskbell::api
