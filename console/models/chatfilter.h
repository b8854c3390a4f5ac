#pragma once

#include "shared/api/entities.h"

#include <QList>
#include <QStringMatcher>

namespace deskbell::console {

/// What a person narrows a list to: words that a chat has in what is known of it, and what it has to be.
struct ChatFilter
{
    QString text{};
    std::optional<DepartmentId> department{};
    std::optional<OperatorId> holder{};
    std::optional<QString> tag{};
    std::optional<api::ChatPriority> priority{};

    /// Whether it asks for something beside words.
    bool hasCriteria() const { return department || holder || tag || priority; }
    bool operator==(const ChatFilter &) const = default;
};

/// A filter, made ready to be held against many chats.
class ChatMatcher
{
public:
    explicit ChatMatcher(const ChatFilter &filter = {});

    const ChatFilter &filter() const { return m_filter; }
    /// Whether it lets everything through.
    bool isEmpty() const { return m_words.isEmpty() && !m_filter.hasCriteria(); }
    /// Runs of ASCII that a chat has to have: see SeenChats::hasLetters().
    const QList<QByteArray> &letters() const { return m_letters; }
    /// Whether a chat that has them needs nothing else.
    bool isLettersAlone() const { return m_lettersAlone && !m_filter.hasCriteria(); }
    /// Whether the chat is what it has to be, and has all the words: in the visitor's name or address, its subject, its
    /// tags or its last message.
    bool matches(const api::Chat &chat) const { return meetsCriteria(chat) && hasWords(chat); }
    bool meetsCriteria(const api::Chat &chat) const;
    /// Whether every chat that this one lets through got through `other` as well.
    bool narrows(const ChatMatcher &other) const;

private:
    bool hasWords(const api::Chat &chat) const;

    ChatFilter m_filter;
    QList<QStringMatcher> m_words;
    QList<QByteArray> m_letters;
    bool m_lettersAlone = true;
};

} // namespace deskbell::console
