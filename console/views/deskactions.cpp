#include "console/views/deskactions.h"

#include "console/state/actions.h"
#include "console/state/workspace.h"
#include "console/views/actiontable.h"
#include "console/views/attachingcontroller.h"
#include "console/views/cannedpopup.h"
#include "console/views/composingcontroller.h"
#include "console/views/conversationpanes.h"
#include "console/views/conversationview.h"
#include "console/views/deskview.h"
#include "console/views/detailsview.h"
#include "console/views/handovercontroller.h"
#include "console/views/railview.h"
#include "console/views/threadview.h"

namespace deskbell::console {

DeskActions::DeskActions(ActionTable &table, DeskView &desk, Workspace &workspace, Actions &actions)
    : QObject(&desk), m_table(table), m_desk(desk), m_workspace(workspace), m_actions(actions)
{
    addForChats();
    addForTabs();
    addForWriting();
    addForPriority();
    addForPlaces();
    addForOneself();
    connect(&workspace, &Workspace::chatChanged, this, [this](int row) {
        if (m_workspace.chatAt(row).id == m_desk.chatId())
            settle();
    });
    connect(&workspace, &Workspace::chatRemoved, this, &DeskActions::settle);
    connect(&workspace.office(), &Office::changed, this, &DeskActions::settle);
    connect(&desk.conversations(), &ConversationPanes::writingChanged, this, &DeskActions::settle);
    connect(&workspace, &Workspace::connectionChanged, this, &DeskActions::settle);
    connect(&workspace, &Workspace::selfChanged, this, &DeskActions::settle);
    connect(&desk, &DeskView::chatOpened, this, &DeskActions::settle);
    settle();
}

void DeskActions::addForChats()
{
    const auto add = [this](const QString &name, const QString &text, const QString &icon,
                            const QList<QKeySequence> &keys, std::function<void()> run) {
        return m_table.add(&m_desk, {ActionGroup::Chat, name, text, icon, keys}, std::move(run));
    };
    add(QStringLiteral("takeNext"), tr("Take the next chat"), QStringLiteral("bell"), {Qt::CTRL | Qt::Key_N},
        [this] { m_desk.takeNext(); });
    m_claim = add(QStringLiteral("claim"), tr("Claim this chat"), QStringLiteral("tick"),
                  {Qt::CTRL | Qt::SHIFT | Qt::Key_Return}, [this] { m_desk.claim(); });
    m_end = add(QStringLiteral("endChat"), tr("Close this chat …"), QStringLiteral("ended"), {Qt::CTRL | Qt::Key_E},
                [this] { m_desk.end(); });
    m_transfer = add(QStringLiteral("transfer"), tr("Hand this chat over …"), QStringLiteral("transfer"),
                     {Qt::CTRL | Qt::Key_T}, [this] { m_desk.conversation().handover().transfer(m_desk.chatId()); });
    m_assign =
        add(QStringLiteral("assign"), tr("Give this chat to a colleague …"), QStringLiteral("person"),
            {Qt::CTRL | Qt::SHIFT | Qt::Key_G}, [this] { m_desk.conversation().handover().assign(m_desk.chatId()); });
    m_release = add(QStringLiteral("release"), tr("Put this chat back into the queue"), QStringLiteral("queue"), {},
                    [this] { m_desk.conversation().handover().release(m_desk.chatId()); });
    m_accept =
        add(QStringLiteral("accept"), tr("Accept the offered chat"), QStringLiteral("tick"),
            {Qt::CTRL | Qt::SHIFT | Qt::Key_A}, [this] { m_desk.conversation().handover().accept(m_desk.chatId()); });
    m_decline =
        add(QStringLiteral("decline"), tr("Decline or take back the offer"), QStringLiteral("close"),
            {Qt::CTRL | Qt::SHIFT | Qt::Key_D}, [this] { m_desk.conversation().handover().decline(m_desk.chatId()); });
    add(QStringLiteral("nextChat"), tr("Next chat in the list"), QStringLiteral("down"), {Qt::ALT | Qt::Key_Down},
        [this] { m_desk.step(1); });
    add(QStringLiteral("previousChat"), tr("Previous chat in the list"), QStringLiteral("up"), {Qt::ALT | Qt::Key_Up},
        [this] { m_desk.step(-1); });
    add(QStringLiteral("nextUnread"), tr("Next chat with something unread"), QStringLiteral("messages"),
        {Qt::ALT | Qt::SHIFT | Qt::Key_Down, Qt::CTRL | Qt::Key_J}, [this] { m_desk.openNextUnread(); });
}

void DeskActions::addForTabs()
{
    const auto add = [this](const QString &name, const QString &text, const QString &icon,
                            const QList<QKeySequence> &keys, std::function<void()> run) {
        return m_table.add(&m_desk, {ActionGroup::Go, name, text, icon, keys}, std::move(run));
    };
    ConversationPanes &panes = m_desk.conversations();
    add(QStringLiteral("nextTab"), tr("Next tab"), QStringLiteral("messages"),
        {Qt::CTRL | Qt::Key_Tab, Qt::CTRL | Qt::Key_PageDown}, [&panes] { panes.step(1); });
    add(QStringLiteral("previousTab"), tr("Previous tab"), QStringLiteral("messages"),
        {Qt::CTRL | Qt::SHIFT | Qt::Key_Tab, Qt::CTRL | Qt::Key_PageUp}, [&panes] { panes.step(-1); });
    m_closeTab = add(QStringLiteral("closeTab"), tr("Close this tab"), QStringLiteral("close"), {Qt::CTRL | Qt::Key_W},
                     [&panes] { panes.close(panes.chatId()); });
    add(QStringLiteral("beside"), tr("One chat, or two side by side"), QStringLiteral("beside"),
        {Qt::CTRL | Qt::Key_Backslash}, [&panes] { panes.isSplit() ? panes.closeBeside() : panes.openBeside({}); });
    m_otherSide = add(QStringLiteral("otherSide"), tr("To the other side"), QStringLiteral("beside"),
                      {Qt::CTRL | Qt::SHIFT | Qt::Key_Backslash}, [&panes] { panes.focusOther(); });
    connect(&panes, &ConversationPanes::splitChanged, this, &DeskActions::settle);
}

void DeskActions::addForWriting()
{
    const auto add = [this](const QString &name, const QString &text, const QString &icon,
                            const QList<QKeySequence> &keys, std::function<void()> run) {
        return m_table.add(&m_desk, {ActionGroup::Chat, name, text, icon, keys}, std::move(run));
    };
    m_note = add(QStringLiteral("note"), tr("Write a note for colleagues"), QStringLiteral("lock"),
                 {Qt::CTRL | Qt::SHIFT | Qt::Key_N}, [this] { m_desk.conversation().composing().writeNote(); });
    m_canned = add(QStringLiteral("canned"), tr("Canned replies"), QStringLiteral("canned"), {Qt::CTRL | Qt::Key_Slash},
                   [this] { m_desk.conversation().canned().offer(); });
    m_answer =
        add(QStringLiteral("answerMessage"), tr("Reply to this message"), QStringLiteral("reply"), {answerKey}, [this] {
            ConversationView &conversation = m_desk.conversation();
            conversation.composing().answer(conversation.answerableSeq());
        });
    m_edit = add(QStringLiteral("editMessage"), tr("Edit my message"), QStringLiteral("edit"),
                 {Qt::CTRL | Qt::SHIFT | Qt::Key_E}, [this] {
                     ConversationView &conversation = m_desk.conversation();
                     conversation.composing().edit(conversation.editableSeq());
                 });
    m_delete = add(QStringLiteral("deleteMessage"), tr("Delete my message …"), QStringLiteral("close"),
                   {Qt::CTRL | Qt::SHIFT | Qt::Key_Delete}, [this] {
                       ConversationView &conversation = m_desk.conversation();
                       conversation.deleteMessage(conversation.editableSeq());
                   });
    m_attach = add(QStringLiteral("attach"), tr("Attach files …"), QStringLiteral("attach"), {Qt::CTRL | Qt::Key_O},
                   [this] { m_desk.conversation().attaching().choose(); });
    m_emoji = add(QStringLiteral("emoji"), tr("Emoji"), QStringLiteral("smile"), {Qt::CTRL | Qt::Key_Period},
                  [this] { m_desk.conversation().offerEmoji(); });
    add(QStringLiteral("spelling"), tr("Next spelling mistake"), QStringLiteral("edit"), {Qt::Key_F7},
        [this] { m_desk.conversation().offerSpelling(); });
    m_answered = add(QStringLiteral("answeredMessage"), tr("Go to the answered message"), QStringLiteral("up"),
                     {answeredKey}, [this] {
                         ConversationView &conversation = m_desk.conversation();
                         conversation.showMessage(conversation.answeredSeq());
                     });
    m_tag = add(QStringLiteral("tag"), tr("Tag this chat"), QStringLiteral("tag"), {Qt::CTRL | Qt::SHIFT | Qt::Key_T},
                [this] { m_desk.tag(); });
}

void DeskActions::addForPriority()
{
    const std::pair<const char *, QString> levels[] = {{"priorityNormal", tr("Priority: normal")},
                                                       {"priorityLow", tr("Priority: low")},
                                                       {"priorityHigh", tr("Priority: high")},
                                                       {"priorityUrgent", tr("Priority: urgent")}};
    for (const auto &[name, text] : levels) {
        const auto priority = api::ChatPriority(m_priorities.size());
        m_priorities.append(m_table.add(&m_desk,
                                        {ActionGroup::Chat, QString::fromLatin1(name), text, QStringLiteral("flag")},
                                        [this, priority] { m_desk.details().setPriority(priority); }));
        m_priorities.last()->setCheckable(true);
    }
}

void DeskActions::addForPlaces()
{
    const auto add = [this](ActionGroup group, const QString &name, const QString &text, const QString &icon,
                            const QList<QKeySequence> &keys, std::function<void()> run) {
        m_table.add(&m_desk, {group, name, text, icon, keys}, std::move(run));
    };
    const auto go = ActionGroup::Go;
    add(go, QStringLiteral("queue"), tr("Queue"), QStringLiteral("queue"), {Qt::CTRL | Qt::Key_1},
        [this] { m_desk.showScope(ListScope::Queue); });
    add(go, QStringLiteral("mine"), tr("My chats"), QStringLiteral("mine"), {Qt::CTRL | Qt::Key_2},
        [this] { m_desk.showScope(ListScope::Mine); });
    add(go, QStringLiteral("team"), tr("Chats of colleagues"), QStringLiteral("team"), {Qt::CTRL | Qt::Key_3},
        [this] { m_desk.showScope(ListScope::Team); });
    add(go, QStringLiteral("ended"), tr("Ended chats"), QStringLiteral("ended"), {Qt::CTRL | Qt::Key_4},
        [this] { m_desk.showScope(ListScope::Ended); });
    add(go, QStringLiteral("all"), tr("All chats"), QStringLiteral("messages"), {Qt::CTRL | Qt::Key_5},
        [this] { m_desk.showScope(ListScope::All); });
    m_admin =
        m_table.add(&m_desk, {go, QStringLiteral("admin"), tr("Administration"), QStringLiteral("admin"), {adminKey}},
                    [this] { m_desk.showAdmin(); });
    add(go, QStringLiteral("search"), tr("Search"), QStringLiteral("search"), {Qt::CTRL | Qt::Key_F},
        [this] { m_desk.focusSearch(); });
    add(go, QStringLiteral("filter"), tr("Narrow the list …"), QStringLiteral("filter"),
        {Qt::CTRL | Qt::SHIFT | Qt::Key_F}, [this] { m_desk.openFilter(); });
    add(go, QStringLiteral("list"), tr("The list"), QStringLiteral("queue"), {Qt::CTRL | Qt::Key_L, Qt::Key_Escape},
        [this] { m_desk.focusStart(); });
    add(go, QStringLiteral("messages"), tr("The messages"), QStringLiteral("messages"), {Qt::CTRL | Qt::Key_M},
        [this] { m_desk.focusThread(); });
    add(go, QStringLiteral("reply"), tr("The reply"), QStringLiteral("send"), {Qt::CTRL | Qt::Key_R},
        [this] { m_desk.focusReply(); });
    add(go, QStringLiteral("nextPane"), tr("Next part of the window"), QStringLiteral("screen"), {Qt::Key_F6},
        [this] { m_desk.focusPane(1); });
    add(go, QStringLiteral("previousPane"), tr("Previous part of the window"), QStringLiteral("screen"),
        {Qt::SHIFT | Qt::Key_F6}, [this] { m_desk.focusPane(-1); });
    add(ActionGroup::View, QStringLiteral("details"), tr("Show or hide the details"), QStringLiteral("details"),
        {Qt::CTRL | Qt::Key_I}, [this] { m_desk.toggleDetails(); });
}

void DeskActions::addForOneself()
{
    const auto add = [this](const QString &name, const QString &text, const QString &icon, std::function<void()> run) {
        return m_table.add(&m_desk, {ActionGroup::You, name, text, icon}, std::move(run));
    };
    m_online = add(QStringLiteral("online"), tr("Be online"), QStringLiteral("person"),
                   [this] { m_actions.setStatus(api::OperatorStatus::Online); });
    m_busy = add(QStringLiteral("busy"), tr("Be busy"), QStringLiteral("clock"),
                 [this] { m_actions.setStatus(api::OperatorStatus::Busy); });
    m_tryNow =
        add(QStringLiteral("tryNow"), tr("Connect now"), QStringLiteral("refresh"), [this] { m_actions.tryNow(); });
    add(QStringLiteral("signOut"), tr("Sign out"), QStringLiteral("signout"),
        [this] { Q_EMIT m_desk.signOutRequested(); });
}

void DeskActions::settle()
{
    // What cannot be seen cannot be closed, claimed or tagged either.
    const ChatId id = m_desk.isAtAdmin() ? ChatId() : m_desk.chatId();
    const api::Chat *chat = m_workspace.chat(id);
    m_admin->setEnabled(m_workspace.self().role == api::OperatorRole::Admin);
    const bool online = m_workspace.connection().phase == ConnectionState::Phase::Online;
    m_claim->setEnabled(chat && chat->status == api::ChatStatus::Waiting);
    m_end->setEnabled(chat && chat->status == api::ChatStatus::Active && m_workspace.isMine(*chat));
    const HandoverController &handover = m_desk.conversation().handover();
    m_transfer->setEnabled(handover.canHandOver(id) && !chat->offer);
    m_assign->setEnabled(handover.canAssign(id));
    m_release->setEnabled(handover.canHandOver(id));
    m_accept->setEnabled(handover.canAccept(id));
    m_decline->setEnabled(handover.canDecline(id));
    m_closeTab->setEnabled(chat);
    m_otherSide->setEnabled(m_desk.conversations().isSplit());
    m_note->setEnabled(chat);
    m_canned->setEnabled(handover.canHandOver(id));
    m_attach->setEnabled(m_canned->isEnabled());
    m_emoji->setEnabled(m_canned->isEnabled());
    // A chat that waits is everybody's to sort; one that somebody holds is theirs, and the admins'.
    const bool sortable = chat
        && (chat->status == api::ChatStatus::Waiting || m_workspace.isMine(*chat)
            || m_workspace.self().role == api::OperatorRole::Admin);
    m_tag->setEnabled(sortable);
    const bool editable = chat && m_desk.conversation().editableSeq() > 0;
    m_edit->setEnabled(editable);
    m_delete->setEnabled(editable);
    m_answer->setEnabled(chat && m_desk.conversation().answerableSeq() > 0);
    m_answered->setEnabled(chat && m_desk.conversation().answeredSeq() > 0);
    for (QAction *each : std::as_const(m_priorities)) {
        each->setEnabled(sortable);
        each->setChecked(chat && m_priorities.indexOf(each) == int(chat->priority));
    }
    m_tryNow->setEnabled(!online);
    for (QAction *each : {m_online, m_busy}) {
        each->setEnabled(online);
        each->setCheckable(true);
    }
    m_online->setChecked(m_workspace.self().status == api::OperatorStatus::Online);
    m_busy->setChecked(m_workspace.self().status == api::OperatorStatus::Busy);
}

} // namespace deskbell::console
