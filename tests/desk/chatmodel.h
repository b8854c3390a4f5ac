#pragma once

#include <QByteArray>

#include <array>
#include <optional>
#include <ostream>
#include <vector>

namespace deskbell::tests {

/// Something that somebody does, or that happens.
struct Step
{
    int action = 0; ///< Index in `actions`.
    int chat = 0; ///< Each visitor has one; a start after the end is a new chat.
    int who = 0; ///< An operator.
    int to = 0; ///< Another, or the same.

    /// What makes offers, and lets time pass over them, more often than what ends a chat.
    static constexpr std::array actions{"start",  "start",  "claim",    "claim",    "claim",    "release",
                                        "assign", "assign", "transfer", "transfer", "transfer", "transfer",
                                        "accept", "accept", "decline",  "decline",  "end",      "visitor ends",
                                        "pass",   "pass",   "pass",     "leave",    "come"};
    QByteArray name() const { return actions[size_t(action)]; }
};

inline std::ostream &operator<<(std::ostream &stream, const Step &step)
{
    return stream << step.name().toStdString() << " chat " << step.chat << " by " << step.who << " to " << step.to;
}

/// The life of some chats as simply as it can be said: who holds which, and to whom it is offered. Nothing is routed.
class ChatModel
{
public:
    static constexpr int chats = 3;
    static constexpr int operators = 3; ///< The last one is the admin.
    static constexpr int admin = operators - 1;
    static constexpr int capacity = 2;
    static constexpr int stepS = 20; ///< What a `pass` takes.
    static constexpr int transferTimeoutS = 40;
    static constexpr int vanishTimeoutS = 60;

    /// What is answered to whoever takes it.
    QByteArray take(const Step &step);
    /// The state of a chat, in words.
    QByteArray state(int chat) const;

private:
    enum class Status { None, Waiting, Active, Ended };
    struct Offer
    {
        int to;
        int until;
    };
    struct Chat
    {
        Status status = Status::None;
        std::optional<int> holder{};
        int heldSince = 0;
        std::optional<Offer> offer{};
    };

    QByteArray takeOpen(const Step &step, Chat &chat);
    QByteArray transfer(const Step &step, Chat &chat) const;
    QByteArray assign(const Step &step, Chat &chat) const;
    QByteArray decline(const Step &step, Chat &chat) const;
    void pass();
    void leave(int who);
    void give(Chat &chat, int to) const { chat = {Status::Active, to, m_now, {}}; }
    static void release(Chat &chat) { chat = {Status::Waiting}; }
    static bool mayHandOver(const Step &step, const Chat &chat) { return step.who == admin || chat.holder == step.who; }

    int m_now = 0; // seconds
    std::array<Chat, chats> m_chats{};
    std::array<std::optional<int>, operators> m_goneSince{};
};

} // namespace deskbell::tests
