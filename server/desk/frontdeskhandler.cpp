#include "server/desk/frontdeskhandler.h"

#include "server/desk/deskhours.h"
#include "server/desk/settinghandler.h"
#include "server/store/departmentstore.h"
#include "server/store/operatorstore.h"

namespace deskbell::server {

namespace {

constexpr qsizetype mostFaces = 3;
const QString noName = QStringLiteral("Deskbell");

std::optional<QString> unlessEmpty(const QString &text)
{
    return text.isEmpty() ? std::nullopt : std::optional(text);
}

} // namespace

QList<api::DeskPerson> FrontDeskHandler::team()
{
    QList<api::DeskPerson> there;
    for (api::Operator &each : OperatorStore(m_request.transaction).all()) {
        m_request.presence.complete(each);
        if (each.status == api::OperatorStatus::Online && !each.disabled && there.size() < mostFaces)
            there.append({each.id, each.name});
    }
    return there;
}

Result<api::DeskGetAnswer> FrontDeskHandler::handle(const api::DeskGet &)
{
    const api::DeskSettings settings = SettingHandler(m_request).settings();
    const DeskHours hours(settings.hours, settings.timeZone, settings.holidays);
    api::DeskGetAnswer answer;
    if (settings.deskName != noName)
        answer.name = settings.deskName;
    answer.greeting = unlessEmpty(settings.greeting);
    answer.awayMessage = unlessEmpty(settings.awayMessage);
    answer.open = hours.isOpen(m_request.now);
    answer.opensAt = hours.opensAt(m_request.now);
    answer.team = team();
    answer.form = settings.form;
    answer.look = settings.look;
    answer.typingPreview = settings.typingPreview;
    const auto asksForOne = [](const api::FormField &each) { return each.kind == api::FieldKind::Department; };
    if (std::none_of(answer.form.begin(), answer.form.end(), asksForOne))
        return answer;
    answer.departments = DepartmentStore(m_request.transaction).all();
    for (api::Department &each : answer.departments)
        each.operatorIds.clear(); // not for visitors
    if (answer.departments.isEmpty())
        answer.form.removeIf(asksForOne);
    return answer;
}

} // namespace deskbell::server
