#include "console/dialogs/endchatdialog.h"

#include "console/models/wording.h"
#include "console/theme/theme.h"

#include <QButtonGroup>
#include <QHBoxLayout>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QRadioButton>
#include <QVBoxLayout>

namespace deskbell::console {

EndChatDialog::EndChatDialog(const Theme &theme, const QString &visitorName, QWidget *parent)
    : QDialog(parent), m_reasons(new QButtonGroup(this))
{
    setObjectName(QStringLiteral("endChatDialog"));
    setWindowTitle(tr("Close chat"));
    auto *title = new QLabel(tr("Close the chat with %1?").arg(visitorName), this);
    title->setTextFormat(Qt::PlainText);
    title->setFont(theme.font(FontSize::Title, Weight::SemiBold));
    title->setWordWrap(true);
    title->setMinimumWidth(420);
    auto *line = new QLabel(tr("It cannot be opened again. The visitor can begin a new one."), this);
    line->setProperty("tone", QStringLiteral("secondary"));
    line->setWordWrap(true);
    line->setContentsMargins(0, 0, 0, space::s);
    QList<QWidget *> contents{title, line};
    for (const QString &code : endReasonCodes() + QStringList{QString()}) {
        auto *choice = new QRadioButton(code.isEmpty() ? tr("Another reason") : endReasonText(code), this);
        m_reasons->addButton(choice, int(m_reasons->buttons().size()));
        choice->setObjectName(QStringLiteral("reason%1RadioButton").arg(m_reasons->buttons().size()));
        contents.append(choice);
    }
    m_reasons->button(0)->setChecked(true);
    m_other = new QLineEdit(this); // after the reasons, in the order of Tab too
    m_other->setObjectName(QStringLiteral("otherReasonEdit"));
    m_other->setAccessibleName(tr("Another reason"));
    m_other->setPlaceholderText(tr("In a few words (optional)"));
    m_other->setMaxLength(200);
    m_other->hide();
    contents.append(m_other);
    const int last = int(m_reasons->buttons().size()) - 1;
    connect(m_reasons, &QButtonGroup::idToggled, this, [this, last](int id, bool checked) {
        if (id != last)
            return;
        m_other->setVisible(checked);
        if (checked)
            m_other->setFocus();
    });
    setLayout(dialogLayout(contents, this, tr("Close chat"), tr("Keep open")));
    m_reasons->button(0)->setFocus();
}

QString EndChatDialog::reason() const
{
    const QStringList codes = endReasonCodes();
    const int chosen = m_reasons->checkedId();
    return chosen < codes.size() ? codes.at(chosen) : m_other->text().trimmed();
}

QLayout *dialogLayout(const QList<QWidget *> &contents, QDialog *dialog, const QString &accept, const QString &reject)
{
    auto *column = new QVBoxLayout;
    column->setContentsMargins(space::xl, space::xl, space::xl, space::l);
    column->setSpacing(space::xs);
    for (QWidget *each : contents)
        column->addWidget(each);
    column->addSpacing(space::m);
    auto *buttons = new QHBoxLayout;
    buttons->setSpacing(space::s);
    buttons->addStretch();
    auto *back = new QPushButton(reject, dialog);
    back->setObjectName(QStringLiteral("rejectButton"));
    back->setAutoDefault(false);
    auto *on = new QPushButton(accept, dialog);
    on->setObjectName(QStringLiteral("acceptButton"));
    on->setProperty("kind", QStringLiteral("primary"));
    on->setDefault(true);
    buttons->addWidget(back);
    buttons->addWidget(on);
    column->addLayout(buttons);
    QObject::connect(back, &QPushButton::clicked, dialog, &QDialog::reject);
    QObject::connect(on, &QPushButton::clicked, dialog, &QDialog::accept);
    return column;
}

} // namespace deskbell::console
