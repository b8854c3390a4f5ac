#pragma once

#include <QHash>
#include <QString>

#include <compare>
#include <optional>

namespace deskbell {

/// A fresh UUIDv7 (RFC 9562) in lower-case text: sorted by time, and not to be guessed.
QString generateUuid();
/// Whether the text is a UUID in its canonical lower-case form of 36 characters.
bool isUuid(QStringView text);

/// The id of one kind of thing, a UUID in text form. Ids of different kinds do not mix.
template <class Tag>
class Id
{
public:
    Id() = default;
    static Id generate() { return Id(generateUuid()); }
    static std::optional<Id> fromString(QStringView text)
    {
        if (!isUuid(text))
            return std::nullopt;
        return Id(text.toString());
    }
    /// For text that was an id when it was stored.
    static Id fromTrusted(QString text) { return Id(std::move(text)); }

    const QString &toString() const { return m_text; }
    bool isNull() const { return m_text.isEmpty(); }
    bool operator==(const Id &) const = default;
    bool operator<(const Id &other) const { return m_text < other.m_text; }

private:
    explicit Id(QString text) : m_text(std::move(text)) { }
    QString m_text; // empty or a canonical UUID
};

template <class Tag>
size_t qHash(const Id<Tag> &id, size_t seed = 0)
{
    return qHash(id.toString(), seed);
}

using ChatId = Id<struct ChatTag>;
using MessageId = Id<struct MessageTag>;
using VisitorId = Id<struct VisitorTag>;
using OperatorId = Id<struct OperatorTag>;
using SessionId = Id<struct SessionTag>;
using CannedId = Id<struct CannedTag>;
using ApiKeyId = Id<struct ApiKeyTag>;
using DepartmentId = Id<struct DepartmentTag>;
using NoteId = Id<struct NoteTag>;
using AddressId = Id<struct AddressTag>;
using WebhookId = Id<struct WebhookTag>;
using AttachmentId = Id<struct AttachmentTag>;

} // namespace deskbell
