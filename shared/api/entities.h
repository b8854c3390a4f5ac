#pragma once

#include "shared/api/chatdetails.h"
#include "shared/json/codec.h"

#include <array>

/// The things that the API speaks of, as they are on the wire.
namespace deskbell::api {

enum class ChatStatus { Waiting, Active, Ended };
constexpr auto enumNames(ChatStatus)
{
    return std::array{std::pair{ChatStatus::Waiting, std::string_view("waiting")},
                      std::pair{ChatStatus::Active, std::string_view("active")},
                      std::pair{ChatStatus::Ended, std::string_view("ended")}};
}

enum class SenderType { Visitor, Operator, System };
constexpr auto enumNames(SenderType)
{
    return std::array{std::pair{SenderType::Visitor, std::string_view("visitor")},
                      std::pair{SenderType::Operator, std::string_view("operator")},
                      std::pair{SenderType::System, std::string_view("system")}};
}

enum class OperatorRole { Operator, Admin };
constexpr auto enumNames(OperatorRole)
{
    return std::array{std::pair{OperatorRole::Operator, std::string_view("operator")},
                      std::pair{OperatorRole::Admin, std::string_view("admin")}};
}

/// What an operator says of themselves; one without a live connection is shown as offline whatever they said.
enum class OperatorStatus { Online, Busy, Offline };
constexpr auto enumNames(OperatorStatus)
{
    return std::array{std::pair{OperatorStatus::Online, std::string_view("online")},
                      std::pair{OperatorStatus::Busy, std::string_view("busy")},
                      std::pair{OperatorStatus::Offline, std::string_view("offline")}};
}

/// A file that goes with a message. What kind it is was seen in its bytes, whatever its name says.
struct Attachment
{
    AttachmentId id;
    QString name;
    qint64 size = 0; ///< Bytes.
    std::optional<QString> type; ///< Media type; not there until its bytes are.
    std::optional<int> width; ///< Of pictures.
    std::optional<int> height;
    bool thumbnail = false; ///< There is a small picture of it.

    static constexpr auto fields()
    {
        using namespace json;
        return std::tuple{field("id", &Attachment::id),
                          field("name", &Attachment::name),
                          field("size", &Attachment::size),
                          field("type", &Attachment::type),
                          field("width", &Attachment::width),
                          field("height", &Attachment::height),
                          field("thumbnail", &Attachment::thumbnail, onlyWhenSet())};
    }
    bool operator==(const Attachment &) const = default;
};

/// One message of a chat. `seq` counts 1, 2, 3 … in its chat without gaps.
struct Message
{
    MessageId id;
    ChatId chatId;
    qint64 seq = 0;
    QString senderId; ///< A VisitorId or OperatorId, by `senderType`.
    SenderType senderType = SenderType::Visitor;
    QString senderName;
    QString text; ///< 1 to 4,000 code points; may be empty where there are attachments.
    std::optional<QString> clientId; ///< The sender's own id for it, unique per chat and sender.
    Timestamp createdAt;
    QList<Attachment> attachments{}; ///< At most 10.
    bool duplicate = false; ///< In the answer to a resend: this is the first result.
    std::optional<Timestamp> editedAt{};
    std::optional<Timestamp> deletedAt{}; ///< Its text is gone then.
    qint64 change = 0; ///< The number of its last edit or deletion, which count 1, 2, 3 … in their chat. 0: neither.
    std::optional<qint64> replyToSeq{}; ///< The message of the same chat that it answers.

    static constexpr auto fields()
    {
        using namespace json;
        return std::tuple{field("id", &Message::id),
                          field("chatId", &Message::chatId),
                          field("seq", &Message::seq),
                          field("senderId", &Message::senderId),
                          field("senderType", &Message::senderType),
                          field("senderName", &Message::senderName),
                          field("text", &Message::text),
                          field("clientId", &Message::clientId),
                          field("createdAt", &Message::createdAt),
                          field("attachments", &Message::attachments, onlyWhenSet()),
                          field("duplicate", &Message::duplicate, onlyWhenSet()),
                          field("editedAt", &Message::editedAt),
                          field("deletedAt", &Message::deletedAt),
                          field("change", &Message::change, onlyWhenSet()),
                          field("replyToSeq", &Message::replyToSeq)};
    }
    bool operator==(const Message &) const = default;
};

/// A conversation between one visitor and the desk: waiting → active → ended, and never back.
struct Chat
{
    ChatId id;
    ChatStatus status = ChatStatus::Waiting;
    VisitorId visitorId;
    QString visitorName;
    std::optional<QString> visitorEmail;
    bool visitorOnline = false;
    std::optional<OperatorId> operatorId; ///< Set while active, and kept after the end.
    std::optional<QString> operatorName;
    std::optional<QString> page; ///< Where the visitor was when the chat began.
    qint64 version = 0; ///< Grows with every change of the chat itself; claims compare and set it.
    qint64 lastSeq = 0; ///< The number of its last message; 0 while there is none.
    std::optional<Message> lastMessage;
    Timestamp createdAt;
    std::optional<Timestamp> claimedAt;
    std::optional<Timestamp> endedAt;
    std::optional<QString> endReason;
    std::optional<DepartmentId> departmentId; ///< Whose operators it is routed to.
    std::optional<QString> subject;
    ChatPriority priority = ChatPriority::Normal; ///< For operators alone, as are tags and offer.
    QList<QString> tags; ///< In the order of the alphabet.
    std::optional<ChatRating> rating;
    std::optional<ChatOffer> offer; ///< While somebody is to accept it.
    qint64 lastChange = 0; ///< The number of the last edit or deletion of a message.
    qint64 visitorReadSeq = 0; ///< Up to where each side has read, and what has reached a device of theirs.
    qint64 visitorDeliveredSeq = 0;
    qint64 operatorReadSeq = 0;
    qint64 operatorDeliveredSeq = 0;
    qint64 visitorUnread = 0; ///< Messages of the operators behind visitorReadSeq; 100 stands for more, too.
    qint64 operatorUnread = 0; ///< Messages of the visitor behind operatorReadSeq.

    static constexpr auto fields()
    {
        using namespace json;
        return std::tuple{field("id", &Chat::id),
                          field("status", &Chat::status),
                          field("visitorId", &Chat::visitorId),
                          field("visitorName", &Chat::visitorName),
                          field("visitorEmail", &Chat::visitorEmail),
                          field("visitorOnline", &Chat::visitorOnline, orDefault()),
                          field("operatorId", &Chat::operatorId),
                          field("operatorName", &Chat::operatorName),
                          field("page", &Chat::page),
                          field("version", &Chat::version),
                          field("lastSeq", &Chat::lastSeq),
                          field("lastMessage", &Chat::lastMessage),
                          field("createdAt", &Chat::createdAt),
                          field("claimedAt", &Chat::claimedAt),
                          field("endedAt", &Chat::endedAt),
                          field("endReason", &Chat::endReason),
                          field("departmentId", &Chat::departmentId),
                          field("subject", &Chat::subject),
                          field("priority", &Chat::priority, onlyWhenSet()),
                          field("tags", &Chat::tags, onlyWhenSet()),
                          field("rating", &Chat::rating),
                          field("offer", &Chat::offer),
                          field("lastChange", &Chat::lastChange, onlyWhenSet()),
                          field("visitorReadSeq", &Chat::visitorReadSeq, onlyWhenSet()),
                          field("visitorDeliveredSeq", &Chat::visitorDeliveredSeq, onlyWhenSet()),
                          field("operatorReadSeq", &Chat::operatorReadSeq, onlyWhenSet()),
                          field("operatorDeliveredSeq", &Chat::operatorDeliveredSeq, onlyWhenSet()),
                          field("visitorUnread", &Chat::visitorUnread, onlyWhenSet()),
                          field("operatorUnread", &Chat::operatorUnread, onlyWhenSet())};
    }
    bool operator==(const Chat &) const = default;
};

/// A support person.
struct Operator
{
    OperatorId id;
    QString email;
    QString name;
    OperatorRole role = OperatorRole::Operator;
    OperatorStatus status = OperatorStatus::Offline;
    int capacity = 2; ///< How many chats routing gives them at once.
    bool disabled = false;

    static constexpr auto fields()
    {
        using namespace json;
        return std::tuple{field("id", &Operator::id),
                          field("email", &Operator::email),
                          field("name", &Operator::name),
                          field("role", &Operator::role),
                          field("status", &Operator::status),
                          field("capacity", &Operator::capacity),
                          field("disabled", &Operator::disabled, orDefault())};
    }
    bool operator==(const Operator &) const = default;
};

/// A customer of the site, anonymous until they say who they are.
/// Something that a site knows of a visitor, such as their plan.
struct VisitorAttribute
{
    QString name;
    QString value;

    static constexpr auto fields()
    {
        return std::tuple{json::field("name", &VisitorAttribute::name, json::text(1, 64)),
                          json::field("value", &VisitorAttribute::value, json::text(0, 500))};
    }
    bool operator==(const VisitorAttribute &) const = default;
};

struct Visitor
{
    VisitorId id;
    QString name;
    std::optional<QString> email;
    std::optional<QString> page;
    bool online = false;
    Timestamp createdAt;
    bool blocked = false;
    std::optional<Timestamp> erasedAt; ///< Who they were is gone since then.
    QList<VisitorAttribute> attributes{}; ///< As the site last gave them.
    std::optional<QString> address{}; ///< The postal one, as they last gave it.

    static constexpr auto fields()
    {
        using namespace json;
        return std::tuple{field("id", &Visitor::id),
                          field("name", &Visitor::name),
                          field("email", &Visitor::email),
                          field("page", &Visitor::page),
                          field("online", &Visitor::online, orDefault()),
                          field("createdAt", &Visitor::createdAt),
                          field("blocked", &Visitor::blocked, onlyWhenSet()),
                          field("erasedAt", &Visitor::erasedAt),
                          field("attributes", &Visitor::attributes, onlyWhenSet(list(50))),
                          field("address", &Visitor::address)};
    }
    bool operator==(const Visitor &) const = default;
};

} // namespace deskbell::api
