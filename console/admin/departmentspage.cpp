#include "console/admin/departmentspage.h"

#include "console/admin/checklist.h"
#include "console/admin/editform.h"
#include "console/admin/recordpanel.h"
#include "console/dialogs/questions.h"
#include "console/models/wording.h"
#include "console/state/workspace.h"

#include <QLineEdit>
#include <QPushButton>

namespace deskbell::console {

namespace {

constexpr int namesShown = 3;

} // namespace

DepartmentsPage::DepartmentsPage(const AdminContext &context, QWidget *parent)
    : RecordsPage(context,
                  {QStringLiteral("departments"), QStringLiteral("mine"), tr("Departments"),
                   tr("Parts of the desk. The chats of a department go to its operators alone.")},
                  {tr("Add department"), tr("New department"), tr("One desk for everything"),
                   tr("Departments divide it: sales, support, billing.")},
                  parent),
      m_name(panel().form().addText(QStringLiteral("name"), tr("Name"))),
      m_members(panel().form().addCheckList(QStringLiteral("operatorIds"), tr("Operators"), tr("There is nobody."))),
      m_delete(panel().addAction(named("DeleteButton"), tr("Delete …")))
{
    panel().form().addHint(tr("Visitors can choose a department where the widget's form asks for one."));
    connect(m_delete, &QPushButton::clicked, this, &DepartmentsPage::askToDelete);
    connect(&context.workspace.office(), &Office::changed, this, &DepartmentsPage::refresh);
    refresh();
}

void DepartmentsPage::load()
{
    askToShow(api::DepartmentList{}, [this](const api::DepartmentListAnswer &answer) {
        context().workspace.office().setDepartments(answer.departments);
        refresh();
    });
}

const QList<api::Department> &DepartmentsPage::records() const
{
    return context().workspace.office().departments();
}

AdminRow DepartmentsPage::row(const api::Department &department) const
{
    QStringList names;
    for (const OperatorId &member : department.operatorIds) {
        if (const QString name = context().workspace.office().operatorName(member); !name.isEmpty())
            names.append(oneLine(name));
    }
    const int others = int(names.size()) - namesShown;
    QString line = QStringList(names.mid(0, namesShown)).join(QStringLiteral(", "));
    if (others > 0)
        line = tr("%1 and %n other(s)", nullptr, others).arg(line);
    else if (names.isEmpty())
        line = tr("Nobody yet: its chats wait");
    return {department.id.toString(), oneLine(department.name), line, {}, QStringLiteral("mine")};
}

void DepartmentsPage::fillWith(const api::Department *found)
{
    QList<std::pair<QString, QString>> people;
    for (const api::Operator &each : context().workspace.office().operators())
        people.append({each.id.toString(), oneLine(each.name)});
    QStringList members;
    if (found) {
        for (const OperatorId &each : found->operatorIds)
            members.append(each.toString());
    }
    m_members->setChoices(people);
    m_members->setChecked(members);
    m_name->setText(found ? found->name : QString());
    m_delete->setVisible(found);
    panel().setSaveText(found ? tr("Save") : tr("Add"));
}

/// Members who are shut out are not in the list, and stay members.
QList<OperatorId> DepartmentsPage::chosen() const
{
    QList<OperatorId> ids;
    const QStringList checked = m_members->checked();
    for (const QString &each : checked)
        ids.append(OperatorId::fromTrusted(each));
    if (const api::Department *found = find(openId())) {
        for (const OperatorId &each : found->operatorIds) {
            if (context().workspace.office().operatorName(each).isEmpty())
                ids.append(each);
        }
    }
    return ids;
}

void DepartmentsPage::save(const QString &id)
{
    const auto done = [this](const Result<api::Department> &answer) { finish(answer); };
    if (id.isEmpty())
        ask(api::DepartmentCreate{m_name->text().trimmed(), chosen()}, done);
    else
        ask(api::DepartmentUpdate{DepartmentId::fromTrusted(id), m_name->text().trimmed(), chosen()}, done);
}

void DepartmentsPage::finish(const Result<api::Department> &answer)
{
    if (!answer)
        return takeRefused(answer.error(),
                           answer.error().code == ErrorCode::DepartmentExists ? QStringLiteral("name") : QString());
    context().workspace.office().takeEvent(api::DepartmentUpdated{{*answer}});
    takeSaved(answer->id.toString());
}

void DepartmentsPage::askToDelete()
{
    const api::Department *found = find(openId());
    if (!found)
        return;
    const api::Department department = *found;
    context().questions.askConfirmation(
        this,
        {QStringLiteral("deleteDepartment"), tr("Delete the department %1?").arg(oneLine(department.name)),
         tr("Its open chats are then everybody's. This cannot be undone."), tr("Delete"), tr("Cancel")},
        [this, department] {
            ask(api::DepartmentDelete{department.id}, [this, department](const Result<Nothing> &answer) {
                if (!answer)
                    return takeRefused(answer.error());
                context().workspace.office().takeEvent(api::DepartmentDeleted{{department}});
                takeRemoved();
            });
        });
}

} // namespace deskbell::console
