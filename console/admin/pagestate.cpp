#include "console/admin/pagestate.h"

#include "console/theme/iconengine.h"
#include "console/theme/painting.h"

#include <QLabel>
#include <QPainter>
#include <QPushButton>
#include <QVBoxLayout>

namespace deskbell::console {

namespace {

constexpr int disc = 72;
constexpr int skeletonRows = 6;
constexpr int skeletonHeight = 60;

} // namespace

PageState::PageState(const Theme &theme, const QString &name, QWidget *parent)
    : QWidget(parent), m_theme(theme), m_title(new QLabel(this)), m_line(new QLabel(this)),
      m_again(new QPushButton(this))
{
    setObjectName(name + QStringLiteral("State"));
    m_title->setObjectName(name + QStringLiteral("StateLabel"));
    m_title->setFont(theme.font(FontSize::Reading, Weight::SemiBold));
    m_line->setProperty("tone", QStringLiteral("hint"));
    for (QLabel *label : {m_title, m_line}) {
        label->setTextFormat(Qt::PlainText);
        label->setAlignment(Qt::AlignHCenter);
        label->setWordWrap(true);
    }
    m_again->setObjectName(name + QStringLiteral("AgainButton"));
    connect(m_again, &QPushButton::clicked, this, &PageState::againRequested);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(space::xl, 0, space::xl, 0);
    column->setSpacing(space::xs);
    column->addStretch(4);
    column->addSpacing(disc + space::l);
    column->addWidget(m_title);
    column->addWidget(m_line);
    column->addSpacing(space::s);
    column->addWidget(m_again, 0, Qt::AlignHCenter);
    column->addStretch(5);
    showLoading();
}

void PageState::set(const QString &icon, const QString &title, const QString &line, const QString &button)
{
    m_icon = icon;
    m_title->setText(title);
    m_line->setText(line);
    m_line->setVisible(!line.isEmpty());
    m_again->setText(button);
    m_again->setVisible(!button.isEmpty());
    update();
}

void PageState::showLoading()
{
    set({}, {}, {}, {});
    setAccessibleName(tr("Loading"));
}

void PageState::say(const QString &icon, const QString &title, const QString &line)
{
    set(icon, title, line, {});
    setAccessibleName(title);
}

void PageState::showFailure(const QString &why)
{
    set(QStringLiteral("danger"), tr("This could not be loaded"), why, tr("Try again"));
    setAccessibleName(m_title->text());
}

void PageState::showOffline()
{
    set(QStringLiteral("offline"), tr("No connection"),
        tr("This page comes from the server. It shows as soon as "
           "there is a connection again."),
        tr("Try now"));
    setAccessibleName(m_title->text());
}

void PageState::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    if (m_icon.isEmpty()) {
        for (int row = 0; row < skeletonRows; ++row)
            paintSkeletonRow(painter, QRect(0, row * skeletonHeight, std::min(width(), 480), skeletonHeight), m_theme,
                             row);
        return;
    }
    const QRectF circle((width() - disc) / 2.0, m_title->y() - disc - space::l, disc, disc);
    painter.setPen(Qt::NoPen);
    painter.setBrush(m_theme.color(Token::Bubble));
    painter.drawEllipse(circle);
    paintIcon(painter, circle.adjusted(20, 20, -20, -20), m_icon, m_theme.color(Token::Ink3));
}

} // namespace deskbell::console
