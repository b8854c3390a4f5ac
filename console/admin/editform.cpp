#include "console/admin/editform.h"

#include "console/admin/checklist.h"
#include "console/admin/cursorplace.h"
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

void EditForm::add(const QString &field, const QString &caption, QWidget *control, std::function<QVariant()> read,
                   std::function<void(const QVariant &)> write)
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
    const bool whole = control->maximumWidth() == QWIDGETSIZE_MAX; // of the form's width
    column->addWidget(control, 0, whole ? Qt::Alignment() : Qt::AlignLeft);
    auto *problem = new QLabel(row);
    problem->setObjectName(objectName(field, "Problem"));
    problem->setTextFormat(Qt::PlainText);
    problem->setWordWrap(true);
    problem->setProperty("tone", QStringLiteral("danger"));
    problem->hide();
    column->addWidget(problem);
    addWide(row);
    m_fields.append({field, row, control, problem, std::move(read), std::move(write)});
}

void EditForm::setElementMark(const QString &field, std::function<void(int element, const QString &problem)> mark)
{
    if (Field *found = find(field))
        found->markElement = std::move(mark);
}

QLineEdit *EditForm::addText(const QString &field, const QString &caption)
{
    auto *edit = new QLineEdit(this);
    edit->setObjectName(objectName(field, "Edit"));
    add(
        field, caption, edit, [edit] { return QVariant(edit->text()); },
        [edit](const QVariant &value) { edit->setText(value.toString()); });
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
    add(
        field, caption, edit, [edit] { return QVariant(edit->toPlainText()); },
        [edit](const QVariant &value) { edit->setPlainText(value.toString()); });
    connect(edit, &QPlainTextEdit::textChanged, this, &EditForm::takeChange);
    return edit;
}

QSpinBox *EditForm::addNumber(const QString &field, const QString &caption, int least, int most)
{
    auto *box = new QSpinBox(this);
    box->setObjectName(objectName(field, "SpinBox"));
    box->setRange(least, most);
    add(
        field, caption, box, [box] { return QVariant(box->value()); },
        [box](const QVariant &value) { box->setValue(value.toInt()); });
    connect(box, &QSpinBox::valueChanged, this, &EditForm::takeChange);
    return box;
}

QComboBox *EditForm::addChoice(const QString &field, const QString &caption, const QStringList &choices)
{
    auto *box = new QComboBox(this);
    box->setObjectName(objectName(field, "ComboBox"));
    box->addItems(choices);
    add(
        field, caption, box, [box] { return QVariant(box->currentIndex()); },
        [box](const QVariant &value) { box->setCurrentIndex(value.toInt()); });
    connect(box, &QComboBox::currentIndexChanged, this, &EditForm::takeChange);
    return box;
}

QCheckBox *EditForm::addCheck(const QString &field, const QString &text)
{
    auto *check = new QCheckBox(text, this);
    check->setObjectName(objectName(field, "CheckBox"));
    add(
        field, {}, check, [check] { return QVariant(check->isChecked()); },
        [check](const QVariant &value) { check->setChecked(value.toBool()); });
    connect(check, &QCheckBox::toggled, this, &EditForm::takeChange);
    return check;
}

CheckList *EditForm::addCheckList(const QString &field, const QString &caption, const QString &emptyText)
{
    auto *list = new CheckList(m_theme, emptyText, this);
    list->setObjectName(objectName(field, "ListView"));
    add(
        field, caption, list, [list] { return QVariant(list->checked()); },
        [list](const QVariant &value) { list->setChecked(value.toStringList()); });
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

/// An element of a list stands in the list's field, a part of something larger in a field of its own.
bool EditForm::showAt(const FieldError &error)
{
    const QString first = error.field.section(QLatin1Char('.'), 0, 0);
    const QString rest = error.field.section(QLatin1Char('.'), 1);
    Field *whole = find(first);
    Field *field = whole ? whole : find(rest);
    if (!field || field->row->isHidden())
        return false;
    bool isElement = false;
    const int element = rest.section(QLatin1Char('.'), 0, 0).toInt(&isElement);
    if (!field->markElement || !isElement) {
        mark(*field, fieldProblem(error));
        return true;
    }
    field->markElement(element, fieldProblem(error));
    field->hasWrongElement = true;
    return true;
}

/// Whether somebody has gone on while it was being saved.
bool EditForm::isTypedOn() const
{
    return std::any_of(m_fields.begin(), m_fields.end(), [](const Field &each) { return each.read() != each.sent; });
}

void EditForm::focusProblem()
{
    for (const Field &each : std::as_const(m_fields)) {
        if (each.problem->text().isEmpty() && !each.hasWrongElement)
            continue;
        each.control->setFocus(Qt::OtherFocusReason);
        return;
    }
}

QString EditForm::showError(const Error &error)
{
    clearProblems();
    QStringList rest;
    for (const FieldError &each : error.errors) {
        if (!showAt(each))
            rest.append(fieldProblem(each));
    }
    if (!isTypedOn()) // else the next letter would land in another field
        focusProblem();
    for (Field &each : m_fields)
        each.sent = each.saved;
    return error.errors.isEmpty() ? error.message : rest.join(QLatin1Char(' '));
}

void EditForm::showProblem(const QString &field, const QString &text)
{
    showError(Error::invalid(field, text));
}

void EditForm::clearProblems()
{
    for (Field &each : m_fields) {
        mark(each, {});
        if (std::exchange(each.hasWrongElement, false))
            each.markElement(-1, {});
    }
}

bool EditForm::isDirty() const
{
    return std::any_of(m_fields.begin(), m_fields.end(), [](const Field &each) { return each.read() != each.saved; });
}

void EditForm::settle()
{
    for (Field &each : m_fields)
        each.sent = each.saved = each.read();
    clearProblems();
    Q_EMIT changed();
}

void EditForm::beginSaving()
{
    for (Field &each : m_fields)
        each.sent = each.read();
}

void EditForm::finishSaving(const std::function<void()> &fill)
{
    QList<QVariant> typed; // nothing where nobody has gone on
    for (const Field &each : std::as_const(m_fields)) {
        const QVariant now = each.read();
        typed.append(now == each.sent ? QVariant() : now);
    }
    const CursorPlace cursor(*this);
    fill();
    settle();
    for (qsizetype i = 0; i < m_fields.size(); ++i) {
        QWidget *control = m_fields[i].control;
        if (typed[i].isValid() && control->isEnabled() && !control->property("readOnly").toBool())
            m_fields[i].write(typed[i]);
    }
    cursor.restore();
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
