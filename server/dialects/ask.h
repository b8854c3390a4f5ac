#pragma once

#include "server/dialects/vocabulary.h"

namespace deskbell::server::dialects {

/// A request of a dialect that waits for its answer, over REST or as an event. May be copied and kept. Lives on the
/// I/O thread.
class Ask
{
public:
    /// How it is answered.
    struct Manner
    {
        int status; ///< Over REST.
        QByteArray listName;
        QByteArray event; ///< Beside the ack; may be empty.
    };
    /// The vocabulary outlives this.
    Ask(const Vocabulary &vocabulary, Call call, Asked asked, Manner manner);
    Ask(const Vocabulary &vocabulary, EventCall call, Asked asked, Manner manner);

    const Vocabulary &vocabulary() const { return m_vocabulary; }
    const Words &words() const { return m_vocabulary.words(); }
    Gate &gate() const { return m_vocabulary.gate(); }
    const Asked *operator->() const { return &m_asked; }
    const Caller &caller() const { return m_rest ? m_rest->caller() : m_event->caller(); }
    /// Who it says that it is of; nothing for events, whose connection says it.
    Credentials credentials() const { return m_rest ? m_rest->credentials() : Credentials(); }
    QString query(QByteArrayView name) const { return m_rest ? m_rest->query(name) : QString(); }
    socketio::Socket *socket() const { return m_event ? m_event->socket() : nullptr; } ///< Null once it is gone, too.

    void answer(const QByteArray &json, const HttpHeaders &headers = {}) const;
    template <class T>
    void answer(const T &subject) const
    {
        answer(words().write(subject));
    }
    void answerList(const QByteArray &items) const;
    /// A list of which there may be more, with what fetches that.
    void answerPage(const QByteArray &items, const std::optional<QString> &next,
                    const std::optional<qint64> &total = {}) const;
    /// The ack alone, where an event of the desk tells what came of it.
    void acknowledge(const QByteArray &json) const;
    void refuse(const Error &error) const;

    /// Has a command done. `then` takes its answer; errors are told.
    template <class Command, class Then>
    void request(const Command &command, Then then) const
    {
        gate().ask(caller(), command, orRefuse<typename Command::Answer>(std::move(then)));
    }
    /// Has done what is no command of the API.
    template <class T, class Then>
    void perform(api::Effect effect, typename RequestJob<T>::Work work, Then then) const
    {
        gate().perform<T>(
            effect, caller(), std::move(work),
            [done = orRefuse<T>(std::move(then))](const Result<T> &result, const Outbox &) { done(result); });
    }
    /// Hands on what came out, and refuses what went wrong.
    template <class T, class Then>
    std::function<void(const Result<T> &)> orRefuse(Then then) const
    {
        return [ask = *this, then = std::move(then)](const Result<T> &result) mutable {
            result ? then(*result) : ask.refuse(result.error());
        };
    }
    /// Answers with what came out.
    auto answering() const
    {
        return [ask = *this](const auto &subject) { ask.answer(subject); };
    }

private:
    const Vocabulary &m_vocabulary;
    const Asked m_asked;
    const Call m_rest; // either this
    const std::optional<EventCall> m_event; // or that
    const Manner m_manner;
};

} // namespace deskbell::server::dialects
