#include "console/views/composerview.h"

#include "console/theme/theme.h"

#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLabel>
#include <QMimeData>
#include <QPainter>
#include <QPushButton>

#include <cmath>

namespace deskbell::console {

namespace {

constexpr int mostCodePoints = 4'000;
constexpr int mostLines = 8;
constexpr int padding = 6;

} // namespace

MessageEdit::MessageEdit(QWidget *parent) : QPlainTextEdit(parent)
{
    setObjectName(QStringLiteral("messageEdit"));
    setAccessibleName(tr("Reply"));
    setFrameShape(NoFrame);
    setTabChangesFocus(true);
    document()->setDocumentMargin(0);
    setViewportMargins(padding, padding, padding, padding);
    setVerticalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    connect(document()->documentLayout(), &QAbstractTextDocumentLayout::documentSizeChanged, this, &MessageEdit::grow);
}

void MessageEdit::grow()
{
    // A plain text document counts its height in lines.
    const int lines = std::max(1, int(std::ceil(document()->size().height())));
    setVerticalScrollBarPolicy(lines > mostLines ? Qt::ScrollBarAsNeeded : Qt::ScrollBarAlwaysOff);
    setFixedHeight(std::min(lines, mostLines) * fontMetrics().lineSpacing() + 2 * padding + 2);
}

void MessageEdit::resizeEvent(QResizeEvent *event)
{
    QPlainTextEdit::resizeEvent(event);
    grow();
}

void MessageEdit::keyPressEvent(QKeyEvent *event)
{
    const bool enter = event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter;
    if (!enter || event->modifiers().testFlag(Qt::ShiftModifier)) {
        QPlainTextEdit::keyPressEvent(event);
        return;
    }
    Q_EMIT submitted();
}

void MessageEdit::focusInEvent(QFocusEvent *event)
{
    QPlainTextEdit::focusInEvent(event);
    Q_EMIT focusChanged();
}

void MessageEdit::focusOutEvent(QFocusEvent *event)
{
    QPlainTextEdit::focusOutEvent(event);
    Q_EMIT focusChanged();
}

bool MessageEdit::canInsertFromMimeData(const QMimeData *source) const
{
    return source->hasText();
}

ComposerView::ComposerView(const Theme &theme, QWidget *parent)
    : QFrame(parent), m_theme(theme), m_edit(new MessageEdit(this)), m_counter(new QLabel(this)),
      m_send(new QPushButton(this))
{
    setObjectName(QStringLiteral("composerView"));
    m_edit->setFont(theme.font(FontSize::Reading));
    m_counter->setFont(theme.font(FontSize::Small));
    m_counter->setProperty("tone", QStringLiteral("danger"));
    m_send->setObjectName(QStringLiteral("sendButton"));
    m_send->setText(tr("Send"));
    m_send->setIcon(theme.icon(QStringLiteral("send"), Token::OnPrimary));
    m_send->setProperty("kind", QStringLiteral("primary"));
    m_send->setToolTip(tr("Send (Enter). Shift+Enter begins a new line."));
    auto *row = new QHBoxLayout(this);
    row->setContentsMargins(space::s, space::s, space::s, space::s);
    row->setSpacing(space::s);
    row->addWidget(m_edit, 1);
    row->addWidget(m_counter, 0, Qt::AlignBottom);
    row->addWidget(m_send, 0, Qt::AlignBottom);
    setFocusProxy(m_edit);
    m_send->setFocusPolicy(Qt::TabFocus); // a click leaves the cursor where one goes on writing
    m_counter->setContentsMargins(0, 0, 0, space::s);
    connect(m_edit, &MessageEdit::focusChanged, this, qOverload<>(&QWidget::update));

    m_pause.setSingleShot(true);
    m_pause.setInterval(4'000);
    m_repeat.setInterval(4'000);
    connect(&m_pause, &QTimer::timeout, this, [this] { setTyping(false); });
    connect(&m_repeat, &QTimer::timeout, this, [this] { Q_EMIT typingChanged(true); });
    connect(m_edit, &MessageEdit::submitted, this, &ComposerView::submit);
    connect(m_send, &QPushButton::clicked, this, &ComposerView::submit);
    connect(m_edit, &QPlainTextEdit::textChanged, this, [this] {
        showLength();
        if (m_loading)
            return;
        setTyping(!m_edit->document()->isEmpty());
        Q_EMIT textChanged(text());
    });
    showLength();
}

void ComposerView::setText(const QString &text)
{
    setTyping(false);
    m_loading = true;
    m_edit->setPlainText(text);
    m_edit->moveCursor(QTextCursor::End);
    m_loading = false;
}

void ComposerView::submit()
{
    if (!m_send->isEnabled())
        return;
    const QString written = text();
    setText({});
    Q_EMIT submitted(written);
}

void ComposerView::showLength()
{
    const QString written = text();
    const auto length = written.toUcs4().size();
    m_counter->setText(tr("%n character(s) too long", nullptr, int(length - mostCodePoints)));
    m_counter->setVisible(length > mostCodePoints);
    m_send->setEnabled(!written.trimmed().isEmpty() && length <= mostCodePoints);
}

void ComposerView::paintEvent(QPaintEvent *)
{
    // The frame is the field's: it carries the ring when the field has the focus.
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    const double width = m_edit->hasFocus() ? 2 : 1;
    painter.setPen(QPen(m_theme.color(m_edit->hasFocus() ? Token::Primary : Token::Line), width));
    painter.setBrush(m_theme.color(Token::Raised));
    painter.drawRoundedRect(QRectF(rect()).adjusted(width / 2, width / 2, -width / 2, -width / 2), radius::bubble,
                            radius::bubble);
}

void ComposerView::setTyping(bool typing)
{
    if (typing) {
        m_pause.start();
        if (!m_repeat.isActive())
            m_repeat.start();
    } else {
        m_pause.stop();
        m_repeat.stop();
    }
    if (typing == m_typing)
        return;
    m_typing = typing;
    Q_EMIT typingChanged(typing);
}

} // namespace deskbell::console
