#pragma once

#include "tests/support/testdesk.h"

/// Who may do what, as a table: every operation on a chat of each status that makes a difference.
namespace deskbell::tests::access {

using namespace deskbell::server;

/// What an operation is tried on: a chat, and the visitor whose it is.
struct Target
{
    ChatId chat;
    Caller visitor;
    OperatorId other; ///< An operator who does not hold the chat.
    DepartmentId department;
};

using MakeCommand = std::function<api::Command(const Target &)>;

/// One operation on a chat of this status, and what comes of it.
struct Row
{
    const char *name;
    api::ChatStatus status;
    MakeCommand make;
    const char *expected; // of each caller, in the order of Cast
    bool offered = false; // to the other operator, by its holder
};

inline constexpr auto waiting = api::ChatStatus::Waiting;
inline constexpr auto active = api::ChatStatus::Active;
inline constexpr auto ended = api::ChatStatus::Ended;

// clang-format off
inline const QList<Row> rows{
    {"chat.start", active, [](const Target &) { return api::ChatStart{}; },
     "ok ok ok forbidden forbidden forbidden"},
    {"chat.list", active, [](const Target &) { return api::ChatList{}; },
     "unauthenticated ok ok ok ok ok"},
    {"chat.get", waiting, [](const Target &at) { return api::ChatGet{at.chat}; },
     "unauthenticated ok chat_not_found ok ok ok"},
    {"chat.get", active, [](const Target &at) { return api::ChatGet{at.chat}; },
     "unauthenticated ok chat_not_found ok ok ok"},
    {"chat.get", ended, [](const Target &at) { return api::ChatGet{at.chat}; },
     "unauthenticated ok chat_not_found ok ok ok"},
    {"chat.claim", waiting, [](const Target &at) { return api::ChatClaim{at.chat}; },
     "unauthenticated forbidden forbidden ok ok ok"},
    {"chat.claim", active, [](const Target &at) { return api::ChatClaim{at.chat}; },
     "unauthenticated forbidden forbidden ok chat_already_claimed chat_already_claimed"},
    {"chat.claim", ended, [](const Target &at) { return api::ChatClaim{at.chat}; },
     "unauthenticated forbidden forbidden chat_ended chat_ended chat_ended"},
    {"chat.end", waiting, [](const Target &at) { return api::ChatEnd{at.chat, {}}; },
     "unauthenticated ok chat_not_found forbidden forbidden ok"},
    {"chat.end", active, [](const Target &at) { return api::ChatEnd{at.chat, {}}; },
     "unauthenticated ok chat_not_found ok forbidden ok"},
    {"chat.end", ended, [](const Target &at) { return api::ChatEnd{at.chat, {}}; },
     "unauthenticated ok chat_not_found ok forbidden ok"},
    {"message.send", waiting, [](const Target &at) { return api::MessageSend{at.chat, QStringLiteral("Hi"), {}}; },
     "unauthenticated ok chat_not_found forbidden forbidden forbidden"},
    {"message.send", active, [](const Target &at) { return api::MessageSend{at.chat, QStringLiteral("Hi"), {}}; },
     "unauthenticated ok chat_not_found ok forbidden forbidden"},
    {"message.send", ended, [](const Target &at) { return api::MessageSend{at.chat, QStringLiteral("Hi"), {}}; },
     "unauthenticated chat_ended chat_not_found chat_ended chat_ended chat_ended"},
    {"message.list", waiting, [](const Target &at) { return api::MessageList{at.chat, {}, {}, 50}; },
     "unauthenticated ok chat_not_found ok ok ok"},
    {"message.list", active, [](const Target &at) { return api::MessageList{at.chat, {}, {}, 50}; },
     "unauthenticated ok chat_not_found ok ok ok"},
    {"message.edit", waiting, [](const Target &at) { return api::MessageEdit{at.chat, 1, QStringLiteral("Ho")}; },
     "unauthenticated ok chat_not_found forbidden forbidden ok"},
    {"message.edit", ended, [](const Target &at) { return api::MessageEdit{at.chat, 1, QStringLiteral("Ho")}; },
     "unauthenticated chat_ended chat_not_found forbidden forbidden ok"},
    {"message.delete", active, [](const Target &at) { return api::MessageDelete{at.chat, 1}; },
     "unauthenticated ok chat_not_found forbidden forbidden ok"},
    {"message.delete", ended, [](const Target &at) { return api::MessageDelete{at.chat, 1}; },
     "unauthenticated chat_ended chat_not_found forbidden forbidden ok"},
    {"message.history", active, [](const Target &at) { return api::MessageHistory{at.chat, 1, {}}; },
     "unauthenticated forbidden forbidden forbidden forbidden ok"},
    {"message.delivered", waiting, [](const Target &at) { return api::MessageSetDelivered{at.chat, 1}; },
     "unauthenticated ok chat_not_found forbidden forbidden forbidden"},
    {"message.read", waiting, [](const Target &at) { return api::MessageSetRead{at.chat, 1}; },
     "unauthenticated ok chat_not_found forbidden forbidden forbidden"},
    {"message.read", active, [](const Target &at) { return api::MessageSetRead{at.chat, 1}; },
     "unauthenticated ok chat_not_found ok forbidden forbidden"},
    {"message.read", ended, [](const Target &at) { return api::MessageSetRead{at.chat, 1}; },
     "unauthenticated ok chat_not_found ok forbidden forbidden"},
    {"message.search", active, [](const Target &) { return api::MessageSearch{QStringLiteral("word"), {}, {}, {}, 20}; },
     "unauthenticated ok ok ok ok ok"},
    {"message.search", active, [](const Target &at) {
         return api::MessageSearch{QStringLiteral("word"), {}, at.chat, {}, 20};
     },
     "unauthenticated ok chat_not_found ok ok ok"},
    {"audit.list", active, [](const Target &) { return api::AuditList{}; },
     "unauthenticated forbidden forbidden forbidden forbidden ok"},
    {"typing.set", waiting, [](const Target &at) { return api::TypingSet{at.chat, true}; },
     "unauthenticated ok chat_not_found forbidden forbidden forbidden"},
    {"typing.set", active, [](const Target &at) { return api::TypingSet{at.chat, true}; },
     "unauthenticated ok chat_not_found ok forbidden forbidden"},
    {"typing.set", ended, [](const Target &at) { return api::TypingSet{at.chat, true}; },
     "unauthenticated chat_ended chat_not_found chat_ended chat_ended chat_ended"},
    {"operator.login", active,
     [](const Target &) { return api::OperatorLogin{TestDesk::emailOf(QStringLiteral("Holder")), TestDesk::password()}; },
     "ok ok ok ok ok ok"},
    {"operator.logout", active, [](const Target &) { return api::OperatorLogout{}; },
     "unauthenticated forbidden forbidden ok ok ok"},
    {"operator.me", active, [](const Target &) { return api::OperatorMe{}; },
     "unauthenticated forbidden forbidden ok ok ok"},
    {"operator.list", active, [](const Target &) { return api::OperatorList{}; },
     "unauthenticated forbidden forbidden ok ok ok"},
    {"operator.status", active, [](const Target &) { return api::OperatorSetStatus{api::OperatorStatus::Busy}; },
     "unauthenticated forbidden forbidden ok ok ok"},
    {"visitor.get", active, [](const Target &at) { return api::VisitorGet{at.visitor.visitorId}; },
     "unauthenticated ok visitor_not_found ok ok ok"},
    {"visitor.update", active,
     [](const Target &at) { return api::VisitorUpdate{at.visitor.visitorId, QStringLiteral("Vera"), {}, {}}; },
     "unauthenticated ok visitor_not_found ok ok ok"},
    {"visitor.block", active, [](const Target &at) { return api::VisitorBlock{at.visitor.visitorId, true}; },
     "unauthenticated forbidden forbidden ok ok ok"},
    {"visitor.erase", active, [](const Target &at) { return api::VisitorErase{at.visitor.visitorId}; },
     "unauthenticated forbidden forbidden forbidden forbidden ok"},
    {"operator.create", active,
     [](const Target &) {
         return api::OperatorCreate{generateUuid() + QStringLiteral("@desk.example"), QStringLiteral("New"), {}, 2,
                                    TestDesk::password()};
     },
     "unauthenticated forbidden forbidden forbidden forbidden ok"},
    {"operator.update", active,
     [](const Target &) { return api::OperatorUpdate{OperatorId::generate(), QStringLiteral("New"), {}, {}}; },
     "unauthenticated forbidden forbidden forbidden forbidden operator_not_found"},
    {"operator.disable", active, [](const Target &) { return api::OperatorDisable{OperatorId::generate(), true}; },
     "unauthenticated forbidden forbidden forbidden forbidden operator_not_found"},
    {"operator.password", active,
     [](const Target &) { return api::OperatorSetPassword{OperatorId::generate(), TestDesk::password(), {}}; },
     "unauthenticated forbidden forbidden forbidden forbidden operator_not_found"},
    {"canned.create", active,
     [](const Target &) {
         return api::CannedCreate{generateUuid(), QStringLiteral("Title"), QStringLiteral("Text")};
     },
     "unauthenticated forbidden forbidden forbidden forbidden ok"},
    {"canned.update", active, [](const Target &) { return api::CannedUpdate{CannedId::generate(), {}, {}, {}}; },
     "unauthenticated forbidden forbidden forbidden forbidden canned_not_found"},
    {"canned.delete", active, [](const Target &) { return api::CannedDelete{CannedId::generate()}; },
     "unauthenticated forbidden forbidden forbidden forbidden canned_not_found"},
    {"canned.list", active, [](const Target &) { return api::CannedList{}; },
     "unauthenticated forbidden forbidden ok ok ok"},
    {"canned.render", active, [](const Target &at) { return api::CannedRender{CannedId::generate(), at.chat}; },
     "unauthenticated forbidden forbidden canned_not_found canned_not_found canned_not_found"},
    {"apikey.create", active, [](const Target &) { return api::ApiKeyCreate{generateUuid(), {}}; },
     "unauthenticated forbidden forbidden forbidden forbidden ok"},
    {"apikey.list", active, [](const Target &) { return api::ApiKeyList{}; },
     "unauthenticated forbidden forbidden forbidden forbidden ok"},
    {"apikey.revoke", active, [](const Target &) { return api::ApiKeyRevoke{ApiKeyId::generate()}; },
     "unauthenticated forbidden forbidden forbidden forbidden apikey_not_found"},
    {"settings.get", active, [](const Target &) { return api::SettingsGet{}; },
     "ok ok ok ok ok ok"},
    {"settings.update", active, [](const Target &) { return api::SettingsUpdate{QStringLiteral("Desk"), {}, {}, {}}; },
     "unauthenticated forbidden forbidden forbidden forbidden ok"},
    {"stats.get", active, [](const Target &) { return api::StatsGet{{0}, {1000}, api::StatsBy::Day}; },
     "unauthenticated forbidden forbidden ok ok ok"},
    {"chat.release", waiting, [](const Target &at) { return api::ChatRelease{at.chat}; },
     "unauthenticated forbidden forbidden forbidden forbidden ok"},
    {"chat.release", active, [](const Target &at) { return api::ChatRelease{at.chat}; },
     "unauthenticated forbidden forbidden ok forbidden ok"},
    {"chat.release", ended, [](const Target &at) { return api::ChatRelease{at.chat}; },
     "unauthenticated forbidden forbidden chat_ended chat_ended chat_ended"},
    {"chat.assign", waiting, [](const Target &at) { return api::ChatAssign{at.chat, at.other}; },
     "unauthenticated forbidden forbidden forbidden forbidden ok"},
    {"chat.assign", active, [](const Target &at) { return api::ChatAssign{at.chat, at.other}; },
     "unauthenticated forbidden forbidden ok forbidden ok"},
    {"chat.assign", ended, [](const Target &at) { return api::ChatAssign{at.chat, at.other}; },
     "unauthenticated forbidden forbidden chat_ended chat_ended chat_ended"},
    {"chat.transfer", waiting, [](const Target &at) { return api::ChatTransfer{at.chat, at.other}; },
     "unauthenticated forbidden forbidden forbidden forbidden chat_not_active"},
    {"chat.transfer", active, [](const Target &at) { return api::ChatTransfer{at.chat, at.other}; },
     "unauthenticated forbidden forbidden ok forbidden ok"},
    {"chat.transfer", ended, [](const Target &at) { return api::ChatTransfer{at.chat, at.other}; },
     "unauthenticated forbidden forbidden chat_ended chat_ended chat_ended"},
    {"chat.accept", waiting, [](const Target &at) { return api::ChatAccept{at.chat}; },
     "unauthenticated forbidden forbidden no_offer no_offer no_offer"},
    {"chat.accept", active, [](const Target &at) { return api::ChatAccept{at.chat}; },
     "unauthenticated forbidden forbidden forbidden ok forbidden", true},
    {"chat.decline", active, [](const Target &at) { return api::ChatDecline{at.chat}; },
     "unauthenticated forbidden forbidden no_offer no_offer no_offer"},
    {"chat.decline", active, [](const Target &at) { return api::ChatDecline{at.chat}; },
     "unauthenticated forbidden forbidden ok ok ok", true},
    {"chat.route", waiting, [](const Target &at) { return api::ChatRoute{at.chat}; },
     "unauthenticated forbidden forbidden no_operator_available no_operator_available no_operator_available"},
    {"chat.route", active, [](const Target &at) { return api::ChatRoute{at.chat}; },
     "unauthenticated forbidden forbidden no_operator_available forbidden no_operator_available"},
    {"chat.update", waiting, [](const Target &at) { return api::ChatUpdate{at.chat, QStringLiteral("Order"), {}}; },
     "unauthenticated forbidden forbidden ok ok ok"},
    {"chat.update", active, [](const Target &at) { return api::ChatUpdate{at.chat, QStringLiteral("Order"), {}}; },
     "unauthenticated forbidden forbidden ok forbidden ok"},
    {"chat.tag", active, [](const Target &at) { return api::ChatTag{at.chat, {QStringLiteral("order")}, {}}; },
     "unauthenticated forbidden forbidden ok forbidden ok"},
    {"chat.tag", ended, [](const Target &at) { return api::ChatTag{at.chat, {QStringLiteral("order")}, {}}; },
     "unauthenticated forbidden forbidden ok forbidden ok"},
    {"chat.rate", waiting, [](const Target &at) { return api::ChatRate{at.chat, 5, {}}; },
     "unauthenticated chat_not_active chat_not_found forbidden forbidden forbidden"},
    {"chat.rate", active, [](const Target &at) { return api::ChatRate{at.chat, 5, {}}; },
     "unauthenticated ok chat_not_found forbidden forbidden forbidden"},
    {"chat.rate", ended, [](const Target &at) { return api::ChatRate{at.chat, 5, {}}; },
     "unauthenticated ok chat_not_found forbidden forbidden forbidden"},
    {"note.add", active, [](const Target &at) { return api::NoteAdd{at.chat, QStringLiteral("Calls back")}; },
     "unauthenticated forbidden forbidden ok ok ok"},
    {"note.list", active, [](const Target &at) { return api::NoteList{at.chat}; },
     "unauthenticated forbidden forbidden ok ok ok"},
    {"department.create", active,
     [](const Target &at) { return api::DepartmentCreate{at.chat.toString(), {at.other}}; },
     "unauthenticated forbidden forbidden forbidden forbidden ok"},
    {"department.update", active,
     [](const Target &at) { return api::DepartmentUpdate{at.department, at.chat.toString(), {}}; },
     "unauthenticated forbidden forbidden forbidden forbidden ok"},
    {"department.delete", active, [](const Target &at) { return api::DepartmentDelete{at.department}; },
     "unauthenticated forbidden forbidden forbidden forbidden ok"},
    {"department.list", active, [](const Target &) { return api::DepartmentList{}; },
     "ok ok ok ok ok ok"},
    {"address.search", active, [](const Target &) { return api::AddressSearch{}; }, "ok ok ok ok ok ok"},
    {"session.resume", active, [](const Target &at) { return api::SessionResume{{{at.chat, 0}}}; },
     "unauthenticated ok ok ok ok ok"},
};
// clang-format on

} // namespace deskbell::tests::access
