#include "tests/gui/scriptedadmin.h"

#include <QDateTime>

#include <array>

namespace deskbell::console {

namespace {

QString uuid(const char *end)
{
    return QStringLiteral("0190f1d2-0000-7000-8000-0000000000") + QLatin1String(end);
}

/// The same figures each time, and no two days alike.
double wave(int n)
{
    return double((qint64(n) * 7'919 + 104'729) % 997) / 997;
}

api::StatsSpan span(qint64 count, double medianS, double p95S)
{
    return {count, qint64(medianS * 1'000), qint64(p95S * 1'000)};
}

api::StatsRow row(const QString &key, const QString &name, int chats, int n)
{
    api::StatsRow row;
    row.key = key;
    row.name = name;
    row.started = chats;
    row.claimed = chats - chats / 16;
    row.ended = chats - chats / 20;
    row.messages = qint64(chats) * 9 + n % 41;
    if (chats == 0)
        return row;
    row.waiting = span(row.claimed, 22 + 30 * wave(n), 80 + 120 * wave(n + 1));
    row.firstResponse = span(row.claimed, 38 + 45 * wave(n + 2), 130 + 160 * wave(n + 3));
    row.duration = span(row.ended, 420 + 300 * wave(n + 4), 1'500 + 1'400 * wave(n + 5));
    return row;
}

} // namespace

ScriptedAdmin::ScriptedAdmin(Workspace &workspace, Timestamp now) : m_workspace(workspace), m_now(now)
{
}

void ScriptedAdmin::promote()
{
    api::Operator self = m_workspace.self();
    self.role = api::OperatorRole::Admin;
    self.capacity = 4;
    m_workspace.setSelf(self);
    QList<api::Operator> all = m_workspace.office().everybody();
    for (int i = 0; i < all.size(); ++i) {
        const QString first = all.at(i).name.section(QLatin1Char(' '), 0, 0).toLower();
        all[i].email = first + QStringLiteral("@brightroom.example");
        all[i].capacity = 3 + i % 3;
        if (all.at(i).id == self.id)
            all[i] = self;
    }
    api::Operator left;
    left.id = OperatorId::fromTrusted(uuid("f6"));
    left.name = QStringLiteral("Sofia Brandt");
    left.email = QStringLiteral("sofia@brightroom.example");
    left.disabled = true;
    m_workspace.office().setOperators(all << left);
    m_workspace.office().setSettings(settings());
}

api::DeskSettings ScriptedAdmin::settings()
{
    api::DeskSettings settings;
    settings.deskName = QStringLiteral("Brightroom");
    settings.greeting = QStringLiteral("Hello! Ask us anything about your order, a booking or a lamp.");
    settings.awayMessage = QStringLiteral("We are back at nine. Leave your question, and we answer by email.");
    settings.retentionDays = 365;
    settings.timeZone = QStringLiteral("Europe/Berlin");
    for (int day = 1; day <= 5; ++day) {
        settings.hours.append({day, QStringLiteral("09:00"), QStringLiteral("12:30")});
        settings.hours.append(
            {day, QStringLiteral("13:30"), day == 4 ? QStringLiteral("20:00") : QStringLiteral("18:00")});
    }
    settings.hours.append({6, QStringLiteral("10:00"), QStringLiteral("16:00")});
    settings.holidays = {{QStringLiteral("2026-01-01"), QStringLiteral("New Year's Day"), {}, {}},
                         {QStringLiteral("2026-04-03"), QStringLiteral("Good Friday"), {}, {}},
                         {QStringLiteral("2026-05-01"), QStringLiteral("Labour Day"), {}, {}},
                         {QStringLiteral("2026-12-24"), QStringLiteral("Christmas Eve"), QStringLiteral("09:00"),
                          QStringLiteral("12:00")},
                         {QStringLiteral("2026-12-25"), QStringLiteral("Christmas Day"), {}, {}}};
    settings.tags = {QStringLiteral("delivery"), QStringLiteral("returns"), QStringLiteral("invoice"),
                     QStringLiteral("showroom"), QStringLiteral("trade"),   QStringLiteral("spam")};
    settings.routing = api::DeskRouting{};
    settings.routing->escalateAfterS = 120;
    settings.look.title = QStringLiteral("Brightroom");
    settings.look.subtitle = QStringLiteral("We answer within a few minutes");
    using api::FieldKind;
    settings.form = {
        {QStringLiteral("name"), FieldKind::Name, {}, false, {}},
        {QStringLiteral("email"), FieldKind::Email, {}, true, {}},
        {QStringLiteral("choice"),
         FieldKind::Choice,
         QStringLiteral("What is it about?"),
         true,
         {QStringLiteral("An order"), QStringLiteral("A visit to the showroom"), QStringLiteral("An invoice"),
          QStringLiteral("Something else")}},
        {QStringLiteral("question"), FieldKind::Question, {}, true, {}},
        {QStringLiteral("consent"), FieldKind::Consent, QStringLiteral("I have read the privacy notice."), true, {}}};
    return settings;
}

api::AuditListAnswer ScriptedAdmin::audit() const
{
    struct Line
    {
        double daysAgo;
        api::ActorType type;
        const char *who;
        const char *action;
        const char *detail;
    };
    using api::ActorType;
    const std::array lines{
        Line{0.01, ActorType::Operator, "Anna Lindqvist", "settings.updated", "hours, timeZone"},
        Line{0.02, ActorType::Operator, "Anna Lindqvist", "operator.signedIn", "from 192.0.2.14"},
        Line{0.09, ActorType::Operator, "Bruno Costa", "message.edited", "Tom Okafor, message 2"},
        Line{0.2, ActorType::Operator, "Bruno Costa", "operator.signedIn", "from 192.0.2.31"},
        Line{0.9, ActorType::Operator, "Anna Lindqvist", "canned.updated", "returns"},
        Line{1.1, ActorType::Operator, "Anna Lindqvist", "operator.disabled", "sofia@brightroom.example"},
        Line{1.3, ActorType::ApiKey, "Web shop", "visitor.updated", "Maria Keller"},
        Line{2.0, ActorType::Operator, "Yara Haddad", "visitor.blocked", "Visitor 77C1"},
        Line{3.2, ActorType::Operator, "Anna Lindqvist", "apikey.created", "Web shop"},
        Line{3.3, ActorType::Operator, "Anna Lindqvist", "webhook.created", "crm.brightroom.example"},
        Line{6.4, ActorType::CommandLine, "", "operator.passwordChanged", "leo@brightroom.example"},
        Line{9.0, ActorType::Desk, "", "visitor.erased", "after 365 days"},
        Line{12.0, ActorType::Operator, "Anna Lindqvist", "operator.created", "yara@brightroom.example"},
    };
    api::AuditListAnswer answer;
    qint64 number = 4'211;
    for (const Line &each : lines) {
        api::AuditEntry entry;
        entry.number = number--;
        entry.at = daysAgo(each.daysAgo);
        entry.actorType = each.type;
        entry.actorName = QString::fromUtf8(each.who);
        entry.action = QLatin1String(each.action);
        entry.detail = QString::fromUtf8(each.detail);
        answer.entries.append(entry);
    }
    return answer;
}

api::StatsGetAnswer ScriptedAdmin::stats(const api::StatsGet &wanted) const
{
    api::StatsGetAnswer answer;
    int all = 0;
    if (wanted.by == api::StatsBy::Day) {
        const QDate from = QDateTime::fromMSecsSinceEpoch(wanted.from.ms, Qt::UTC).date();
        const QDate to = QDateTime::fromMSecsSinceEpoch(wanted.to.ms, Qt::UTC).date();
        for (QDate day = from; day < to; day = day.addDays(1)) {
            const int n = int(day.toJulianDay());
            const int chats = day.dayOfWeek() == 7 ? 0
                : day.dayOfWeek() == 6             ? 18 + int(12 * wave(n))
                                                   : 42 + int(30 * wave(n));
            all += chats;
            answer.rows.append(row(day.toString(Qt::ISODate), day.toString(Qt::ISODate), chats, n));
        }
    } else if (wanted.by == api::StatsBy::Operator) {
        int n = 1;
        for (const api::Operator &each : m_workspace.office().operators()) {
            all += 90 + 60 * n;
            answer.rows.append(row(each.id.toString(), each.name, 90 + 60 * n, n));
            n = (n * 3 + 2) % 7;
        }
    } else {
        answer.rows = {row(uuid("d1"), QStringLiteral("Billing"), 214, 4), row({}, {}, 688, 2),
                       row(uuid("d2"), QStringLiteral("Showroom"), 356, 9)};
        all = 1'258;
    }
    answer.total = row({}, {}, all, 11);
    return answer;
}

template <class Command>
Result<typename Command::Answer> ScriptedAdmin::reply(const Command &command) const
{
    const Office &office = m_workspace.office();
    if (refusal)
        return *refusal;
    if constexpr (std::is_same_v<Command, api::OperatorList>)
        return api::OperatorListAnswer{office.everybody()};
    else if constexpr (std::is_same_v<Command, api::DepartmentList>)
        return api::DepartmentListAnswer{office.departments()};
    else if constexpr (std::is_same_v<Command, api::CannedList>)
        return api::CannedListAnswer{office.cannedReplies(), {}};
    else if constexpr (std::is_same_v<Command, api::SettingsGet>)
        return settings();
    else if constexpr (std::is_same_v<Command, api::ApiKeyList>)
        return api::ApiKeyListAnswer{
            {{ApiKeyId::fromTrusted(uuid("e1")),
              QStringLiteral("Web shop"),
              api::OperatorRole::Operator,
              daysAgo(3.2),
              {}},
             {ApiKeyId::fromTrusted(uuid("e2")), QStringLiteral("Backup"), api::OperatorRole::Admin, daysAgo(80), {}},
             {ApiKeyId::fromTrusted(uuid("e3")), QStringLiteral("Old shop"), api::OperatorRole::Operator, daysAgo(300),
              daysAgo(41)}}};
    else if constexpr (std::is_same_v<Command, api::ApiKeyCreate>)
        return api::ApiKeyCreateAnswer{{ApiKeyId::fromTrusted(uuid("e4")), command.name, command.role, m_now, {}},
                                       QStringLiteral("dbk_7mQz2vXr9LkT4cWnB8yHs3GdJ6pFa5Ue")};
    else if constexpr (std::is_same_v<Command, api::WebhookList>)
        return api::WebhookListAnswer{
            {{WebhookId::fromTrusted(uuid("c1")),
              QStringLiteral("https://crm.brightroom.example/hooks/deskbell"),
              {QStringLiteral("chat.started"), QStringLiteral("chat.ended"), QStringLiteral("chat.rated")},
              daysAgo(3.3)},
             {WebhookId::fromTrusted(uuid("c2")),
              QStringLiteral("https://archive.brightroom.example/in"),
              {},
              daysAgo(90)}}};
    else if constexpr (std::is_same_v<Command, api::AuditList>)
        return audit();
    else if constexpr (std::is_same_v<Command, api::StatsGet>)
        return stats(command);
    else
        return ErrorCode::Busy;
}

void ScriptedAdmin::answer(const AdminAsk &ask) const
{
    if (!silent)
        std::visit([this](const auto &each) { each.done(reply(each.command)); }, ask);
}

} // namespace deskbell::console
