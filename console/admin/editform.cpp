#include "console/admin/editform.h"

#include "console/admin/checklist.h"
#include "console/admin/fieldproblem.h"
#include "console/theme/theme.h"

#include <QCheckBox>
#include <QComboBox>
#include <QLabel>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QSpinBox>
#include <QStyle>
#include <QVBoxLayout>

namespace deskbell::console {

EditForm::EditForm(const Theme &theme, QString name, QWidget *parent)
    : QWidget(parent), m_theme(theme), m_name(std::move(name)), m_column(new QVBoxLayout(this))
{
    setObjectName(m_name + QStringLiteral("Form"));
    m_column->setContentsMargins(0, 0, 0, 0);
    m_column->setSpacing(space::m);
    m_column->addStretch();
}

QString EditForm::objectName(const QString &field, const char *kind) const
{
    return m_name + field.left(1).toUpper() + field.mid(1) + QLatin1String(kind);
}

void EditForm::addWide(QWidget *widget)
{
    m_column->insertWidget(m_column->count() - 1, widget);
}

void EditForm::add(const QString &field, const QString &caption, QWidget *control, std::function<QVariant()> read)
{
    auto *row = new QWidget(this);
    auto *column = new QVBoxLayout(row);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(space::xs);
    if (!caption.isEmpty()) {
        auto *label = new QLabel(caption, row);
        label->setFont(m_theme.font(FontSize::List, Weight::SemiBold));
        label->setBuddy(control);
        column->addWidget(label);
        if (control->accessibleName().isEmpty())
            control->setAccessibleName(caption);
    }
    column->addWidget(control);
    auto *problem = new QLabel(row);
    problem->setObjectName(objectName(field, "Problem"));
    problem->setTextFormat(Qt::PlainText);
    problem->setWordWrap(true);
    problem->setProperty("tone", QStringLiteral("danger"));
    problem->hide();
    column->addWidget(problem);
    addWide(row);
    m_fields.append({field, row, control, problem, std::move(read), {}});
}

QLineEdit *EditForm::addText(const QString &field, const QString &caption)
{
    auto *edit = new QLineEdit(this);
    edit->setObjectName(objectName(field, "Edit"));
    add(field, caption, edit, [edit] { return QVariant(edit->text()); });
    connect(edit, &QLineEdit::textChanged, this, &EditForm::takeChange);
    connect(edit, &QLineEdit::returnPressed, this, &EditForm::submitted);
    return edit;
}

QLineEdit *EditForm::addSecret(const QString &field, const QString &caption)
{
    QLineEdit *edit = addText(field, caption);
    edit->setEchoMode(QLineEdit::Password);
    edit->setInputMethodHints(Qt::ImhSensitiveData | Qt::ImhNoPredictiveText);
    return edit;
}

QPlainTextEdit *EditForm::addLongText(const QString &field, const QString &caption, int lines)
{
    auto *edit = new QPlainTextEdit(this);
    edit->setObjectName(objectName(field, "Edit"));
    edit->setProperty("framed", true);
    edit->setTabChangesFocus(true);
    edit->setFixedHeight(lines * edit->fontMetrics().lineSpacing() + 2 * space::l);
    add(field, caption, edit, [edit] { return QVariant(edit->toPlainText()); });
    connect(edit, &QPlainTextEdit::textChanged, this, &EditForm::takeChange);
    return edit;
}

QSpinBox *EditForm::addNumber(const QString &field, const QString &caption, int least, int most)
{
    auto *box = new QSpinBox(this);
    box->setObjectName(objectName(field, "SpinBox"));
    box->setRange(least, most);
    add(field, caption, box, [box] { return QVariant(box->value()); });
    connect(box, &QSpinBox::valueChanged, this, &EditForm::takeChange);
    return box;
}

QComboBox *EditForm::addChoice(const QString &field, const QString &caption, const QStringList &choices)
{
    auto *box = new QComboBox(this);
    box->setObjectName(objectName(field, "ComboBox"));
    box->addItems(choices);
    add(field, caption, box, [box] { return QVariant(box->currentIndex()); });
    connect(box, &QComboBox::currentIndexChanged, this, &EditForm::takeChange);
    return box;
}

QCheckBox *EditForm::addCheck(const QString &field, const QString &text)
{
    auto *check = new QCheckBox(text, this);
    check->setObjectName(objectName(field, "CheckBox"));
    add(field, {}, check, [check] { return QVariant(check->isChecked()); });
    connect(check, &QCheckBox::toggled, this, &EditForm::takeChange);
    return check;
}

CheckList *EditForm::addCheckList(const QString &field, const QString &caption, const QString &emptyText)
{
    auto *list = new CheckList(m_theme, emptyText, this);
    list->setObjectName(objectName(field, "ListView"));
    add(field, caption, list, [list] { return QVariant(list->checked()); });
    connect(list, &CheckList::changed, this, &EditForm::takeChange);
    return list;
}

QLabel *EditForm::addHint(const QString &text)
{
    auto *hint = new QLabel(text, this);
    hint->setTextFormat(Qt::PlainText);
    hint->setWordWrap(true);
    hint->setProperty("tone", QStringLiteral("hint"));
    addWide(hint);
    return hint;
}

void EditForm::addHeading(const QString &text)
{
    auto *heading = new QLabel(text, this);
    heading->setFont(m_theme.font(FontSize::Reading, Weight::SemiBold));
    heading->setContentsMargins(0, space::s, 0, 0);
    addWide(heading);
}

EditForm::Field *EditForm::find(const QString &name)
{
    const auto found =
        std::find_if(m_fields.begin(), m_fields.end(), [&](const Field &each) { return each.name == name; });
    return found == m_fields.end() ? nullptr : &*found;
}

void EditForm::setFieldVisible(const QString &field, bool visible)
{
    if (Field *found = find(field))
        found->row->setVisible(visible);
}

/// A problem is seen, and heard when one comes to the control.
void EditForm::mark(Field &field, const QString &problem)
{
    field.problem->setText(problem);
    field.problem->setVisible(!problem.isEmpty());
    field.control->setAccessibleDescription(problem);
    if (field.control->property("wrong").toBool() == !problem.isEmpty())
        return;
    field.control->setProperty("wrong", !problem.isEmpty());
    field.control->style()->unpolish(field.control);
    field.control->style()->polish(field.control);
}

QString EditForm::showError(const Error &error)
{
    clearProblems();
    QStringList rest;
    for (const FieldError &each : error.errors) {
        Field *field = find(each.field.section(QLatin1Char('.'), 0, 0)); // a list's element stands in the list
        if (!field || field->row->isHidden()) {
            rest.append(fieldProblem(each));
            continue;
        }
        mark(*field, fieldProblem(each));
    }
    for (const Field &each : std::as_const(m_fields)) {
        if (each.problem->text().isEmpty())
            continue;
        each.control->setFocus(Qt::OtherFocusReason);
        break;
    }
    return error.errors.isEmpty() ? error.message : rest.join(QLatin1Char(' '));
}

void EditForm::showProblem(const QString &field, const QString &text)
{
    clearProblems();
    if (Field *found = find(field)) {
        mark(*found, text);
        found->control->setFocus(Qt::OtherFocusReason);
    }
}

void EditForm::clearProblems()
{
    for (Field &each : m_fields)
        mark(each, {});
}

bool EditForm::isDirty() const
{
    return std::any_of(m_fields.begin(), m_fields.end(), [](const Field &each) { return each.read() != each.saved; });
}

void EditForm::settle()
{
    for (Field &each : m_fields)
        each.saved = each.read();
    clearProblems();
    Q_EMIT changed();
}

void EditForm::takeChange()
{
    Q_EMIT changed();
}

void EditForm::focusFirst()
{
    for (const Field &each : std::as_const(m_fields)) {
        if (!each.row->isVisibleTo(this) || !each.control->isEnabled() || each.control->focusPolicy() == Qt::NoFocus)
            continue;
        each.control->setFocus(Qt::OtherFocusReason);
        return;
    }
}

} // namespace deskbell::console
