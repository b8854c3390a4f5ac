#pragma once

#include "server/desk/administration.h"
#include "server/desk/attachmenthandler.h"
#include "server/desk/desk.h"
#include "tests/support/testdatabase.h"

namespace deskbell::tests {

/// A desk on a database of its own with a clock that tests turn, and its asynchronous calls as synchronous ones.
/// All events are recorded.
class TestDesk
{
public:
    explicit TestDesk(TestDatabase::Kind kind = TestDatabase::Kind::Sqlite,
                      server::RateLimits::Switch rateLimits = server::RateLimits::Switch::Off,
                      const api::DeskRouting &policy = {})
        : database(kind), m_rateLimits(rateLimits), m_routing(policy)
    {
        // No test turns the power off, and a sync for each request takes its time.
        database.settings.durability = server::Durability::Process;
        start();
    }

    TestDatabase database;
    ManualClock clock;
    QList<server::Published> events;
    QList<SessionId> endedSessions;
    std::unique_ptr<server::Desk> desk;

    static constexpr server::PasswordCost cheap{.passes = 1, .memoryBytes = 8192};

    void start()
    {
        desk = open();
        desk->setPublisher([this](const QList<server::Published> &published) { events += published; });
        desk->setSessionsEnded([this](const QList<SessionId> &ended) { endedSessions += ended; });
    }
    /// A further desk on the same data, as another node would have it; SQLite allows but one.
    std::unique_ptr<server::Desk> open()
    {
        auto opened = server::Desk::open(database.settings, clock,
                                         {.rateLimits = m_rateLimits, .passwordCost = cheap, .routing = m_routing});
        if (!opened)
            qFatal("%s", qPrintable(opened.error().message));
        return std::move(*opened);
    }

    template <class Command>
    Result<typename Command::Answer> call(const server::Caller &caller, const Command &command)
    {
        const server::Reply reply = submit(caller, command);
        if (!reply.json)
            return reply.json.error();
        return json::decode<typename Command::Answer>(*reply.json);
    }

    server::Reply submit(const server::Caller &caller, const api::Command &command)
    {
        std::optional<server::Reply> reply;
        desk->submit(caller, command, [&](server::Reply came) { reply = std::move(came); });
        wait([&] { return reply.has_value(); });
        return reply.value();
    }

    /// What became of a call, as one word: the error's name on the wire, or `ok`.
    QByteArray outcome(const server::Caller &caller, const api::Command &command)
    {
        const server::Reply reply = submit(caller, command);
        return reply.json ? QByteArrayLiteral("ok") : QByteArray(wireName(reply.json.error().code).data());
    }

    Result<server::AdmittedVisitor> admit(const std::optional<QString> &token = {}, const QString &name = {})
    {
        std::optional<Result<server::AdmittedVisitor>> admitted;
        server::VisitorHandler::Introduction words;
        if (!name.isEmpty())
            words.name = name;
        desk->admitVisitor(token, words, "192.0.2.1", [&](Result<server::AdmittedVisitor> came) { admitted = came; });
        wait([&] { return admitted.has_value(); });
        return admitted.value();
    }
    server::Caller visitor(const QString &name = {}) { return admit({}, name)->caller; }

    Result<server::Caller> authenticate(const QString &token)
    {
        std::optional<Result<server::Caller>> caller;
        desk->authenticate(token, "192.0.2.1", [&](Result<server::Caller> came) { caller = came; });
        wait([&] { return caller.has_value(); });
        return caller.value();
    }

    std::unique_ptr<server::Administration> administration()
    {
        return std::move(*server::Administration::open(database.settings, clock, cheap));
    }
    static QString password() { return QStringLiteral("correct horse"); }
    static QString emailOf(const QString &name) { return name.toLower() + QStringLiteral("@desk.example"); }
    void addOperator(const QString &name, api::OperatorRole role = api::OperatorRole::Operator, int capacity = 2)
    {
        const auto added = administration()->addOperator({emailOf(name), name, role, capacity, password()});
        if (!added)
            qFatal("%s", qPrintable(added.error().message));
    }
    /// Whom a connection acts as after the operator of this name has signed in.
    server::Caller signIn(const QString &name)
    {
        return submit({}, api::OperatorLogin{emailOf(name), password()}).caller.value();
    }
    server::Caller newOperator(const QString &name, api::OperatorRole role = api::OperatorRole::Operator)
    {
        addOperator(name, role);
        return signIn(name);
    }

    /// Time goes by, and the desk looks what has become due.
    void pass(qint64 seconds)
    {
        clock.advance(seconds * 1'000);
        makeRounds();
    }
    void makeRounds()
    {
        bool made = false;
        desk->makeRounds([&] { made = true; });
        wait([&] { return made; });
    }
    /// The operator has a console open, and the desk knows.
    void connect(const server::Caller &caller)
    {
        desk->connected(caller);
        settle();
    }
    void disconnect(const server::Caller &caller)
    {
        desk->disconnected(caller);
        settle();
    }
    /// Writes go one after the other: once this one is answered, those before it are done.
    void settle()
    {
        bool done = false;
        desk->perform<Nothing>(
            api::Effect::Write, {}, [](server::Request &) -> Result<Nothing> { return Nothing{}; },
            [&](const Result<Nothing> &, const server::Outbox &) { done = true; });
        wait([&] { return done; });
    }

    ChatId startChat(const server::Caller &caller, const QString &text = {})
    {
        api::ChatStart command;
        if (!text.isEmpty())
            command.text = text;
        return call(caller, command)->chat.id;
    }

    /// As if the file's bytes had come and were found to be a text.
    Result<api::Attachment> complete(const server::Caller &caller, const AttachmentId &id,
                                     const server::FileFacts &facts = {QStringLiteral("a.txt"),
                                                                       QStringLiteral("text/plain")})
    {
        return perform<api::Attachment>(
            caller, [=](server::Request &request) { return server::AttachmentHandler(request).complete(id, facts); });
    }
    /// Sends a message with one file to the chat.
    AttachmentId sendFile(const server::Caller &caller, const ChatId &chat)
    {
        AttachmentId id = call(caller, api::AttachmentUpload{chat, QStringLiteral("a.txt"), 1})->id;
        if (!complete(caller, id) || !call(caller, api::MessageSend{chat, {}, {}, {id}}))
            qFatal("The file cannot be sent.");
        return id;
    }

    /// Runs handlers in a transaction that writes.
    template <class T>
    Result<T> perform(const server::Caller &caller, std::function<Result<T>(server::Request &)> work)
    {
        std::optional<Result<T>> result;
        desk->perform<T>(api::Effect::Write, caller, std::move(work),
                         [&](Result<T> came, const server::Outbox &) { result = std::move(came); });
        wait([&] { return result.has_value(); });
        return std::move(*result);
    }

    /// The rooms that hear of each event of this name, in order.
    QList<QByteArrayList> roomsOf(const QByteArray &name) const
    {
        QList<QByteArrayList> rooms;
        for (const server::Published &each : events) {
            if (each.name == name)
                rooms.append(each.rooms);
        }
        return rooms;
    }

    template <class Condition>
    static void wait(Condition condition)
    {
        // QTest::qWaitFor() looks every ten milliseconds, which would be most of what these tests take.
        QTimer alarm;
        alarm.setSingleShot(true);
        alarm.start(10'000);
        while (!condition()) {
            if (!alarm.isActive())
                qFatal("The desk did not answer.");
            QCoreApplication::processEvents(QEventLoop::WaitForMoreEvents);
        }
    }

private:
    const server::RateLimits::Switch m_rateLimits;
    const api::DeskRouting m_routing;
};

} // namespace deskbell::tests
