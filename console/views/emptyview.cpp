#include "console/views/emptyview.h"

#include "console/theme/iconengine.h"
#include "console/theme/theme.h"

#include <QLabel>
#include <QPainter>
#include <QVBoxLayout>

namespace deskbell::console {

namespace {

constexpr int disc = 72;

} // namespace

EmptyView::EmptyView(const Theme &theme, QWidget *parent)
    : QWidget(parent), m_theme(theme), m_title(new QLabel(this)), m_line(new QLabel(this))
{
    m_title->setFont(theme.font(FontSize::Reading, Weight::SemiBold));
    m_title->setTextFormat(Qt::PlainText);
    m_title->setAlignment(Qt::AlignHCenter);
    m_line->setFont(theme.font(FontSize::List));
    m_line->setTextFormat(Qt::PlainText);
    m_line->setAlignment(Qt::AlignHCenter);
    m_line->setWordWrap(true);
    m_line->setProperty("tone", QStringLiteral("hint"));
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(space::xl, 0, space::xl, 0);
    column->setSpacing(space::xs);
    column->addStretch(4);
    column->addSpacing(disc + space::l);
    column->addWidget(m_title);
    column->addWidget(m_line);
    column->addStretch(5);
}

void EmptyView::say(const QString &icon, const QString &title, const QString &line, Tone tone)
{
    m_icon = icon;
    m_tone = tone;
    m_title->setText(title);
    m_line->setText(line);
    m_line->setVisible(!line.isEmpty());
    update();
}

void EmptyView::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    const QRectF circle((width() - disc) / 2.0, m_title->y() - disc - space::l, disc, disc);
    painter.setPen(Qt::NoPen);
    const bool brass = m_tone == Tone::Brass;
    painter.setBrush(m_theme.color(brass ? Token::BrassWash : Token::Bubble));
    painter.drawEllipse(circle);
    paintIcon(painter, circle.adjusted(18, 18, -18, -18), m_icon, m_theme.color(brass ? Token::Brass : Token::Ink3));
}

} // namespace deskbell::console
