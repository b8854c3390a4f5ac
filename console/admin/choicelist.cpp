#include "console/admin/choicelist.h"

#include "console/theme/theme.h"

#include <QEvent>
#include <QLabel>
#include <QRadioButton>
#include <QVBoxLayout>

namespace deskbell::console {

namespace {

constexpr int beforeText = 34; // where the words of a button begin

} // namespace

ChoiceList::ChoiceList(const Theme &theme, QString name, QWidget *parent)
    : QWidget(parent), m_theme(theme), m_name(std::move(name)), m_column(new QVBoxLayout(this))
{
    m_column->setContentsMargins(0, 0, 0, 0);
    m_column->setSpacing(0);
}

void ChoiceList::addChoice(const QString &text, const QString &sentence)
{
    auto *button = new QRadioButton(text, this);
    button->setObjectName(QStringLiteral("%1%2RadioButton").arg(m_name).arg(m_buttons.size() + 1));
    button->setAccessibleDescription(sentence);
    auto *line = new QLabel(sentence, this);
    line->setProperty("tone", QStringLiteral("hint"));
    line->setWordWrap(true);
    line->setContentsMargins(beforeText, 0, 0, space::s);
    line->setBuddy(button);
    line->installEventFilter(this);
    m_column->addWidget(button, 0, Qt::AlignLeft); // all of it can be hit
    m_column->addWidget(line);
    m_buttons.append(button);
    m_sentences.append(line);
    connect(button, &QRadioButton::toggled, this, [this, button](bool on) {
        if (!on)
            return;
        setFocusProxy(button);
        Q_EMIT changed();
    });
    if (m_buttons.size() == 1)
        button->setChecked(true);
}

int ChoiceList::chosen() const
{
    const auto found =
        std::find_if(m_buttons.begin(), m_buttons.end(), [](const QRadioButton *each) { return each->isChecked(); });
    return int(found - m_buttons.begin());
}

void ChoiceList::choose(int choice)
{
    if (choice >= 0 && choice < m_buttons.size())
        m_buttons.at(choice)->setChecked(true);
}

/// The sentence belongs to what can be pressed.
bool ChoiceList::eventFilter(QObject *watched, QEvent *event)
{
    const qsizetype place = m_sentences.indexOf(qobject_cast<QLabel *>(watched));
    if (place >= 0 && event->type() == QEvent::MouseButtonRelease) {
        m_buttons.at(place)->setFocus(Qt::MouseFocusReason);
        m_buttons.at(place)->setChecked(true);
    }
    return QWidget::eventFilter(watched, event);
}

} // namespace deskbell::console
