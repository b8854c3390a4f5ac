#pragma once

#include "console/net/backoff.h"
#include "console/net/line.h"
#include "console/net/refusal.h"
#include "shared/api/catalogue.h"
#include "shared/api/reply.h"

#include <QPointer>

namespace deskbell::console {

/// The connection to the desk as an operator: speaks in commands and events, and once it has a token it comes back by
/// itself whenever it is lost.
class Link final : public QObject
{
    Q_OBJECT

public:
    explicit Link(Backoff backoff, QObject *parent = nullptr);
    ~Link() override;

    /// Begins afresh. Without a token it tries once, and nothing but `operator.login` may then be asked.
    void open(const QUrl &server, const QString &token);
    /// The session that was won: from now on the link comes back by itself.
    void setToken(const QString &token) { m_token = token; }
    /// Ends it, and tries no more.
    void close();
    /// Tries at once, if it waits for its next attempt.
    void tryNow();
    /// Gives the connection up and waits for the next attempt.
    void startOver(const QString &reason);
    /// All is well: the next loss begins with short waits again.
    void settle() { m_backoff.reset(); }
    const QString &token() const { return m_token; }
    const QUrl &server() const { return m_server; }
    bool isOpen() const { return m_line && m_line->isOpen(); }

    /// `done` gets a Result of the command's Answer, never before this call returns, and not when `context` has gone.
    template <class Command, class Done>
    void request(const Command &command, QObject *context, Done done)
    {
        constexpr std::string_view name = Command::operation.name;
        send({name.data(), qsizetype(name.size())}, json::encode(command),
             [context = QPointer(context), done = std::move(done)](const Result<json::Value> &reply) {
                 using Answer = typename Command::Answer;
                 if (context)
                     done(reply ? said(api::decodeReply<Answer>(*reply)) : Result<Answer>(inOurWords(reply.error())));
             });
    }

Q_SIGNALS:
    void attempting();
    void opened();
    void eventReceived(const deskbell::api::Event &event);
    /// The server does not want this token, or anybody. The link tries again unless it is closed.
    void refused(const deskbell::Error &error);
    void lost(const QString &reason);

private:
    template <class Answer>
    static Result<Answer> said(Result<Answer> answer)
    {
        return answer ? std::move(answer) : Result<Answer>(inOurWords(answer.error()));
    }
    void attempt();
    void drop();
    void retryLater();
    void send(QByteArrayView name, const QByteArray &argument, Line::Reply done);
    void takeEvent(const QByteArray &name, json::Value argument);

    Backoff m_backoff;
    QUrl m_server;
    QString m_token; // empty: no second attempt
    QPointer<Line> m_line; // the one of the moment; null while waiting
    QTimer m_retry;
};

} // namespace deskbell::console
