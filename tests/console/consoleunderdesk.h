#pragma once

#include "console/net/deskclient.h"

#include <QSignalSpy>
#include <QTemporaryDir>

namespace deskbell::console {

/// Keeps tokens where tests can see them.
class OpenVault final : public TokenVault
{
public:
    void load(const QString &account, std::function<void(const QString &token)> found) override
    {
        QMetaObject::invokeMethod(
            &m_context, [token = tokens.value(account), found = std::move(found)] { found(token); },
            Qt::QueuedConnection);
    }
    void save(const QString &account, const QString &token) override { tokens.insert(account, token); }
    void forget(const QString &account) override { tokens.remove(account); }

    QHash<QString, QString> tokens;

private:
    QObject m_context;
};

/// For the server: these tests are quicker than people.
inline const QStringList withoutRates{QStringLiteral("--no-rate-limits")};
inline const QString anna = QStringLiteral("anna@demo.deskbell.example");
inline const QString ben = QStringLiteral("ben@demo.deskbell.example");
inline const QString demoPassword = QStringLiteral("deskbell");

/// A console without its windows, in a hurry to come back. Its outbox file and vault outlive restart().
struct ConsoleUnderDesk
{
    using Phase = ConnectionState::Phase;

    QTemporaryDir folder;
    SystemClock clock;
    OpenVault vault;
    std::unique_ptr<Workspace> workspace;
    std::unique_ptr<OutboxStore> outbox;
    std::unique_ptr<DeskStore> store;
    std::unique_ptr<FileShelf> shelf;
    std::unique_ptr<DeskClient> client;
    std::optional<Result<Nothing>> outcome{}; ///< Of the last action that tells.
    QStringList notices{};

    ConsoleUnderDesk() { restart(); }
    ~ConsoleUnderDesk() { client.reset(); }
    Q_DISABLE_COPY_MOVE(ConsoleUnderDesk)

    /// The program ends without a word and is started anew.
    void restart()
    {
        client.reset();
        outbox.reset();
        store.reset();
        workspace = std::make_unique<Workspace>(clock);
        auto opened = OutboxStore::open(folder.filePath(QStringLiteral("outbox.sqlite")));
        if (!opened)
            qFatal("%s", qPrintable(opened.error().message));
        outbox = std::move(*opened);
        auto seen = DeskStore::open(folder.filePath(QStringLiteral("desk.sqlite")));
        if (!seen)
            qFatal("%s", qPrintable(seen.error().message));
        store = std::move(*seen);
        shelf = std::make_unique<FileShelf>(folder.filePath(QStringLiteral("files")));
        client = std::make_unique<DeskClient>(*workspace, *outbox, *store, *shelf, vault, Backoff({20, 50, 200}));
        QObject::connect(client.get(), &DeskClient::sessionEnded, client.get(),
                         [this](const QString &notice) { notices.append(notice); });
    }

    Done tell()
    {
        outcome.reset();
        return [this](const Result<Nothing> &result) { outcome.emplace(result); };
    }
    void signIn(const QUrl &server, const QString &email) { client->signIn(server, email, demoPassword, tell()); }
    Phase phase() const { return workspace->connection().phase; }
    bool isOnline() const { return phase() == Phase::Online; }

    api::ChatStatus statusOf(const ChatId &id) const
    {
        const api::Chat *chat = workspace->chat(id);
        return chat ? chat->status : api::ChatStatus::Ended;
    }
    int countOf(api::ChatStatus status) const
    {
        int count = 0;
        for (int row = 0; row < workspace->chatCount(); ++row)
            count += workspace->chatAt(row).status == status ? 1 : 0;
        return count;
    }
    QList<Entry> entries(const ChatId &id) const
    {
        const Thread *thread = workspace->existingThread(id);
        return thread ? thread->entries().all() : QList<Entry>();
    }
    QStringList texts(const ChatId &id) const
    {
        QStringList texts;
        for (const Entry &each : entries(id))
            texts.append(each.message.text);
        return texts;
    }
    /// Whether the thread is what the server has: all sent, numbered without a gap.
    bool isWhole(const ChatId &id) const
    {
        qint64 next = 0;
        for (const Entry &each : entries(id)) {
            if (each.delivery != Delivery::Sent || (next != 0 && each.message.seq != next))
                return false;
            next = each.message.seq + 1;
        }
        return next != 0;
    }
};

} // namespace deskbell::console
