#include "console/views/composerview.h"

#include "console/theme/theme.h"
#include "console/views/attachmenttray.h"
#include "console/views/elidedlabel.h"
#include "console/views/spellingmarks.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QPainter>
#include <QPushButton>
#include <QStyle>
#include <QToolButton>

namespace deskbell::console {

namespace {

constexpr int mostCodePoints = 4'000;
constexpr int padding = 6;
constexpr int stripIconSize = 14;
constexpr int besideFrom = 440; // with less width the buttons would take half of the line

} // namespace

ComposerView::ComposerView(const Theme &theme, QWidget *parent)
    : QFrame(parent), m_theme(theme), m_edit(new MessageEdit(this)), m_strip(new QWidget(this)),
      m_stripIcon(new QLabel(m_strip)), m_stripLabel(new ElidedLabel(m_strip)), m_leave(new QToolButton(m_strip)),
      m_spelling(new SpellingMarks(theme, *m_edit)), m_tray(new AttachmentTray(theme, this)),
      m_counter(new QLabel(this)), m_attach(new QToolButton(this)), m_emoji(new QToolButton(this)),
      m_canned(new QToolButton(this)), m_note(new QToolButton(this)), m_send(new QPushButton(this)),
      m_row(new QBoxLayout(QBoxLayout::LeftToRight))
{
    setObjectName(QStringLiteral("composerView"));
    m_edit->setFont(theme.font(FontSize::Reading));
    m_counter->setFont(theme.font(FontSize::Small));
    m_counter->setProperty("tone", QStringLiteral("danger"));
    m_send->setObjectName(QStringLiteral("sendButton"));
    m_send->setIcon(theme.icon(QStringLiteral("send"), Token::OnPrimary));
    m_send->setProperty("kind", QStringLiteral("primary"));
    buildButtons();
    buildStrip();
    auto *aids = new QHBoxLayout;
    aids->setSpacing(0);
    for (QToolButton *each : {m_attach, m_emoji, m_canned, m_note})
        aids->addWidget(each, 0, Qt::AlignBottom);
    aids->addStretch();
    aids->addSpacing(space::s);
    aids->addWidget(m_send, 0, Qt::AlignBottom);
    m_row->setSpacing(space::s);
    m_row->addWidget(m_edit, 1);
    m_row->addWidget(m_counter, 0, Qt::AlignBottom);
    m_row->addLayout(aids);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(space::s, space::s, space::s, space::s);
    column->setSpacing(space::xs);
    column->addWidget(m_strip);
    column->addWidget(m_tray);
    column->addLayout(m_row);
    setFocusProxy(m_edit);
    m_send->setFocusPolicy(Qt::TabFocus); // a click leaves the cursor where one goes on writing
    m_counter->setContentsMargins(0, 0, 0, space::s);
    connectParts();
    showLength();
    showMode();
}

void ComposerView::buildButtons()
{
    const auto dress = [this](QToolButton *button, const QString &name, const QString &icon, const QString &text,
                              const QString &keys) {
        button->setObjectName(name);
        button->setIcon(m_theme.icon(icon, Token::Ink2));
        button->setAccessibleName(text);
        button->setToolTip(QStringLiteral("%1 (%2)").arg(text, keys));
        button->setFocusPolicy(Qt::TabFocus);
    };
    dress(m_attach, QStringLiteral("attachButton"), QStringLiteral("attach"), tr("Attach files"), tr("Ctrl+O"));
    dress(m_emoji, QStringLiteral("emojiButton"), QStringLiteral("smile"), tr("Emoji"), tr("Ctrl+."));
    dress(m_canned, QStringLiteral("cannedButton"), QStringLiteral("canned"), tr("Canned replies"), tr("/ or Ctrl+/"));
    dress(m_note, QStringLiteral("noteButton"), QStringLiteral("lock"), tr("Write a note for colleagues"),
          tr("Ctrl+Shift+N"));
}

void ComposerView::connectParts()
{
    connect(m_edit, &MessageEdit::focusChanged, this, qOverload<>(&QWidget::update));
    m_pause.setSingleShot(true);
    m_pause.setInterval(4'000);
    m_repeat.setInterval(4'000);
    connect(&m_pause, &QTimer::timeout, this, [this] { setTyping(false); });
    connect(&m_repeat, &QTimer::timeout, this, [this] { Q_EMIT typingChanged(true); });
    connect(m_edit, &MessageEdit::submitted, this, &ComposerView::submit);
    connect(m_send, &QPushButton::clicked, this, &ComposerView::submit);
    connect(m_note, &QToolButton::clicked, this, &ComposerView::noteRequested);
    connect(m_attach, &QToolButton::clicked, this, &ComposerView::attachRequested);
    connect(m_emoji, &QToolButton::clicked, this, &ComposerView::emojiRequested);
    connect(m_canned, &QToolButton::clicked, this, &ComposerView::cannedRequested);
    connect(m_leave, &QToolButton::clicked, this, &ComposerView::modeLeft);
    connect(m_edit, &MessageEdit::escaped, this, &ComposerView::modeLeft);
    connect(m_edit, &MessageEdit::upFromEmpty, this, [this] {
        if (m_mode == ComposerMode::Reply)
            Q_EMIT editRequested();
    });
    connect(m_tray, &AttachmentTray::changed, this, &ComposerView::showLength);
    connect(m_edit, &QPlainTextEdit::textChanged, this, [this] {
        showLength();
        if (m_loading)
            return;
        setTyping(m_mode == ComposerMode::Reply && !m_edit->document()->isEmpty());
        Q_EMIT textChanged(text());
    });
}

void ComposerView::buildStrip()
{
    m_strip->setObjectName(QStringLiteral("composerStrip"));
    m_stripLabel->setObjectName(QStringLiteral("composerModeLabel"));
    m_stripLabel->setFont(m_theme.font(FontSize::Small, Weight::SemiBold));
    m_leave->setObjectName(QStringLiteral("leaveModeButton"));
    m_leave->setIcon(m_theme.icon(QStringLiteral("close"), Token::Ink2));
    m_leave->setIconSize({14, 14});
    m_leave->setFocusPolicy(Qt::TabFocus);
    connect(&m_theme, &Theme::changed, this, &ComposerView::showStrip);
    auto *row = new QHBoxLayout(m_strip);
    row->setContentsMargins(padding, 0, 0, 0);
    row->setSpacing(space::xs + 2);
    row->addWidget(m_stripIcon);
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
    m_replying = replying;
    showStrip();
}

void ComposerView::setAnswered(const QString &answered)
{
    if (answered == m_answered)
        return;
    m_answered = answered;
    showMode();
}

/// What is written, and how one leaves it.
void ComposerView::showStrip()
{
    const bool reply = m_mode == ComposerMode::Reply;
    const bool note = m_mode == ComposerMode::Note;
    m_strip->setVisible(!reply || !m_answered.isEmpty());
    m_stripIcon->setVisible(reply);
    if (reply && !m_answered.isEmpty())
        m_stripIcon->setPixmap(m_theme.icon(QStringLiteral("reply"), Token::Ink2).pixmap(stripIconSize));
    m_stripLabel->setText(reply      ? m_answered
                              : note ? tr("Note: only colleagues see it")
                                     : tr("You change a message that was sent"));
    m_stripLabel->setProperty("tone", note ? QStringLiteral("brass") : QStringLiteral("secondary"));
    m_stripLabel->style()->polish(m_stripLabel);
    const QString leave = reply ? tr("Reply to no message in particular")
        : !note                 ? tr("Discard the change")
        : m_replying            ? tr("Back to the reply")
                                : tr("Put the note aside");
    m_leave->setAccessibleName(leave);
    m_leave->setToolTip(tr("%1 (Esc)").arg(leave));
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
    showStrip();
    m_note->setVisible(reply);
    m_canned->setVisible(reply);
    m_attach->setVisible(reply);
    m_tray->setVisible(reply && !m_tray->files().isEmpty());
    m_edit->setTakesFiles(reply);
    m_edit->setEscapes(!reply || !m_answered.isEmpty());
    m_edit->setAccessibleDescription(reply ? m_answered : QString());
    showLength();
    m_edit->setHint(note ? tr("What should colleagues know?") : m_hint);
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
    const bool hasFiles = m_mode == ComposerMode::Reply && !m_tray->files().isEmpty();
    m_send->setEnabled((hasFiles || !written.trimmed().isEmpty()) && length <= mostCodePoints);
}

void ComposerView::resizeEvent(QResizeEvent *event)
{
    QFrame::resizeEvent(event);
    const bool below = width() < besideFrom;
    m_row->setDirection(below ? QBoxLayout::TopToBottom : QBoxLayout::LeftToRight);
    m_row->setSpacing(below ? 0 : space::s);
}

void ComposerView::paintEvent(QPaintEvent *)
{
    // The frame is the field's: it carries the ring when the field has the focus.
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    const double width = m_edit->hasFocus() ? 2 : 1;
    painter.setPen(QPen(m_theme.color(m_edit->hasFocus() ? Token::Primary : Token::FieldLine), width));
    painter.setBrush(m_theme.color(m_mode == ComposerMode::Note ? Token::BrassWash : Token::Raised));
    painter.drawRoundedRect(QRectF(rect()).adjusted(width / 2, width / 2, -width / 2, -width / 2), radius::bubble,
                            radius::bubble);
}

/// Nobody types in what is not in sight.
void ComposerView::hideEvent(QHideEvent *event)
{
    setTyping(false);
    QFrame::hideEvent(event);
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
