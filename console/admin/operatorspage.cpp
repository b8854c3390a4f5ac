#include "console/admin/operatorspage.h"

#include "console/admin/checklist.h"
#include "console/admin/editform.h"
#include "console/admin/recordpanel.h"
#include "console/dialogs/questions.h"
#include "console/models/wording.h"
#include "console/state/workspace.h"

#include <QComboBox>
#include <QLineEdit>
#include <QPushButton>
#include <QSpinBox>

namespace deskbell::console {

namespace {

Presence presenceOf(const api::Operator &who)
{
    if (who.disabled || who.status == api::OperatorStatus::Offline)
        return Presence::Offline;
    return who.status == api::OperatorStatus::Busy ? Presence::Busy : Presence::Online;
}

const char email[] = "email";
const char password[] = "password";
const char oldPassword[] = "oldPassword";

} // namespace

OperatorsPage::OperatorsPage(const AdminContext &context, QWidget *parent)
    : RecordsPage(context,
                  {QStringLiteral("operators"), QStringLiteral("person"), tr("Operators"),
                   tr("Who answers here, what they may do and how many chats they take at once.")},
                  {tr("Add operator"), tr("New operator"), tr("Nobody here yet"),
                   tr("Add the colleagues who answer your visitors.")},
                  parent)
{
    addFields();
    m_disable = panel().addAction(named("DisableButton"), tr("Shut out …"));
    m_enable = panel().addAction(named("EnableButton"), tr("Let in again"));
    connect(m_disable, &QPushButton::clicked, this, &OperatorsPage::askToDisable);
    connect(m_enable, &QPushButton::clicked, this, [this] { setDisabled(OperatorId::fromTrusted(openId()), false); });
    connect(&context.workspace.office(), &Office::changed, this, &OperatorsPage::refresh);
    refresh();
}

void OperatorsPage::addFields()
{
    EditForm &form = panel().form();
    m_name = form.addText(QStringLiteral("name"), tr("Name"));
    m_email = form.addText(QLatin1String(email), tr("Email address"));
    m_role = form.addChoice(QStringLiteral("role"), tr("Role"),
                            {tr("Operator: answers chats"), tr("Admin: answers, and sets up the desk")});
    m_capacity = form.addNumber(QStringLiteral("capacity"), tr("Chats at once"), 1, 1'000);
    m_departments = form.addCheckList(QStringLiteral("departments"), tr("Departments"), tr("There are none yet."));
    m_oldPassword = form.addSecret(QLatin1String(oldPassword), tr("Your present password"));
    m_password = form.addSecret(QLatin1String(password), tr("Password"));
    m_password->setPlaceholderText(tr("Leave empty to keep the one there is"));
}

void OperatorsPage::load()
{
    askToShow(api::OperatorList{}, [this](const api::OperatorListAnswer &answer) {
        context().workspace.office().setOperators(answer.operators);
        refresh();
    });
    ask(api::DepartmentList{}, [this](const Result<api::DepartmentListAnswer> &answer) {
        if (answer)
            context().workspace.office().setDepartments(answer->departments);
    });
}

const QList<api::Operator> &OperatorsPage::records() const
{
    return context().workspace.office().everybody();
}

AdminRow OperatorsPage::row(const api::Operator &account) const
{
    const QString note = account.disabled          ? tr("shut out")
        : account.role == api::OperatorRole::Admin ? tr("admin")
                                                   : QString();
    return {account.id.toString(), oneLine(account.name), account.email, note, {},
            presenceOf(account),   account.disabled};
}

QStringList OperatorsPage::departmentsOf(const OperatorId &id) const
{
    QStringList ids;
    for (const api::Department &each : context().workspace.office().departments()) {
        if (each.operatorIds.contains(id))
            ids.append(each.id.toString());
    }
    return ids;
}

QByteArray OperatorsPage::content(const QString &id) const
{
    const api::Operator *found = find(id);
    if (!found)
        return {};
    api::Operator who = *found;
    who.status = api::OperatorStatus::Offline; // the form does not show it
    return json::encode(who) + departmentsOf(who.id).join(QLatin1Char(' ')).toLatin1();
}

void OperatorsPage::fillWith(const api::Operator *found)
{
    const api::Operator who = found ? *found : api::Operator();
    QList<std::pair<QString, QString>> departments;
    for (const api::Department &each : context().workspace.office().departments())
        departments.append({each.id.toString(), oneLine(each.name)});
    m_departments->setChoices(departments);
    m_departments->setChecked(departmentsOf(who.id));
    m_name->setText(who.name);
    m_email->setText(who.email);
    m_email->setReadOnly(found);
    m_role->setCurrentIndex(int(who.role));
    m_capacity->setValue(who.capacity);
    m_password->clear();
    m_oldPassword->clear();
    const bool self = found && who.id == context().workspace.self().id;
    panel().form().setFieldVisible(QLatin1String(oldPassword), self);
    m_password->setPlaceholderText(found ? tr("Leave empty to keep the one there is") : tr("At least 8 characters"));
    m_disable->setVisible(found && !who.disabled && !self);
    m_enable->setVisible(found && who.disabled);
    panel().setSaveText(found ? tr("Save") : tr("Add"));
}

void OperatorsPage::save(const QString &id)
{
    const Rest rest{m_password->text(), m_oldPassword->text(), m_departments->checked()};
    if (const api::Operator *found = find(id))
        update(*found, rest);
    else
        create(rest);
}

void OperatorsPage::create(const Rest &rest)
{
    const api::OperatorCreate wanted{m_email->text().trimmed(), m_name->text().trimmed(),
                                     api::OperatorRole(m_role->currentIndex()), m_capacity->value(), rest.password};
    ask(wanted, [this, rest](const Result<api::Operator> &answer) {
        if (!answer)
            return takeRefused(answer.error(),
                               answer.error().code == ErrorCode::OperatorExists ? QLatin1String(email)
                                                                                : QLatin1String());
        QList<api::Operator> all = context().workspace.office().everybody();
        all.removeIf([&](const api::Operator &each) { return each.id == answer->id; });
        context().workspace.office().setOperators(all << *answer);
        saveDepartments(answer->id, rest);
    });
}

void OperatorsPage::update(const api::Operator &before, const Rest &rest)
{
    api::OperatorUpdate wanted;
    wanted.operatorId = before.id;
    if (m_name->text().trimmed() != before.name)
        wanted.name = m_name->text().trimmed();
    if (const auto role = api::OperatorRole(m_role->currentIndex()); role != before.role)
        wanted.role = role;
    if (m_capacity->value() != before.capacity)
        wanted.capacity = m_capacity->value();
    if (!wanted.name && !wanted.role && !wanted.capacity)
        return savePassword(before.id, rest);
    ask(wanted, [this, rest](const Result<api::Operator> &answer) {
        if (!answer)
            return takeRefused(answer.error(),
                               answer.error().code == ErrorCode::LastAdmin ? QStringLiteral("role") : QString());
        context().workspace.office().takeEvent(api::OperatorUpdated{*answer});
        savePassword(answer->id, rest);
    });
}

void OperatorsPage::savePassword(const OperatorId &id, const Rest &rest)
{
    if (rest.password.isEmpty())
        return saveDepartments(id, rest);
    api::OperatorSetPassword wanted{id, rest.password, {}};
    if (!rest.oldPassword.isEmpty())
        wanted.oldPassword = rest.oldPassword;
    ask(wanted, [this, id, rest](const Result<Nothing> &answer) {
        if (answer)
            return saveDepartments(id, rest);
        const bool wrong = answer.error().code == ErrorCode::InvalidCredentials;
        takeRefused(wrong ? Error(ErrorCode::InvalidCredentials, tr("This is not your password.")) : answer.error(),
                    wrong ? QLatin1String(oldPassword) : QLatin1String());
    });
}

/// One department after the other, until the operator is where they are to be.
void OperatorsPage::saveDepartments(const OperatorId &id, const Rest &rest)
{
    for (const api::Department &each : context().workspace.office().departments()) {
        const bool belongs = rest.departments.contains(each.id.toString());
        if (each.operatorIds.contains(id) == belongs)
            continue;
        QList<OperatorId> members = each.operatorIds;
        if (belongs)
            members.append(id);
        else
            members.removeAll(id);
        ask(api::DepartmentUpdate{each.id, std::nullopt, members},
            [this, id, rest](const Result<api::Department> &answer) {
                if (!answer)
                    return takeRefused(answer.error(), QStringLiteral("departments"));
                context().workspace.office().takeEvent(api::DepartmentUpdated{{*answer}});
                saveDepartments(id, rest);
            });
        return;
    }
    takeSaved(id.toString());
}

void OperatorsPage::askToDisable()
{
    const OperatorId id = OperatorId::fromTrusted(openId());
    const api::Operator *who = find(openId());
    if (!who)
        return;
    context().questions.askConfirmation(this,
                                        {QStringLiteral("disable"), tr("Shut %1 out?").arg(oneLine(who->name)),
                                         tr("They are signed out everywhere and cannot sign in any more. Their chats "
                                            "go back to the queue. You can let them in again at any time."),
                                         tr("Shut out"), tr("Cancel")},
                                        [this, id] { setDisabled(id, true); });
}

void OperatorsPage::setDisabled(const OperatorId &id, bool disabled)
{
    panel().setBusy(true);
    ask(api::OperatorDisable{id, disabled}, [this](const Result<api::Operator> &answer) {
        if (!answer)
            return takeRefused(answer.error());
        context().workspace.office().takeEvent(api::OperatorUpdated{*answer});
        takeSaved(answer->id.toString());
    });
}

} // namespace deskbell::console
