#include "tests/desk/chatmodel.h"

#include <algorithm>

namespace deskbell::tests {

QByteArray ChatModel::state(int index) const
{
    const Chat &chat = m_chats[size_t(index)];
    QByteArray text = std::array{"none", "waiting", "active", "ended"}[size_t(chat.status)];
    if (chat.holder)
        text += ", held by " + QByteArray::number(*chat.holder);
    if (chat.offer)
        text += ", offered to " + QByteArray::number(chat.offer->to) + " for "
            + QByteArray::number(chat.offer->until - m_now);
    return text;
}

QByteArray ChatModel::take(const Step &step)
{
    Chat &chat = m_chats[size_t(step.chat)];
    const QByteArray name = step.name();
    if (name == "pass")
        pass();
    else if (name == "leave")
        leave(step.who);
    else if (name == "come")
        m_goneSince[size_t(step.who)].reset();
    else if (name == "start" && (chat.status == Status::None || chat.status == Status::Ended))
        release(chat);
    else if (name != "start")
        return chat.status == Status::None ? "chat_not_found" : takeOpen(step, chat);
    return "ok";
}

QByteArray ChatModel::takeOpen(const Step &step, Chat &chat)
{
    const QByteArray name = step.name();
    if (name == "end" && !mayHandOver(step, chat))
        return "forbidden";
    if (name == "end" || name == "visitor ends") {
        chat.status = Status::Ended;
        chat.offer.reset();
        return "ok";
    }
    if (chat.status == Status::Ended)
        return "chat_ended";
    if (name == "claim") {
        if (chat.status == Status::Active)
            return chat.holder == step.who ? "ok" : "chat_already_claimed";
        give(chat, step.who);
        return "ok";
    }
    if (name == "accept") {
        if (!chat.offer)
            return chat.holder == step.who ? "ok" : "no_offer";
        if (chat.offer->to != step.who)
            return "forbidden";
        give(chat, step.who);
        return "ok";
    }
    if (name == "decline")
        return decline(step, chat);
    if (!mayHandOver(step, chat))
        return "forbidden";
    if (name == "release") {
        release(chat);
        return "ok";
    }
    return name == "assign" ? assign(step, chat) : transfer(step, chat);
}

QByteArray ChatModel::assign(const Step &step, Chat &chat) const
{
    if (chat.holder == step.to)
        return "ok";
    const auto held = std::count_if(m_chats.begin(), m_chats.end(), [&](const Chat &each) {
        return each.status == Status::Active && each.holder == step.to;
    });
    if (step.who != admin && held >= capacity)
        return "capacity_reached";
    give(chat, step.to);
    return "ok";
}

QByteArray ChatModel::transfer(const Step &step, Chat &chat) const
{
    if (chat.status != Status::Active)
        return "chat_not_active";
    if (chat.holder == step.to)
        return "invalid_request";
    chat.offer = Offer{step.to, m_now + transferTimeoutS};
    return "ok";
}

QByteArray ChatModel::decline(const Step &step, Chat &chat) const
{
    if (!chat.offer)
        return "no_offer";
    if (chat.offer->to == step.who)
        release(chat);
    else if (mayHandOver(step, chat))
        chat.offer.reset();
    else
        return "forbidden";
    return "ok";
}

void ChatModel::pass()
{
    m_now += stepS;
    for (Chat &chat : m_chats) {
        if (chat.status != Status::Active)
            continue;
        const auto gone = m_goneSince[size_t(*chat.holder)];
        const bool isLeftBehind = gone && *gone <= m_now - vanishTimeoutS && chat.heldSince <= *gone;
        if (isLeftBehind || (chat.offer && chat.offer->until <= m_now))
            release(chat);
    }
}

void ChatModel::leave(int who)
{
    auto &gone = m_goneSince[size_t(who)];
    if (gone)
        return;
    gone = m_now;
    for (Chat &chat : m_chats) {
        if (chat.offer && chat.offer->to == who)
            release(chat);
    }
}

} // namespace deskbell::tests
