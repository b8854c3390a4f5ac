// What the scripted server makes of changes: about what the real one does.
#include "tests/gui/script.h"

namespace deskbell::console {

namespace {

template <class Change>
void changeChat(Workspace &workspace, const ChatId &id, Change change)
{
    api::Chat chat = *workspace.chat(id);
    change(chat);
    ++chat.version;
    workspace.takeChat(chat);
}

template <class Change>
void changeMessage(Workspace &workspace, const ChatId &id, qint64 seq, Change change)
{
    const Thread *thread = workspace.existingThread(id);
    api::Message message = *thread->message(seq);
    message.change = thread->lastChange() + 1;
    change(message);
    workspace.takeChange(message);
}

} // namespace

void ScriptedActions::change(const ChatChange &change, Done done)
{
    if (slow) {
        slow = false;
        held = [this, change, done] { this->change(change, done); };
        return;
    }
    std::visit(
        [this](const auto &each) {
            const auto &name = std::decay_t<decltype(each)>::operation.name;
            calls << QString::fromLatin1(name.data(), qsizetype(name.size()));
            if (!refusal)
                apply(each);
        },
        change);
    done(refusal ? Result<Nothing>(*refusal) : Result<Nothing>(Nothing{}));
}

void ScriptedActions::apply(const api::ChatRelease &change)
{
    changeChat(m_workspace, change.chatId, [](api::Chat &chat) {
        chat.status = api::ChatStatus::Waiting;
        chat.operatorId.reset();
        chat.operatorName.reset();
        chat.claimedAt.reset();
        chat.offer.reset();
    });
}

void ScriptedActions::apply(const api::ChatAssign &change)
{
    changeChat(m_workspace, change.chatId, [&](api::Chat &chat) {
        chat.status = api::ChatStatus::Active;
        chat.operatorId = change.operatorId;
        chat.operatorName = m_workspace.office().operatorName(change.operatorId);
        chat.offer.reset();
    });
}

void ScriptedActions::apply(const api::ChatTransfer &change)
{
    changeChat(m_workspace, change.chatId, [&](api::Chat &chat) {
        chat.offer = api::ChatOffer{api::OfferKind::Transfer, change.operatorId, change.departmentId,
                                    m_workspace.self().id,    change.note,       {}};
        chat.offer->expiresAt.ms = m_workspace.clock().now().ms + 60'000;
    });
}

void ScriptedActions::apply(const api::ChatAccept &change)
{
    changeChat(m_workspace, change.chatId, [this](api::Chat &chat) {
        chat.status = api::ChatStatus::Active;
        chat.operatorId = m_workspace.self().id;
        chat.operatorName = m_workspace.self().name;
        chat.offer.reset();
    });
}

void ScriptedActions::apply(const api::ChatDecline &change)
{
    changeChat(m_workspace, change.chatId, [](api::Chat &chat) { chat.offer.reset(); });
}

void ScriptedActions::apply(const api::ChatTag &change)
{
    changeChat(m_workspace, change.chatId, [&](api::Chat &chat) {
        chat.tags.removeIf([&](const QString &tag) { return change.remove.contains(tag); });
        chat.tags += change.add;
        chat.tags.sort();
    });
}

void ScriptedActions::apply(const api::ChatUpdate &change)
{
    changeChat(m_workspace, change.chatId,
               [&](api::Chat &chat) { chat.priority = change.priority.value_or(chat.priority); });
}

void ScriptedActions::apply(const api::NoteAdd &change)
{
    const api::Operator &self = m_workspace.self();
    m_workspace.takeEvent(api::NoteAdded{
        {NoteId::generate(), change.chatId, self.id, self.name, change.text, m_workspace.clock().now()}});
}

void ScriptedActions::apply(const api::MessageEdit &change)
{
    changeMessage(m_workspace, change.chatId, change.seq, [&](api::Message &message) {
        message.text = change.text;
        message.editedAt = m_workspace.clock().now();
    });
}

void ScriptedActions::apply(const api::MessageDelete &change)
{
    changeMessage(m_workspace, change.chatId, change.seq, [this](api::Message &message) {
        message.text.clear();
        message.deletedAt = m_workspace.clock().now();
    });
}

void Script::playOffice()
{
    const auto colleague = [](char last, const char *name, api::OperatorStatus status) {
        api::Operator made;
        made.id =
            OperatorId::fromTrusted(QStringLiteral("0190f1d2-0000-7000-8000-0000000000f%1").arg(QLatin1Char(last)));
        made.name = QString::fromUtf8(name);
        made.status = status;
        return made;
    };
    using api::OperatorStatus;
    const api::Operator bruno = colleague('2', "Bruno Costa", OperatorStatus::Online);
    const api::Operator tomasz = colleague('3', "Tomasz Zieliński", OperatorStatus::Online);
    Office &office = m_workspace.office();
    office.setOperators({m_self, bruno, tomasz, colleague('4', "Yara Haddad", OperatorStatus::Busy),
                         colleague('5', "Leo Martin", OperatorStatus::Offline)});
    const auto department = [](const char *id, const char *name, const QList<OperatorId> &members) {
        return api::Department{DepartmentId::fromTrusted(QString::fromLatin1(id)), QString::fromUtf8(name), members};
    };
    office.setDepartments({department("0190f1d2-0000-7000-8000-0000000000d1", "Billing", {bruno.id, m_self.id}),
                           department("0190f1d2-0000-7000-8000-0000000000d2", "Showroom", {tomasz.id})});
    const auto canned = [](const char *shortcut, const char *title, const char *text) {
        return api::CannedReply{CannedId::fromTrusted(QString::fromLatin1(shortcut)),
                                QString::fromUtf8(shortcut),
                                QString::fromUtf8(title),
                                QString::fromUtf8(text),
                                {},
                                {}};
    };
    office.setCannedReplies(
        {canned("bye", "Goodbye", "Thank you for writing to {{desk.name}}, {{visitor.name}}. Have a lovely day!"),
         canned("hello", "Greeting",
                "Hello {{visitor.name}}, I am {{operator.name}} from {{desk.name}}. What can I do?"),
         canned("returns", "How returns work",
                "You can return anything within 60 days, assembled or not. We send you a label to "
                "{{visitor.email}} and collect it from your door."),
         canned("wait", "One moment", "One moment please, I am looking that up.")});
    office.setDeskName(QStringLiteral("Brightroom"));
}

void Script::offerInvoice()
{
    api::Chat bill = *m_workspace.chat(invoice);
    bill.operatorId = OperatorId::fromTrusted(QStringLiteral("0190f1d2-0000-7000-8000-0000000000f2"));
    bill.operatorName = QStringLiteral("Bruno Costa");
    bill.offer = api::ChatOffer{api::OfferKind::Transfer,
                                m_self.id,
                                {},
                                bill.operatorId,
                                QStringLiteral("The discount was never booked. You know how to correct an invoice."),
                                {m_now.ms + 48'000}};
    ++bill.version;
    m_workspace.takeChat(bill);
}

void Script::enrichBooking()
{
    api::Chat chat = *m_workspace.chat(booking);
    chat.tags = {QStringLiteral("booking"), QStringLiteral("dining table"), QStringLiteral("showroom")};
    chat.priority = api::ChatPriority::High;
    chat.subject = QStringLiteral("Visit on Thursday");
    chat.visitorReadSeq = chat.lastSeq - 2;
    chat.visitorDeliveredSeq = chat.lastSeq;
    chat.rating = api::ChatRating{4, QStringLiteral("Quick and friendly!"), m_now};
    ++chat.version;
    m_workspace.takeChat(chat);
    const auto said = [](const char *name, const char *value) {
        return api::VisitorAttribute{QString::fromUtf8(name), QString::fromUtf8(value)};
    };
    m_workspace.visitors().take({chat.visitorId,
                                 chat.visitorName,
                                 chat.visitorEmail,
                                 chat.page,
                                 true,
                                 chat.createdAt,
                                 false,
                                 {},
                                 {said("Customer", "since 2021, 14 orders"),
                                  said("Basket", "Solna dining table, walnut; 6 × Solna chair, oak; felt pads"),
                                  said("Account", "https://brightroom.example/admin/customers/20418")},
                                 QStringLiteral("27 Harbour Row, Bristol BS1 4QA")});
    m_workspace.takeEvent(
        api::NoteAdded{{NoteId::generate(),
                        booking,
                        OperatorId::fromTrusted(QStringLiteral("0190f1d2-0000-7000-8000-0000000000f3")),
                        QStringLiteral("Tomasz Zieliński"),
                        QStringLiteral("They come for the Solna table; I put two oak samples aside."),
                        {m_now.ms - 500'000}}});
}

} // namespace deskbell::console
