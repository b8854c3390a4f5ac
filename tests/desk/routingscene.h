#pragma once

#include "tests/support/testdesk.h"

#include <functional>

namespace deskbell::tests {

inline constexpr int offerTimeoutS = 30;
inline constexpr int vanishTimeoutS = 60;
inline constexpr int abandonTimeoutS = 3'600;

using Strategy = api::RoutingStrategy;

/// What the desk does with a chat when somebody is free.
enum class Asking { No, Yes };

inline api::DeskRouting policyOf(Strategy strategy, Asking asking)
{
    api::DeskRouting policy;
    policy.strategy = strategy;
    policy.offerTimeoutS = asking == Asking::Yes ? offerTimeoutS : 0;
    policy.vanishTimeoutS = vanishTimeoutS;
    policy.abandonTimeoutS = abandonTimeoutS;
    return policy;
}

/// A desk with two operators and an admin, none of them connected yet.
class RoutingScene
{
public:
    RoutingScene(TestDatabase::Kind kind, Strategy strategy, Asking asking = Asking::No)
        : desk(kind, server::RateLimits::Switch::Off, policyOf(strategy, asking))
    {
    }

    TestDesk desk;
    const server::Caller anna = desk.newOperator(QStringLiteral("Anna"));
    const server::Caller ben = desk.newOperator(QStringLiteral("Ben"));
    const server::Caller admin = desk.newOperator(QStringLiteral("Admin"), api::OperatorRole::Admin);

    void come(const QList<server::Caller> &all)
    {
        for (const server::Caller &each : all)
            desk.connect(each);
    }
    /// As an admin sets it while the desk is open.
    bool set(const std::function<void(api::DeskRouting &)> &change)
    {
        api::SettingsUpdate update;
        update.routing = desk.call(admin, api::SettingsGet{})->routing;
        change(*update.routing);
        return desk.call(admin, update).ok();
    }
    ChatId start(const std::optional<DepartmentId> &department = {})
    {
        api::ChatStart command;
        command.departmentId = department;
        const auto answer = desk.call(desk.visitor(), command);
        return answer->chat.id;
    }
    api::Chat chat(const ChatId &id) { return *desk.call(admin, api::ChatGet{id}); }
    /// Where the chat is, as one word: a name, `queue` or `ended`; with a question mark when it is only offered.
    QByteArray place(const ChatId &id)
    {
        const api::Chat now = chat(id);
        if (now.offer)
            return nameOf(now.offer->operatorId.value_or(OperatorId())) + '?';
        if (now.status == api::ChatStatus::Active)
            return nameOf(*now.operatorId);
        return now.status == api::ChatStatus::Waiting ? "queue" : "ended";
    }
    /// Where as many new chats are once all have started.
    QByteArrayList placesOf(int count)
    {
        QList<ChatId> chats;
        for (int i = 0; i < count; ++i)
            chats.append(start());
        QByteArrayList places;
        for (const ChatId &each : std::as_const(chats))
            places.append(place(each));
        return places;
    }
    DepartmentId department(const QString &name, const QList<OperatorId> &members)
    {
        return desk.call(admin, api::DepartmentCreate{name, members})->id;
    }

private:
    QByteArray nameOf(const OperatorId &id) const
    {
        if (id == anna.operatorId)
            return "anna";
        return id == ben.operatorId ? "ben" : "somebody";
    }
};

} // namespace deskbell::tests
