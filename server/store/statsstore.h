#pragma once

#include "server/store/transaction.h"

#include <functional>

namespace deskbell::server {

/// When the things happened to a chat that statistics are made of.
struct ChatTimes
{
    Timestamp createdAt;
    std::optional<Timestamp> claimedAt;
    std::optional<Timestamp> endedAt;
    std::optional<Timestamp> firstResponseAt;
    std::optional<OperatorId> operatorId;
    std::optional<QString> operatorName;
    std::optional<DepartmentId> departmentId;
    std::optional<QString> departmentName;
    qint64 messages = 0;

    static constexpr auto fields()
    {
        using json::field;
        return std::tuple{
            field("createdAt", &ChatTimes::createdAt),       field("claimedAt", &ChatTimes::claimedAt),
            field("endedAt", &ChatTimes::endedAt),           field("firstResponseAt", &ChatTimes::firstResponseAt),
            field("operatorId", &ChatTimes::operatorId),     field("operatorName", &ChatTimes::operatorName),
            field("departmentId", &ChatTimes::departmentId), field("departmentName", &ChatTimes::departmentName),
            field("messages", &ChatTimes::messages)};
    }
};

/// Reads what statistics are made of.
class StatsStore
{
public:
    explicit StatsStore(Transaction &transaction) : m_transaction(transaction) { }

    /// Each chat that was started from `from` until before `to`, oldest first.
    void forEachChat(Timestamp from, Timestamp to, const std::function<void(const ChatTimes &)> &visit);

private:
    Transaction &m_transaction;
};

} // namespace deskbell::server
