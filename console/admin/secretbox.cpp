#include "console/admin/secretbox.h"

#include "console/theme/theme.h"

#include <QClipboard>
#include <QGuiApplication>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QVBoxLayout>

namespace deskbell::console {

SecretBox::SecretBox(const Theme &theme, const QString &name, QWidget *parent)
    : QFrame(parent), m_line(new QLabel(this)), m_secret(new QLineEdit(this)), m_copy(new QPushButton(tr("Copy"), this))
{
    setObjectName(name + QStringLiteral("SecretBox"));
    setProperty("kind", QStringLiteral("secret"));
    m_line->setWordWrap(true);
    m_line->setTextFormat(Qt::PlainText);
    m_line->setFont(theme.font(FontSize::List, Weight::SemiBold));
    m_line->setProperty("tone", QStringLiteral("brass"));
    m_secret->setObjectName(name + QStringLiteral("SecretEdit"));
    m_secret->setAccessibleName(tr("Secret"));
    m_secret->setReadOnly(true);
    m_copy->setObjectName(name + QStringLiteral("CopyButton"));
    connect(m_copy, &QPushButton::clicked, this, [this] {
        QGuiApplication::clipboard()->setText(m_secret->text());
        m_copy->setText(tr("Copied"));
    });
    auto *row = new QHBoxLayout;
    row->setSpacing(space::s);
    row->addWidget(m_secret, 1);
    row->addWidget(m_copy);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(space::l, space::m, space::l, space::l);
    column->setSpacing(space::s);
    column->addWidget(m_line);
    column->addLayout(row);
    hide();
}

void SecretBox::show(const QString &line, const QString &secret)
{
    m_line->setText(line);
    m_secret->setText(secret);
    m_secret->setCursorPosition(0);
    m_copy->setText(tr("Copy"));
    setVisible(true);
    m_copy->setFocus(Qt::OtherFocusReason);
}

void SecretBox::clear()
{
    setVisible(false);
    m_secret->clear();
}

} // namespace deskbell::console
