#include "server/desk/statshandler.h"

#include "server/store/statsstore.h"

#include <algorithm>
#include <cmath>
#include <map>

namespace deskbell::server {

namespace {

constexpr qint64 longestMs = 366LL * 24 * 3'600'000;

/// Spans of time on their way to a median.
class Spans
{
public:
    void add(Timestamp from, const std::optional<Timestamp> &to)
    {
        if (to)
            m_spans.push_back(std::max<qint64>(0, to->ms - from.ms));
    }
    api::StatsSpan summary()
    {
        std::sort(m_spans.begin(), m_spans.end());
        return {qint64(m_spans.size()), at(0.5), at(0.95)};
    }

private:
    /// The smallest that as large a part is not above (the nearest rank).
    qint64 at(double part) const
    {
        if (m_spans.empty())
            return 0;
        return m_spans[size_t(std::max(1.0, std::ceil(part * double(m_spans.size())))) - 1];
    }

    std::vector<qint64> m_spans;
};

class Tally
{
public:
    void add(const ChatTimes &chat)
    {
        ++m_row.started;
        m_row.claimed += chat.claimedAt ? 1 : 0;
        m_row.ended += chat.endedAt ? 1 : 0;
        m_row.messages += chat.messages;
        m_waiting.add(chat.createdAt, chat.claimedAt);
        m_firstResponse.add(chat.createdAt, chat.firstResponseAt);
        if (chat.claimedAt)
            m_duration.add(*chat.claimedAt, chat.endedAt);
    }
    api::StatsRow row(const QString &key, const QString &name)
    {
        m_row.key = key;
        m_row.name = name;
        m_row.waiting = m_waiting.summary();
        m_row.firstResponse = m_firstResponse.summary();
        m_row.duration = m_duration.summary();
        return m_row;
    }

private:
    api::StatsRow m_row;
    Spans m_waiting;
    Spans m_firstResponse;
    Spans m_duration;
};

/// What a chat is counted under: sorted by name, told apart by key.
using Group = std::pair<QString, QString>;

Group groupOf(const ChatTimes &chat, api::StatsBy by)
{
    if (by == api::StatsBy::Operator)
        return {chat.operatorName.value_or(QString()), chat.operatorId ? chat.operatorId->toString() : QString()};
    if (by == api::StatsBy::Department)
        return {chat.departmentName.value_or(QString()), chat.departmentId ? chat.departmentId->toString() : QString()};
    const QString day = chat.createdAt.toString().left(10);
    return {day, day};
}

} // namespace

Result<api::StatsGetAnswer> StatsHandler::handle(const api::StatsGet &command)
{
    if (command.to.ms <= command.from.ms)
        return Error::invalid(QStringLiteral("to"), QStringLiteral("must be later than from"));
    if (command.to.ms - command.from.ms > longestMs)
        return Error::invalid(QStringLiteral("to"), QStringLiteral("must be within a year of from"));
    Tally total;
    std::map<Group, Tally> groups;
    StatsStore(m_request.transaction).forEachChat(command.from, command.to, [&](const ChatTimes &chat) {
        total.add(chat);
        groups[groupOf(chat, command.by)].add(chat);
    });
    api::StatsGetAnswer answer;
    answer.total = total.row(QString(), QString());
    for (auto &[group, tally] : groups)
        answer.rows.append(tally.row(group.second, group.first));
    return answer;
}

} // namespace deskbell::server
