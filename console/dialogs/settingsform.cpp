#include "console/dialogs/settingsform.h"

#include "console/theme/theme.h"

#include <QCheckBox>
#include <QComboBox>
#include <QLabel>
#include <QScrollArea>
#include <QVBoxLayout>

namespace deskbell::console {

QScrollArea *SettingsForm::scrolled(QWidget *pages)
{
    auto *scroll = new QScrollArea(pages->parentWidget());
    scroll->setObjectName(QStringLiteral("settingsScrollArea"));
    scroll->setFrameShape(QFrame::NoFrame);
    scroll->setWidgetResizable(true);
    scroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    scroll->setFocusPolicy(Qt::NoFocus);
    scroll->viewport()->setAutoFillBackground(false);
    scroll->setWidget(pages);
    pages->setAutoFillBackground(false);
    return scroll;
}

SettingsForm::SettingsForm(const Theme &theme, const QString &title, QWidget *parent)
    : QWidget(parent), m_theme(theme), m_column(new QVBoxLayout(this))
{
    m_column->setContentsMargins(0, 0, 0, 0);
    m_column->setSpacing(space::xs);
    auto *heading = new QLabel(title, this);
    heading->setFont(theme.font(FontSize::Title, Weight::SemiBold));
    m_column->addWidget(heading);
    m_column->addSpacing(space::m);
}

void SettingsForm::addRow(const QString &caption, QWidget *control)
{
    addRow(caption, QList<QWidget *>{control});
}

void SettingsForm::addRow(const QString &caption, const QList<QWidget *> &controls)
{
    auto *label = new QLabel(caption, this);
    label->setFont(m_theme.font(FontSize::List, Weight::SemiBold));
    label->setBuddy(controls.first());
    if (controls.first()->accessibleName().isEmpty())
        controls.first()->setAccessibleName(caption);
    m_column->addWidget(label);
    auto *row = new QHBoxLayout;
    row->setSpacing(space::s);
    for (QWidget *each : controls)
        row->addWidget(each, each == controls.first() ? 1 : 0);
    m_column->addLayout(row);
    m_column->addSpacing(space::s);
}

QCheckBox *SettingsForm::addCheck(const QString &name, const QString &text, bool checked)
{
    auto *check = new QCheckBox(text, this);
    check->setObjectName(name);
    check->setChecked(checked);
    m_column->addWidget(check);
    return check;
}

QComboBox *SettingsForm::addChoice(const QString &name, const QString &caption, const QStringList &choices, int current)
{
    auto *box = new QComboBox(this);
    box->setObjectName(name);
    box->addItems(choices);
    box->setCurrentIndex(current);
    addRow(caption, box);
    return box;
}

QLabel *SettingsForm::addHint(const QString &text)
{
    auto *hint = new QLabel(text, this);
    hint->setTextFormat(Qt::PlainText);
    hint->setWordWrap(true);
    hint->setProperty("tone", QStringLiteral("hint"));
    m_column->addWidget(hint);
    m_column->addSpacing(space::s);
    return hint;
}

void SettingsForm::addWide(QWidget *widget)
{
    m_column->addWidget(widget, 1);
}

void SettingsForm::close()
{
    m_column->addStretch();
}

} // namespace deskbell::console
