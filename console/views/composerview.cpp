#include "console/views/composerview.h"

#include "console/theme/theme.h"

#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLabel>
#include <QMimeData>
#include <QPainter>
#include <QPushButton>
#include <QStyle>
#include <QToolButton>

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

bool MessageEdit::event(QEvent *event)
{
    if (event->type() == QEvent::ShortcutOverride && m_escapes
        && static_cast<QKeyEvent *>(event)->key() == Qt::Key_Escape)
        event->accept();
    return QPlainTextEdit::event(event);
}

void MessageEdit::keyPressEvent(QKeyEvent *event)
{
    if (m_escapes && event->key() == Qt::Key_Escape) {
        Q_EMIT escaped();
        return;
    }
    if (event->key() == Qt::Key_Up && document()->isEmpty()) {
        Q_EMIT upFromEmpty();
        return;
    }
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
    : QFrame(parent), m_theme(theme), m_edit(new MessageEdit(this)), m_strip(new QWidget(this)),
      m_stripLabel(new QLabel(m_strip)), m_leave(new QToolButton(m_strip)), m_counter(new QLabel(this)),
      m_canned(new QToolButton(this)), m_note(new QToolButton(this)), m_send(new QPushButton(this))
{
    setObjectName(QStringLiteral("composerView"));
    m_edit->setFont(theme.font(FontSize::Reading));
    m_counter->setFont(theme.font(FontSize::Small));
    m_counter->setProperty("tone", QStringLiteral("danger"));
    m_send->setObjectName(QStringLiteral("sendButton"));
    m_send->setIcon(theme.icon(QStringLiteral("send"), Token::OnPrimary));
    m_send->setProperty("kind", QStringLiteral("primary"));
    m_canned->setObjectName(QStringLiteral("cannedButton"));
    m_canned->setIcon(theme.icon(QStringLiteral("canned"), Token::Ink2));
    m_canned->setToolTip(tr("Canned replies (/ or Ctrl+/)"));
    m_canned->setAccessibleName(tr("Canned replies"));
    m_canned->setFocusPolicy(Qt::TabFocus);
    m_note->setObjectName(QStringLiteral("noteButton"));
    m_note->setIcon(theme.icon(QStringLiteral("lock"), Token::Ink2));
    m_note->setToolTip(tr("Write a note for colleagues (Ctrl+Shift+N)"));
    m_note->setAccessibleName(tr("Write a note for colleagues"));
    m_note->setFocusPolicy(Qt::TabFocus);
    buildStrip();
    auto *row = new QHBoxLayout;
    row->setSpacing(space::s);
    row->addWidget(m_edit, 1);
    row->addWidget(m_counter, 0, Qt::AlignBottom);
    row->addWidget(m_canned, 0, Qt::AlignBottom);
    row->addWidget(m_note, 0, Qt::AlignBottom);
    row->addWidget(m_send, 0, Qt::AlignBottom);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(space::s, space::s, space::s, space::s);
    column->setSpacing(space::xs);
    column->addWidget(m_strip);
    column->addLayout(row);
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
    connect(m_note, &QToolButton::clicked, this, &ComposerView::noteRequested);
    connect(m_canned, &QToolButton::clicked, this, &ComposerView::cannedRequested);
    connect(m_leave, &QToolButton::clicked, this, &ComposerView::modeLeft);
    connect(m_edit, &MessageEdit::escaped, this, &ComposerView::modeLeft);
    connect(m_edit, &MessageEdit::upFromEmpty, this, [this] {
        if (m_mode == ComposerMode::Reply)
            Q_EMIT editRequested();
    });
    connect(m_edit, &QPlainTextEdit::textChanged, this, [this] {
        showLength();
        if (m_loading)
            return;
        setTyping(m_mode == ComposerMode::Reply && !m_edit->document()->isEmpty());
        Q_EMIT textChanged(text());
    });
    showLength();
    showMode();
}

void ComposerView::buildStrip()
{
    m_strip->setObjectName(QStringLiteral("composerStrip"));
    m_stripLabel->setObjectName(QStringLiteral("composerModeLabel"));
    m_stripLabel->setFont(m_theme.font(FontSize::Small, Weight::SemiBold));
    m_leave->setObjectName(QStringLiteral("leaveModeButton"));
    m_leave->setIcon(m_theme.icon(QStringLiteral("close"), Token::Ink2));
    m_leave->setIconSize({14, 14});
    m_leave->setToolTip(tr("Back to the reply (Esc)"));
    m_leave->setAccessibleName(tr("Back to the reply"));
    m_leave->setFocusPolicy(Qt::TabFocus);
    auto *row = new QHBoxLayout(m_strip);
    row->setContentsMargins(padding, 0, 0, 0);
    row->addWidget(m_stripLabel, 1);
    row->addWidget(m_leave);
}

void ComposerView::setMode(ComposerMode mode)
{
    setTyping(false);
    m_mode = mode;
    showMode();
}

void ComposerView::setReplying(bool replying)
{
    const QString back = replying ? tr("Back to the reply") : tr("Discard");
    m_leave->setAccessibleName(back);
    m_leave->setToolTip(tr("%1 (Esc)").arg(back));
}

void ComposerView::setHint(const QString &hint)
{
    m_hint = hint;
    showMode();
}

void ComposerView::showMode()
{
    const bool reply = m_mode == ComposerMode::Reply;
    const bool note = m_mode == ComposerMode::Note;
    m_strip->setVisible(!reply);
    m_stripLabel->setText(note ? tr("Note: only colleagues see it") : tr("You change a message that was sent"));
    m_stripLabel->setProperty("tone", note ? QStringLiteral("brass") : QStringLiteral("secondary"));
    m_stripLabel->style()->polish(m_stripLabel);
    m_note->setVisible(reply);
    m_canned->setVisible(reply);
    m_edit->setEscapes(!reply);
    m_edit->setPlaceholderText(note ? tr("What should colleagues know?") : m_hint);
    m_edit->setAccessibleName(note ? tr("Note") : reply ? tr("Reply") : tr("Changed message"));
    m_send->setText(note ? tr("Add note") : reply ? tr("Send") : tr("Save"));
    m_send->setToolTip(tr("%1 (Enter). Shift+Enter begins a new line.").arg(m_send->text()));
    update();
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
    Q_EMIT submitted(text());
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
    painter.setBrush(m_theme.color(m_mode == ComposerMode::Note ? Token::BrassWash : Token::Raised));
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
