#include "console/views/conversationview.h"

#include "console/dialogs/questions.h"
#include "console/models/threadmodel.h"
#include "console/models/wording.h"
#include "console/theme/theme.h"
#include "console/views/attachingcontroller.h"
#include "console/views/cannedpopup.h"
#include "console/views/composerview.h"
#include "console/views/composingcontroller.h"
#include "console/views/conversationheader.h"
#include "console/views/emptyview.h"
#include "console/views/filecontroller.h"
#include "console/views/handovercontroller.h"
#include "console/views/noticebar.h"
#include "console/views/offerpanel.h"
#include "console/views/threadstate.h"
#include "console/views/threadview.h"

#include <QLabel>
#include <QPointer>
#include <QPushButton>
#include <QStackedLayout>

namespace deskbell::console {

ConversationView::ConversationView(const Theme &theme, Workspace &workspace, Actions &actions, Questions &questions,
                                   QWidget *parent)
    : QFrame(parent), m_theme(theme), m_workspace(workspace), m_actions(actions), m_questions(questions),
      m_model(new ThreadModel(workspace, this)), m_header(new ConversationHeader(theme, workspace, this)),
      m_notice(new NoticeBar(theme, this)), m_stack(new QStackedLayout), m_empty(new EmptyView(theme, this)),
      m_thread(new ThreadView(theme, this)), m_threadState(new ThreadState(theme, workspace, *m_thread)),
      m_typing(new QLabel(this)), m_composer(new ComposerView(theme, this)),
      m_composing(new ComposingController(*m_composer, workspace, actions, this)),
      m_attaching(new AttachingController(*m_composer, workspace, actions, questions, this)),
      m_files(new FileController(*m_thread, actions, questions, this)), m_dropHint(new QLabel(this)),
      m_handover(new HandoverController(workspace, actions, questions, this)),
      m_offer(new OfferPanel(theme, workspace, this)), m_canned(new CannedPopup(theme, workspace, *m_composer, this)),
      m_claimPanel(new QFrame(this)), m_claimLine(new QLabel(this)), m_claim(new QPushButton(this)),
      m_readOnly(new QLabel(this))
{
    setObjectName(QStringLiteral("conversationView"));
    setMinimumWidth(320);
    m_thread->setObjectName(QStringLiteral("threadView"));
    m_thread->setAccessibleName(tr("Messages"));
    m_thread->setModel(m_model);
    m_typing->setObjectName(QStringLiteral("typingLabel"));
    m_typing->setTextFormat(Qt::PlainText);
    m_typing->setFont(theme.font(FontSize::Small));
    m_typing->setProperty("tone", QStringLiteral("hint"));
    m_typing->setFixedHeight(20);
    m_typing->setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Fixed);
    buildClaimPanel();

    auto *conversation = new QWidget(this);
    auto *column = new QVBoxLayout(conversation);
    column->setContentsMargins(0, 0, 0, space::l);
    column->setSpacing(0);
    column->addWidget(m_thread, 1);
    auto *inset = new QVBoxLayout;
    inset->setContentsMargins(space::xl, 0, space::xl, 0);
    inset->setSpacing(space::xs);
    inset->addWidget(m_typing);
    for (QWidget *foot : {static_cast<QWidget *>(m_offer), static_cast<QWidget *>(m_composer),
                          static_cast<QWidget *>(m_claimPanel), static_cast<QWidget *>(m_readOnly)})
        inset->addWidget(foot);
    column->addLayout(inset);
    m_stack->addWidget(m_empty);
    m_stack->addWidget(conversation);

    auto *whole = new QVBoxLayout(this);
    whole->setContentsMargins(0, 0, 0, 0);
    whole->setSpacing(0);
    whole->addWidget(m_header);
    whole->addWidget(m_notice);
    whole->addLayout(m_stack, 1);
    // As far down as what the list says beside it.
    m_empty->setContentsMargins(0, 78, 0, 32);
    setWaiting(0);
    connectParts();
    connectWriting();
    connectHandover();
    connectFiles();
    showChat();
}

void ConversationView::buildClaimPanel()
{
    m_claimPanel->setObjectName(QStringLiteral("claimPanel"));
    auto *row = new QHBoxLayout(m_claimPanel);
    row->setContentsMargins(space::l, space::m, space::m, space::m);
    m_claimLine->setTextFormat(Qt::PlainText);
    m_claimLine->setFont(m_theme.font(FontSize::List));
    m_claimLine->setWordWrap(true);
    m_claim->setObjectName(QStringLiteral("claimButton"));
    m_claim->setText(tr("Claim  ⏎"));
    m_claim->setAccessibleName(tr("Claim this chat"));
    m_claim->setToolTip(tr("Take this chat (Enter)"));
    m_claim->setProperty("kind", QStringLiteral("primary"));
    m_claim->setProperty("large", true);
    m_claim->setAutoDefault(true); // Enter presses it while it has the focus
    row->addWidget(m_claimLine, 1);
    row->addWidget(m_claim);
    m_readOnly->setObjectName(QStringLiteral("readOnlyLabel"));
    m_readOnly->setTextFormat(Qt::PlainText);
    m_readOnly->setAlignment(Qt::AlignCenter);
    m_readOnly->setWordWrap(true);
}

void ConversationView::open(const ChatId &id)
{
    if (id == m_chatId)
        return;
    m_notice->hide();
    m_claiming = false;
    const ChatId before = std::exchange(m_chatId, id);
    m_composing->open(id); // it may have something to say of it
    m_attaching->open(id);
    m_canned->open(id);
    m_workspace.setOpenChat(id, before);
    Thread *thread = id.isNull() ? nullptr : m_workspace.thread(id);
    m_model->setThread(thread);
    if (thread)
        m_actions.openThread(id);
    m_threadState->setThread(thread);
    showChat();
    markRead();
}

void ConversationView::showChat()
{
    const api::Chat *chat = m_workspace.chat(m_chatId);
    m_header->setChat(chat);
    m_stack->setCurrentIndex(chat ? 1 : 0);
    if (!chat)
        return;
    showFoot(*chat);
    showTyping();
}

void ConversationView::showFoot(const api::Chat &chat)
{
    const QString name = oneLine(chat.visitorName);
    m_offer->setChat(chat);
    const bool replying = chat.status == api::ChatStatus::Active && m_workspace.isMine(chat);
    m_composer->setReplying(replying);
    if (replying || m_composing->mode() == ComposerMode::Note) {
        m_composer->setHint(tr("Reply to %1 …").arg(name));
        setFoot(m_composer);
    } else if (m_workspace.isOfferedToMe(chat)) {
        setFoot(m_offer);
    } else if (chat.status == api::ChatStatus::Waiting) {
        const qint64 waited = m_workspace.clock().now().ms - chat.createdAt.ms;
        m_claimLine->setText(tr("%1 has been waiting for %2.").arg(name, waitText(waited)));
        m_claim->setEnabled(!m_claiming);
        setFoot(m_claimPanel);
    } else if (chat.status == api::ChatStatus::Active) {
        m_readOnly->setText(
            tr("%1 is taking care of this chat.").arg(oneLine(chat.operatorName.value_or(tr("A colleague")))));
        setFoot(m_readOnly);
    } else {
        const Timestamp ended = chat.endedAt.value_or(chat.createdAt);
        const Timestamp now = m_workspace.clock().now();
        QString text = dayText(ended, now) == dayText(now, now) ? tr("This chat ended at %1").arg(clockText(ended))
                                                                : tr("This chat ended on %1").arg(fullTimeText(ended));
        if (chat.endReason && !chat.endReason->isEmpty())
            text += QStringLiteral(" · ") + endReasonText(*chat.endReason);
        m_readOnly->setText(text);
        setFoot(m_readOnly);
    }
}

void ConversationView::setFoot(QWidget *foot)
{
    m_composer->setVisible(foot == m_composer);
    m_claimPanel->setVisible(foot == m_claimPanel);
    m_readOnly->setVisible(foot == m_readOnly);
}

void ConversationView::showTyping()
{
    const api::Chat *chat = m_workspace.chat(m_chatId);
    const bool typing = chat && m_workspace.visitorTypes(m_chatId);
    const QString name = chat ? oneLine(chat->visitorName) : QString();
    const QString written = oneLine(m_workspace.visitorWrites(m_chatId));
    QString text = typing ? tr("%1 is typing …").arg(name) : QString();
    if (typing && !written.isEmpty()) { // the end of it, which is what is new
        text = tr("%1 is writing: %2").arg(name, written);
        const int room = width() - 2 * space::xl; // the line may not have been laid out yet
        const QFontMetrics metrics(m_typing->font());
        if (metrics.horizontalAdvance(text) > room) {
            const QString head = tr("%1 is writing: %2").arg(name, QString());
            text = head + metrics.elidedText(written, Qt::ElideLeft, room - metrics.horizontalAdvance(head));
        }
    }
    m_typing->setText(text);
    m_typing->setToolTip(typing ? written.toHtmlEscaped() : QString());
}

void ConversationView::tick()
{
    const api::Chat *chat = m_workspace.chat(m_chatId);
    if (chat && (chat->status == api::ChatStatus::Waiting || chat->offer))
        showChat();
}

void ConversationView::claim(const std::function<void()> &overtaken)
{
    const api::Chat *chat = m_workspace.chat(m_chatId);
    if (!chat || chat->status != api::ChatStatus::Waiting || m_claiming)
        return;
    m_claiming = true;
    m_claim->setEnabled(false);
    m_actions.claim(m_chatId, [self = QPointer(this), id = m_chatId, overtaken](const Result<Nothing> &result) {
        if (!self)
            return;
        const bool open = self->m_chatId == id;
        if (open)
            self->m_claiming = false;
        if (result)
            Q_EMIT self->claimed(id);
        else if (open)
            self->say(result.error().message);
        if (open)
            self->showChat();
        if (open && overtaken && !result && result.error().code == ErrorCode::ChatAlreadyClaimed)
            overtaken();
    });
}

void ConversationView::end()
{
    const api::Chat *chat = m_workspace.chat(m_chatId);
    if (!chat || chat->status != api::ChatStatus::Active || !m_workspace.isMine(*chat))
        return;
    m_questions.askEndReason(this, *chat, [self = QPointer(this), id = m_chatId](const QString &reason) {
        if (!self)
            return;
        const auto given = reason.isEmpty() ? std::nullopt : std::optional(reason);
        self->m_actions.endChat(id, given, [self, id](const Result<Nothing> &result) {
            if (self && !result && self->m_chatId == id)
                self->say(result.error().message);
        });
    });
}

void ConversationView::focusFoot()
{
    if (m_composer->isVisibleTo(this))
        m_composer->takeFocus();
    else if (m_claimPanel->isVisibleTo(this))
        m_claim->setFocus();
    else if (m_offer->isVisibleTo(this))
        m_offer->takeFocus();
    else
        m_thread->setFocus();
}

void ConversationView::focusThread()
{
    m_thread->setFocus(Qt::ShortcutFocusReason);
    if (!m_thread->currentIndex().isValid() && m_model->rowCount() > 0)
        m_thread->setCurrentIndex(m_model->index(m_model->rowCount() - 1, 0));
}

void ConversationView::setWaiting(int count)
{
    m_empty->say(QStringLiteral("messages"), tr("No chat is open"),
                 count > 0 ? tr("Choose one from the list; Enter claims it.") : tr("What you open is shown here."));
}

void ConversationView::say(const QString &notice)
{
    m_notice->say(notice);
}

} // namespace deskbell::console
