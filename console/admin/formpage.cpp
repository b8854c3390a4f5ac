#include "console/admin/formpage.h"

#include "console/admin/editform.h"
#include "console/admin/recordpanel.h"
#include "console/dialogs/questions.h"
#include "console/models/wording.h"
#include "console/state/workspace.h"

#include <QCheckBox>
#include <QComboBox>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QPushButton>

namespace deskbell::console {

namespace {

QStringList kindTexts()
{
    return {FormPage::tr("Name"),     FormPage::tr("Email address"), FormPage::tr("Department"),
            FormPage::tr("Question"), FormPage::tr("Consent"),       FormPage::tr("Text"),
            FormPage::tr("Choice"),   FormPage::tr("Address")};
}

bool hasOwnWords(api::FieldKind kind)
{
    return kind == api::FieldKind::Text || kind == api::FieldKind::Choice || kind == api::FieldKind::Consent;
}

} // namespace

FormPage::FormPage(const AdminContext &context, QWidget *parent)
    : RecordPage(context,
                 {QStringLiteral("form"), QStringLiteral("form"), tr("Form before a chat"),
                  tr("What visitors are asked before they write. The question itself is always among it.")},
                 {tr("Add field"), tr("New field"), tr("Nothing is asked"), tr("A name helps to say hello.")}, parent),
      m_kind(panel().form().addChoice(QStringLiteral("kind"), tr("Asks for"), kindTexts())),
      m_label(panel().form().addText(QStringLiteral("form"), tr("Words"))),
      m_choices(panel().form().addLongText(QStringLiteral("choices"), tr("Choices, one in a line"), 4)),
      m_required(panel().form().addCheck(QStringLiteral("required"), tr("An answer is needed"))),
      m_up(panel().addAction(named("UpButton"), tr("Up"))), m_down(panel().addAction(named("DownButton"), tr("Down"))),
      m_remove(panel().addAction(named("RemoveButton"), tr("Remove …")))
{
    m_up->setProperty("kind", QStringLiteral("quiet"));
    m_down->setProperty("kind", QStringLiteral("quiet"));
    connect(m_kind, &QComboBox::currentIndexChanged, this, &FormPage::settleKind);
    connect(&panel().form(), &EditForm::changed, this, &FormPage::settle); // only what is saved can be moved
    connect(m_up, &QPushButton::clicked, this, [this] { move(-1); });
    connect(m_down, &QPushButton::clicked, this, [this] { move(1); });
    connect(m_remove, &QPushButton::clicked, this, &FormPage::askToRemove);
    connect(&context.workspace.office(), &Office::changed, this, &FormPage::refresh);
    refresh();
}

void FormPage::load()
{
    askToShow(api::SettingsGet{}, [this](const api::DeskSettings &settings) {
        context().workspace.office().setSettings(settings);
        refresh();
    });
}

QList<api::FormField> FormPage::fields() const
{
    const auto &settings = context().workspace.office().settings();
    return settings ? settings->form : QList<api::FormField>();
}

QList<AdminRow> FormPage::rows() const
{
    QList<AdminRow> rows;
    const QList<api::FormField> all = fields();
    for (const api::FormField &each : all) {
        const QString kind = kindTexts().at(int(each.kind));
        rows.append({each.id, oneLine(each.label.value_or(kind)), each.label ? kind : QString(),
                     each.required ? tr("needed") : QString(), QStringLiteral("form")});
    }
    return rows;
}

QByteArray FormPage::content(const QString &id) const
{
    const QList<api::FormField> all = fields();
    for (const api::FormField &each : all) {
        if (each.id == id)
            return json::encode(each);
    }
    return {};
}

void FormPage::fill(const QString &id)
{
    const QList<api::FormField> all = fields();
    const auto found = std::find_if(all.begin(), all.end(), [&](const api::FormField &each) { return each.id == id; });
    const bool known = found != all.end();
    const api::FormField field = known ? *found : api::FormField();
    m_kind->setCurrentIndex(int(field.kind));
    m_label->setText(field.label.value_or(QString()));
    m_choices->setPlainText(QStringList(field.choices).join(QLatin1Char('\n')));
    m_required->setChecked(field.required);
    for (QPushButton *each : {m_up, m_down, m_remove})
        each->setVisible(known);
    settleKind();
    panel().setSaveText(known ? tr("Save") : tr("Add"));
}

void FormPage::settleKind()
{
    const auto kind = api::FieldKind(m_kind->currentIndex());
    panel().form().setFieldVisible(QStringLiteral("choices"), kind == api::FieldKind::Choice);
    m_label->setPlaceholderText(hasOwnWords(kind) ? QString() : tr("The widget has words of its own"));
}

api::FormField FormPage::typed(const QString &id) const
{
    api::FormField field;
    field.kind = api::FieldKind(m_kind->currentIndex());
    field.id = id;
    if (id.isEmpty()) { // there is a name to each kind; of the others there may be several
        const auto names = enumNames(field.kind);
        field.id = QString::fromLatin1(names.at(size_t(field.kind)).second.data(),
                                       qsizetype(names.at(size_t(field.kind)).second.size()));
        for (int number = 2; !content(field.id).isEmpty(); ++number)
            field.id = field.id.section(QLatin1Char('-'), 0, 0) + QLatin1Char('-') + QString::number(number);
    }
    if (const QString label = m_label->text().trimmed(); !label.isEmpty())
        field.label = label;
    field.required = m_required->isChecked();
    if (field.kind == api::FieldKind::Choice) {
        const QStringList lines = m_choices->toPlainText().split(QLatin1Char('\n'), Qt::SkipEmptyParts);
        for (const QString &each : lines)
            field.choices.append(each.trimmed());
    }
    return field;
}

void FormPage::save(const QString &id)
{
    const api::FormField field = typed(id);
    QList<api::FormField> all = fields();
    if (id.isEmpty()) {
        all.append(field);
    } else {
        for (api::FormField &each : all) {
            if (each.id == id)
                each = field;
        }
    }
    put(all, field.id);
}

/// The form is saved as a whole; what is wrong with another field is said here too.
void FormPage::put(const QList<api::FormField> &fields, const QString &open)
{
    api::SettingsUpdate update;
    update.form = fields;
    panel().setBusy(true);
    ask(update, [this, open](const Result<api::DeskSettings> &answer) {
        if (!answer)
            return takeRefused(atItsField(answer.error()));
        context().workspace.office().setSettings(*answer);
        takeSaved(open);
    });
}

/// The server speaks of the whole field; in words of a choice it means its choices.
Error FormPage::atItsField(Error error) const
{
    const bool choice = api::FieldKind(m_kind->currentIndex()) == api::FieldKind::Choice;
    for (FieldError &each : error.errors) {
        if (choice && each.message.contains(QLatin1String("choices")))
            each.field = QStringLiteral("choices");
    }
    return error;
}

void FormPage::move(int by)
{
    const QList<api::FormField> all = fields();
    const auto found =
        std::find_if(all.begin(), all.end(), [this](const api::FormField &each) { return each.id == openId(); });
    const int from = int(found - all.begin());
    const int to = from + by;
    if (found == all.end() || to < 0 || to >= all.size())
        return;
    QList<api::FormField> moved;
    for (int row = 0; row < all.size(); ++row)
        moved.append(all.at(row == from ? to : row == to ? from : row));
    put(moved, openId());
}

void FormPage::askToRemove()
{
    QList<api::FormField> all = fields();
    const QString id = openId();
    all.removeIf([&](const api::FormField &each) { return each.id == id; });
    context().questions.askConfirmation(this,
                                        {QStringLiteral("removeField"), tr("Remove this field from the form?"),
                                         tr("What visitors have answered so far stays in their chats."), tr("Remove"),
                                         tr("Cancel")},
                                        [this, all] {
                                            api::SettingsUpdate update;
                                            update.form = all;
                                            ask(update, [this](const Result<api::DeskSettings> &answer) {
                                                if (!answer)
                                                    return takeRefused(answer.error());
                                                context().workspace.office().setSettings(*answer);
                                                takeRemoved();
                                            });
                                        });
}

void FormPage::settle()
{
    RecordPage::settle();
    const QList<AdminRow> all = rows();
    const bool saved = isOnline() && !isDirty();
    m_up->setEnabled(saved && !all.isEmpty() && all.first().id != openId());
    m_down->setEnabled(saved && !all.isEmpty() && all.last().id != openId());
}

} // namespace deskbell::console
